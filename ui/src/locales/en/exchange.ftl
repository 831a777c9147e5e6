exchange-start = Exchange
exchange-band = Taken back: { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
exchange-from = from ticket { $number } · { $reason }
exchange-without = without ticket · { $reason }
exchange-details = What is taken back
exchange-remove = Remove what is taken back
exchange-removed = Nothing is taken back any more.
exchange-scan-next = Now scan what the customer takes instead.
exchange-credit = Articles taken back
exchange-unpaid = The rest of their worth was never paid: it is no longer owed.
exchange-due = Left to pay
exchange-give = To give back
exchange-give-amount = Give back { $amount }
exchange-finish = Exchange, no difference
exchange-title = Give the difference back
exchange-rounded = In cash (rounded)
exchange-equal = The articles are worth the same: nothing to pay, nothing to give back.
exchange-returned = Return
exchange-of = Exchanged with
exchange-print = Both tickets
drawer-short = The drawer probably holds less cash than that. Check before you give it back.
