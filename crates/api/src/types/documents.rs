//! Validated documents.

use domain::ids::DocumentId;
use domain::money::Money;

use super::Picture;

contract! {
    /// A document in a list.
    pub struct DocumentRow {
        /// The document.
        pub id: DocumentId,
        /// Its number.
        pub number: String,
        /// When it was validated.
        pub at_ms: i64,
        /// Workstation.
        pub workstation: String,
        /// Who made it.
        pub user: String,
        /// Customer, if any.
        pub customer: Option<String>,
        /// Total with taxes.
        pub total: Money,
        /// Names of the methods it was paid by.
        pub methods: String,
        /// Times it was printed.
        pub prints: u32,
    }

    /// Names a document.
    pub struct DocumentRef {
        /// The document.
        pub document_id: DocumentId,
    }

    /// A ticket as the printer would print it. Looking at it never counts as a print (PRT-03).
    pub struct TicketPreview {
        /// Characters per line.
        pub columns: u8,
        /// Lines from top to bottom.
        pub lines: Vec<PreviewLine>,
    }

    /// One line of a ticket.
    pub struct PreviewLine {
        /// The characters, at most `columns` wide (half as many when `double`).
        pub text: String,
        /// Printed bold.
        pub bold: bool,
        /// Printed twice as wide and high.
        pub double: bool,
        /// A bar code or QR code with this content stands here.
        pub code: Option<PreviewCode>,
        /// The logo stands here, in the middle; its width is in dots, of which a character takes twelve.
        pub picture: Option<Picture>,
    }

    /// A machine-readable code on a ticket.
    pub struct PreviewCode {
        /// «code128» or «qr».
        pub symbology: String,
        /// Its content.
        pub content: String,
    }
}
