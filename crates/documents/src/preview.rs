//! The laid-out lines as data for the screen.

use serde::Serialize;

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreviewLine {}
