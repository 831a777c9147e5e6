-- What this device knows of the books beside the records themselves (fiscal.md 7.5, 7.7). All of it is local: another device
-- finds its own defects and writes its own anchors.

-- Workstations that were anchored outside the database at least once: that both anchors are gone is then noticed.
CREATE TABLE anchored (
  terminal_id TEXT PRIMARY KEY, since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Defects that the program found by itself: the day on which each was last journaled (JET 90, once per defect and day), and
-- since when a manager knows of it.
CREATE TABLE integrity_defect (
  terminal_id TEXT NOT NULL, position INTEGER NOT NULL, defect TEXT NOT NULL,
  found_ms INTEGER NOT NULL, journaled_day TEXT NOT NULL DEFAULT '', acknowledged_by BLOB, acknowledged_ms INTEGER,
  PRIMARY KEY (terminal_id, position, defect)
) STRICT, WITHOUT ROWID;

-- Full verifications of the last weeks. The report is that of the contract, opaque here.
CREATE TABLE integrity_run (
  id INTEGER PRIMARY KEY, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, asked_by BLOB,
  phase TEXT NOT NULL, records INTEGER NOT NULL, report TEXT NOT NULL
) STRICT;

-- Records that another copy of this database holds at places of ours: both are kept (JET 970).
CREATE TABLE fiscal_conflict (
  terminal_id TEXT NOT NULL, global_seq INTEGER NOT NULL, link_global TEXT NOT NULL, record TEXT NOT NULL, source TEXT NOT NULL,
  found_ms INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, global_seq, link_global)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fiscal_conflict_no_upd BEFORE UPDATE ON fiscal_conflict BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: immutable'); END;
CREATE TRIGGER fiscal_conflict_no_del BEFORE DELETE ON fiscal_conflict BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: immutable'); END;
CREATE TRIGGER fiscal_conflict_no_rep BEFORE INSERT ON fiscal_conflict
  WHEN EXISTS (SELECT 1 FROM fiscal_conflict WHERE terminal_id = NEW.terminal_id AND global_seq = NEW.global_seq AND link_global = NEW.link_global)
  BEGIN SELECT RAISE(ABORT, 'fiscal_conflict: duplicate'); END;
