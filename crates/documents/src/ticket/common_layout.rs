//! How the shared parts are placed.

use domain::country::Country;

use super::common::{PrintNumber, Registration, SellerIdentity, Software};
use crate::layout::{Line, Rule};
use crate::words::Words;

/// A rule of the given kind.
pub(super) const SINGLE: Line = Line::Rule(Rule::Single);
/// Sets off what follows a total.
pub(super) const DOUBLE: Line = Line::Rule(Rule::Double);

impl Registration {
    /// Name and number («SIRET 812 345 678 00012»).
    pub(super) fn text(&self, words: &Words) -> String {
        let (name, number) = match self {
            Self::Siret(n) => ("SIRET", n),
            Self::Naf(n) => ("NAF", n),
            Self::Vat(n) => (words.sale.vat_id, n),
            Self::Gst(n) => (words.sale.gst_id, n),
            Self::Qst(n) => (words.sale.qst_id, n),
            Self::Neq(n) => ("NEQ", n),
        };
        format!("{name} {number}")
    }
}

impl SellerIdentity {
    /// The head of a ticket.
    pub(super) fn push(&self, words: &Words, out: &mut Vec<Line>) {
        out.push(Line::heading(&self.trade_name));
        if !self.legal_name.is_empty() && self.legal_name != self.trade_name {
            out.push(Line::centred(&self.legal_name));
        }
        out.extend(self.address.iter().map(Line::centred));
        if !self.phone.is_empty() {
            out.push(Line::centred(format!("{} {}", words.sale.phone, self.phone)));
        }
        let mut registrations = self.registrations.iter().map(|r| r.text(words));
        if !self.legal_form.is_empty() {
            let first = registrations.next().map(|r| format!(", {r}")).unwrap_or_default();
            out.push(Line::centred(format!("{}{first}", self.legal_form)));
        }
        out.extend(registrations.map(Line::centred));
    }
}

impl PrintNumber {
    /// The banner at the head of a duplicate.
    pub(super) fn push_banner(self, words: &Words, out: &mut Vec<Line>) {
        out.extend(self.banner(words).map(|banner| Line::heading(format!("*** {banner} ***"))));
    }

    /// «DUPLICATA n° 1».
    pub(super) fn banner(self, words: &Words) -> Option<String> {
        match self {
            Self::Duplicate { number, .. } => Some(format!("{} {number}", words.trace.duplicate_no)),
            Self::Original | Self::Preview => None,
        }
    }

    /// «Original», «Duplicata»; nothing for a preview.
    pub(super) const fn status(self, words: &Words) -> &'static str {
        match self {
            Self::Original => words.trace.original,
            Self::Duplicate { .. } => words.trace.duplicate,
            Self::Preview => "",
        }
    }

    /// «Impression n° 1»; «DUPLICATA n° 1 - Impression n° 2».
    pub(super) fn text(self, words: &Words) -> String {
        let trace = &words.trace;
        match self {
            Self::Original => format!("{} 1", trace.print_no),
            Self::Duplicate { number, print } => {
                format!("{} {number} - {} {print}", trace.duplicate_no, trace.print_no)
            }
            Self::Preview => trace.preview.to_owned(),
        }
    }
}

impl Software {
    /// «Logiciel Comptoir v1.0 (F.1) - Attestation …»: required on French tickets (fiscal.md 1.6).
    pub(super) fn push(&self, country: Country, words: &Words, out: &mut Vec<Line>) {
        if country != Country::France {
            return;
        }
        out.push(Line::left(self.text(words)));
        if !self.attestation.is_empty() {
            out.push(Line::left(&self.attestation));
        }
    }

    /// «Logiciel Comptoir v1.0 (F.1)».
    pub(super) fn text(&self, words: &Words) -> String {
        let mut text = format!("{} {} v{}", words.trace.software, self.name, self.version);
        if !self.fiscal_version.is_empty() {
            text += &format!(" ({})", self.fiscal_version);
        }
        text
    }
}
