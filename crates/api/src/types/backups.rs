//! Backups, the drill that proves them, and restoring one (S-03).

use domain::money::Money;

contract! {
    /// Where backups lie.
    #[derive(Copy, Eq)]
    pub enum BackupPlace {
        /// Beside the data, on this computer.
        Local,
        /// Another disk, a USB stick or a network folder.
        Second,
    }

    /// Why a backup was not made at a place.
    #[derive(Copy, Eq)]
    pub enum BackupProblem {
        /// The folder is not there: a stick that was taken out, a network that is down.
        Missing,
        /// The folder refuses to write.
        ReadOnly,
        /// No room.
        Full,
        /// The copy does not verify: the data itself is damaged, or the disk loses what is written.
        Damaged,
        /// The passphrase is not on this computer.
        Passphrase,
        /// Anything else; the log says what.
        Other,
    }

    /// A place and how it is.
    pub struct BackupPlaceView {
        /// The place.
        pub place: BackupPlace,
        /// Its folder.
        pub folder: String,
        /// When the last backup was made there: UTC milliseconds.
        pub last_ms: Option<i64>,
        /// How long ago that was, in minutes.
        pub age_min: Option<u32>,
        /// Why the last attempt failed, if it did.
        pub problem: Option<BackupProblem>,
        /// When it failed.
        pub failed_ms: Option<i64>,
    }

    /// A backup file.
    pub struct BackupFile {
        /// The whole path.
        pub path: String,
        /// The name alone.
        pub name: String,
        /// When it was made: UTC milliseconds.
        pub at_ms: i64,
        /// Size in bytes.
        pub bytes: u64,
        /// Tickets in it; none where only opening it would tell.
        pub tickets: Option<u32>,
        /// A passphrase opens it.
        pub encrypted: bool,
        /// Made by the program before it changed the form of the data.
        pub before_upgrade: bool,
    }

    /// What works on backups at this moment.
    #[derive(Copy, Eq)]
    pub enum BackupTask {
        /// A backup.
        Backup,
        /// A restore drill.
        Drill,
        /// The check of a file that is to be restored.
        Check,
    }

    /// What is being done.
    #[derive(Copy, Eq)]
    pub enum BackupPhase {
        /// Waits for its turn.
        Waiting,
        /// Pages are copied.
        Copying,
        /// The copy is read through.
        Checking,
        /// The copy is laid down at its places.
        Storing,
        /// Signatures are verified.
        Verifying,
    }

    /// Work on backups, and how far it is.
    #[derive(Copy, Eq)]
    pub struct BackupJob {
        /// The work.
        pub task: BackupTask,
        /// What is being done.
        pub phase: BackupPhase,
        /// Steps done.
        pub done: u32,
        /// Steps in all; 0 where that is not known.
        pub total: u32,
    }

    /// How backups are made.
    pub struct BackupSettings {
        /// Folder of the second place; empty without one.
        pub second: String,
        /// Minutes between backups while the shop sells.
        pub every_min: u16,
        /// Minute of the day of the daily backup, on the shop's clock.
        pub daily_min: u16,
        /// Files are encrypted with the passphrase.
        pub encrypted: bool,
        /// A passphrase is kept on this computer.
        pub has_passphrase: bool,
    }

    /// Changes how backups are made.
    pub struct BackupSettingsSave {
        /// Folder of the second place; empty for none.
        pub second: String,
        /// Minutes between backups while the shop sells: 5 to 240.
        pub every_min: u16,
        /// Minute of the day of the daily backup: 0 to 1439.
        pub daily_min: u16,
        /// Files are encrypted with the passphrase.
        pub encrypted: bool,
        /// A new passphrase of at least twelve characters; none keeps the one there is. Kept where signing keys are.
        pub passphrase: Option<String>,
    }

    /// What a drill found.
    #[derive(Copy, Eq)]
    pub enum DrillProblem {
        /// There is no backup.
        NoBackup,
        /// The file cannot be read.
        Unreadable,
        /// The passphrase does not open it.
        Passphrase,
        /// The file is damaged.
        Damaged,
        /// A signed record in it does not verify.
        Chain,
        /// It lacks records that the shop has, or has others.
        Different,
    }

    /// A restore drill.
    pub struct DrillView {
        /// When: UTC milliseconds.
        pub at_ms: i64,
        /// Name of the backup.
        pub name: String,
        /// Tickets in it.
        pub tickets: u32,
        /// Signed records in it.
        pub records: u32,
        /// What its tickets add up to.
        pub total: Money,
        /// Tickets of the shop up to the backup that it lacks.
        pub missing: u32,
        /// What is wrong; none proves the backup.
        pub problem: Option<DrillProblem>,
        /// Where: a workstation and a position, for the support.
        pub detail: String,
        /// How long it took, in milliseconds.
        pub took_ms: u32,
    }

    /// Everything about backups.
    pub struct BackupOverview {
        /// How they are made.
        pub settings: BackupSettings,
        /// The places.
        pub places: Vec<BackupPlaceView>,
        /// The files at these places, the newest first.
        pub files: Vec<BackupFile>,
        /// When the next backup is made: UTC milliseconds.
        pub next_ms: Option<i64>,
        /// Nothing was backed up for more than a day.
        pub late: bool,
        /// What works at this moment.
        pub job: Option<BackupJob>,
        /// The last drills, the newest first.
        pub drills: Vec<DrillView>,
        /// When the next drill is made: UTC milliseconds.
        pub next_drill_ms: Option<i64>,
        /// What is being restored.
        pub restore: RestoreState,
    }

    /// A folder to look into; empty for the places that this computer knows.
    pub struct BackupFolder {
        /// The folder.
        pub folder: String,
    }

    /// The backup to restore.
    pub struct RestoreChoice {
        /// The whole path of the file.
        pub path: String,
        /// What opens it; none takes the passphrase that this computer keeps.
        pub passphrase: Option<String>,
    }

    /// Where a restore stands.
    #[derive(Copy, Eq)]
    pub enum RestorePhase {
        /// Nothing was chosen.
        None,
        /// The file is being checked.
        Checking,
        /// It may be restored; nothing has changed yet.
        Ready,
        /// It cannot be restored; nothing has changed.
        Failed,
        /// It takes the place of the data at the next start.
        Applied,
    }

    /// What is in a backup.
    pub struct RestorePreview {
        /// Name of the file.
        pub name: String,
        /// Name of the shop.
        pub shop: String,
        /// When something was last written in it: UTC milliseconds.
        pub state_ms: Option<i64>,
        /// Number of the newest ticket; none where nothing was sold.
        pub last_ticket: Option<String>,
        /// When that was sold.
        pub last_ticket_ms: Option<i64>,
        /// Tickets.
        pub tickets: u32,
        /// Signed records, all verified.
        pub records: u32,
        /// What its tickets add up to.
        pub total: Money,
        /// It had the form of an older version and was brought up to date.
        pub upgraded: bool,
        /// Tickets of the data in use that it lacks; none where the data cannot be read.
        pub missing: Option<u32>,
    }

    /// Where a restore stands, and what there is to know of it.
    pub struct RestoreState {
        /// Where it stands.
        pub phase: RestorePhase,
        /// How far the check is.
        pub job: Option<BackupJob>,
        /// What is in the file.
        pub preview: Option<RestorePreview>,
        /// Why it cannot be restored.
        pub fault: Option<crate::Fault>,
    }

    /// What there is to restore where no shop is open.
    pub struct RescueView {
        /// The backups found.
        pub files: Vec<BackupFile>,
        /// Where a restore stands.
        pub restore: RestoreState,
        /// Why the shop cannot be opened; none where there is no shop yet.
        pub fault: Option<crate::Fault>,
    }
}
