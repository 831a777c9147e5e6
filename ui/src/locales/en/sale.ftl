sale-title = Sale
sale-articles = Articles
sale-pages = Layout pages
sale-more-pages = Next pages
sale-order = Order
sale-lines = Lines of the order
sale-shift = Shift { $number }
sale-seller-label = Seller: { $name }
sale-search = Find an article
sale-search-hint = Article, code, name…
sale-customer = Customer
sale-note = Note
sale-actions = Actions
sale-pay = Take payment
sale-settle-exact = Take the exact amount in cash
sale-reprint = Print the last ticket again
sale-enter = Accept the entry, or pay
sale-buffer = Entry
sale-articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
sale-net = Net
sale-total = Total

grammar-multiply = then a scan or a tile: three of that article
grammar-quantity = the selected line becomes three
grammar-step = one more, one less on the selected line
grammar-code = the article with code 12345
grammar-pay = nothing typed: payment

layout-empty = This workstation has no articles on screen yet.
layout-empty-text = Arrange articles in the workstation’s layout. Scanner and search already work.
page-empty = This page is empty.
tile-group = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
tile-in-cart = In the order:
tile-stock = Stock:

order-empty = Scan an article, touch a tile or search.
line-announced = { $quantity } { $name }. Total { $total }
line-less = One less
line-more = One more
line-quantity = Quantity: { $quantity }. Change
line-remove = Remove the line
line-remove-short = Remove
line-removed = “{ $name }” was removed.
line-next = Next line
line-previous = Previous line
line-stock = stock { $quantity }
line-unknown = Unknown code { $code }
unknown-create = Create
unknown-search = Search
unknown-remove = Remove
blocked-unknown-code = A code is unknown: create, search or remove it before payment.
blocked-seller = Choose the seller before payment.
blocked-shift = No shift is open on this workstation.

quick-tender = One-tap payment
quick-exact = Exact
quick-card = Card
quick-cash = { $amount } received in cash

done-title = Sale recorded
done-announced = Sale { $number } recorded.
done-announced-change = Sale recorded. Give back { $change }.
done-change = Change
done-unpaid = Left on the customer’s account
done-paper-due = The law wants a paper ticket for this sale: legal guarantee.
done-print = Ticket: { $state }
done-ticket = Ticket
done-next = The next scan starts the next sale.

seller-none = Seller?
seller-title = Seller
seller-nobody = No active seller
note-title = Note to the order
note-label = Note kept with the sale
quantity-title = Quantity · { $name }
quantity-label = Quantity
quantity-save = Change the quantity

search-title = Article search
search-resolve-title = Which article is this code?
search-label = Code, bar code or name
search-add = Add
search-add-more = Add and continue
search-none = Nothing matches “{ $text }”.
search-count = { $count ->
    [one] { $count } article shown, { $size } in the catalogue
   *[other] { $count } articles shown, { $size } in the catalogue
}
catalogue-empty = The catalogue is empty.
column-code = Code
column-name = Name
column-department = Department
column-stock = Stock
column-price = Price

create-title = New article · { $code }
create-submit = Create and add
article-tax = Tax
article-no-department = No department

customers = Customers
customer-title = Customer of the sale
customer-search = Name, phone or code
customer-anonymous = walk-in
customer-current = Current customer: { $name }
customer-clear = No customer
customer-choose = Choose
customer-none = No customer is called “{ $name }”.
customer-none-yet = No customer yet: type a name.
customer-new = New customer
customer-confirm = Create “{ $name }”? The name is enough.
customer-create = Create “{ $name }”
customer-phone = Phone
customer-email = E-mail
customer-history = History
customer-history-of = Purchases of { $name }
customer-no-documents = No purchase
