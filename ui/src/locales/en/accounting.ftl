# Accounting: entries, exports, e-reporting, a day’s truth, reports.
accounting = Accounting
accounting-tab-export = Export
accounting-tab-plan = Accounts
accounting-tab-ereport = E-reporting
accounting-tab-truth = A day’s truth
accounting-tab-states = Reports
accounting-tab-balance = Customer balance
accounting-from = From
accounting-to = To
accounting-file-kept = File saved: { $path }
accounting-file-offered = File { $name } downloaded.
accounting-need-workstation = Choose a workstation first: the export is written into its journal.

accounting-preview = Preview of the entries
accounting-preview-none = No entries in this period.
accounting-preview-more = First { $shown } of { $count } entries; the totals are those of all.
accounting-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
accounting-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
accounting-debit = Debit
accounting-credit = Credit
accounting-balanced = Balanced
accounting-unbalanced = Not balanced
accounting-account = Account
accounting-line-label = Label
accounting-entry = Entry { $number }
accounting-open-day = { $day } is not over: choose an earlier end.
accounting-exported-day = { $day } has been exported already: choose a later start.
accounting-export = Export
accounting-exported = { $entries ->
    [one] Export no. { $number }: { $entries } entry frozen.
   *[other] Export no. { $number }: { $entries } entries frozen.
}
accounting-batches = Exports
accounting-batches-none = No export yet.
accounting-batch = No. { $number }
accounting-batch-period = { $from } to { $to }
accounting-batch-by = { $at }, { $user }
accounting-fec = FEC
accounting-csv = Journal { $journal }
accounting-sha = Checksum { $hash }
accounting-batches-help = An export is frozen: its files download again byte for byte, even if accounts change later.

accounting-use = Use
accounting-account-label = Name
accounting-nature = Nature
accounting-nature-goods = Goods
accounting-nature-services = Services
accounting-default = Default
accounting-default-is = Default: { $account } { $label }
accounting-chosen = Chosen
accounting-plan-saved = Account saved. Exports already made do not change.
accounting-account-hint = 3 to 12 digits or capitals. Empty: { $account }.
accounting-group-money = Money
accounting-group-customers = Customers
accounting-group-sales = Sales
accounting-group-taxes = Taxes
accounting-group-differences = Differences
accounting-use-cash = Cash
accounting-use-card = Cards to receive
accounting-use-cheque = Cheques to deposit
accounting-use-other = Other values to deposit
accounting-use-transfer = Transfers between funds
accounting-use-customers = Customers (owed)
accounting-use-customer-credit = Customers’ credits
accounting-use-goods = Sales of goods
accounting-use-services = Sales of services
accounting-use-fees = Fees
accounting-use-loss = Differences at the shop’s expense
accounting-use-gain = Differences in the shop’s favour
accounting-use-gesture = Gestures

ereport-frequency = Frequency
ereport-decade = Three a month
ereport-month = Monthly
ereport-periods = Periods
ereport-running = Running
ereport-due = To be made
ereport-kept = Made
ereport-changed-text = The tickets or settings have changed since the last report: a replacing one (RE) will take its place.
ereport-category = Category
ereport-rate = Rate
ereport-transactions = Tickets
ereport-net = Before VAT
ereport-tax = VAT
ereport-total = With VAT
ereport-day = Day
ereport-none = No sales in this period.
ereport-compute = Make the report
ereport-compute-again = Make the replacing report
ereport-computed = Report made.
ereport-not-over = The period is not over.
ereport-initial = Report no. { $number } (IN)
ereport-replacement = Report no. { $number } (RE)
ereport-help = Nothing is sent from here: hand the file to your accredited platform.
ereport-tlb1 = TLB1 – goods
ereport-tps1 = TPS1 – services
ereport-tnt1 = TNT1 – untaxed
ereport-tma1 = TMA1 – margin

truth-day = Day
truth-month = The days of the month
truth-day-agrees = { $day }: { $amount }, all agree
truth-day-differs = { $day }: { $amount }, DIFFERENCE
truth-day-nothing = { $day }: nothing
truth-till = Till
truth-closing = Z
truth-closing-help = Grand totals
truth-signed = E-reporting
truth-signed-quebec = Signed tickets
truth-signed-help = Signed tickets
truth-payments = Payments
truth-payments-help = Sum of payments
truth-accounting = Accounting
truth-accounting-help = Sales and taxes
truth-accounting-batch = Export no. { $number }
truth-all = All tills
truth-agrees = All agree
truth-differs = Difference
truth-difference = difference { $amount }
truth-none = No sales on that day.
truth-not-over = The day is not over: the figures still move.
truth-no-z = Not closed yet
truth-tickets = { $figure } of { $day }
truth-tickets-till = { $figure } of { $day }, { $till }
truth-tickets-count = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
truth-tickets-differing = { $count ->
    [one] { $count } of them with a difference, first
   *[other] { $count } of them with a difference, first
}
truth-tickets-none = No tickets.

states-turnover = Invoiced turnover
states-tickets = Tickets
states-sold = Sales before tax
states-returned = Returns and cancellations before tax
states-net = Net before tax
states-tax = Taxes
states-total = Net with tax
states-bases = Tax bases
states-base = Base before tax
states-untaxed = Untaxed
states-receipts = Receipts
states-receipts-none = No receipts in this period.
states-received = Together
states-accounts = Customers’ accounts at the end of the period
states-owed = Owed by customers
states-credit = Customers’ credits
states-customers = { $count ->
    [0] no customer
    [one] { $count } customer
   *[other] { $count } customers
}
states-csv = CSV file

balance-customer = Customer
balance-hint = Type a part of the name.
balance-none = Choose a customer to see the account.
balance-side = What is corrected
balance-due = What is owed
balance-credit = The credit
balance-direction = Direction
balance-lower-due = Lower what is owed
balance-raise-due = Raise what is owed
balance-raise-credit = Raise the credit
balance-lower-credit = Lower the credit
balance-amount = Amount
balance-reason = Reason
balance-incomplete = Give an amount and a reason.
balance-submit = Correct the balance
balance-done = Balance of { $name } corrected by { $amount }.
balance-movements = Movements
balance-cor = COR
balance-no-movement = No movements.
