//! Archives: their sums are read again from the records they hold.

use fiscal::{ArchivePayload, ArchiveType, Chain, DocumentClass, Payload, PeriodTally, PerpetualTotals};

use super::Shop;

impl Shop {
    /// An archive of everything since the last one of its type, with the sums of the closing before it.
    pub fn archive(&mut self, archive_type: ArchiveType, (from, to): (&str, &str), closed: &PeriodTally) {
        let first = self.db.archived.get(&archive_type).map_or(1, |last| last + 1);
        let last = self.db.heads.global_seq;
        self.archive_range(archive_type, (from, to), (first, last), Some(closed));
        self.db.archived.insert(archive_type, last);
    }

    /// An archive of any records, now and then.
    pub fn archive_on_demand(&mut self) {
        if self.old {
            return self.sale();
        }
        let records = &self.db.records;
        let (a, b) = (self.chance.below(records.len()), self.chance.below(records.len()));
        let range = (records[a.min(b)].global_seq, records[a.max(b)].global_seq);
        let today = self.today();
        self.archive_range(ArchiveType::P, (&today, &today), range, None);
    }

    fn archive_range(
        &mut self,
        archive_type: ArchiveType,
        (from, to): (&str, &str),
        (first, last): (i64, i64),
        closed: Option<&PeriodTally>,
    ) {
        let header = self.header(Chain::Archive);
        let mut sums = PeriodTally::default();
        let (mut count, mut link, mut perpetual) = (0, String::new(), PerpetualTotals::default());
        for record in self.db.records.iter().filter(|r| r.global_seq <= last) {
            let payload: Payload = serde_json::from_str(&record.payload).unwrap();
            if let Some(total) = payload.grand_total() {
                perpetual = total.perpetual;
            }
            if let Some(gap) = payload.event().and_then(|event| event.into_owned().gap) {
                perpetual = gap.anchor.perpetual;
            }
            if record.global_seq >= first {
                count += 1;
                link.clone_from(&record.link_global);
                if let Some(ticket) = payload.ticket().filter(|t| t.class == DocumentClass::Ticket) {
                    sums.ticket(&ticket);
                }
            }
        }
        let sums = closed.unwrap_or(&sums);
        self.put(ArchivePayload {
            header,
            archive_type,
            period_from: from.to_owned(),
            period_to: to.to_owned(),
            first_seq: first,
            last_seq: last,
            link_global: link,
            records: count,
            vat: sums.vat(),
            total: sums.total(),
            perpetual,
            anomaly: false,
        });
    }
}
