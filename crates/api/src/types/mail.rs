//! Tickets by e-mail (PRT-13).

use domain::ids::{DocumentId, MailJobId};

contract! {
    /// How the line to the mail server is protected.
    #[derive(Copy, Eq)]
    pub enum MailSecurity {
        /// TLS from the first byte, usually port 465.
        Tls,
        /// TLS after a greeting in clear, usually port 587.
        StartTls,
        /// None: a relay inside the shop, without a password.
        None,
    }

    /// Through which server this computer sends.
    pub struct MailSettings {
        /// A server is set.
        pub ready: bool,
        /// Name or address of the server.
        pub host: String,
        /// Port.
        pub port: u16,
        /// Protection of the line.
        pub security: MailSecurity,
        /// Login; empty where the server wants none.
        pub login: String,
        /// A password is kept.
        pub has_password: bool,
        /// Address of the sender.
        pub sender: String,
    }

    /// Sets the server.
    pub struct MailSettingsSave {
        /// Name or address of the server.
        pub host: String,
        /// Port.
        pub port: u16,
        /// Protection of the line.
        pub security: MailSecurity,
        /// Login; empty where the server wants none.
        pub login: String,
        /// A new password; none keeps the one there is. Kept where signing keys are, never in the database.
        pub password: Option<String>,
        /// Address of the sender.
        pub sender: String,
    }

    /// Sends a letter that proves the settings.
    pub struct MailTest {
        /// Address.
        pub recipient: String,
    }

    /// Where a document may go.
    pub struct MailRecipient {
        /// Address in the customer's file; empty without one.
        pub recipient: String,
        /// A server is set; without one nothing can be sent.
        pub ready: bool,
        /// The document was printed or sent before: this one would be a duplicate (fiscal.md R-11).
        pub duplicate: bool,
    }

    /// Sends a document.
    pub struct DocumentSend {
        /// The document.
        pub document_id: DocumentId,
        /// Address. It is used for this letter only: no consent to anything else is asked or taken.
        pub recipient: String,
    }

    /// What became of a letter.
    #[derive(Copy, Eq)]
    pub enum MailJobState {
        /// Waits for its turn.
        Queued,
        /// Is being handed over.
        Sending,
        /// Waits for the server or for better settings; tried again by itself.
        Blocked,
        /// The server has it.
        Sent,
        /// The server will never take it.
        Refused,
        /// Given up by a person.
        Cancelled,
    }

    /// A letter.
    pub struct MailJobView {
        /// The letter.
        pub id: MailJobId,
        /// Its document; none for a test of the settings.
        pub document_id: Option<DocumentId>,
        /// Number of the document; empty for a test.
        pub number: String,
        /// Address.
        pub recipient: String,
        /// What became of it.
        pub state: MailJobState,
        /// Why it waits or was refused: unreached, unprotected, login, later, refused, address, no_password.
        pub problem: Option<String>,
        /// Attempts.
        pub attempts: u32,
        /// When it was asked for: UTC milliseconds.
        pub at_ms: i64,
    }

    /// Names a letter.
    pub struct MailJobRef {
        /// The letter.
        pub job_id: MailJobId,
    }
}
