-- What belongs to this device alone and is never replicated.

-- The cart of each workstation: the fold of cart_change (domain::cart).
CREATE TABLE cart (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'validated', 'abandoned')), revision INTEGER NOT NULL, opened_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cart_open ON cart (workstation_id) WHERE state = 'open';

CREATE TABLE cart_change (
  cart_id BLOB NOT NULL, seq INTEGER NOT NULL, at_ms INTEGER NOT NULL, user_id BLOB NOT NULL, change TEXT NOT NULL, PRIMARY KEY (cart_id, seq)
) STRICT, WITHOUT ROWID;

-- The finished sale that the sale screen still shows (C-10).
CREATE TABLE sale_done (workstation_id BLOB PRIMARY KEY, document_id BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- The answer to each mutation, so that the same key twice writes once.
CREATE TABLE idempotency (
  key BLOB PRIMARY KEY, command TEXT NOT NULL, request_hash BLOB NOT NULL, response TEXT NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (at_ms);

CREATE TABLE computer (id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE pin_attempt (user_id BLOB PRIMARY KEY, failures INTEGER NOT NULL, locked_until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- The print queue: final bytes, stored in the transaction of what they print.
CREATE TABLE print_job (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL, kind TEXT NOT NULL, document_id BLOB, shift_id BLOB, title TEXT NOT NULL,
  print_number INTEGER NOT NULL, bytes BLOB NOT NULL, state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0,
  created_by BLOB, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, deadline_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_waiting ON print_job (workstation_id, created_ms, id) WHERE state IN ('queued', 'sending', 'blocked', 'unconfirmed');
CREATE INDEX print_job_by_document ON print_job (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX print_job_by_shift ON print_job (shift_id) WHERE shift_id IS NOT NULL;
