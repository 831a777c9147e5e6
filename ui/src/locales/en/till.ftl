grammar-discount = ten percent off the selected line
grammar-park = put aside under the name “12”

settle-card = Take the whole amount by card

service-label = Service
service-next = Next way of service
service-on-site = Eat in
service-takeaway = Takeaway
service-delivered = Delivered

discount-button = Discount
discount-sale-button = Discount on the order
discount-sale-title = Discount on the whole order
discount-line-title = Discount · { $name }
discount-custom = Custom discount
discount-of-line = On the line
discount-of-sale = On the order
discount-target = What the discount applies to
discount-value = Discount entered
discount-quick = Usual discounts
discount-reason = Reason
discount-reason-other = Or another reason
discount-apply = Apply
discount-remove = Remove
discount-total = Discounts
discount-given = { $rate } off “{ $name }”: { $reason }.

fee-button = + Item
fee-title = + Invoice item
fee-kinds = Kinds of fee
fee-none = No kind of fee is set up. A supervisor can create them in the back office.
fee-none-yours = No kind of fee is set up. Create them in the back office.
fee-label = Label on the ticket
fee-amount-hint = enter an amount
fee-add = Add to the order
fee-next = Next kind
fee-previous = Previous kind
fee-line = Fee

price-button = Price?
price-title = Price? Nothing is added to the order
price-label = Code or bar code
price-hint = Scan an article, or type its code.
price-check = Check
price-unit = Sold by
price-no-stock = not tracked
price-unknown = No article has the code { $code }.

park-button = Park
recall-button = Recall
parked-done = The order is put aside.
parked-count = { $count ->
    [one] { $count } parked order
   *[other] { $count } parked orders
}
parked-title = Parked orders
parked-none = Nothing is parked.
parked-none-text = F9 puts the order aside; it is taken up again here, at any workstation.
parked-detail = { $time } · { $count ->
    [one] { $count } article
   *[other] { $count } articles
} · { $user } · { $workstation }
parked-help = ↑ ↓ chooses, Enter recalls, Del gives up.
parked-in-progress = The order in progress is put aside when you take up another one.
parked-next = Next order
parked-previous = Previous order
parked-discard = Give up
parked-discard-one = Give up: { $name }
parked-discard-title = Give this order up?
parked-discard-text = “{ $name }”, { $total }. It stays on the record and cannot be taken up again.
parked-discard-sure = Give the order up

missing-button = Missing list
missing-title = Missing articles
missing-declare = Declare missing
missing-text = What the customer asked for
missing-other = Something else
missing-add = Note it
missing-customer = Asked for by { $name }
missing-none = Nothing is missing at the moment.
missing-settle = Settled
