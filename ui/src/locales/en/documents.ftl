action-search = Find invoices
action-return = Return articles

find-title = Find invoices
find-everywhere = Every workstation of the shop, newest first
find-filters = Filters
find-number = Ticket number, or its end
find-period = Period
find-today = Today
find-yesterday = Yesterday
find-week = 7 days
find-from = From
find-to = To
find-from-time = From time
find-to-time = To time
find-last4 = Card: last 4 digits
find-workstation = Workstation
find-user = Administrator
find-article = Article
find-customer = Customer
find-any = Any
find-reset = Clear the filters
find-clear-one = Remove the filter { $label }
find-go = Search
find-results = Invoices found
find-ticket = Ticket
find-count = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}
find-count-more = { $count } invoices shown, there are more
find-more = More
find-none = No invoice matches all of these filters.
find-none-widen = The period or the hours may be too short. The other filters are kept.
find-widen = Search all dates
find-nothing-chosen = The chosen invoice is shown here.
find-offline = Not connected. List read at { $time }.

document-opened = Invoice { $number }
document-view = Way of looking
document-paper = Ticket
document-figures = Lines and payments
document-sale = Sale
document-return = Return
document-cancellation = Cancellation
document-corrected = Corrected
document-related = Related documents
document-corrects = Corrects
document-corrected-by = Corrected by
document-lines = Lines of the document
document-discount = discount { $amount }
document-duplicate = Duplicate
document-take-back = Return articles
document-cancel = Cancel the ticket

return-title = Return articles
return-how = Scan the bar code at the foot of the ticket, or type its number.
return-how-short = By its ticket
return-find-go = Find
return-not-found = No ticket has the number “{ $number }”. Check it, or go on without a ticket.
return-without = Without ticket
return-without-hint = At today’s price, with a reason. This right is reserved: a supervisor can grant it on the spot.
return-not-a-sale = { $number } is not a sale: nothing comes back from it.
return-scan-unknown = No article has the code { $code }.
return-scan-other = The code { $code } is not, or no longer, to be taken back from this ticket.
return-sold = { $quantity } × { $price } / { $unit }
return-all-back = already returned
return-left = { $quantity } left to return
return-none-left = Nothing is left to return from this document.
return-quantity = Quantity returned: { $name }
return-restock = Put back to stock
return-refund = Refund
return-refund-by = Refund by
return-to-give = To refund
return-worth = Value taken back
return-unpaid = The rest was not paid: it is no longer owed.
return-nothing-ticked = Tick what comes back: the amount is shown here.
return-submit = Refund
return-done = Return recorded
return-today-price = Without a ticket, articles are taken back at today’s price.
return-scan-articles = Scan the articles brought back, or search for them.

given-cash = To give back
given-credit = To the customer’s credit
given-other = To refund by { $name }

correction-number = Ticket
correction-print = Print the ticket

cancel-title = Cancel ticket { $number }
cancel-explained = Ticket { $number } of { $amount } stays, and a reversing ticket cancels it: sales, taxes, stock and payments are taken back. This cannot be undone.
cancel-submit = Cancel this ticket
cancel-done = Ticket cancelled
cancel-impossible = Only a sale without returns can be cancelled as a whole.

pay-credit = Customer credit { $amount }
pay-credit-who = Customer credit
pay-credit-ask = First call the customer whose credit pays for the sale.
pay-invoice = Invoice

account-title = Account
account-owed = Owed
account-credit = Credit available
account-blocked = Blocked
account-professional = Business
account-file = File
account-add-credit = Add a credit
account-entries = Account movements
account-no-entries = No movement
account-purchases = Purchases
account-file-title = File of { $name }
account-name = Name
account-address = Address
account-postcode = Postcode
account-city = City
account-saved = The file of { $name } is saved.
account-credit-title = Credit for { $name }
account-credit-how = Where the credit comes from
account-gesture = Goodwill
account-credit-reason = Reason
account-credit-submit = Add to the account
account-credit-done = Credit of { $amount } added to the account of { $name }.

cause-title = Why is my drawer wrong?
cause-intro = The likeliest explanations, from what happened during the shift.
cause-none = Nothing that happened explains this difference. Count again, then note what you know.
cause-recount = Recount here
cause-recount-end = Close the count
cause-right = The count is right: nothing is left to explain.
cause-likelihood = { $percent }% likely
cause-documents = Tickets to look at
cause-swapped-method = { $missing ->
    [yes] A ticket recorded as cash was probably paid another way: the money is not in the drawer.
   *[no] A ticket recorded under another method was probably paid in cash: the money is in the drawer.
}
cause-swapped-digits = Two neighbouring digits may have been swapped when typing or counting.
cause-swapped-digits-instead = Two neighbouring digits may have been swapped: the right amount would be { $instead }.
cause-shifted-digits = A digit too many or too few: ten times an amount, or a tenth of it.
cause-shifted-digits-instead = A digit too many or too few: the right amount would be { $instead }.
cause-ticket = { $missing ->
    [yes] This ticket equals the difference: its money may never have gone into the drawer.
   *[no] This ticket equals the difference: it may have been paid twice, or a sale was not recorded.
}
cause-ticket-pair = These two tickets together equal the difference.
cause-change-on-other-note = { $missing ->
    [yes] Change may have been given as on a larger note than the one received.
   *[no] Change may have been given as on a smaller note than the one received.
}
cause-change-on-other-note-instead = Change may have been given on another note than the one received: { $instead } instead of the amount recorded.
cause-refund = { $missing ->
    [yes] A refund may have been given without being recorded, or given twice.
   *[no] A refund was recorded, but the money may not have been given.
}
cause-movement = A cash movement may have been recorded the wrong way round, twice, or not at all.
cause-count = A denomination may have been counted once too often or too little.
cause-count-instead = A denomination of { $instead } may have been counted once too often or too little.
