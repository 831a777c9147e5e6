//! French as used in France.

use super::{
    CorrectionWords, InvoiceWords, PaymentWords, SaleWords, ShiftWords, SlipWords, SpeedWords, TraceWords,
    Words,
};
use crate::format::NumberStyle;

impl Words {
    /// French, for shops in France.
    #[must_use]
    pub const fn french() -> Self {
        Self {
            numbers: NumberStyle::FrenchFrance,
            colon: " : ",
            sale: SALE,
            invoice: INVOICE,
            sheet: super::sheets::FRENCH,
            payment: PAYMENT,
            trace: TRACE,
            shift: SHIFT,
            slip: SLIP,
            correction: CORRECTION,
            closing: super::closings::FRENCH,
            key: super::keys::FRENCH,
            speed: SPEED,
        }
    }
}

pub(super) const SALE: SaleWords = SaleWords {
    ticket: "Ticket",
    workstation: "Caisse",
    shift: "Quart",
    sold_by: "Vendeur",
    customer: "Client",
    walk_in: "comptoir",
    sale: "Vente",
    return_: "Retour",
    cancellation: "Annulation",
    modification: "Modification",
    cancelled_by: "Ce ticket est annulé par le ticket n°",
    cancels: "Ce ticket annule le ticket n°",
    modifies: "Ce ticket modifie le ticket n°",
    return_of: "Retour sur le ticket n°",
    per: " / ",
    each: " / unité",
    discount: "Remise",
    ticket_discount: "Remise sur le ticket",
    on_site: "Sur place",
    takeaway: "À emporter",
    delivered: "Livré",
    eco_contribution: "dont éco-part.",
    articles: "Articles",
    lines: "Lignes",
    subtotal: "Sous-total",
    total: "TOTAL TTC",
    tax_rate: "Taux",
    net: "HT",
    tax: "TVA",
    gross: "TTC",
    tax_total: "Total",
    note: "Note",
    vat_id: "TVA",
    gst_id: "TPS",
    qst_id: "TVQ",
    phone: "Tél.",
};

pub(super) const INVOICE: InvoiceWords = InvoiceWords {
    title: "FACTURE",
    number: "Facture n°",
    of_ticket: "Ticket n°",
    ticket_cancelled: "Le ticket de cette facture est annulé par le ticket n°",
    supplied_on: "Date de la vente",
    due_on: "À payer avant le",
    unit_net: "PU HT",
    before_tax: "Prix hors taxes",
    total_net: "TOTAL HT",
    siren: "SIREN",
    siret: "SIRET",
    vat_id: "N° TVA",
};

const PAYMENT: PaymentWords = PaymentWords {
    cash_received: "Espèces reçues",
    cash_refunded: "Espèces rendues",
    change: "Rendu",
    rounding: "Arrondi (espèces)",
    payable_in_cash: "À payer en espèces",
    reference: "Réf.",
};

pub(super) const TRACE: TraceWords = TraceWords {
    original: "Original",
    duplicate: "Duplicata",
    duplicate_no: "DUPLICATA n°",
    print_no: "Impression n°",
    preview: "Aperçu - ne vaut pas impression",
    signature: "Sign.",
    software: "Logiciel",
};

pub(super) const SHIFT: ShiftWords = ShiftWords {
    x_title: "RAPPORT X - QUART EN COURS",
    z_title: "RAPPORT Z - FIN DE QUART",
    z_no: "Z n°",
    opened: "Ouvert",
    closed: "Fermé",
    still_open: "Quart encore ouvert",
    printed: "Édité",
    approved_by: "Responsable",
    sales: "Ventes",
    tickets: "tickets",
    returns: "Retours",
    discounts: "Remises",
    turnover: "CA TTC",
    average_basket: "Panier moyen",
    tax_header: "TVA",
    payments: "ENCAISSEMENTS",
    drawer: "TIROIR",
    opening_float: "Fond d'ouverture",
    cash_sales: "+ ventes espèces",
    cash_refunds: "- remboursements",
    cash_in: "+ entrées",
    cash_out: "- sorties",
    expected: "= théorique",
    counted: "compté",
    difference: "ÉCART",
    to_bank: "Remise en banque",
    left: "Fond laissé",
    cancellations: "Annulations",
    drawer_openings: "Tiroir sans vente",
    duplicates: "Duplicatas",
    period_total: "Grand total période",
    perpetual_total: "Grand total perpétuel",
    first_ticket: "Premier ticket",
    last_ticket: "Dernier ticket",
    signature_extract: "Signature (extrait)",
    note: "Note",
};

pub(super) const SLIP: SlipWords = SlipWords {
    cash_in: "ENTRÉE DE CAISSE",
    cash_out: "SORTIE DE CAISSE",
    number: "N°",
    amount: "Montant",
    reason: "Motif",
    operator: "Opérateur",
    note: "Note",
    signature: "Signature",
    test_title: "PAGE DE TEST",
    test_printer: "Imprimante",
    test_address: "Adresse",
    test_bold: "Caractères gras",
    test_width: "Colonnes",
};

pub(super) const CORRECTION: CorrectionWords = CorrectionWords {
    title: "CORRECTION DE RÈGLEMENT",
    taken_back: "Repris sur",
    put: "Porté sur",
    ticket_stays: "Le ticket reste tel qu'il a été validé.",
    of_shift: "CORRECTIONS DE RÈGLEMENT",
    of_drawer: "± corrections",
};

pub(super) const SPEED: SpeedWords = SpeedWords {
    title: "RELEVÉ DE VITESSE",
    since: "Mesuré depuis le",
    target: "objectif",
    worst: "le plus lent",
    scan_to_line: "Lecture d’un code",
    seal: "Validation",
    print: "Impression",
    article_search: "Recherche d’article",
    document_search: "Recherche de facture",
};
