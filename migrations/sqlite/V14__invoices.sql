-- Customers whom the shop bills: business numbers, price basis, regime. Invoices are rows of document («invoice»), read
-- from their signed payload like tickets; they have no lines, taxes or payments of their own, so that nothing is counted
-- twice.
ALTER TABLE customer ADD COLUMN country TEXT;
ALTER TABLE customer ADD COLUMN siren TEXT;
ALTER TABLE customer ADD COLUMN siret TEXT;
ALTER TABLE customer ADD COLUMN vat_number TEXT;
ALTER TABLE customer ADD COLUMN before_tax INTEGER;
ALTER TABLE customer ADD COLUMN exemption TEXT;

-- Greatest difference that a cashier gives up without approval («Pertes et Profits»).
ALTER TABLE shop ADD COLUMN write_off_limit INTEGER;
