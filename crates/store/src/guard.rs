//! The authorizer of the writer's connection: what no code of ours may do, by mistake or otherwise.
//!
//! * Replicated tables are written by the reducer alone, so that a device that replays the operations gets the
//!   same rows.
//! * Facts and signed records are never updated or deleted.
//! * The schema does not change outside migrations, and no other file is attached.
//!
//! SQLite asks at preparation, so the guard stops statements, not rows; the triggers of the schema stop rows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::error::Result;

#[cfg(test)]
mod tests;

/// Tables that only the reducer writes.
pub const REPLICATED: &[&str] = &[
    "shop",
    "tax",
    "tax_rate",
    "tax_category",
    "department",
    "article",
    "layout",
    "customer",
    "payment_method",
    "user",
    "workstation",
    "fee_type",
    "price_list",
    "promotion",
    "embedded_rule",
    "shift",
    "shift_method",
    "shift_tax",
    "trading_day",
    "trading_day_tax",
    "trading_day_method",
    "closing",
    "clock_acceptance",
    "cash_movement",
    "missing_article",
    "representative",
    "courier",
    "shelf_label",
    "document",
    "document_line",
    "document_article",
    "document_tax",
    "payment",
    "payment_correction",
    "account_entry",
    "accounting_batch",
    "accounting_day",
    "accounting_line",
    "ereport",
    "ereport_line",
    "stock_movement",
    "stock_level",
    "document_print",
    "document_sent",
    "fiscal_terminal",
    "fiscal_key",
    "fiscal_record",
    "fiscal_total",
    "fiscal_gap",
    "fiscal_counter",
];

/// Tables whose rows stand for ever.
const FACTS: &[&str] = &[
    "op",
    "closing",
    "clock_acceptance",
    "cash_movement",
    "document",
    "document_line",
    "document_tax",
    "payment",
    "payment_correction",
    "account_entry",
    "accounting_batch",
    "accounting_day",
    "accounting_line",
    "ereport",
    "ereport_line",
    "stock_movement",
    "document_print",
    "document_sent",
    "fiscal_terminal",
    "fiscal_key",
    "fiscal_record",
    "fiscal_total",
    "fiscal_gap",
    "fiscal_conflict",
];

/// Tables whose rows change and are never deleted.
const KEPT: &[&str] =
    &["shift", "trading_day", "trading_day_tax", "trading_day_method", "missing_article", "shelf_label"];

/// Set while the reducer runs.
#[derive(Clone, Debug, Default)]
pub struct ReducerToken(Arc<AtomicBool>);

impl ReducerToken {
    /// Runs `work` with the right to write replicated tables.
    pub fn with<T>(&self, work: impl FnOnce() -> T) -> T {
        let _given_back = Held { token: self, before: self.0.swap(true, Ordering::Relaxed) };
        work()
    }

    fn held(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Gives the token back, after a panic in the reducer too.
struct Held<'a> {
    token: &'a ReducerToken,
    before: bool,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.token.0.store(self.before, Ordering::Relaxed);
    }
}

/// Installs the guard on the writer's connection, after migrations.
pub fn install(conn: &mut Connection, token: &ReducerToken) -> Result<()> {
    let token = token.clone();
    conn.authorizer(Some(move |context: AuthContext<'_>| judge(&context.action, &token)))?;
    Ok(())
}

fn judge(action: &AuthAction<'_>, token: &ReducerToken) -> Authorization {
    let allowed = match action {
        AuthAction::Insert { table_name } => token.held() || !REPLICATED.contains(table_name),
        AuthAction::Update { table_name, column_name } => {
            let confirms = *table_name == "op" && matches!(*column_name, "sseq" | "eff");
            (confirms || !FACTS.contains(table_name)) && (token.held() || !REPLICATED.contains(table_name))
        }
        AuthAction::Delete { table_name } => {
            !FACTS.contains(table_name)
                && !KEPT.contains(table_name)
                && (token.held() || !REPLICATED.contains(table_name))
        }
        AuthAction::Attach { filename } => filename.is_empty(),
        AuthAction::Pragma { pragma_name, .. } => {
            !matches!(*pragma_name, "writable_schema" | "recursive_triggers" | "synchronous")
        }
        AuthAction::CreateTable { .. }
        | AuthAction::CreateIndex { .. }
        | AuthAction::CreateTrigger { .. }
        | AuthAction::CreateView { .. }
        | AuthAction::DropTable { .. }
        | AuthAction::DropIndex { .. }
        | AuthAction::DropTrigger { .. }
        | AuthAction::DropView { .. }
        | AuthAction::AlterTable { .. } => false,
        _ => true,
    };
    if allowed { Authorization::Allow } else { Authorization::Deny }
}
