//! The logo of the shop.

contract! {
    /// A file that somebody chose for the logo.
    #[derive(Eq)]
    pub struct LogoFile {
        /// A PNG or a JPEG of at most 1 MiB, in base64.
        pub base64: String,
    }

    /// The logo as it is kept, and as it comes out. `screen` is itself a [`LogoFile`] that stays as it is when it is saved: a
    /// window previews what was chosen and saves what it previewed.
    #[derive(Eq)]
    pub struct LogoView {
        /// In its colours, on white.
        pub screen: Picture,
        /// The dots that a printer of 80 mm paper burns.
        pub paper: Picture,
    }

    /// A picture to show.
    #[derive(Eq)]
    pub struct Picture {
        /// Width in pixels; on paper in dots.
        pub width: u32,
        /// Height in pixels; on paper in dots.
        pub height: u32,
        /// A PNG, in base64.
        pub base64: String,
    }
}
