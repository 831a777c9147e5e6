//! The nine tables and their columns.

use fiscal::Chain;

use super::From::{Item, Payload, Record};
use super::{Column, Format, From, Table};

const fn column(title: &'static str, from: From, format: Format) -> Column {
    Column { title, from, format }
}
const fn text(title: &'static str, from: From) -> Column {
    column(title, from, Format::Text)
}
const fn integer(title: &'static str, from: From) -> Column {
    column(title, from, Format::Integer)
}
const fn amount(title: &'static str, from: From) -> Column {
    column(title, from, Format::Decimal(2))
}

const SEQUENCE: Column = integer("Séquence", Record("global_seq"));
const CHAIN: Column = text("Chaîne", Record("chain"));
const NUMBER: Column = text("Numéro", Record("doc_no"));
const KIND: Column = text("Type", Record("kind"));
const MOMENT: Column = column("Date et heure", Record("ts_local"), Format::Moment);
const MOMENT_UTC: Column = text("Date et heure UTC", Record("ts_utc"));
const TERMINAL: Column = text("Poste", Payload("header.terminal.code"));
const OPERATOR: Column = text("Opérateur", Payload("header.operator.name"));
const EXTRACT: Column = column("Extrait de signature", Record("sig"), Format::Extract);
const SOFTWARE: Column = text("Version du logiciel", Record("sw_version"));
const RULES: Column = text("Version fiscale", Record("fiscal_version"));
const PAYMENT_KIND: &str = "Nature du moyen";

const DOCUMENTS: &[Chain] = &[Chain::Ticket, Chain::Facture];

