pilot-title = Manager
pilot-nav = Manager menu
pilot-shifts = Shifts
pilot-differences = Over/short
pilot-reports = X / Z
pilot-workstations = Tills
pilot-journal = Journal
pilot-no-right = This view needs the right to read reports.
pilot-more = Show more
pilot-period = Period
pilot-from = From
pilot-to = To
pilot-period-today = Today
pilot-period-yesterday = Yesterday
pilot-period-week = Last 7 days
pilot-period-month = Last 30 days
pilot-period-all = All time
pilot-period-custom = From… to…

pilot-open-now = Open
pilot-closed-before = Closed
pilot-none-open = No open shift.
pilot-none-closed = No shift has been closed yet.
pilot-shift = shift { $number }
pilot-shift-line = { $name } · { $opened }
pilot-shift-line-closed = { $name } · { $opened } – { $closed }
pilot-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
pilot-expected = expected { $amount }
pilot-difference-none = Right
pilot-back = Back to the list
pilot-remote-close = Close remotely
pilot-remote-close-right = Closing the shift of another workstation needs the right “close any shift”.
pilot-forgotten = Open since { $at }: count the drawer, then close this shift.
pilot-count-sheet = Count sheet
pilot-count-none = Counted as one total, without notes and coins.
pilot-count-row = { $count } ×
pilot-documents = Tickets of the shift
pilot-documents-none = No ticket in this shift.

pilot-differences-none = No difference in this period.
pilot-differences-nothing = No shift was closed in this period.
pilot-differences-right = { $count ->
    [one] The only closed shift is right.
   *[other] All { $count } closed shifts are right.
}
pilot-differences-summary = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
} in { $closed ->
    [one] { $closed } closed shift
   *[other] { $closed } closed shifts
}
pilot-missing = Missing
pilot-extra = Too much
pilot-sum = Total
pilot-largest-first = Largest first
pilot-by-user = By person
pilot-by-workstation = By workstation
pilot-column-count = Differences

pilot-x-all = X of all open workstations
pilot-x-none = No workstation is open: the last Z stands.
pilot-x-open = X by workstation
pilot-open-shifts = Open shifts
pilot-z-archive = Z reports
pilot-z-none = No Z report: it is made when a shift is closed.
pilot-z-name = Z { $number }
pilot-z-intact = Intact
pilot-z-broken = To be checked
pilot-z-help = Intact: the signature of the count verifies, and the shift has the amounts that were signed.
pilot-signature = signature { $extract }

pilot-no-workstation = No workstation.
pilot-shift-none = Closed
pilot-in-drawer = Expected in drawer
pilot-last-sale = Last sale
pilot-last-sale-none = no sale
pilot-printer-ready = Ready
pilot-printer-untried = Never tried
pilot-printer-printing = Printing
pilot-printer-blocked = Blocked
pilot-printer-unconfirmed = To be confirmed
pilot-printer-none = No printer
pilot-printer-waiting = { $count ->
    [one] { $count } paper waiting
   *[other] { $count } papers waiting
}
pilot-printer-last = last paper on { $at }
pilot-printer-confirm = Tell the till whether the paper came out.
pilot-see-shift = See the shift
pilot-inactive = Out of use
pilot-program = Program { $version } · fiscal rules { $fiscal }
pilot-program-fine = Check at start: nothing to report

pilot-event = Event
pilot-all-events = All events
pilot-when = When
pilot-who = Who
pilot-what = Event
pilot-detail = Signed detail
pilot-signature-column = Signature
pilot-journal-none = The journal is empty.
pilot-journal-help = Texts as they were signed, in French; amounts in cents.
pilot-by-program = the program

journal-10 = Numbering changed
journal-15 = Number series changed
journal-20 = Intermediate fiscal archive
journal-30 = Archive of the fiscal year
journal-40 = Signed out
journal-50 = Period closed
journal-60 = Year closed
journal-70 = Degraded mode started
journal-80 = Signed in
journal-90 = Integrity defect
journal-110 = Data exported
journal-120 = Degraded mode ended
journal-130 = Rights changed or overridden
journal-140 = Data imported
journal-170 = Drawer counted
journal-190 = Cancellation, return or credit note
journal-200 = Data purged
journal-240 = Maintenance
journal-250 = New version
journal-260 = Journal initialised
journal-270 = Compliance setting changed
journal-280 = Tax audit
journal-290 = Exchange with the accountant
journal-300 = Till setting changed
journal-320 = Sale abandoned
journal-330 = Closing started
journal-450 = New pair of keys
journal-901 = X report
journal-902 = Accounting export
journal-903 = Drawer opened without a sale
journal-910 = Amount that is not turnover
journal-920 = Training mode started
journal-921 = Training mode ended
journal-930 = Clock anomaly
journal-931 = Clock overridden
journal-940 = Backup restored
journal-941 = Break in the chain declared
journal-950 = Unclean shutdown
journal-960 = Key changed
journal-970 = Synchronisation conflict
