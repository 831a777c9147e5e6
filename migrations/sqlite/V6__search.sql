-- Finding documents, taking articles back, customers' accounts.

-- Minute of the shop's day, and the document that a return or a cancellation corrects: read from the signed ticket, like
-- the rest of the row. Signed records are not touched.
ALTER TABLE document ADD COLUMN minute INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN origin_id BLOB;
DROP TRIGGER document_no_upd;
UPDATE document SET minute = coalesce((
  SELECT CAST(substr(r.ts_local, 9, 2) AS INTEGER) * 60 + CAST(substr(r.ts_local, 11, 2) AS INTEGER)
  FROM fiscal_record r WHERE r.chain = 'TICKET' AND r.doc_no = document.number), 0);
CREATE TRIGGER document_no_upd BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;

-- One index for each filter of the search. Each goes on with the time (and, without rowid, with the id), so that the
-- newest documents come first without sorting. Hours lie on every day and lead nowhere: the indexes that a person or
-- a place leads through hold the minute, so that no document is opened only to ask for its hour.
CREATE INDEX document_by_time ON document (at_ms, minute);
CREATE INDEX document_by_workstation ON document (workstation_id, at_ms, minute);
CREATE INDEX document_by_user ON document (user_id, at_ms, minute, workstation_id);
CREATE INDEX document_by_origin ON document (origin_id, at_ms) WHERE origin_id IS NOT NULL;
-- The end of a number: three figures lead to a few hundred documents among half a million.
CREATE INDEX document_by_end ON document (substr(number, -3), at_ms);
CREATE INDEX payment_by_card ON payment (card_last4, document_id) WHERE card_last4 IS NOT NULL;

-- Derived from document_line: which documents hold an article, by time.
CREATE TABLE document_article (
  article_id BLOB NOT NULL, at_ms INTEGER NOT NULL, document_id BLOB NOT NULL, PRIMARY KEY (article_id, at_ms, document_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO document_article
  SELECT l.article_id, d.at_ms, d.id FROM document_line l JOIN document d ON d.id = l.document_id WHERE l.article_id IS NOT NULL;

-- Returns and cancellations of a shift: numbers, and what they came to as positive sums.
ALTER TABLE shift ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift ADD COLUMN cancellations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;

-- No sale to a blocked customer.
ALTER TABLE customer ADD COLUMN blocked INTEGER;

-- What is owed and what may be spent are two sums, never one signed balance (D-08). An advance names the shift and the
-- method that took it in.
ALTER TABLE account_entry ADD COLUMN side TEXT NOT NULL DEFAULT 'due' CHECK (side IN ('due', 'credit'));
ALTER TABLE account_entry ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE account_entry ADD COLUMN shift_id BLOB;
ALTER TABLE account_entry ADD COLUMN method_id BLOB;
CREATE INDEX account_entry_by_document ON account_entry (document_id) WHERE document_id IS NOT NULL;
