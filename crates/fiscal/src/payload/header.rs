//! What every record says first: which number, when, where, by whom, with which program.

use domain::ids::{UserId, WorkstationId};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::FISCAL_VERSION;

/// The facts that every record has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Number of the document; [`crate::document_number`] for records that are not documents.
    pub number: String,
    /// When it was made.
    pub at: Stamp,
    /// The workstation.
    pub terminal: Terminal,
    /// Who did it; none for what the program does by itself.
    pub operator: Option<Person>,
    /// The program.
    pub software: Software,
}

/// A moment, to the second. Sub-seconds are dropped before signing, or the recomputation breaks (fiscal.md 1.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// «2026-11-21T08:30:05Z».
    pub ts_utc: String,
    /// «20261121093005»: the shop's clock, as signed and printed.
    pub ts_local: String,
    /// Local time less UTC, in minutes.
    pub utc_off_min: i64,
}

/// Why a stamp is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StampError {
    /// The moment or the offset is out of range.
    #[error("moment out of range")]
    Range,
    /// The texts are not in the format, or do not name the same moment.
    #[error("stamp malformed or inconsistent")]
    Inconsistent,
}

impl Stamp {
    /// The stamp of a moment given in whole seconds since 1970-01-01 UTC, with the shop's offset in minutes.
    pub fn from_unix(seconds: i64, utc_off_min: i64) -> Result<Self, StampError> {
        let utc = Timestamp::from_second(seconds).map_err(|_| StampError::Range)?;
        let offset = i32::try_from(utc_off_min.saturating_mul(60)).map_err(|_| StampError::Range)?;
        let offset = Offset::from_seconds(offset).map_err(|_| StampError::Range)?;
        let local = offset.to_datetime(utc);
        Ok(Self { ts_utc: utc.to_string(), ts_local: compact(local), utc_off_min })
    }

    /// Seconds since 1970-01-01 UTC, if the three fields are in their format and agree.
    pub fn unix_seconds(&self) -> Result<i64, StampError> {
        let utc: Timestamp = self.ts_utc.parse().map_err(|_| StampError::Inconsistent)?;
        let again = Self::from_unix(utc.as_second(), self.utc_off_min)?;
        if again == *self { Ok(utc.as_second()) } else { Err(StampError::Inconsistent) }
    }
}

fn compact(t: DateTime) -> String {
    let (year, month, day) = (t.year(), t.month(), t.day());
    format!("{year:04}{month:02}{day:02}{:02}{:02}{:02}", t.hour(), t.minute(), t.second())
}

/// A workstation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terminal {
    /// Its identity.
    pub id: WorkstationId,
    /// The short code in its document numbers («T1»).
    pub code: String,
}

/// A person, with the name of that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The person.
    pub id: UserId,
    /// The name.
    pub name: String,
}

/// The program that made the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Software {
    /// Version of the program.
    pub version: String,
    /// Version of the fiscal rules.
    pub fiscal_version: String,
}

impl Software {
    /// This build's fiscal rules in a program of the given version.
    #[must_use]
    pub fn current(version: &str) -> Self {
        Self { version: version.to_owned(), fiscal_version: FISCAL_VERSION.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_the_same_moment_twice() {
        let stamp = Stamp::from_unix(1_795_249_805, 60).unwrap();
        assert_eq!(stamp.ts_utc, "2026-11-21T08:30:05Z");
        assert_eq!(stamp.ts_local, "20261121093005", "the golden vector's time");
        assert_eq!(stamp.unix_seconds(), Ok(1_795_249_805));
        let quebec = Stamp::from_unix(1_795_249_805, -300).unwrap();
        assert_eq!(quebec.ts_local, "20261121033005");
    }

    #[test]
    fn a_stamp_that_disagrees_with_itself_is_refused() {
        let good = Stamp::from_unix(1_795_249_805, 60).unwrap();
        let wrong = Stamp { utc_off_min: 120, ..good.clone() };
        assert_eq!(wrong.unix_seconds(), Err(StampError::Inconsistent));
        let sub_second = Stamp { ts_utc: "2026-11-21T08:30:05.5Z".into(), ..good };
        assert_eq!(sub_second.unix_seconds(), Err(StampError::Inconsistent));
        assert_eq!(Stamp::from_unix(i64::MAX, 0), Err(StampError::Range));
    }
}
