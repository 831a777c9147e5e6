-- Rules that read labels whose bar code holds a price or a weight.
CREATE TABLE embedded_rule (
  id BLOB PRIMARY KEY, pattern TEXT, decimals INTEGER, position INTEGER, active INTEGER, clk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
