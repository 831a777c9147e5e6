import-kind = Content of the file
import-kind-articles = Articles
import-kind-customers = Customers
import-existing = { $kind ->
    [customers] Customers already known
   *[articles] Articles already known
}
import-existing-update = Update
import-existing-skip = Skip
import-choose = Choose a file
import-drop = { $kind ->
    [customers] Drop the file of your customers here
   *[articles] Drop the file of your articles here
}
import-formats = CSV, XLSX or ODS. Encoding, delimiter and decimal sign are recognised; nothing is written before you confirm.
import-columns-hint = { $kind ->
    [customers] At least the name or the company is needed. A customer is known by the code or the e-mail address.
   *[articles] At least the designation and the price are needed. An article is known by its bar code or code.
}
import-other-file = Other file
import-analysing = Reading the file…
import-offline = No link: a file can neither be analysed nor imported for now.
import-preview = Preview of the import
import-format = Format
import-encoding = Encoding
import-delimiter = Delimiter
import-semicolon = semicolon
import-comma = comma
import-point = point
import-tab = tab
import-bar = vertical bar
import-decimal = Decimal sign
import-mapping = Columns of the file
import-column = Column { $number }
import-ignore = Do not import
import-rows = Rows
import-created = To create
import-updated = To update
import-skipped = To skip
import-new-departments = New departments
import-rejected = Rejected
import-missing = Say which column holds: { $fields }.
import-department-names = Departments to create: { $names }
import-sample = Preview ({ $count })
import-rejected-rows = Rejected ({ $count })
import-no-rows = No row can be imported.
import-none-rejected = No row is rejected.
import-line = Line
import-column-name = Column
import-value = Value
import-reason = Reason
import-first-line = first on line { $line }
import-download = Download the rejected rows
import-rejected-file = rejected
import-start = { $kind ->
    [customers] { $count ->
        [one] Import { $shown } customer
       *[other] Import { $shown } customers
    }
   *[articles] { $count ->
        [one] Import { $shown } article
       *[other] Import { $shown } articles
    }
}
import-preparing = Preparing…
import-progress = { $done } rows of { $total }
import-cancel = Cancel the import
import-stopping = Stopping…
import-whole = All is written, or nothing: cancelling leaves everything as it was.
import-done = The import is finished.
import-were-created = Created
import-were-updated = Updated
import-were-skipped = Skipped
import-cancelled = The import is cancelled: nothing has changed.
import-failed = The import failed: nothing has changed.
import-see-articles = See the articles
import-see-customers = See the customers

import-field-barcode = Bar code
import-field-code = Code
import-field-name = { $kind ->
    [customers] Name
   *[articles] Designation
}
import-field-department = Department
import-field-price = Price
import-field-tax = Tax
import-field-unit = Unit
import-field-stock = Stock
import-field-first-name = First name
import-field-company = Company
import-field-address = Address
import-field-postcode = Postcode
import-field-city = City
import-field-country = Country
import-field-phone = Phone
import-field-email = E-mail
import-field-siret = SIRET
import-field-siren = SIREN
import-field-vat-number = VAT number
import-field-neq = NEQ
import-field-note = Note
import-business = SIRET, SIREN, VAT, NEQ

import-reason-missing-name = The name is missing.
import-reason-missing-price = The price is missing.
import-reason-bad-number = This is not a number.
import-reason-ambiguous-number = The sign may be decimal or part thousands: it cannot be told.
import-reason-too-many-decimals = Too many decimals.
import-reason-negative = The price is negative.
import-reason-too-large = The number is too large.
import-reason-ean-check-digit = The check digit of the bar code is wrong.
import-reason-ean-length = The bar code has a wrong number of digits.
import-reason-ean-not-digits = The bar code holds something else than digits.
import-reason-ean-rounded = A spreadsheet has rounded the last digits of the bar code.
import-reason-unknown-tax = No tax of the shop has this rate.
import-reason-duplicate-barcode = The bar code stands higher up in the file.
import-reason-duplicate-code = The code stands higher up in the file.
import-reason-duplicate-email = The e-mail address stands higher up in the file.
import-reason-same-customer = A row higher up is about this customer already.
import-reason-ambiguous-customer = The code and the e-mail name several customers.
import-reason-bad-email = This is not an e-mail address.
import-reason-bad-country = Unknown country (its two-letter code will do).
import-reason-bad-postcode = Five digits are needed; the leading zero may be lost.
import-reason-rounded = A spreadsheet has rounded the last digits.
import-reason-bad-business-number = The SIRET or SIREN is wrong (length or key).
import-reason-siren-mismatch = The SIREN is not that of the SIRET.
import-reason-bad-vat-number = The VAT number is wrong (country, length or key).
import-reason-bad-neq = The NEQ is wrong (ten digits from 11, 22, 33 or 88).
import-reason-card-number = The number of a payment card is kept nowhere.
import-reason-too-long = The text is too long.
import-reason-extra-cells = The row has more cells than headers.
