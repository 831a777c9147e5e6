-- A shop in Québec that labels its goods one by one is bound to no policy on accurate pricing (r. 3, s. 91.4); it says so
-- here. None where nobody chose: the law holds.
ALTER TABLE shop ADD COLUMN price_accuracy INTEGER;
