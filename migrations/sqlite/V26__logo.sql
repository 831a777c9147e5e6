-- The logo of the shop: a small PNG on white, in base64, as the program made it of what somebody chose. The last column, so
-- that reading the shop does not read it. None where there is no logo.
ALTER TABLE shop ADD COLUMN logo TEXT;
