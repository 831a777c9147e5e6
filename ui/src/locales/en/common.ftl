back = Back
close = Close
confirm = Confirm
finish = Done
help = Help
language = Language
loading = Reading
lock = Lock
not-an-amount = This is not an amount.
print = Print
redo = Redo
retry = Try again
save = Save
sign-out = Change user
undo = Undo
users = Users

sound-on = Sound on
sound-off = Sound off
fullscreen = Full screen
theme-dark = Dark theme
theme-light = Light theme

help-title = Help
help-keys = Keys of this screen
help-typing = What to type on the pad

key-shift = Shift
key-escape = Esc
key-enter = Enter
key-delete = Del
key-backspace = Backspace

numpad = Number pad
numpad-clear = Clear
numpad-decimal = Decimal point
pin-label = PIN

link-up = Up to date
link-connecting = Connecting…
link-down = No link since { $time }
link-down-waiting = No link since { $time } · { $count ->
    [one] { $count } scan waiting
   *[other] { $count } scans waiting
}
link-error = The program does not answer. Nothing is lost: try again.

approval-title = Supervisor approval
approval-text = This action is beyond your rights. A supervisor can approve it with their PIN.
approval-submit = Approve

role-cashier = Cashier
role-lead-cashier = Lead cashier
role-manager = Manager
role-technician = Technician

permission-sell = sell
permission-open-shift = open a shift
permission-close-shift = close one’s shift
permission-close-any-shift = close any shift
permission-write-off = write off beyond the limit
permission-exempt-from-tax = sell without VAT
permission-discount = give discounts
permission-discount-beyond-limit = give discounts beyond the limit
permission-refund = refund a return
permission-refund-freely = take back without a ticket
permission-cancel-ticket = cancel a ticket
permission-correct-payment = correct a payment
permission-add-credit = credit a customer account
permission-manage-options = change how the till behaves
permission-move-cash = cash in and out
permission-open-drawer = open the drawer without a sale
permission-reprint = print again
permission-view-reports = read reports
permission-manage-printing = manage printing
permission-manage-catalogue = manage articles
permission-manage-layouts = manage layouts
permission-manage-macro-keys = manage macro keys
permission-import = import
permission-manage-customers = manage customers
permission-manage-workstations = manage workstations
permission-manage-users = manage users

ticket-preview = Ticket preview
till-title = Till
office-title = Back office
office-no-shop = The shop is created from the till.
not-a-day = A date such as { $pattern }
not-a-time = A time such as 14:30
day-pick = Pick from the calendar: { $label }
