-- Discounts, fees and the way of service.

-- How the till of the shop behaves. Null: never set, the program's own default.
ALTER TABLE shop ADD COLUMN service_modes INTEGER;
ALTER TABLE shop ADD COLUMN discount_limit INTEGER;
ALTER TABLE shop ADD COLUMN discount_reasons TEXT;
ALTER TABLE shop ADD COLUMN return_reasons TEXT;

CREATE TABLE fee_type (
  id BLOB PRIMARY KEY, name TEXT, tax_category_id BLOB, amount INTEGER, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Dual-rate articles (TAX-02): the category when served on site or delivered, where it is not that of takeaway.
ALTER TABLE article ADD COLUMN on_site_tax_category_id BLOB;
ALTER TABLE article ADD COLUMN delivered_tax_category_id BLOB;

-- How it was served, its own discount, and the sum of all discounts of lines and document.
ALTER TABLE document ADD COLUMN service TEXT;
ALTER TABLE document ADD COLUMN discount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN discount_rate INTEGER;
ALTER TABLE document ADD COLUMN discount_reason TEXT;
ALTER TABLE document ADD COLUMN discounts INTEGER NOT NULL DEFAULT 0;

-- A line is an article or a fee. SQLite makes a column nullable only by building the table anew; the old lines had no
-- discounts, and their triggers go with the old table.
ALTER TABLE document_line RENAME TO document_line_before;
CREATE TABLE document_line (
  document_id BLOB NOT NULL, n INTEGER NOT NULL, article_id BLOB, fee_type_id BLOB, code TEXT NOT NULL, name TEXT NOT NULL, quantity INTEGER NOT NULL,
  unit TEXT NOT NULL, unit_price INTEGER NOT NULL,
  amount INTEGER NOT NULL,            -- price times quantity
  discount INTEGER NOT NULL, discount_rate INTEGER, discount_reason TEXT,
  share INTEGER NOT NULL,             -- of the discount of the document
  total INTEGER NOT NULL,             -- amount less discount and share
  letters TEXT NOT NULL,
  PRIMARY KEY (document_id, n), CHECK ((article_id IS NULL) <> (fee_type_id IS NULL)), CHECK (total = amount - discount - share)
) STRICT, WITHOUT ROWID;
INSERT INTO document_line (document_id, n, article_id, code, name, quantity, unit, unit_price, amount, discount, share, total, letters)
  SELECT document_id, n, article_id, code, name, quantity, unit, unit_price, total, 0, 0, total, letters FROM document_line_before;
DROP TABLE document_line_before;
CREATE TRIGGER document_line_no_upd BEFORE UPDATE ON document_line BEGIN SELECT RAISE(ABORT, 'document_line: immutable'); END;
CREATE TRIGGER document_line_no_del BEFORE DELETE ON document_line BEGIN SELECT RAISE(ABORT, 'document_line: immutable'); END;
CREATE TRIGGER document_line_no_rep BEFORE INSERT ON document_line WHEN EXISTS (SELECT 1 FROM document_line WHERE document_id = NEW.document_id AND n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'document_line: duplicate'); END;

-- Discounts given during a shift: documents that have one, and their sum.
ALTER TABLE shift ADD COLUMN discounted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shift ADD COLUMN discounts INTEGER NOT NULL DEFAULT 0;
