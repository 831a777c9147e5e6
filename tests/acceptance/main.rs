//! Whole-application tests through the router, one module per module of the ledger. A test that proves a
//! requirement names it in its doc comment and carries out its acceptance check; a refusal also proves that
//! nothing changed.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(
    clippy::inconsistent_digit_grouping,
    clippy::mistyped_literal_suffixes,
    reason = "amounts are in cents, quantities in ten-thousandths: 61_16 reads 61.16"
)]

mod about;
mod accounting;
mod accounts;
mod anchors;
mod archives;
mod backups;
mod cash;
mod catalogue;
mod closings;
mod commands;
mod concurrency;
mod crash;
mod database;
mod diagnostics;
mod discount_limit;
mod display;
mod drawer;
mod embedded_codes;
mod embedded_rules;
mod exchange;
mod favourites;
mod first_run;
mod fiscal_chain;
mod imports;
mod invoices;
mod jet;
mod journal;
mod keys;
mod layout_editor;
mod layouts;
mod logo;
mod macro_keys;
mod mail;
mod missing;
mod money;
mod originals;
mod overview;
mod papers;
mod parking;
mod payments;
mod price_accuracy;
mod price_claims;
mod pricing;
mod printer_search;
mod printing;
mod promotions;
mod quebec;
mod replay;
mod returns;
mod sale;
mod sale_lines;
mod scenario;
mod search;
mod security;
mod sellers;
mod service;
mod settlements;
mod shift_closing;
mod shifts;
mod sign_in;
mod stop;
mod table_check;
mod texts;
mod training;
mod workstations;
mod world;
