-- Opening a new shop.

-- The number under which Québec registers a business.
ALTER TABLE shop ADD COLUMN neq TEXT;

-- Where the first-run wizard goes on when the program is opened again; no row once it is over. Of this device alone.
CREATE TABLE first_run (id INTEGER PRIMARY KEY CHECK (id = 1), step TEXT NOT NULL) STRICT;
