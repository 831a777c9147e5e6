//! Reading a payload from its canonical text in half the time.
//!
//! The schema stands between the other fields, so serde keeps all of them aside until it knows which fields to expect.
//! In a canonical text it has one form, and what is left without it is the text of the fields alone. Whatever is read
//! this way is written again and compared, so a text that is not canonical is left to serde.

use std::cell::Cell;

use serde::de::DeserializeOwned;

use super::Payload;
use crate::CanonicalJson;

/// What stands before the schema, which is the first field of no payload.
const SCHEMA: &str = ",\"s\":\"";

/// The greatest memory that waits for the next payload.
const MOST_KEPT: usize = 1 << 20;

thread_local! {
    /// The memory for the fields of the last payload of this thread.
    static KEPT: Cell<String> = const { Cell::new(String::new()) };
}

impl Payload {
    /// The payload of a canonical text. None for any other text: it may be a payload all the same.
    pub(crate) fn of_canonical(text: &str) -> Option<Self> {
        let (before, rest) = text.rsplit_once(SCHEMA)?;
        let (schema, after) = rest.split_once('"')?;
        let mut fields = KEPT.take();
        fields.push_str(before);
        fields.push_str(after);
        let payload = Self::of_fields(schema, &fields);
        if fields.capacity() <= MOST_KEPT {
            fields.clear();
            KEPT.set(fields);
        }
        payload.filter(|payload| CanonicalJson::is_of(payload, text))
    }

    fn of_fields(schema: &str, fields: &str) -> Option<Self> {
        match schema {
            "ticket/3" => read(fields).map(Self::Ticket),
            "ticket/2" => read(fields).map(Self::TicketV2),
            "ticket/1" => read(fields).map(Self::TicketV1),
            "reglement/1" => read(fields).map(Self::Settlement),
            "gt/2" => read(fields).map(Self::GrandTotal),
            "gt/1" => read(fields).map(Self::GrandTotalV1),
            "jet/2" => read(fields).map(Self::Jet),
            "jet/1" => read(fields).map(Self::JetV1),
            "duplicata/1" => read(fields).map(Self::Duplicate),
            "archive/1" => read(fields).map(Self::Archive),
            _ => None,
        }
    }
}

fn read<P: DeserializeOwned>(fields: &str) -> Option<Box<P>> {
    serde_json::from_str(fields).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Header, JetEvent, JetPayload, Software, Stamp, Terminal};

    fn event(info: &str) -> Payload {
        let terminal = Terminal { id: domain::ids::WorkstationId(uuid::Uuid::nil()), code: "T1".to_owned() };
        let number = "JET-T1-00000001".to_owned();
        let at = Stamp::from_unix(1_795_249_805, 60).unwrap();
        let header = Header { number, at, terminal, operator: None, software: Software::current("1.0.0") };
        JetPayload::new(header, JetEvent::DrawerOpened, info).into()
    }

    #[test]
    fn a_canonical_text_is_read_as_serde_reads_it() {
        for info in ["", "Zoé; 12,50", r#","s":"gt/2"#, "\",\"s\":\"jet/1\""] {
            let payload = event(info);
            let text = CanonicalJson::of(&payload).unwrap();
            assert_eq!(serde_json::from_str::<Payload>(text.as_str()).unwrap(), payload);
            assert_eq!(Payload::of_canonical(text.as_str()), Some(payload));
        }
    }

    #[test]
    fn any_other_text_is_left_to_serde() {
        let text = CanonicalJson::of(&event("")).unwrap().as_str().to_owned();
        let others = [
            text.replacen(':', ": ", 1),
            text.replacen("\"s\":", "\"s\" :", 1),
            text.replace("jet/2", "jet/9"),
            text.replace("jet/2", "jet/1"),
            text.replace(",\"s\":\"jet/2\"", ""),
            text.replace(",\"s\":\"jet/2\"", ",\"s\":\"jet/2\",\"s\":\"jet/2\""),
            text.replace("\"info\":\"\",", ""),
            format!("{text} "),
            String::new(),
        ];
        for other in others {
            assert_eq!(Payload::of_canonical(&other), None, "{other}");
        }
    }
}
