# Accurate pricing, shelf labels, language of customers, representatives, couriers.
shelf-button = Shelf price
shelf-title = Price accuracy · { $name }
shelf-price = Labelled price of one
shelf-apply = Apply
shelf-rule = Labelled up to { $amount }: one item is free. Labelled higher: { $amount } off. Once for identical items.
shelf-exclusions = No compensation, labelled price only
shelf-nothing-due = Nothing is due: the till does not ask for more than the label.
shelf-free = One item is free.
shelf-reduced = { $amount } off one item.
shelf-only = The labelled price, without compensation ({ $reason }).
shelf-scanned = At the till
shelf-labelled = At the labelled price
shelf-indemnity = Compensation
shelf-pays = Customer pays
exclusion-no-barcode = no bar code
exclusion-already-compensated = identical item
exclusion-clothing = Clothing
exclusion-milk = Cow’s milk
exclusion-tobacco = Tobacco
exclusion-alcohol = Alcohol at minimum price
exclusion-drug = Excluded drug
exclusion-corrected-advertisement = Corrected advertisement
labels-title = Labels to correct
labels-summary =
    { $count ->
        [0] none to correct
        [one] { $count } to correct
       *[other] { $count } to correct
    }
labels-badge =
    { $count ->
        [one] { $count } label to correct
       *[other] { $count } labels to correct
    }
labels-none = No label to correct.
labels-none-text = A label comes here when the till applies price accuracy.
labels-shown = Labelled
labels-right = Right price
labels-count = Times
labels-times = { $count } ×
labels-seen = Seen
labels-wrong = To correct
labels-corrected = Corrected { $at } · { $name }
labels-settle = Corrected
labels-reopen = Not corrected
labels-done = Label corrected: “{ $name }”.
customer-language = Language of receipts
customer-english = Receipt in English
representative = Representative
representatives = Representatives
representative-none = None
representative-new = New representative
representative-rate = Commission
representative-rate-percent = Commission (%)
representative-rate-hint = On what their customers buy, before tax, less what they bring back.
representative-rate-wrong = A rate from 0 to 100.
representative-active = May be chosen
representatives-none = No representative.
representatives-none-text = A representative looks after customers and earns a commission on what they buy.
commission = Commission
commission-from = From
commission-to = To
commission-sold = Sold before tax
commission-returned = Returned before tax
commission-base = Base
commission-total = Commissions: { $amount }
couriers = Couriers
couriers-none = No courier.
courier-new = New courier
courier-active = May be chosen
setup-seller = Nobody sells: no active user is a seller.
setup-seller-link = Create a seller
