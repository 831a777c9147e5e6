-- Backups of this computer (S-03). All of it is local: where they go, what became of them, what the drills found.

CREATE TABLE backup_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), second TEXT NOT NULL, every_min INTEGER NOT NULL, daily_min INTEGER NOT NULL,
  encrypted INTEGER NOT NULL
) STRICT;

-- Attempts, one row for each place: a success has a file, a failure a problem. Of failures only the newest of a place stays.
CREATE TABLE backup_run (
  at_ms INTEGER NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, tickets INTEGER NOT NULL,
  dseq INTEGER NOT NULL, took_ms INTEGER NOT NULL, problem TEXT,
  PRIMARY KEY (at_ms, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX backup_run_by_place ON backup_run (place, at_ms);

CREATE TABLE backup_drill (
  at_ms INTEGER PRIMARY KEY, name TEXT NOT NULL, tickets INTEGER NOT NULL, records INTEGER NOT NULL, total INTEGER NOT NULL,
  missing INTEGER NOT NULL, problem TEXT, detail TEXT NOT NULL, took_ms INTEGER NOT NULL
) STRICT;

-- Workstations whose journal has still to say that this file is a restored backup (JET 940): up to when the backup went, and
-- the last record that came with it.
CREATE TABLE restored_terminal (
  terminal_id TEXT PRIMARY KEY, state_ms INTEGER NOT NULL, position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
