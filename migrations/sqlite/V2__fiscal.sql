-- Signed records (fiscal.md 7.1). Nothing here is ever updated or deleted, but the counters, which are derived.
CREATE TABLE fiscal_terminal (
  terminal_id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, store_id TEXT NOT NULL, country TEXT NOT NULL,
  training INTEGER NOT NULL DEFAULT 0, enrolled_at TEXT NOT NULL
) STRICT;

CREATE TABLE fiscal_key (
  key_id TEXT PRIMARY KEY, terminal_id TEXT NOT NULL, alg TEXT NOT NULL, spki BLOB NOT NULL, cert_pem TEXT NOT NULL,
  valid_from_seq INTEGER NOT NULL, prev_key_id TEXT, prev_key_sig TEXT
) STRICT;

CREATE TABLE fiscal_record (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL,
  chain TEXT NOT NULL CHECK (chain IN ('TICKET','FACTURE','REGLEMENT','GT','DUPLICATA','JET','ARCHIVE')),
  chain_seq INTEGER NOT NULL, doc_no TEXT NOT NULL, kind TEXT NOT NULL,
  ts_utc TEXT NOT NULL, ts_local TEXT NOT NULL, utc_off_min INTEGER NOT NULL, operator_id TEXT NOT NULL,
  ttc_cents INTEGER NOT NULL, vat_json TEXT NOT NULL, payload TEXT NOT NULL, payload_sha256 TEXT NOT NULL, layout TEXT NOT NULL,
  prev_sig TEXT NOT NULL, sig TEXT NOT NULL, key_id TEXT NOT NULL, prev_global TEXT NOT NULL, link_global TEXT NOT NULL,
  sw_version TEXT NOT NULL, fiscal_version TEXT NOT NULL,
  PRIMARY KEY (terminal_id, global_seq), UNIQUE (terminal_id, chain, chain_seq), UNIQUE (doc_no, chain)
) STRICT, WITHOUT ROWID;

CREATE TABLE fiscal_total (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('TICKET','JOUR','MOIS','EXERCICE')), period_key TEXT NOT NULL,
  period_cents INTEGER NOT NULL, gtp_real_cents INTEGER NOT NULL, gtp_abs_cents INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, global_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE fiscal_gap (
  terminal_id TEXT NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, anchor_json TEXT NOT NULL, jet_global_seq INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, from_seq)
) STRICT;

-- The only fiscal table that changes: rebuilt from the records, compared with them at start.
CREATE TABLE fiscal_counter (
  terminal_id TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, sig TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (terminal_id, name)
) STRICT, WITHOUT ROWID;

-- Guards. INSERT OR REPLACE slips past a delete trigger unless recursive_triggers is on, hence the third one.
CREATE TRIGGER fiscal_terminal_no_upd BEFORE UPDATE ON fiscal_terminal BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_terminal_no_del BEFORE DELETE ON fiscal_terminal BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_terminal_no_rep BEFORE INSERT ON fiscal_terminal WHEN EXISTS (SELECT 1 FROM fiscal_terminal WHERE terminal_id = NEW.terminal_id)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_key_no_upd BEFORE UPDATE ON fiscal_key BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_key_no_del BEFORE DELETE ON fiscal_key BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_key_no_rep BEFORE INSERT ON fiscal_key WHEN EXISTS (SELECT 1 FROM fiscal_key WHERE key_id = NEW.key_id)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_record_no_upd BEFORE UPDATE ON fiscal_record BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_record_no_del BEFORE DELETE ON fiscal_record BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_record_no_rep BEFORE INSERT ON fiscal_record WHEN EXISTS (SELECT 1 FROM fiscal_record WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_total_no_upd BEFORE UPDATE ON fiscal_total BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_total_no_del BEFORE DELETE ON fiscal_total BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_total_no_rep BEFORE INSERT ON fiscal_total WHEN EXISTS (SELECT 1 FROM fiscal_total WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_gap_no_upd BEFORE UPDATE ON fiscal_gap BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_gap_no_del BEFORE DELETE ON fiscal_gap BEGIN SELECT RAISE(ABORT, 'fiscal: immutable'); END;
CREATE TRIGGER fiscal_gap_no_rep BEFORE INSERT ON fiscal_gap WHEN EXISTS (SELECT 1 FROM fiscal_gap WHERE terminal_id = NEW.terminal_id AND from_seq = NEW.from_seq)
  BEGIN SELECT RAISE(ABORT, 'fiscal: duplicate'); END;
CREATE TRIGGER fiscal_record_link BEFORE INSERT ON fiscal_record
  WHEN NEW.global_seq > 1 AND NOT EXISTS (SELECT 1 FROM fiscal_record WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq - 1 AND link_global = NEW.prev_global)
  AND NOT EXISTS (SELECT 1 FROM fiscal_gap WHERE terminal_id = NEW.terminal_id AND to_seq = NEW.global_seq - 1)
  BEGIN SELECT RAISE(ABORT, 'fiscal: chain broken'); END;
