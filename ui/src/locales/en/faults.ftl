# One message per fault code, named fault-<code with dashes>.
fault-unknown-command = This version does not have this function. ({ $trace })
fault-bad-request = The request is not understood. ({ $detail })
fault-key-required = The request has no idempotency key. Reload the window.
fault-key-reused = This key was used for another request. Try again.
fault-request-too-large = The request is too large.
fault-session-required = The session has ended. Sign in again.
fault-permission-denied = You do not have this right: { $permission }.
fault-wrong-pin = Wrong PIN. { $attempts_left ->
    [one] { $attempts_left } attempt left.
   *[other] { $attempts_left } attempts left.
}
fault-sign-in-locked = Too many attempts. Wait { $seconds } s.
fault-pin-format = A PIN has 4 to 8 digits.
fault-user-not-found = This person does not exist or is no longer active.
fault-user-name-taken = This name is already taken.
fault-last-manager = At least one active manager must remain.
fault-training-read-only = In training, the settings of the shop cannot be changed.
fault-shop-exists = The shop already exists.
fault-shop-missing = The shop has not been created yet.
fault-siret-invalid = The SIRET is wrong: 14 digits including a check digit.
fault-vat-number-invalid = This VAT number is not possible: “FR”, a key of two characters, then the SIREN.
fault-siren-invalid = The SIREN is wrong: 9 digits, one of them a check digit.
fault-logo-too-large = The logo’s file is larger than { $max_mib } MB: choose a lighter picture.
fault-logo-format = This file is neither a PNG nor a JPEG.
fault-logo-dimensions = The picture is too large: { $max_side } pixels a side and { $max_megapixels } megapixels at most.
fault-logo-unreadable = This picture is damaged: it cannot be read.
fault-logo-blank = On white paper, nothing of this picture would be seen: choose a dark logo.
fault-invoice-not-offered = Here the ticket is the invoice.
fault-buyer-incomplete = The customer’s file lacks what an invoice must state.
fault-not-an-invoice = Only an invoice has an A4 page: make the invoice of this ticket first.
fault-already-invoiced = This ticket has its invoice already: { $number }.
fault-exemption-not-offered = This ground does not exist in this country.
fault-line-bears-tax = This line bears VAT: it needs no ground.
fault-exemption-required = { $name } is at 0 % VAT: choose the legal ground.
fault-nothing-to-write-off = Nothing to write off: it takes a rest after a payment.
fault-neq-invalid = A NEQ has ten digits and starts with 11, 22, 33 or 88.
fault-tps-number-invalid = A GST number has the form 123456789 RT0001.
fault-tvq-number-invalid = A QST number has the form 1234567890 TQ0001.
fault-sample-missing = This program holds no sample shop.
fault-first-run-over = The first opening is over.
fault-first-run-incomplete = Something that every sale needs is still missing: see the points marked as needed.
fault-field-required = A required field is empty.
fault-field-too-long = The text is too long: { $max } characters at most.
fault-workstation-required = Choose a workstation first.
fault-workstation-not-found = This workstation does not exist or is no longer active.
fault-workstation-code-taken = Another workstation has this code.
fault-workstation-code-in-use = This code already numbers tickets: it can no longer change.
fault-layout-not-found = This layout does not exist.
fault-layout-in-use = This layout is still used by { $workstations }. Give them another one first.
fault-tax-category-not-found = This tax category does not exist.
fault-method-not-found = This payment method does not exist.
fault-article-not-found = This article does not exist.
fault-barcode-taken = Code { $code } already belongs to “{ $name }”.
fault-barcode-invalid = Bar code { $code } is wrong: its length or check digit does not fit.
fault-price-out-of-range = The price is negative or too large.
fault-price-list-not-found = This price list no longer exists.
fault-price-list-name-taken = Another price list has this name already.
fault-planned-price-day = A price to come takes effect on a day after today.
fault-promotion-not-found = This promotion no longer exists.
fault-promotion-days = The days of the promotion are incomplete, or the last one comes before the first.
fault-promotion-rule = This promotion takes nothing off, or more than the price.
fault-promotion-empty = Choose at least one article or department.
fault-promotion-used = Tickets name this promotion: it cannot be deleted, but you can end it.
fault-customer-not-found = This customer does not exist.
fault-shift-required = No shift is open on this workstation.
fault-shift-not-found = This shift does not exist.
fault-shift-closed = This shift is closed: nothing can be added to it.
fault-cart-in-progress = A sale is in progress: finish or abandon it first. ({ $workstation })
fault-amount-out-of-range = This amount is out of range.
fault-denomination-unknown = There is no { $denomination } note or coin in this country.
fault-reason-required = Give the reason.
fault-line-not-found = This line is no longer in the order.
fault-line-wrong-kind = This is not possible for this line.
fault-quantity-out-of-range = This quantity is out of range.
fault-quantity-not-whole = This article is sold by the piece, without fractions.
fault-too-many-lines = The order is full.
fault-discount-out-of-range = This discount is not possible: it must be positive and not exceed the price.
fault-fee-type-not-found = This kind of fee does not exist or is not offered any more.
fault-embedded-pattern-invalid = { $part ->
    [prefix] The code must begin with 02 or with 20 to 29, the prefixes that shops may use.
    [item] The item (I) is needed, in one piece.
    [figure] A price (P) or a weight (W) is needed, in one piece.
    [verifier] One verifier (V) only, and a price or weight of 4 or 5 digits.
    [check] The check digit (C) is the last place, once.
    [decimals] Too many decimals: 2 for a price, 3 for a weight.
   *[form] 13 places are needed: digits, then the letters I, P or W, V and C.
}
fault-embedded-pattern-taken = Another rule has this pattern already.
fault-embedded-rule-not-found = This rule does not exist. Refresh the list.
fault-line-labelled = The quantity is printed on the label. Scan each label, or remove the line.
fault-service-not-offered = The shop does not distinguish for here, to go and delivered.
fault-nothing-to-undo = There is nothing to undo or redo.
fault-paid-beyond-total = The order would be worth less than what has been paid. Remove a payment first.
fault-parked-not-found = This sale is no longer on hold: it was recalled or given up.
fault-missing-not-found = This missing article is no longer in the list.
fault-cart-changed = Another window changed this sale. Check the total, then try again.
fault-cart-empty = The order is empty.
fault-unknown-codes-pending = { $count ->
    [one] One scanned code is still unknown.
   *[other] { $count } scanned codes are still unknown.
}
fault-tender-not-found = This payment is no longer in the order.
fault-over-payment = Too much: only { $due } is left to pay. Only cash gives change.
fault-no-such-coin = Cash cannot make up this amount: the smallest coin is { $step }.
fault-tender-not-positive = The amount must be greater than zero.
fault-amount-due-remains = { $due } is left to pay.
fault-method-not-offered = This workstation does not take this payment method.
fault-card-digits-invalid = Enter only the last 4 digits of the card.
fault-nature-required = Choose the nature of the payment.
fault-seller-required = Choose the seller.
fault-named-customer-required = An unpaid amount needs a named customer.
fault-credit-customer-required = Choose the customer first: the credit is that of their account.
fault-credit-insufficient = The customer has only { $available } of credit.
fault-customer-blocked = The account of { $name } is blocked: no sale is possible.
fault-cash-ceiling = The law limits cash to { $ceiling } per sale.
fault-nothing-to-return = Choose what the customer brings back.
fault-return-exceeds-sold = { $name }: the quantity is more than was sold and not yet returned.
fault-document-not-a-sale = A return or a cancellation cannot itself be corrected.
fault-document-cancelled = This ticket is already cancelled.
fault-document-returned = Articles of this ticket have come back: it can no longer be cancelled as a whole.
fault-document-exchanged = This ticket is part of an exchange (with { $number }): it is not cancelled alone. Take the articles back by a return.
fault-exchange-pending = Articles brought back are already on this sale. Finish or remove them first.
fault-exchange-changed = Articles of this ticket came back meanwhile. Remove the exchange and start it again.
fault-refund-method-required = { $amount } is left to give back: choose how.
fault-clock-unconfirmed = Much time has passed since the last sale. Confirm the date before going on.
fault-day-closed = The day of { $day } is closed: nothing can be sold in it any more.
fault-closing-not-found = There is no such closing.
fault-year-start-too-late = With this start, the fiscal year would have ended on { $day }, before months that are closed. Choose another month.
fault-sale-not-ready = Selling is not possible: the identity of the company is incomplete.
fault-clock-behind = The clock is { $seconds } s behind the last signed record. Set the time.
fault-fiscal-chain-broken = A fiscal record does not verify (position { $position }). A manager must take note of it in Back office, Keys and anchors, then call support.
fault-tables-differ = Data of the till and the operation log no longer agree, or the log is damaged. A manager sees the details, and what to do, in Back office, Closings and archives, Verification.
fault-verification-failed = The last verification could not be carried through: the database cannot be read to its end, or the disk does not answer. A manager must start it again in Back office, Closings and archives, Verification; if it fails again, call support and keep the backups.
fault-signing-key-missing = This workstation’s signing key is not on this computer: no sale is possible. A manager can create a new key in Back office, Keys and anchors.
fault-signing-key-foreign = The signing key on this computer is not the one that the records announce: no sale is possible. A manager can create a new key in Back office, Keys and anchors.
fault-records-missing = Signed records are missing: the database ends at no. { $found }, they went up to no. { $anchored }. An older backup was probably put back. Nothing can be signed until a manager decides in Back office, Keys and anchors.
fault-records-forked = Another copy of this database has gone on by itself: record no. { $anchored } is not the same. Nothing can be signed at this workstation until a manager decides in Back office, Keys and anchors.
fault-integrity-unacknowledged = An integrity defect was found (record { $position }). Sales go on as soon as a manager has taken note of it in Back office, Keys and anchors.
fault-integrity-running = A verification is already running.
fault-books-unknown = { $count ->
    [one] A workstation kept its books with this computer, and this database does not know it: the database was deleted or replaced. Look for a backup before you sell.
   *[other] { $count } workstations kept their books with this computer, and this database does not know them: the database was deleted or replaced. Look for a backup before you sell.
}
fault-nothing-to-decide = There is nothing left to decide for this workstation.
fault-restore-unreadable = This file is not a readable copy of the database, or its content does not verify ({ $detail }). Nothing was taken over.
fault-restore-other = This file is the database of another shop or another computer.
fault-restore-short = This file ends at no. { $offered }; records are missing up to no. { $anchored }. Look for a newer copy.
fault-restore-forked = This file holds other records than this database from no. { $position } on: the two have gone on separately.
fault-document-not-found = This document does not exist.
fault-printer-missing = This workstation has no printer.
fault-printer-invalid = The printer settings cannot be used. ({ $detail })
fault-print-job-not-found = This print job no longer exists.
fault-print-job-state = This print job has moved on.
fault-backup-running = A backup, a drill or a check is under way. Wait until it is over, or stop it.
fault-backup-invalid = A backup setting needs another look: { $field ->
    [second] the second folder must be a complete path.
    [every_min] the interval is 5 to 240 minutes.
    [daily_min] the time is not one.
   *[passphrase] the passphrase has at least twelve characters.
}
fault-backup-not-found = This backup file is no longer there.
fault-backup-foreign = This file is not a Comptoir backup.
fault-backup-other-shop = This is the backup of another shop: { $name }. Nothing was changed.
fault-backup-damaged = This backup is damaged and cannot be restored. Nothing was changed; take another one. ({ $detail })
fault-backup-passphrase = The passphrase is missing or does not open this backup. Nothing was changed.
fault-restore-not-ready = Choose and check a backup first.
fault-import-unreadable = The file cannot be read as a table. ({ $reason })
fault-import-mapping = No column is chosen for: { $field }.
fault-import-running = An import is already running.
fault-import-not-found = This import does not exist.
fault-database-newer = The database was written by a newer version of the program. Update it.
fault-database-in-use = Comptoir is already open on this data. Go back to its window, or close it before you try again.
fault-database-busy = Another program is using the database. Try again.
fault-disk-full = The disk is full: nothing was recorded. Tell the manager, free some space, then try again.
fault-disk-failed = This computer’s disk did not answer: nothing was recorded. Try again. If it happens again, write the sale down on paper and tell the manager: the disk probably needs replacing.
fault-disk-read-only = The disk refuses to write: nothing was recorded. Tell the manager: the shop’s folder must be writable.
fault-database-foreign = This file is not a Comptoir database, or not a whole one. Nothing in it was changed. Restore a backup.
fault-database-corrupt = The database is damaged. Delete nothing and tell the manager: a backup can be restored.
fault-stopping = The program is stopping.
fault-internal = The program made an error. { $trace }
fault-mail-not-set = No mail server is set on this computer: back office, “Mail”.
fault-mail-invalid = This mail setting cannot be used: check the server, the port and the sender. A password needs a protected line.
fault-mail-address-invalid = “{ $address }” is not an e-mail address.
fault-mail-job-not-found = This letter no longer waits.
fault-price-accuracy-not-offered = Price accuracy is a rule of Québec.
fault-label-not-lower = Nothing is due: the till does not ask for more than the label.
fault-price-claim-closed = Something of this line came back, or its price was corrected already: it cannot be corrected again.
fault-shelf-label-not-found = This label is no longer on the list.
fault-representative-not-found = There is no such representative.
fault-courier-not-found = There is no such courier.
fault-payment-not-found = This payment is no longer on this ticket: read it again.
fault-payment-not-correctable = Payments by this method are not corrected: customer accounts, exchanges and write-offs keep their entries.
fault-payment-exceeds-standing = Only { $available } of this payment is left to correct.
fault-payment-same-method = It is this payment method already.
fault-correction-not-found = There is no such correction.
fault-archive-period = No archive for this period: it runs from one day to another, twelve months at most, and holds at least one record.
fault-archive-not-found = This archive does not exist.
fault-archive-file-missing = The file of this archive is not written yet, or no longer where it was. “Make again” writes it anew.
fault-archive-folder = The folder “{ $folder }” does not exist or is not a full path.
fault-archive-export-unknown = This export is no longer available. Export the archive again.
fault-verification-missing = No verification has ended yet.
fault-period-invalid = Check the period: from one day to another, { $max } days at most.
fault-account-invalid = “{ $account }” does not fit here: 3 to 12 digits or capitals, in the right class of the chart of accounts.
fault-accounting-nothing = Nothing to export: no entries in this period.
fault-accounting-day-open = { $day } is not over. It can be taken tomorrow.
fault-accounting-day-exported = { $day } has been exported already: a day is exported once only. Take its file from the list.
fault-accounting-unbalanced = { $piece } does not balance: { $amount } is missing. Nothing was exported; call your reseller.
fault-accounting-batch-not-found = This export does not exist.
fault-accounting-batch-damaged = Export no. { $number } no longer matches its checksum: its data was changed. Run an integrity check.
fault-ereport-not-found = This report does not exist.
fault-ereport-france-only = E-reporting is a French obligation.
fault-balance-correction-beyond = The correction exceeds the balance ({ $available }): it can bring it to zero at most.
