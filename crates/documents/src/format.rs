//! Numbers as a ticket prints them.
