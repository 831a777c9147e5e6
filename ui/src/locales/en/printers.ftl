# Looking for printers.
printer-search = Look for printers
printer-search-again = Look again
printer-searching = Searching the network: { $done } of { $total } addresses
printer-search-stop = Stop
printer-found = Printers found
printer-found-text = Choose one, then print the test ticket: only that proves it is the right one.
printer-found-none = No printer answered. Is it switched on, and on the same network? The address can also be typed.
