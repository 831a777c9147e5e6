-- Keys are UUIDs of version 7 and lie in the order of their age: the index cost every scan a page.
DROP INDEX idempotency_by_age;
