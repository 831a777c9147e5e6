//! Whatever a shop puts into its settings (name, address, registrations, mentions, footer), every paper that they stand on stays in order:
//! no line wider than the paper, and no byte of a text that the printer obeys.

mod common;

use common::invoiced::*;
use common::stream::{printed, texts};
use common::texts::hostile_text_of_any_length;
use common::*;
use documents::attestation::AttestationPage;
use documents::ticket::*;
use documents::{Charset, Columns, EncodeOptions, Paper, Receipt, Words};
use domain::country::Country;
use domain::money::Money;
use proptest::prelude::*;

/// Longest paper of a test, in lines: a text of ten thousand characters must not eat the roll.
const LONGEST: usize = 1_200;

fn papers() -> impl Iterator<Item = Paper> {
    let widths = [Columns::C48, Columns::C32];
    let charsets = [Charset::Pc858, Charset::Wpc1252];
    widths.into_iter().flat_map(move |columns| charsets.map(|charset| Paper { columns, charset }))
}

/// The printer prints the lines of the screen, and does nothing else.
fn assert_prints_its_lines(receipt: &Receipt) {
    let lines = printed(&receipt.escpos(EncodeOptions::default()), receipt.paper);
    assert_eq!(lines, texts(&receipt.lines));
    assert!(lines.len() < LONGEST, "{} lines", lines.len());
}

/// What a shop sets, each text hostile.
#[derive(Clone, Debug)]
struct Settings {
    seller: SellerIdentity,
    software: Software,
    footer: Vec<String>,
    names: Vec<String>,
}

fn settings() -> impl Strategy<Value = Settings> {
    let texts = prop::collection::vec(hostile_text_of_any_length(), 12);
    (
        texts,
        prop::collection::vec(hostile_text_of_any_length(), 0..6),
        prop::collection::vec(hostile_text_of_any_length(), 8),
    )
        .prop_map(|(t, footer, names)| Settings {
            seller: SellerIdentity {
                trade_name: t[0].clone(),
                legal_name: t[1].clone(),
                legal_form: t[2].clone(),
                address: vec![t[3].clone(), t[4].clone()],
                registrations: vec![
                    Registration::Siret(t[5].clone()),
                    Registration::Vat(t[6].clone()),
                    Registration::Qst(t[7].clone()),
                ],
                phone: t[8].clone(),
            },
            software: Software {
                name: t[9].clone(),
                version: t[10].clone(),
                attestation: t[11].clone(),
                ..software()
            },
            footer,
            names,
        })
}

impl Settings {
    fn sale(&self, base: SaleTicket) -> SaleTicket {
        SaleTicket {
            seller: self.seller.clone(),
            software: self.software.clone(),
            footer: self.footer.clone(),
            mentions: self.footer.clone(),
            workstation: self.names[0].clone(),
            shift: Some(self.names[1].clone()),
            seal: Some(Seal { signature_extract: self.names[2].clone() }),
            payments: base
                .payments
                .iter()
                .map(|paid| TicketPayment {
                    label: self.names[3].clone(),
                    reference: Some(self.names[4].clone()),
                    card_last4: Some(self.names[5].clone()),
                    kind: domain::payment::PaymentKind::CardStandalone,
                    ..paid.clone()
                })
                .collect(),
            ..base
        }
    }

    fn shift(&self) -> ShiftTicket {
        let [label, from, to] = [0, 1, 2].map(|n: usize| self.names[n].clone());
        ShiftTicket {
            trade_name: self.seller.trade_name.clone(),
            workstation: self.names[3].clone(),
            shift: self.names[4].clone(),
            closed_by: Some(self.names[5].clone()),
            approved_by: Some(self.names[6].clone()),
            payments: vec![MethodTotal { label, count: 3, amount: Money(-Money::MAX.0) }],
            corrections: vec![PaymentMoved { ticket: self.names[7].clone(), from, to, amount: Money::MAX }],
            software: self.software.clone(),
            ..z_report()
        }
    }

