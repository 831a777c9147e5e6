-- Several prices of an article, prices that change on a day, promotions.

CREATE TABLE price_list (
  id BLOB PRIMARY KEY, name TEXT, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An article's prices by price list, as JSON: they are read with the article by every scan. Its next public price and
-- the local day from which that holds.
ALTER TABLE article ADD COLUMN list_prices TEXT;
ALTER TABLE article ADD COLUMN next_price INTEGER;
ALTER TABLE article ADD COLUMN next_price_from TEXT;

ALTER TABLE customer ADD COLUMN price_list_id BLOB;

-- Days are the shop's local ones, both included. A promotion without rule is deleted: its row stays, as that of a layout.
CREATE TABLE promotion (
  id BLOB PRIMARY KEY, name TEXT, rule TEXT, scope TEXT, first_day TEXT, last_day TEXT,
  ended INTEGER,                      -- by hand, before its last day was over
  used INTEGER,                       -- a ticket names it
  clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX promotion_by_last_day ON promotion (last_day);
