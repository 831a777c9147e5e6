-- Customers of this workstation have a display of their own (C-18).
ALTER TABLE workstation ADD COLUMN customer_display INTEGER;

-- How fast this till is (S-05): histograms of durations by workstation, kind and day, of this device alone. A bucket is a
-- step of a logarithmic scale (app::timings); days long past are folded into the first of their month.
CREATE TABLE timing (
  workstation_id BLOB NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, bucket INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0), worst_us INTEGER NOT NULL CHECK (worst_us >= 0),
  PRIMARY KEY (workstation_id, kind, day, bucket)
) STRICT, WITHOUT ROWID;
