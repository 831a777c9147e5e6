# Accurate pricing after the sale.
claim-open = Lower label
claim-title = Price accuracy
claim-text = The customer comes back with the ticket: what was due at the till is given back, taxes included. They keep the article.
claim-should-pay = Should have paid
claim-back = Lines of the ticket
claim-done = Price corrected
