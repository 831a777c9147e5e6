//! French as used in Québec.

use super::{CorrectionWords, PaymentWords, SaleWords, ShiftWords, SlipWords, TraceWords, Words, french};
use crate::format::NumberStyle;

impl Words {
    /// French, for shops in Québec.
    #[must_use]
    pub const fn french_canada() -> Self {
        Self {
            numbers: NumberStyle::FrenchCanada,
            colon: " : ",
            sale: SALE,
            invoice: french::INVOICE,
            sheet: super::sheets::FRENCH,
            payment: PAYMENT,
            trace: TRACE,
            shift: SHIFT,
            slip: SLIP,
            correction: CorrectionWords {
                ticket_stays: "La facture reste telle qu'elle a été validée.",
                ..french::CORRECTION
            },
            closing: super::closings::FRENCH,
            key: super::keys::FRENCH,
            speed: french::SPEED,
        }
    }
}

const SALE: SaleWords = SaleWords {
    ticket: "Facture",
    workstation: "Poste",
    sold_by: "Servi par",
    cancelled_by: "Cette facture est annulée par la facture n°",
    cancels: "Cette facture annule la facture n°",
    modifies: "Cette facture modifie la facture n°",
    return_of: "Retour sur la facture n°",
    each: " ch.",
    discount: "Rabais",
    ticket_discount: "Rabais sur la facture",
    takeaway: "Pour emporter",
    delivered: "Livraison",
    eco_contribution: "dont écofrais",
    total: "TOTAL",
    net: "Avant taxes",
    tax: "Taxe",
    gross: "Total",
    ..french::SALE
};

const PAYMENT: PaymentWords = PaymentWords {
    cash_received: "Comptant reçu",
    cash_refunded: "Comptant remboursé",
    change: "Monnaie rendue",
    rounding: "Arrondissement (comptant)",
    payable_in_cash: "À payer comptant",
    reference: "Réf.",
};

const TRACE: TraceWords = TraceWords { print_no: "Copie imprimée n°", ..french::TRACE };

const SHIFT: ShiftWords = ShiftWords {
    tickets: "factures",
    discounts: "Rabais",
    turnover: "Ventes nettes, taxes incluses",
    tax_header: "Taxes",
    opening_float: "Fonds d'ouverture",
    cash_sales: "+ ventes au comptant",
    to_bank: "Dépôt à la banque",
    left: "Fonds laissé",
    first_ticket: "Première facture",
    last_ticket: "Dernière facture",
    ..french::SHIFT
};

const SLIP: SlipWords = french::SLIP;
