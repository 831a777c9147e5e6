signin-title = Sign in
signin-who = Who is selling?
signin-choose = Choose your name
signin-pin = PIN
signin-submit = Enter
signin-locked = Too many attempts. Try again in { $seconds } s.
shop-sample = Sample shop: nothing here is a real sale.

firstrun-workstation = Name of the workstation
firstrun-manager = Name of the manager
firstrun-pin = PIN of the manager
firstrun-pin-hint = 4 to 8 digits
firstrun-pin-again = PIN, a second time
firstrun-pins-differ = The two PINs differ.
firstrun-create = Create the shop
country-france = France
country-quebec = Québec

identity-trading-name = Trading name
identity-legal-name = Legal name
identity-legal-form = Legal form and capital
identity-address = Address
identity-postcode = Postcode
identity-city = City
identity-phone = Phone
identity-siret = SIRET
identity-naf = NAF (APE) code
identity-vat-number = VAT number
identity-tps = GST number
identity-tvq = QST number

setup-title = Before the first sale
setup-text = Selling is possible once these exist:
setup-articles = The catalogue has no article.
setup-articles-link = Add articles
setup-layout = No layout arranges the articles on the sale screen.
setup-layout-link = Create a layout
setup-workstation = No active workstation has a layout.
setup-workstation-link = Set up a workstation

workstation-title = Choose a workstation
workstation-text = This workstation will open by itself on this computer next time.
workstation-closed = Closed
workstation-open = Opened by { $name }, { $at }
workstation-no-layout = No layout
workstation-none = No active workstation
workstation-other = Change workstation
