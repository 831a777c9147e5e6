-- A sale that was put aside stays a cart, so that its journal and its undo come back with it. The state has a check,
-- which SQLite changes by building the table anew; nothing refers to it by name.
DROP INDEX cart_open;
ALTER TABLE cart RENAME TO cart_before;
CREATE TABLE cart (
  id BLOB PRIMARY KEY, workstation_id BLOB NOT NULL,  -- where it is, or where it was parked
  state TEXT NOT NULL CHECK (state IN ('open', 'parked', 'validated', 'abandoned')), revision INTEGER NOT NULL, opened_ms INTEGER NOT NULL,
  label TEXT, parked_by BLOB, parked_ms INTEGER,
  CHECK ((state = 'parked') = (parked_ms IS NOT NULL AND parked_by IS NOT NULL AND label IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO cart (id, workstation_id, state, revision, opened_ms) SELECT id, workstation_id, state, revision, opened_ms FROM cart_before;
DROP TABLE cart_before;
CREATE UNIQUE INDEX cart_open ON cart (workstation_id) WHERE state = 'open';
CREATE INDEX cart_parked ON cart (parked_ms, id) WHERE state = 'parked';

-- Articles that customers asked for and the shop did not have («Manquants», SAL-22). The declaration is a fact; it is
-- settled once, when the article came or nobody waits any more.
CREATE TABLE missing_article (
  id BLOB PRIMARY KEY, article_id BLOB, text TEXT NOT NULL, quantity INTEGER NOT NULL, customer_id BLOB, user_id BLOB NOT NULL,
  at_ms INTEGER NOT NULL, settled_by BLOB, settled_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX missing_article_waiting ON missing_article (at_ms, id) WHERE settled_ms IS NULL;
CREATE TRIGGER missing_article_no_upd BEFORE UPDATE OF id, article_id, text, quantity, customer_id, user_id, at_ms ON missing_article
  BEGIN SELECT RAISE(ABORT, 'missing_article: immutable'); END;
CREATE TRIGGER missing_article_once BEFORE UPDATE ON missing_article WHEN OLD.settled_ms IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'missing_article: settled'); END;
CREATE TRIGGER missing_article_no_del BEFORE DELETE ON missing_article BEGIN SELECT RAISE(ABORT, 'missing_article: immutable'); END;
CREATE TRIGGER missing_article_no_rep BEFORE INSERT ON missing_article WHEN EXISTS (SELECT 1 FROM missing_article WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'missing_article: duplicate'); END;
