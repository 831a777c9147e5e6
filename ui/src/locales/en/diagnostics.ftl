diag-title = Diagnostics
diag-speed = Speed of this till
diag-print = Print the receipt
diag-span = Period of the measurements
diag-total = Since installation
diag-today = Today
diag-since = Measured since { $day }.
diag-nothing = Nothing has been measured at this workstation yet: the figures come with the sales.
diag-what = Measured
diag-count = Count
diag-worst = Slowest
diag-above = above the target
diag-within = target met
diag-kind-scan-to-line = Scan → line on the screen
diag-kind-seal = Validation, signed and written
diag-kind-print = Proven print
diag-kind-article-search = Article search
diag-kind-document-search = Invoice search
diag-percentiles = p50: one measurement in two is as fast; p99: 99 in 100. Percentiles may be above the true value by a sixteenth at most.
diag-devices = Devices
diag-printer = Ticket printer
diag-drawer = Cash drawer
diag-drawer-there = Plugged into the printer.
diag-drawer-reason = Drawer test (diagnostics)
diag-scanner = Code scanner
diag-scanner-field = Scan a code, or type one and press Enter
diag-scanner-waiting = Nothing has arrived yet.
diag-scanner-scan = Recognised as a scanner
diag-scanner-person = Recognised as typing
diag-scanner-keys = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
diag-scanner-speed = { $count ->
    [one] { $count } character
   *[other] { $count } characters
} in { $duration }
diag-program = Program and data
diag-version = Version
diag-fiscal = Fiscal version
diag-schema = Database schema
diag-started = Last start
diag-database = Database
diag-wal = Write-ahead log
diag-free = Free disk space
diag-unknown = unknown
diag-keys = Signing keys
diag-keys-strong = System key ring
diag-keys-weak = Weak: files
diag-keys-weak-text = The keys are in files of this computer, for want of a key ring. Signatures stay valid; whoever reads these files under this account could sign.
diag-workstation = Workstation
diag-no-workstation = No workstation yet.
print-kind-speed = Speed receipt
print-kind-key-slip = Key fingerprint