/// Every table, by the name of its file.
pub const TABLES: &[Table] = &[
    Table {
        file: "csv/archives.csv",
        chains: &[Chain::Archive],
        items: None,
        columns: &[
            SEQUENCE,
            NUMBER,
            KIND,
            MOMENT,
            MOMENT_UTC,
            TERMINAL,
            OPERATOR,
            text("Du", Payload("period_from")),
            text("Au", Payload("period_to")),
            integer("Première séquence", Payload("first_seq")),
            integer("Dernière séquence", Payload("last_seq")),
            integer("Enregistrements", Payload("records")),
            amount("Total TTC", Payload("total")),
            amount("Cumul perpétuel réel", Payload("perpetual.real")),
            amount("Cumul perpétuel absolu", Payload("perpetual.abs")),
            column("Anomalie", Payload("anomaly"), Format::YesNo),
            EXTRACT,
        ],
    },
    Table {
        file: "csv/duplicatas.csv",
        chains: &[Chain::Duplicata],
        items: None,
        columns: &[
            SEQUENCE,
            NUMBER,
            text("Type de document", Payload("document_type")),
            text("Document", Payload("original_number")),
            integer("Numéro de réimpression", Payload("reprint_number")),
            MOMENT,
            MOMENT_UTC,
            TERMINAL,
            OPERATOR,
            EXTRACT,
        ],
    },
    Table {
        file: "csv/grands_totaux.csv",
        chains: &[Chain::Gt],
        items: None,
        columns: &[
            SEQUENCE,
            NUMBER,
            text("Portée", Payload("scope")),
            text("Période", Payload("period_key")),
            text("Ticket", Payload("document")),
            integer("Numéro de clôture", Payload("detail.number")),
            integer("Nombre de tickets", Payload("detail.tickets")),
            amount("Total de la période", Payload("period_total")),
            amount("Cumul perpétuel réel", Payload("perpetual.real")),
            amount("Cumul perpétuel absolu", Payload("perpetual.abs")),
            MOMENT,
            MOMENT_UTC,
            TERMINAL,
            EXTRACT,
        ],
    },
    Table {
        file: "csv/jet.csv",
        chains: &[Chain::Jet],
        items: None,
        columns: &[
            SEQUENCE,
            NUMBER,
            integer("Code", Payload("code")),
            integer("Code officiel", Payload("official_code")),
            text("Libellé", Payload("label")),
            text("Information", Payload("info")),
            MOMENT,
            MOMENT_UTC,
            TERMINAL,
            OPERATOR,
            EXTRACT,
        ],
    },
    Table {
        file: "csv/lignes.csv",
        chains: DOCUMENTS,
        items: Some("lines"),
        columns: &[
            SEQUENCE,
            CHAIN,
            NUMBER,
            integer("Ligne", Item("n")),
            text("Code", Item("code")),
            text("Désignation", Item("label")),
            text("Note", Item("note")),
            column("Quantité", Item("quantity"), Format::Decimal(4)),
            text("Unité", Item("unit")),
            column("Prix unitaire", Item("unit_price"), Format::Decimal(6)),
            text("Mode de prix", Payload("price_mode")),
            column("Taxes", Item("taxes"), Format::Taxes),
            amount("Montant", Item("amount")),
            amount("Remise", Item("discount.amount")),
            text("Motif de remise", Item("discount.reason")),
            amount("Part de la remise du ticket", Item("share")),
            amount("Total", Item("total")),
        ],
    },
    Table {
        file: "csv/paiements.csv",
        chains: DOCUMENTS,
        items: Some("payments"),
        columns: &[
            SEQUENCE,
            CHAIN,
            NUMBER,
            text("Moyen", Item("name")),
            text(PAYMENT_KIND, Item("kind")),
            amount("Montant", Item("amount")),
            amount("Reçu", Item("received")),
            amount("Rendu", Item("change")),
            amount("Arrondi", Item("rounding")),
            text("Carte", Item("card_last4")),
            text("Référence", Item("reference")),
            text("Précision", Item("nature")),
        ],
    },
    Table {
        file: "csv/reglements.csv",
        chains: &[Chain::Reglement],
        items: None,
        columns: &[
            SEQUENCE,
            NUMBER,
            KIND,
            text("Document", Payload("document")),
            text("Jour d’exploitation", Payload("business_day")),
            text("Client", Payload("customer.name")),
            text("Moyen", Payload("payment.name")),
            text(PAYMENT_KIND, Payload("payment.kind")),
            amount("Montant", Payload("payment.amount")),
            integer("Volet", Payload("pair.leg")),
            text("Premier volet", Payload("pair.of")),
            text("Motif", Payload("reason")),
            MOMENT,
            MOMENT_UTC,
            TERMINAL,
            OPERATOR,
            EXTRACT,
        ],
    },
    Table {
        file: "csv/tickets.csv",
        chains: DOCUMENTS,
        items: None,
        columns: &[
            SEQUENCE,
            CHAIN,
            NUMBER,
            KIND,
            text("Opération", Payload("operation")),
            MOMENT,
            MOMENT_UTC,
            text("Jour d’exploitation", Payload("business_day")),
            TERMINAL,
            OPERATOR,
            text("Vendeur", Payload("seller.name")),
            text("Client", Payload("customer.name")),
            text("Document d’origine", Payload("origin.number")),
            text("Motif", Payload("reason")),
            integer("Nombre de lignes", Payload("line_count")),
            amount("Remises", Payload("discounts")),
            amount("Total HT", Payload("totals.net")),
            amount("Total TVA", Payload("totals.tax")),
            amount("Total TTC", Payload("totals.total")),
            text("Devise", Payload("currency")),
            EXTRACT,
            SOFTWARE,
            RULES,
        ],
    },
    Table {
        file: "csv/tva.csv",
        chains: DOCUMENTS,
        items: Some("vat"),
        columns: &[
            SEQUENCE,
            CHAIN,
            NUMBER,
            text("Code", Item("code")),
            text("Libellé", Item("name")),
            column("Taux", Item("rate"), Format::Decimal(3)),
            amount("Base HT", Item("base")),
            amount("TVA", Item("tax")),
            amount("TTC", Item("gross")),
        ],
    },
];
