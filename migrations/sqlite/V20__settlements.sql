-- Corrections of a payment method (fiscal.md 1.7), the proof of compliance, and which workstations run.

-- Each leg of a pair: the first takes the method back (the payment keeps its id), the second puts the right one in its place.
-- Derived from the signed settlements, for querying; the ticket and its payments stay as they were validated.
CREATE TABLE payment_correction (
  number TEXT PRIMARY KEY, pair TEXT NOT NULL, leg INTEGER NOT NULL CHECK (leg IN (1, 2)),
  document_id BLOB NOT NULL, workstation_id BLOB NOT NULL, shift_id BLOB NOT NULL, user_id BLOB NOT NULL,
  business_day TEXT NOT NULL, at_ms INTEGER NOT NULL, payment_id BLOB NOT NULL, method_id BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  amount INTEGER NOT NULL, received INTEGER NOT NULL, change INTEGER NOT NULL, rounding INTEGER NOT NULL,
  card_last4 TEXT CHECK (card_last4 IS NULL OR length(card_last4) = 4), reference TEXT, nature TEXT,
  reason TEXT NOT NULL, extract TEXT NOT NULL, global_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_correction_by_document ON payment_correction (document_id);
CREATE INDEX payment_correction_by_shift ON payment_correction (shift_id);
CREATE TRIGGER payment_correction_no_upd BEFORE UPDATE ON payment_correction BEGIN SELECT RAISE(ABORT, 'payment_correction: immutable'); END;
CREATE TRIGGER payment_correction_no_del BEFORE DELETE ON payment_correction BEGIN SELECT RAISE(ABORT, 'payment_correction: immutable'); END;
CREATE TRIGGER payment_correction_no_rep BEFORE INSERT ON payment_correction WHEN EXISTS (SELECT 1 FROM payment_correction WHERE number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'payment_correction: duplicate'); END;

-- What corrections moved into or out of the cash that a drawer must hold.
ALTER TABLE shift ADD COLUMN cash_corrected INTEGER NOT NULL DEFAULT 0;

-- Category and number of the certificate (NF525, LNE); null or empty: the editor's individual attestation (D-58).
ALTER TABLE shop ADD COLUMN certificate TEXT;

-- The workstations that run on this device. A row that is still there when the program starts was left by a crash, and that is
-- journaled then (JET 950).
CREATE TABLE workstation_run (
  workstation_id BLOB PRIMARY KEY, since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
