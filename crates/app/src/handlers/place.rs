//! Where a document is made: a workstation with an open shift, without which no money moves (SHF-24).

use api::FaultCode;
use store::tables::settings::WorkstationRow;
use store::tables::shifts::{self, ShiftRow};

use crate::context::{Context, Mutation};
use crate::error::{Result, refusal};

/// Where a document is made.
pub struct Place {
    /// The workstation of the session.
    pub workstation: WorkstationRow,
    /// Its open shift.
    pub shift: ShiftRow,
}

impl Place {
    /// The workstation of the session, with its open shift.
    pub fn of(cx: &Mutation<'_, '_>) -> Result<Self> {
        let workstation = cx.workstation_row()?;
        let shift = shifts::open(cx.db(), workstation.id)?;
        Ok(Self { workstation, shift: shift.ok_or_else(|| refusal(FaultCode::ShiftRequired))? })
    }
}
