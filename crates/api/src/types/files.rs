//! Files that leave the program. Small ones come as an answer; large ones are written to a folder by the program itself.

contract! {
    /// A file to keep.
    pub struct FileContent {
        /// Suggested name.
        pub name: String,
        /// Media type («text/csv;charset=utf-8»).
        pub mime: String,
        /// The bytes, in base64.
        pub base64: String,
    }
}
