display-title = Customer display
display-welcome = Welcome
display-lines = Your purchase
display-unknown = Article to be identified
display-discount = Discount
display-discounts = Discounts
display-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
display-net = Before taxes
display-total = Total
display-due = Left to pay
display-change = Change
display-thanks = Thank you
display-printed-on-request = Your receipt is printed on request.
display-setting = Customer display
display-setting-hint = A second window, full screen on this computer’s second screen, shows the sale to the customer.
display-open = Open the display
