-- What other tills know of a customer, and lists bring: the number of a business in Québec, and a free note.
ALTER TABLE customer ADD COLUMN neq TEXT;
ALTER TABLE customer ADD COLUMN note TEXT;
