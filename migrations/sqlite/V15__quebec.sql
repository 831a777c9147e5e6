-- Accurate pricing in Québec, languages of customers, representatives and couriers.

-- The language of a customer's papers («fr» unless they ask for English), and who looks after them.
ALTER TABLE customer ADD COLUMN language TEXT;
ALTER TABLE customer ADD COLUMN representative_id BLOB;

CREATE TABLE representative (
  id BLOB PRIMARY KEY, name TEXT, commission_rate INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE courier (id BLOB PRIMARY KEY, name TEXT, active INTEGER, clk TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Labels on shelves that show another price than the till («Étiquettes à corriger»). What was seen is a fact, and the
-- log of the policy on accurate pricing; whether the label was corrected since changes, and may change back.
CREATE TABLE shelf_label (
  id BLOB PRIMARY KEY, article_id BLOB NOT NULL, labelled INTEGER NOT NULL, scanned INTEGER NOT NULL, -- prices of one unit
  indemnity INTEGER NOT NULL, exclusion TEXT, user_id BLOB NOT NULL, workstation_id BLOB NOT NULL, at_ms INTEGER NOT NULL,
  done_by BLOB, done_ms INTEGER, CHECK ((done_by IS NULL) = (done_ms IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_label_wrong ON shelf_label (at_ms, id) WHERE done_ms IS NULL;
CREATE TRIGGER shelf_label_no_upd BEFORE UPDATE OF id, article_id, labelled, scanned, indemnity, exclusion, user_id, workstation_id, at_ms ON shelf_label
  BEGIN SELECT RAISE(ABORT, 'shelf_label: immutable'); END;
CREATE TRIGGER shelf_label_no_del BEFORE DELETE ON shelf_label BEGIN SELECT RAISE(ABORT, 'shelf_label: immutable'); END;
CREATE TRIGGER shelf_label_no_rep BEFORE INSERT ON shelf_label WHEN EXISTS (SELECT 1 FROM shelf_label WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'shelf_label: duplicate'); END;
