actions-title = Actions
action-recent = Sales of the shift
action-report = X report
action-cash-in = Cash in
action-cash-out = Cash out
action-drawer = Open the drawer
action-prints = Printing
action-abandon = Abandon the sale
action-abandon-sure = Abandon: confirm
action-close-shift = Close the workstation

recent-title = Last 20 sales of the shift
recent-none = No sale in this shift.
documents = Documents
document-prints = { $count ->
    [0] not printed
    [one] { $count } print
   *[other] { $count } prints
}
reprint = Print again

cash-reason = Reason
cash-reason-other = Reason kept
cash-print = Print a slip
cash-done = { $title }: { $reason }
reason-change = Change brought in
reason-float = Float topped up
reason-refund-supplier = Refund from a supplier
reason-bank = Bank deposit
reason-supplier = Supplier paid
reason-expense = Expense
reason-safe = Put in the safe
reason-give-change = Give change
reason-check = Check
reason-forgotten = Item forgotten in the drawer

prints-title = Printing
prints-waiting = { $count ->
    [one] ticket waiting ({ $count })
   *[other] tickets waiting ({ $count })
}
prints-waiting-title = Waiting
prints-recent-title = Last prints
prints-none = Nothing waiting
prints-no-printer = This workstation has no printer.
printer-ok = Printer
printer-test = Test page
print-asked = Print asked for: { $number }
print-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
print-question = The printer did not confirm. Did the paper come out?
print-came-out = It came out
print-did-not = It did not
print-cancel = Give up

print-kind-ticket = Ticket
print-kind-duplicate = Duplicate
print-kind-shift-report = Shift report
print-kind-closing = Closing
print-kind-cash-slip = Cash slip
print-kind-drawer = Drawer opening
print-kind-test = Test page

print-state-queued = waiting
print-state-sending = being sent
print-state-blocked = blocked
print-state-unconfirmed = to be confirmed
print-state-done = printed
print-state-cancelled = given up

print-problem-offline = The printer is offline.
print-problem-paper-out = The paper has run out.
print-problem-cover-open = The cover is open.
print-problem-error = The printer reports an error.
print-problem-unreachable = The printer cannot be found: cable, power or address.
print-problem-no-answer = The printer does not answer.
print-problem-connection-lost = The connection broke while sending.
print-problem-unknown = The printer reports: { $problem }
