# Backup and restore (S-03).
backups = Backup and restore
backup-now = Back up now
backup-first = Back up first
backup-first-done = Backed up at { $time }
backup-none = No backup yet
backup-first-tonight = First backup tonight at { $time }
backup-first-at = First backup on { $moment }
backup-next = Next backup: { $moment }
backup-next-soon = Next backup: now
backup-late = No backup for more than a day
backup-fine = Backed up { $age }
backup-age-now = just now
backup-age-minutes = { $count ->
    [one] a minute ago
   *[other] { $count } minutes ago
}
backup-age-hours = { $count ->
    [one] an hour ago
   *[other] { $count } hours ago
}
backup-age-days = { $count ->
    [one] a day ago
   *[other] { $count } days ago
}
backup-places = Where backups go
backup-place-local = This computer
backup-place-second = Second folder
backup-place-same-disk = On the same disk as the data: a disk that fails takes both. Set a second folder.
backup-place-never = No backup here
backup-place-failed = { $problem } (tried { $moment })
backup-problem-missing = The folder is not there: plug in the stick or disk, or check the network.
backup-problem-read-only = The folder refuses to write.
backup-problem-full = There is no room left. The backups made before are kept.
backup-problem-damaged = The copy does not verify. Call support before you go on.
backup-problem-passphrase = The passphrase is missing on this computer.
backup-problem-other = The backup could not be written. It will be tried again by itself.
backup-settings = Settings
backup-second = Second folder (another disk, USB stick, network folder)
backup-second-hint = A complete path. Leave empty to keep only the copies on this computer.
backup-every = While selling, every (minutes)
backup-daily = Every day at
backup-encrypt = Encrypt backups with a passphrase
backup-passphrase = Passphrase
backup-passphrase-kept = A passphrase is kept on this computer. Leave empty to keep it.
backup-passphrase-hint = At least twelve characters. Kept with the keys of this computer, never in the data.
backup-passphrase-warning = Write the passphrase down somewhere other than this computer: without it nobody can open these backups, not even the publisher.
backup-saved = Settings saved. A backup is starting.
backup-list = Backups
backup-tickets = Tickets
backup-encrypted = Encrypted
backup-plain = Plain
backup-before-upgrade = Before an upgrade
backup-before-restore = Before a restore
backup-unknown = —
backup-kept = Kept: the last of each of the last 24 hours, 14 days and 12 months.
backup-restore-this = Restore…
backup-job-waiting = Waiting
backup-job-copying = Copying the data
backup-job-checking = Reading the copy
backup-job-storing = Writing the backup
backup-job-verifying = Verifying signatures
backup-job-stop = Stop
backup-job-backup = Backup under way
backup-job-drill = Restore drill under way
backup-job-check = Check of the backup under way
drill = Restore drill
drill-now = Check now
drill-none = No drill yet: the first one follows the first backup.
drill-text = The last backup is restored into a scratch file, every signature in it is verified, then its counts are compared with the shop’s.
drill-good = Restore verified on { $moment }, { $missing ->
    [0] 0 tickets missing
    [one] { $missing } ticket missing
   *[other] { $missing } tickets missing
}
drill-counts = { $tickets ->
    [0] no ticket
    [1] 1 ticket
   *[other] { $tickets } tickets
  } · { $records } signed records · { $total }
drill-next = Next drill: { $moment }
drill-problem-no-backup = There is no backup to restore.
drill-problem-unreadable = The backup cannot be read.
drill-problem-passphrase = The passphrase kept here does not open the backup.
drill-problem-damaged = The backup is damaged.
drill-problem-chain = A record in the backup does not verify.
drill-problem-different = The backup does not hold what the shop holds.
drill-failed = Failed on { $moment }: { $problem }
drill-history = Earlier drills
restore = Restore a backup
restore-text = The chosen file is first copied, read and verified. Nothing changes before you agree.
restore-folder = Folder (USB stick, disk, network)
restore-search = Search
restore-none = No backup in this folder.
restore-passphrase = Passphrase of this backup
restore-passphrase-hint = Empty: the one that this computer keeps.
restore-check = Check this backup
restore-again = Choose another backup
restore-ready = This backup is whole and all its signatures are verified.
restore-shop = Shop
restore-state = Ends at
restore-last-ticket = Last ticket
restore-no-ticket = none
restore-records = Signed records
restore-total = Total of the tickets
restore-upgraded = It comes from an older version and was brought up to date in the copy.
restore-missing = { $count ->
    [0] No ticket is missing against the data in place.
    [one] One ticket of the data in place is missing from this backup.
   *[other] { $count } tickets of the data in place are missing from this backup.
}
restore-missing-unknown = The data in place cannot be read: what is missing cannot be told.
restore-consequence = The data in place is kept beside, as “comptoir-avant-restauration”. The journal records the restore, and missing numbers are declared there. This is not a way to undo sales.
restore-apply = Restore and restart
restore-applied = The backup takes its place at the next start.
restore-restart = Close Comptoir and open it again.
rescue-title = The till cannot be opened
rescue-text = The data stays as it is. You can try again, call support, or go on from a backup.
rescue-retry = Try again
wizard-restore = Restore a backup
wizard-restore-text = You are changing computers, or this one had to be set up again.
