//! The tables held against the operation log: the second part of the verification of everything.

contract! {
    /// Where the check of the tables stands, or how it ended.
    #[derive(Copy, Eq)]
    pub enum TableCheckState {
        /// The operation log is being replayed beside the data.
        Replaying,
        /// The tables are being compared with the replay.
        Comparing,
        /// Every row is what the log says.
        Sound,
        /// Rows differ.
        Different,
        /// The log itself is not what was written, so nothing can be compared with it.
        LogDamaged,
        /// The disk has no room for the replay.
        NoSpace,
        /// A person, or the end of the program, stopped it.
        Cancelled,
        /// It could not be carried out.
        Failed,
    }

    /// In which way a row is not what the log says.
    #[derive(Copy, Eq)]
    pub enum RowChange {
        /// A column holds another value.
        Changed,
        /// The row is not there.
        Missing,
        /// The log knows nothing of the row.
        Added,
        /// The table cannot be read from some row on.
        Unreadable,
    }

    /// A row, or a column of one, that is not what the log says.
    pub struct RowDifference {
        /// What people call the row: code and name, number of the document.
        pub row: String,
        /// In which way it differs.
        pub change: RowChange,
        /// The column that was changed.
        pub column: Option<String>,
        /// What the column holds, as it is stored; none for what is empty or is not shown.
        pub found: Option<String>,
        /// What the log says.
        pub expected: Option<String>,
    }

    /// What differs in one table.
    pub struct TableDifferences {
        /// Name of the table in the database.
        pub table: String,
        /// How many differences there are.
        pub count: u64,
        /// The first of them.
        pub rows: Vec<RowDifference>,
    }

    /// The check of the tables that runs, or the last one.
    pub struct TableCheck {
        /// Where it stands.
        pub state: TableCheckState,
        /// Operations replayed, or rows compared, so far.
        pub done: u64,
        /// Operations to replay, or rows to compare.
        pub total: u64,
        /// When it ended, UTC milliseconds.
        pub ended_ms: Option<i64>,
        /// The first operation of the log that is not what was written.
        pub operation: Option<i64>,
        /// Bytes that have to be free on the disk of the data, if they are not.
        pub needs_bytes: Option<u64>,
        /// What differs, table by table.
        pub tables: Vec<TableDifferences>,
    }

    /// What differs in one table, in words.
    pub struct TableFindings {
        /// What people call what the table holds: «Articles».
        pub title: String,
        /// Name of the table in the database.
        pub table: String,
        /// How many differences there are.
        pub count: u64,
        /// The first of them, a sentence for each.
        pub sentences: Vec<String>,
    }

    /// The differences that the last check of the tables found, in words.
    pub struct TableReport {
        /// Table by table.
        pub tables: Vec<TableFindings>,
    }
}
