shift-open-title = Opening of “{ $name }”
shift-open = Open the workstation
shift-first = First shift of this workstation: count the float.
shift-no-float = The last shift left no float: count the float.
shift-left-by = Float left by { $name } on { $at }: { $amount }
shift-note = Note
shift-forgotten = The shift of “{ $name }”, opened { $at }, is not closed.
shift-forgotten-seen = Seen
shift-close = Close the workstation
shift-close-print = Close and print

count-mode = How to count
count-by-denomination = By denomination
count-total-only = Total only
count-total = Total counted
count-notes = Notes
count-coins = Coins
count-less = One less, { $value }
count-more = One more, { $value }

close-title = Closing of “{ $name }”
close-check = Check
close-recount = Count again
close-equal = Drawer is right
close-less = short
close-more = over
close-float-left = Float left
close-float-hint = Counted: { $amount }. The rest goes to the bank.
close-note = Closing note
close-done = The shift is closed; its totals are frozen.
payments-count = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}

report-x = X report · shift { $number }
report-z = Z report · shift { $number }
report-opened = opened { $at } by { $name }
report-closed = closed { $at } by { $name }
report-tickets = Tickets
report-total = Sales incl. tax
report-net = Sales excl. tax
report-average = Average ticket
report-methods = Payment summary
report-no-payments = No payment
report-taxes = Taxes
report-drawer = Drawer
report-float = Opening float
report-cash-in = Cash in
report-cash-out = Cash out
report-rounding = Rounding
report-expected = Expected
report-counted = Counted
report-difference = Difference
report-float-left = Float left
report-movements = Cash movements
report-abandoned = Abandoned sales
report-drawer-openings = Drawer openings without a sale
report-duplicates = Duplicates
report-range = Tickets
report-perpetual = Perpetual grand total

column-method = Method
column-count = Count
column-amount = Amount
column-tax = Tax
column-base = Base
column-tax-amount = Tax collected
