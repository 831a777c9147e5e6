-- Tickets sent by e-mail (PRT-13).

-- Every letter that a mail server took: the counter of what was sent, apart from that of paper (D-29). The address is not
-- kept here: it is the customer's, and a fact cannot be forgotten.
CREATE TABLE document_sent (
  job_id BLOB PRIMARY KEY, document_id BLOB NOT NULL, user_id BLOB, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_sent_by_document ON document_sent (document_id);
CREATE TRIGGER document_sent_no_upd BEFORE UPDATE ON document_sent BEGIN SELECT RAISE(ABORT, 'document_sent: immutable'); END;
CREATE TRIGGER document_sent_no_del BEFORE DELETE ON document_sent BEGIN SELECT RAISE(ABORT, 'document_sent: immutable'); END;
CREATE TRIGGER document_sent_no_rep BEFORE INSERT ON document_sent WHEN EXISTS (SELECT 1 FROM document_sent WHERE job_id = NEW.job_id)
  BEGIN SELECT RAISE(ABORT, 'document_sent: duplicate'); END;

-- Through which server this device sends. Its password is kept where signing keys are, never here.
CREATE TABLE mail_server (
  id INTEGER PRIMARY KEY CHECK (id = 1), host TEXT NOT NULL, port INTEGER NOT NULL, security TEXT NOT NULL,
  login TEXT NOT NULL, sender TEXT NOT NULL
) STRICT;

-- Letters that wait, and those of the last days. No document: a test of the settings.
CREATE TABLE mail_job (
  id BLOB PRIMARY KEY, workstation_id BLOB, document_id BLOB, recipient TEXT NOT NULL, duplicate INTEGER,
  state TEXT NOT NULL, problem TEXT, attempts INTEGER NOT NULL DEFAULT 0, next_ms INTEGER NOT NULL,
  created_by BLOB, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_job_waiting ON mail_job (next_ms) WHERE state IN ('queued', 'sending', 'blocked');
CREATE INDEX mail_job_by_document ON mail_job (document_id) WHERE document_id IS NOT NULL;
