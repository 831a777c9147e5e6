-- Files of fiscal archives (fiscal.md 1.9). All of this is local and can be made again: what counts is the signed records.

-- The file of an archive, by the number of its signed record.
CREATE TABLE archive_file (
  number TEXT PRIMARY KEY, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0, next_ms INTEGER NOT NULL,
  findings INTEGER NOT NULL DEFAULT 0, name TEXT, bytes INTEGER, sha256 TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_file_due ON archive_file (next_ms) WHERE state <> 'ready';

-- Copies in other folders: of every archive in the second folder, and those that a person asked for.
CREATE TABLE archive_copy (
  number TEXT NOT NULL, folder TEXT NOT NULL, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0,
  next_ms INTEGER NOT NULL, PRIMARY KEY (number, folder)
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_copy_due ON archive_copy (next_ms) WHERE state <> 'done';

-- The second folder of this computer.
CREATE TABLE archive_folder (id INTEGER PRIMARY KEY CHECK (id = 1), second TEXT NOT NULL) STRICT;

-- Archives on demand that are not sealed yet: the sums of a year are computed beside the work, not in its way.
CREATE TABLE archive_request (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, user_id BLOB, approved_by BLOB, problem TEXT, next_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