    fn closing(&self) -> ClosingTicket {
        let counted = CountedAmount { count: u32::MAX, amount: Money::MAX };
        ClosingTicket {
            country: Country::France,
            period: ClosedPeriod::Year,
            number: self.names[0].clone(),
            seller: self.seller.clone(),
            workstation: self.names[1].clone(),
            from: AT,
            to: AT,
            opened_at: Some(AT),
            closed_at: AT,
            closed_by: Some(self.names[2].clone()),
            printed_at: AT,
            tickets: u32::MAX,
            first_ticket: Some(self.names[3].clone()),
            last_ticket: Some(self.names[4].clone()),
            sales: counted,
            returns: counted,
            cancellations: counted,
            discounts: counted,
            total: Money::MAX,
            taxes: z_report().taxes,
            payments: vec![MethodTotal { label: self.names[5].clone(), count: 1, amount: Money::MAX }],
            duplicates: 1,
            drawer_openings: 1,
            perpetual_real: Money::MAX,
            perpetual_abs: Money::MAX,
            seal: Seal { signature_extract: self.names[6].clone() },
            anomaly: true,
            software: self.software.clone(),
        }
    }

    fn correction(&self) -> CorrectionSlip {
        let name = |n: usize| self.names[n].clone();
        CorrectionSlip {
            country: Country::Quebec,
            trade_name: self.seller.trade_name.clone(),
            numbers: [name(0), name(1)],
            corrected_at: AT,
            workstation: name(2),
            ticket: name(3),
            from: name(4),
            to: name(5),
            amount: Money::MAX,
            reason: name(6),
            operator: name(7),
            seals: Some([0, 1].map(|n: usize| Seal { signature_extract: name(n) })),
            software: self.software.clone(),
        }
    }

    fn key_slip(&self) -> KeySlip {
        KeySlip {
            trade_name: self.seller.trade_name.clone(),
            registration: self.names[0].clone(),
            workstation: self.names[1].clone(),
            announced_by: self.names[2].clone(),
            key_id: self.names[3].clone(),
            fingerprint: self.names[4].clone(),
            printed_at: AT,
            software: self.software.clone(),
        }
    }

    fn speed(&self) -> SpeedReceipt {
        let row = SpeedRow {
            step: TimedStep::Seal,
            count: u64::MAX,
            p50_us: Some(u32::MAX),
            p95_us: None,
            p99_us: Some(0),
            worst_us: Some(u32::MAX),
            target_p50_us: u32::MAX,
            target_p99_us: 0,
        };
        SpeedReceipt {
            trade_name: self.seller.trade_name.clone(),
            workstation: self.names[0].clone(),
            since: Some(AT),
            printed_at: AT,
            software: self.software.clone(),
            rows: vec![row],
        }
    }

    /// Every paper that the settings stand on.
    fn papers(&self, words: &Words, paper: Paper) -> Vec<Receipt> {
        let test = TestPage { printer: self.names[0].clone(), address: self.names[1].clone(), ..test_page() };
        let marks = [self.names[2].as_str(), self.names[3].as_str()];
        vec![
            self.sale(french_sale()).lay_out(words, paper),
            self.sale(quebec_sale()).lay_out(words, paper).watermarked(&marks),
            self.sale(invoice()).lay_out(words, paper),
            self.shift().lay_out(words, paper),
            self.closing().lay_out(words, paper),
            self.correction().lay_out(words, paper),
            self.key_slip().lay_out(words, paper),
            self.speed().lay_out(words, paper),
            test.lay_out(words, paper),
        ]
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(4), ..ProptestConfig::with_cases(32) })]

    /// Whatever the settings say, the paper has the lines of the screen and the printer gets no other command than ours.
    #[test]
    fn no_setting_can_break_a_paper(settings in settings(), language in 0..4_usize) {
        let words = [Words::french(), Words::french_canada(), Words::english(), Words::english_france()];
        for paper in papers() {
            settings.papers(&words[language], paper).iter().for_each(assert_prints_its_lines);
        }
    }

    /// The attestation keeps to its page.
    #[test]
    fn no_setting_can_break_the_attestation(t in prop::collection::vec(hostile_text_of_any_length(), 8), columns in 40..120_usize) {
        let page = AttestationPage {
            software: t[0].clone(),
            version: t[1].clone(),
            major_root: t[2].clone(),
            fiscal_version: t[3].clone(),
            licence: t[4].clone(),
            trader: t[5].clone(),
            address: vec![t[6].clone(), t[7].clone()],
            siren: t[0].clone(),
            day: t[1].clone(),
        };
        for line in page.lines(columns) {
            prop_assert!(line.text.chars().count() <= columns, "{} of {columns}", line.text.chars().count());
        }
    }
}
