-- Accounts, frozen exports of entries, reports to the administration (fiscal.md 4.3 and 5).

-- The accounts that the shop chose instead of the defaults, as JSON by use.
ALTER TABLE shop ADD COLUMN accounting TEXT;

-- A corrected balance («COR», COR-15).
ALTER TABLE account_entry ADD COLUMN correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1));

-- An export: its days and lines are frozen with every name that its files say, so that they come out the same for ever.
CREATE TABLE accounting_batch (
  id BLOB PRIMARY KEY, number INTEGER NOT NULL UNIQUE, from_day TEXT NOT NULL, to_day TEXT NOT NULL, siren TEXT NOT NULL,
  sha256 TEXT NOT NULL,               -- of the FEC
  user_id BLOB NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A day is exported once (R-22).
CREATE TABLE accounting_day (day TEXT PRIMARY KEY, batch_id BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE accounting_line (
  entry INTEGER NOT NULL,             -- continuous over all exports
  n INTEGER NOT NULL, batch_id BLOB NOT NULL, journal TEXT NOT NULL, journal_label TEXT NOT NULL, day TEXT NOT NULL, workstation_id BLOB,
  piece TEXT NOT NULL, account TEXT NOT NULL, account_label TEXT NOT NULL, auxiliary TEXT NOT NULL, auxiliary_label TEXT NOT NULL,
  label TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('money', 'customer', 'sales', 'tax', 'difference')),
  debit INTEGER NOT NULL CHECK (debit >= 0), credit INTEGER NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX accounting_line_by_batch ON accounting_line (batch_id, entry, n);
CREATE INDEX accounting_line_by_day ON accounting_line (day, role);

-- E-reporting: each computed report with the hash of the tickets and settings that it was made from (R-21).
CREATE TABLE ereport (
  id BLOB PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('IN', 'RE')), from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  siren TEXT NOT NULL, currency TEXT NOT NULL, inputs TEXT NOT NULL, user_id BLOB NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ereport_by_period ON ereport (from_day, to_day, number);
CREATE TABLE ereport_line (
  report_id BLOB NOT NULL, day TEXT NOT NULL, category TEXT NOT NULL CHECK (category IN ('TLB1', 'TPS1', 'TNT1', 'TMA1')), rate INTEGER NOT NULL,
  transactions INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL, PRIMARY KEY (report_id, day, category, rate)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER accounting_batch_no_upd BEFORE UPDATE ON accounting_batch BEGIN SELECT RAISE(ABORT, 'accounting_batch: immutable'); END;
CREATE TRIGGER accounting_batch_no_del BEFORE DELETE ON accounting_batch BEGIN SELECT RAISE(ABORT, 'accounting_batch: immutable'); END;
CREATE TRIGGER accounting_batch_no_rep BEFORE INSERT ON accounting_batch
  WHEN EXISTS (SELECT 1 FROM accounting_batch WHERE id = NEW.id OR number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'accounting_batch: duplicate'); END;
CREATE TRIGGER accounting_day_no_upd BEFORE UPDATE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day: immutable'); END;
CREATE TRIGGER accounting_day_no_del BEFORE DELETE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day: immutable'); END;
CREATE TRIGGER accounting_day_no_rep BEFORE INSERT ON accounting_day WHEN EXISTS (SELECT 1 FROM accounting_day WHERE day = NEW.day)
  BEGIN SELECT RAISE(ABORT, 'accounting_day: duplicate'); END;
CREATE TRIGGER accounting_line_no_upd BEFORE UPDATE ON accounting_line BEGIN SELECT RAISE(ABORT, 'accounting_line: immutable'); END;
CREATE TRIGGER accounting_line_no_del BEFORE DELETE ON accounting_line BEGIN SELECT RAISE(ABORT, 'accounting_line: immutable'); END;
CREATE TRIGGER accounting_line_no_rep BEFORE INSERT ON accounting_line
  WHEN EXISTS (SELECT 1 FROM accounting_line WHERE entry = NEW.entry AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'accounting_line: duplicate'); END;
CREATE TRIGGER ereport_no_upd BEFORE UPDATE ON ereport BEGIN SELECT RAISE(ABORT, 'ereport: immutable'); END;
CREATE TRIGGER ereport_no_del BEFORE DELETE ON ereport BEGIN SELECT RAISE(ABORT, 'ereport: immutable'); END;
CREATE TRIGGER ereport_no_rep BEFORE INSERT ON ereport WHEN EXISTS (SELECT 1 FROM ereport WHERE id = NEW.id OR number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'ereport: duplicate'); END;
CREATE TRIGGER ereport_line_no_upd BEFORE UPDATE ON ereport_line BEGIN SELECT RAISE(ABORT, 'ereport_line: immutable'); END;
CREATE TRIGGER ereport_line_no_del BEFORE DELETE ON ereport_line BEGIN SELECT RAISE(ABORT, 'ereport_line: immutable'); END;
CREATE TRIGGER ereport_line_no_rep BEFORE INSERT ON ereport_line
  WHEN EXISTS (SELECT 1 FROM ereport_line WHERE report_id = NEW.report_id AND day = NEW.day AND category = NEW.category AND rate = NEW.rate)
  BEGIN SELECT RAISE(ABORT, 'ereport_line: duplicate'); END;

-- What happened in a day apart from documents: on customers' accounts, and between payment methods.
CREATE INDEX account_entry_alone ON account_entry (at_ms) WHERE document_id IS NULL;
CREATE INDEX payment_correction_by_time ON payment_correction (at_ms);
