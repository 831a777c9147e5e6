key-insert = Ins

office-nav = Back office menu
office-fold = Fold the menu
office-unfold = Unfold the menu
office-group-sales = Point of sale
office-group-files = Files and tools
office-sales = Sales
office-workstations = Workstations
office-shifts = Shifts
office-articles = Articles
office-import = Import
office-printing = Printing
office-palette = Go to…
office-run = Open
office-sample = Sample shop
office-no-workstation = No workstation chosen
office-ask-manager = Ask a manager to sign in, or to change your role.

office-refresh = Refresh
office-cancel = Discard
office-unsaved = What was changed here is not saved. Save it, or close once more to discard it.
office-edit = Edit
office-row-menu = Actions: { $name }
office-offline = No link. Data read at { $time }; nothing can be changed for now.
office-none-filtered = Nothing matches the search.
office-clear-filters = Clear the filters
office-first-rows = First { $count }: narrow the search
office-name = Name
office-state = State
office-active = Active
office-inactive = Inactive
office-yes = Yes
office-no = No
office-number = No.

office-workstation = Workstation
office-workstation-new = New workstation
office-workstations-none = No workstation: create the first one.
office-layout = Layout
office-methods = Payment methods
office-methods-none = Choose at least one payment method.
office-move-up = Move { $name } up
office-move-down = Move { $name } down
office-printer = Printer
office-no-printer = No printer
office-shift = Shift
office-here = This computer
office-default = Default
office-is-default = Opens by default on this computer
office-set-default = Make default on this computer
office-default-set = “{ $name }” will open by default on this computer.
office-code-hint = In ticket numbers
office-code-wrong = 1 to 6 letters or digits, without accents.
office-default-customer = Default customer
office-default-customer-hint = Sales without another customer go to this account.
office-policy = Ticket printing
office-policy-on-request = When the customer asks
office-policy-always = Always
office-policy-exceptions = On request; proposed first when the law wants a paper
office-workstation-active = Workstation in use

office-printer-connection = Connection
office-printer-network = Network
office-printer-file = Device file (USB)
office-printer-host = Address or name
office-printer-port = Port
office-port-wrong = 1 to 65535.
office-printer-path = Device path
office-paper = Paper
office-paper-80 = 80 mm, 48 characters
office-paper-58 = 58 mm, 32 characters
office-confirmation = Print confirmation
office-confirm-process-id = Job number (Epson)
office-confirm-gs-r = Status request behind the data
office-confirm-dle-eot = Status before and after
office-confirm-none = None: the printer never answers
office-drawer = A cash drawer is plugged into it

office-layouts = Layouts
office-layouts-none = No layout: selling needs one.
office-layout-name = Name of the new layout
office-layout-default-name = Departments
office-layout-generate = Generate from departments
office-layout-made = { $count ->
    [one] Layout “{ $name }” created, { $count } tile. Workstations without layout got it.
   *[other] Layout “{ $name }” created, { $count } tiles. Workstations without layout got it.
}

office-all = All
office-open-ones = Open
office-all-workstations = All workstations
office-opened = Opened
office-closed = Closed
office-shift-open = Open
office-shift-closed = Closed
office-shift-forgotten = To close
office-shifts-none = No shift yet: open a workstation on the sale screen.
office-turnover = Turnover
office-see-report = See the report
office-print-report = Print the report
office-print-needs-workstation = Choose a workstation to print.

office-article-new = New article
office-articles-none = Create an article, or import your file.
office-all-departments = All departments
office-barcodes = Bar codes
office-barcodes-hint = One per line; a scan is added.
office-unit = Unit
office-unit-hint = Empty: “pièce”
office-article-code-hint = Empty: next free number
office-price-gross = Price with taxes
office-price-net = Price before taxes
office-stocked = Managed in stock
office-durable = Durable good
office-durable-hint = A paper ticket with guarantee mention is due.
office-article-active = On sale

office-customers-find = Find a customer
office-customers-count = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
}
office-customers-none = No customer yet.
office-name-enough = The name is enough.
office-last-documents = Last documents

office-user-new = New user
office-role = Role
office-roles = Roles and rights
office-right = Right
office-role-rights = Rights of this role
office-new-pin = New PIN
office-pin-unchanged = Empty: the PIN stays as it is.
office-is-seller = Seller
office-is-seller-hint = Their sales carry their name.
office-user-active = May sign in

office-choose-workstation = Whose prints do you want to see?
office-prints-none-yet = Nothing has been printed yet.
