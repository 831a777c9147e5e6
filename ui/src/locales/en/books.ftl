# Keys and anchors: the state of the signed books.
books = Keys and anchors
books-intro = Each workstation signs its records with a key. Where they end is noted outside the database, so that a backup put back does not go unnoticed.
books-empty = No workstation has signed yet.
books-keys-weak = This computer has no key ring: the keys are weakly protected.
books-records = { $count ->
    [one] 1 record
   *[other] { $count } records
}
books-key-ready = Key in place
books-key-missing = Key missing
books-key-foreign = Another key
books-fingerprint = Key fingerprint
books-key-since = { $keys ->
    [one] Since record { $from }
   *[other] Since record { $from } · { $keys } keys in all
}
books-anchor-keyring = Anchor in the key ring
books-anchor-file = Anchor in the file
books-anchor-holds = Holds
books-anchor-absent = Missing
books-anchor-untrusted = Unreadable or forged
books-anchor-ahead = Further than the database
books-anchor-contradicts = Contradicts the database
books-anchor-at = no. { $position } · { $at }
books-gap = Records { $from } to { $to } declared lost (no. { $at })
books-rotate = Change the key
books-rotated = New key in place, signed by the old one.
books-slip = Print the fingerprint
books-slip-sent = The fingerprint is on its way to the workstation’s printer.
books-defects = { $count ->
    [one] 1 defect found
   *[other] { $count } defects found
}
books-defect = Record no. { $position } · seen { $at }
books-defects-known = A manager has taken note: sales go on. Nothing is corrected in the records.
books-defects-open = Sales at this workstation wait for a manager to take note. Support can tell what happened; nothing will be signed again.
books-acknowledge = Take note and resume sales
books-acknowledged = Noted. Sales may resume.
books-missing = Records { $from } to { $to } are missing
books-missing-text = An older backup was probably put back. Nothing can be signed before you decide. If there is a newer copy of the database (another disk, a USB stick, an “avant-restauration” file), fetch from it first.
books-forked = Two copies have gone on separately
books-forked-text = Record no. { $to } exists twice, and differs. This workstation can number no more: retire it, then create another one under Workstations.
books-key-lost-text = This workstation’s key is not on this computer: people can sign in, not sell. Create a new key; the journal will say who did and why.
books-path = File of the other copy
books-path-hint = Full path on this computer, for example E:\comptoir\comptoir.db
books-examine = Examine
books-fetch = Fetch what is missing
books-fetched = The records are back and verify.
books-offer = { $code }: the database ends at no. { $found }, the file goes up to no. { $offered }.
books-offer-conflict = { $code }: the file differs from no. { $position } on.
books-offer-complete = Everything comes back: records, documents, shifts and stock.
books-offer-records = Only the signed records come back: this database has changed since. Documents will not be rebuilt.
books-reason = What happened?
books-reason-hint = Signed into the journal.
books-declare = Declare these records lost
books-declared = The gap is declared. Numbers go on after the lost ones.
books-retire = Retire this workstation
books-retired = The workstation is retired.
books-new-key = Create a new key
books-new-key-done = New key in place. Sales may resume.
books-or = Otherwise, as a last resort:
