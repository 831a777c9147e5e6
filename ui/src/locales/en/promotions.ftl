promotions = Promotions
promotion-new = New promotion
promotions-none = No promotion: create the first one.
promotions-count = { $running ->
    [0] None running
    [one] { $running } running
   *[other] { $running } running
}
promotion-name = Name, printed on the ticket
promotion-effect = Offer
promotion-kind = Offer
promotion-kind-percent = Percentage
promotion-kind-fixed = Price
promotion-kind-pieces = n for m
promotion-rate = Discount in %
promotion-fixed-net = Promotional price (before tax)
promotion-fixed-gross = Promotional price (tax included)
promotion-pieces = Pieces taken
promotion-paid = Pieces paid
promotion-pieces-hint = “3 for 2”: 3 taken, 2 paid. For articles sold by the piece.
promotion-pieces-wrong = At least one piece is paid, and fewer than are taken.
promotion-percent-text = −{ $rate }
promotion-fixed-text = { $price }
promotion-pieces-text = { $pieces } for { $paid }
promotion-for = Applies to
promotion-scope-articles = Articles
promotion-scope-departments = Departments
promotion-scope-everything = Whole shop
promotion-scope-hint = Fees are never in a promotion.
promotion-articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
promotion-add-article = Add an article
promotion-add-article-hint = Type or scan a code.
promotion-remove-article = Remove { $name }
promotion-no-article = No article chosen.
promotion-no-department = There is no department yet.
promotion-first-day = First day
promotion-last-day = Last day, included
promotion-days-wrong = The last day comes before the first.
promotion-days = Days
promotion-days-text = { $first } to { $last }
promotion-upcoming = Upcoming
promotion-running = Running
promotion-past = Past
promotion-end = End now
promotion-delete = Delete
promotion-ended = “{ $name }” has ended.
promotion-deleted = “{ $name }” is deleted.
promotion-end-sure = End “{ $name }”? Lines already entered keep their price.
promotion-delete-sure = Delete “{ $name }”?
promotion-until = until { $day }

price-lists = Price lists
price-list = Price list
price-list-new = New price list
price-lists-none = No price list: every customer pays the public price.
price-lists-none-text = A price list gives other prices to the customers to whom you assign it, for example “Trade”.
price-list-active = Applied to sales
price-list-articles = Articles
price-list-customers = Customers
price-list-public = Public price
price-list-none-hint = Empty: public price.
price-list-of-line = { $name } price

article-price-lists = Prices by price list
article-next-price = Price to come
article-next-from = From
article-next-hint = The new price applies by itself as soon as that day begins.
article-next-incomplete = Give the price and a day after today.
article-tax-on-site = Tax on site
article-tax-delivered = Tax delivered
article-tax-same = As for takeaway

line-regular = Regular price
tile-promotion = On promotion: { $name }
price-offers = Promotions running
