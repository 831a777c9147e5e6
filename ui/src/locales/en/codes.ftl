# Codes with a weight or a price, macro keys, notes to lines.
codes = Weight/price codes
codes-text = Labels of scales hold a price or a weight in their bar code. The first rule that reads the code and whose article exists wins. An article that carries the whole code always comes first.
codes-none = No rules
codes-none-text = Without a rule, a label of a scale stays an unknown code, to be resolved by hand.
code-new = New rule
code-edit = Rule { $pattern }
code-pattern = Pattern of the code
code-pattern-hint = 13 places: prefix 02 or 20 to 29, I item, P price or W weight (kg), V verifier, C check digit.
code-kind = Holds
code-kind-price = Price
code-kind-weight = Weight
code-decimals = Decimals
code-decimals-of = { $count ->
    [0] None
    [one] { $count } decimal
   *[other] { $count } decimals
}
code-active = Rule in use
code-order = Order
code-up = Move up
code-down = Move down
code-moved = Rule { $pattern }: place { $place } of { $count }.
code-saved = Rule { $pattern } saved. The tills already read this way.

code-test = Try a code
code-test-draft = Try this rule
code-test-label = Code, scanned or typed
code-test-hint = 13 digits, or 12 of a UPC.
code-test-none = Scan a label, or type its code: this is what the till would make of it.
code-test-labelled-price = A line at the price on the label.
code-test-labelled-weight = A line with the weight on the label.
code-test-exact = An article carries this whole code: it is sold as such, without a rule.
code-test-asks = The label does not say how much: a price or weight of nothing, or a unit of sale that does not fit. The line waits for an answer.
code-test-no-article = No article has the internal code { $item }. The line waits for an answer.
code-test-no-rule = No rule reads codes that begin like this.
code-test-no-rule-draft = This rule does not read codes that begin like this.
code-test-not-ean = This is not a code of 13 digits.
code-test-check-digit = The check digit is wrong: { $digit } is expected. The code was misread.
code-test-verifier = The verifier is wrong: { $digit } is expected. The code was misread, or the rule does not fit.
code-test-rule = Rule
code-test-item = Item read
code-test-article = Article
code-test-quantity = Quantity
code-test-amount = Price of the line
code-test-unit-price = Unit price

packet-price = price on the label
packet-weight = weight on the label
packet-fixed = Scan each label: the quantity is printed on it.
packet-found = Label: { $quantity } { $unit } · { $amount }

line-note-button = Note
line-note-key = Note to the line
line-note-title = Note · { $name }
line-note-label = Printed under the line
line-note-hint = { $left ->
    [one] { $left } character left
   *[other] { $left } characters left
}
order-note = Note to the order

macro-key = Macro key
macro-add = New key
macro-name = Name of the key
macro-color = Colour of the key
macro-command = Command
macro-unnamed = Give the key a name.
macro-technician = Only a technician adds, changes or removes a macro key. You can move it.
macro-cash-in = Cash in
macro-cash-out = Cash out
macro-open-drawer = Open the drawer
macro-park = Put aside
macro-recall = Recall
macro-price-check = Price?
macro-missing = Missing article
macro-search-tickets = Search tickets
macro-x-report = X report
macro-lock = Lock
