//! The language of a paper: French, or English for the customer who asked for it.
//!
//! Only what the program itself says is said in English. Names of articles, reasons and notes stay as the shop wrote
//! them.

use documents::Words;
use documents::format::NumberStyle;
use domain::country::Country;
use domain::language::Language;
use domain::payment::PaymentKind;
use domain::tax::AppliedTax;
use fiscal::TicketPayload;

/// The language that a ticket was signed in.
pub fn language_of(ticket: &TicketPayload) -> Language {
    ticket.language.as_deref().map(Language::of).unwrap_or_default()
}

/// What is signed for a customer: nothing while it is the shop's own language.
pub fn signed(language: Language) -> Option<String> {
    (language != Language::default()).then(|| language.as_str().to_owned())
}

/// The words of a paper.
pub fn words_in(country: Country, language: Language) -> Words {
    match (language, country) {
        (Language::Fr, Country::France) => Words::french(),
        (Language::Fr, Country::Quebec) => Words::french_canada(),
        (Language::En, Country::Quebec) => Words::english(),
        (Language::En, Country::France) => Words::english_france(),
    }
}

/// A tax as the customer reads it: TPS and TVQ have English names by law, others are named by the shop.
pub fn tax_in(language: Language, tax: AppliedTax) -> AppliedTax {
    let code = match (language, tax.code.as_str()) {
        (Language::En, "TPS") => "GST",
        (Language::En, "TVQ") => "QST",
        _ => return tax,
    };
    let name = format!("{code} {}", NumberStyle::EnglishCanada.rate(tax.rate, 0));
    AppliedTax { code: code.to_owned(), name, ..tax }
}

/// The name of a payment, where the program knows what it is.
pub fn payment_name(language: Language, kind: PaymentKind, name: &str) -> String {
    match (language, kind) {
        (Language::En, PaymentKind::Cash) => "Cash",
        (Language::En, PaymentKind::CardStandalone) => "Card",
        (Language::En, PaymentKind::Cheque) => "Cheque",
        (Language::En, PaymentKind::Credit) => "Store credit",
        (Language::En, PaymentKind::OnAccount) => "On account",
        (Language::En, PaymentKind::Exchange) => "Exchange",
        (Language::En, PaymentKind::WriteOff) => "Written off",
        _ => name,
    }
    .to_owned()
}
