//! What may happen to a workstation (fiscal.md 7.7): the clock, a crash, a backup and its restore, a new key.

use fiscal::verify::TrustedKey;
use fiscal::{Chain, DeclaredGap, JetEvent, JetPayload, Operation, Scope, Signer as _, TicketPayload};

use super::{RingKey, Shop};
use crate::common::samples::{self, bread_and_book};

impl Shop {
    pub fn incident(&mut self) {
        match self.chance.below(10) {
            0 => self.clock_set_right(),
            1 => self.clock_falls_behind(),
            2 => self.crash(),
            3 | 4 => self.backup = Some(self.db.clone()),
            5..8 => self.restore(),
            8 => self.new_key(),
            _ => self.event(JetEvent::Maintenance, ""),
        }
    }

    /// By less than the tolerance: nobody needs to know.
    fn clock_set_right(&mut self) {
        self.clock -= 100;
        self.event(JetEvent::ClockAnomaly, "-100 s");
    }

    fn clock_falls_behind(&mut self) {
        self.event(JetEvent::ClockAnomaly, "");
        self.clock -= 1_800;
        self.event(JetEvent::ClockOverridden, "-1800 s");
        self.db.warnings.insert("clock_behind");
    }

    /// Between the signature and the commit: nothing exists, and the number is used again.
    fn crash(&mut self) {
        let before = self.db.clone();
        let header = self.header(Chain::Ticket);
        let mode = domain::country::PriceMode::TaxInclusive;
        let ticket = samples::ticket(mode, header, Operation::Vente, &bread_and_book());
        self.seal_ticket(TicketPayload { business_day: self.today(), ..ticket });
        self.db = before;
        self.event(JetEvent::UncleanShutdown, "");
        self.event(JetEvent::TerminalStarted, "");
    }

    /// The database of the last backup, and the missing records are declared; numbers are never used twice.
    fn restore(&mut self) {
        if self.old || self.backup.is_none() {
            self.backup = Some(self.db.clone());
            return;
        }
        let Some(backup) = self.backup.take() else { return };
        let anchor = self.anchor();
        self.db = backup;
        let from_seq = self.db.heads.global_seq + 1;
        if anchor.global_seq < from_seq {
            return;
        }
        let gap = DeclaredGap { from_seq, to_seq: anchor.global_seq, anchor: anchor.clone() };
        self.db.heads = anchor.heads();
        self.db.perpetual = anchor.perpetual;
        self.db.series = anchor.series;
        if let Some(closed) = anchor.closings.get(&Scope::Jour) {
            self.db.days.close(&closed.period_key);
        }
        if let Some(closed) = anchor.closings.get(&Scope::Mois) {
            self.db.months.retain(|month, _| *month > closed.period_key);
        }
        self.db.closings = anchor.closings;
        let header = self.header(Chain::Jet);
        self.put(JetPayload::gap_declared(header, gap, "sauvegarde"));
        self.event(JetEvent::BackupRestored, "");
        self.db.warnings.insert("gap_declared");
    }

    /// The old key signs the new one, unless it was lost.
    fn new_key(&mut self) {
        let old = std::mem::replace(&mut self.key, RingKey::generate());
        let spki = self.key.spki().to_vec();
        let mut key = TrustedKey::new(&spki, self.db.heads.global_seq + 1).unwrap();
        if self.chance.one_in(3) {
            self.db.warnings.insert("key_not_countersigned");
        } else {
            key = key.countersigned(&old.key_id(), &old.countersign(&spki));
        }
        self.keys.push(key);
        self.event(JetEvent::KeyRotated, "");
        // A backup of before would be restored under the old key.
        self.backup = None;
    }
}
