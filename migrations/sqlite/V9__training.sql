-- Training mode («mode école», fiscal.md 1.8). Its data is a database of its own, of this same schema.

-- Real database: who is in training at this moment, of this device alone. A row that is still there when the program starts was left by a
-- crash, and its end is journaled then (JET 921).
CREATE TABLE training_session (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, user_id BLOB NOT NULL, started_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Training database: the shop whose master data it copies, and the last operation of its log that was copied.
CREATE TABLE training_source (
  one INTEGER PRIMARY KEY CHECK (one = 1), instance BLOB NOT NULL, dseq INTEGER NOT NULL
) STRICT;

-- Master data is found in the log without reading through the sales.
CREATE INDEX op_master ON op (kind, dv, dseq) WHERE st = 1;
