-- Closings of days, months and fiscal years (fiscal.md 1.4), and the sums that they freeze.

-- When the worker closes the day before (local hour, 0 to 6), and the month in which the fiscal year begins.
ALTER TABLE shop ADD COLUMN closing_hour INTEGER;
ALTER TABLE shop ADD COLUMN year_start INTEGER;

-- The running sums of each workstation and day of trade, moved with every record that a closing counts: a closing reads them
-- and no ticket. They are those of the closing that took them, and of none (0) until then; what is dated on a day after its
-- closing waits for the next one.
CREATE TABLE trading_day (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, first_at TEXT, last_at TEXT,
  first_ticket TEXT, last_ticket TEXT, last_ms INTEGER, tickets INTEGER NOT NULL DEFAULT 0, invoices INTEGER NOT NULL DEFAULT 0,
  sales INTEGER NOT NULL DEFAULT 0, sold INTEGER NOT NULL DEFAULT 0, returns INTEGER NOT NULL DEFAULT 0, returned INTEGER NOT NULL DEFAULT 0,
  cancellations INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, discounted INTEGER NOT NULL DEFAULT 0,
  discounts INTEGER NOT NULL DEFAULT 0, duplicates INTEGER NOT NULL DEFAULT 0, drawer_openings INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (terminal_id, day, closing)
) STRICT, WITHOUT ROWID;
CREATE INDEX trading_day_open ON trading_day (terminal_id, day) WHERE closing = 0;
CREATE TABLE trading_day_tax (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, code TEXT NOT NULL, rate INTEGER NOT NULL,
  name TEXT NOT NULL, letter TEXT NOT NULL, base INTEGER NOT NULL, amount INTEGER NOT NULL, gross INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, day, closing, code, rate)
) STRICT, WITHOUT ROWID;
CREATE INDEX trading_day_tax_open ON trading_day_tax (terminal_id, day) WHERE closing = 0;
CREATE TABLE trading_day_method (
  terminal_id TEXT NOT NULL, day TEXT NOT NULL, closing INTEGER NOT NULL DEFAULT 0, method_id BLOB NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, count INTEGER NOT NULL, amount INTEGER NOT NULL, rounding INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, day, closing, method_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX trading_day_method_open ON trading_day_method (terminal_id, day) WHERE closing = 0;

-- Closed periods, one row for each; what they say is in the signed records that the row names.
CREATE TABLE closing (
  id BLOB PRIMARY KEY, terminal_id TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('JOUR','MOIS','EXERCICE')),
  period_key TEXT NOT NULL, number INTEGER NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL, closed_ms INTEGER NOT NULL,
  user_id BLOB, tickets INTEGER NOT NULL, total INTEGER NOT NULL, gtp_real_cents INTEGER NOT NULL, gtp_abs_cents INTEGER NOT NULL,
  gt_seq INTEGER NOT NULL, archive_seq INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, link_global TEXT NOT NULL,
  anomaly INTEGER NOT NULL, extract TEXT NOT NULL,
  UNIQUE (terminal_id, scope, period_key), UNIQUE (terminal_id, scope, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_by_moment ON closing (closed_ms);
CREATE INDEX closing_by_archive ON closing (terminal_id, archive_seq);
CREATE TRIGGER closing_no_upd BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing: immutable'); END;
CREATE TRIGGER closing_no_del BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing: immutable'); END;
CREATE TRIGGER closing_no_rep BEFORE INSERT ON closing WHEN EXISTS (SELECT 1 FROM closing WHERE id = NEW.id
    OR (terminal_id = NEW.terminal_id AND scope = NEW.scope AND (period_key = NEW.period_key OR number = NEW.number)))
  BEGIN SELECT RAISE(ABORT, 'closing: duplicate'); END;

-- A person said that the clock is right: JET 930 for a jump ahead, JET 931 for a clock behind the last record.
CREATE TABLE clock_acceptance (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL, event INTEGER NOT NULL CHECK (event IN (930, 931)),
  at_ms INTEGER NOT NULL, user_id BLOB NOT NULL, PRIMARY KEY (terminal_id, global_seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER clock_acceptance_no_upd BEFORE UPDATE ON clock_acceptance BEGIN SELECT RAISE(ABORT, 'clock_acceptance: immutable'); END;
CREATE TRIGGER clock_acceptance_no_del BEFORE DELETE ON clock_acceptance BEGIN SELECT RAISE(ABORT, 'clock_acceptance: immutable'); END;
CREATE TRIGGER clock_acceptance_no_rep BEFORE INSERT ON clock_acceptance
  WHEN EXISTS (SELECT 1 FROM clock_acceptance WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'clock_acceptance: duplicate'); END;

-- Days of trade of shops that sold before there were closings: the sums of their documents, as the reducer would have kept them.
CREATE TEMP VIEW sold_before AS
  SELECT d.*, r.terminal_id, json_object('ts_utc', r.ts_utc, 'ts_local', r.ts_local, 'utc_off_min', r.utc_off_min) AS stamp
  FROM document d JOIN fiscal_terminal w ON replace(w.terminal_id, '-', '') = lower(hex(d.workstation_id))
  JOIN fiscal_record r ON r.terminal_id = w.terminal_id AND r.global_seq = d.global_seq;
INSERT INTO trading_day (terminal_id, day, last_ms, invoices)
  SELECT terminal_id, business_day, max(at_ms), count(*) FILTER (WHERE kind = 'invoice') FROM sold_before GROUP BY 1, 2;
UPDATE trading_day SET (first_at, first_ticket) = (SELECT stamp, number FROM sold_before s WHERE s.kind = 'ticket'
    AND s.terminal_id = trading_day.terminal_id AND s.business_day = trading_day.day ORDER BY s.global_seq LIMIT 1),
  (last_at, last_ticket) = (SELECT stamp, number FROM sold_before s WHERE s.kind = 'ticket'
    AND s.terminal_id = trading_day.terminal_id AND s.business_day = trading_day.day ORDER BY s.global_seq DESC LIMIT 1),
  (tickets, sales, sold, returns, returned, cancellations, cancelled, discounted, discounts, total) = (
    SELECT count(*), count(*) FILTER (WHERE operation = 'VENTE'), coalesce(sum(total) FILTER (WHERE operation = 'VENTE'), 0),
      count(*) FILTER (WHERE operation = 'RETOUR'), coalesce(sum(total) FILTER (WHERE operation = 'RETOUR'), 0),
      count(*) FILTER (WHERE operation = 'ANNULATION'), coalesce(sum(total) FILTER (WHERE operation = 'ANNULATION'), 0),
      count(*) FILTER (WHERE discounts <> 0), coalesce(sum(discounts), 0), coalesce(sum(total), 0)
    FROM sold_before s WHERE s.kind = 'ticket' AND s.terminal_id = trading_day.terminal_id AND s.business_day = trading_day.day);
INSERT INTO trading_day (terminal_id, day, duplicates, drawer_openings)
  SELECT terminal_id, substr(ts_local, 1, 4) || '-' || substr(ts_local, 5, 2) || '-' || substr(ts_local, 7, 2),
    count(*) FILTER (WHERE chain = 'DUPLICATA'), count(*) FILTER (WHERE chain = 'JET')
  FROM fiscal_record WHERE chain = 'DUPLICATA' OR (chain = 'JET' AND kind = '903') GROUP BY 1, 2
  ON CONFLICT DO UPDATE SET duplicates = excluded.duplicates, drawer_openings = excluded.drawer_openings;
INSERT INTO trading_day_tax SELECT s.terminal_id, s.business_day, 0, t.code, t.rate, t.name, t.letter, sum(t.base), sum(t.amount), sum(t.gross)
  FROM sold_before s JOIN document_tax t ON t.document_id = s.id GROUP BY 1, 2, t.code, t.rate;
INSERT INTO trading_day_method SELECT s.terminal_id, s.business_day, 0, p.method_id, p.kind, p.name, count(*), sum(p.amount), sum(p.rounding)
  FROM sold_before s JOIN payment p ON p.document_id = s.id GROUP BY 1, 2, p.method_id;
DROP VIEW sold_before;
