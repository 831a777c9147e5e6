//! Macro keys (MCU): tiles of a layout that run a command of the till.

contract! {
    /// What a macro key can run: what the till offers under «Actions», each behind the same right as there.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub enum MacroCommand {
        /// Cash into the drawer.
        CashIn,
        /// Cash out of the drawer.
        CashOut,
        /// Open the drawer.
        OpenDrawer,
        /// Put the sale aside.
        Park,
        /// Recall a sale put aside.
        Recall,
        /// What does it cost?
        PriceCheck,
        /// Write down a missing article.
        Missing,
        /// Search tickets.
        SearchTickets,
        /// X report.
        XReport,
        /// Lock the till.
        Lock,
    }
}
