//! The sample shops: what they consist of and, from it, the operations that create them.

pub mod content;
