//! The two languages of a report.

/// Language of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// The language of a code («fr», «en-CA»); French for any other.
    #[must_use]
    pub fn of(code: &str) -> Self {
        if code.starts_with("en") { Self::En } else { Self::Fr }
    }

    /// One of two texts.
    #[must_use]
    pub const fn pick<'a>(self, fr: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.pick("fr", "en")
    }
}
