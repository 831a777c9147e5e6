# Options of the till.
options-title = Till options
options-till = At the till
options-service = Ask “on site, delivered, takeaway”
options-service-hint = For articles whose tax depends on how they are served.
options-accuracy = Price accuracy policy
options-accuracy-hint = Untick only if the price is on each article.
options-limits = Without a supervisor
options-limits-text = Up to these limits a cashier decides alone.
options-discount-limit = Greatest discount (%)
options-write-off-limit = Greatest difference given up
options-write-off-hint = “Profit and loss”: what a payment lacks and nobody will claim.
options-not-a-share = Between 0 and 100
options-reasons = Reasons offered
options-discount-reasons = For a discount
options-return-reasons = For a return or a cancellation
options-reasons-hint = One reason a line, in the order shown.
options-saved = Options saved

# Company.
company = Company
company-text = Below each field: where it is printed. All of it is signed as well: it holds for the next documents, those that exist keep theirs, and each change is noted in the journal.
company-saving = Saving…
company-saved = Company saved
