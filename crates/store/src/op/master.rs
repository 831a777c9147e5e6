//! Master data: fields of a record, each with the clock of the value it replaces.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A master table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MasterEntity {
    /// The shop.
    Shop,
    /// A tax.
    Tax,
    /// A dated rate of a tax.
    TaxRate,
    /// A tax category of articles.
    TaxCategory,
    /// A department.
    Department,
    /// An article.
    Article,
    /// A layout.
    Layout,
    /// A customer.
    Customer,
    /// A payment method.
    PaymentMethod,
    /// A user.
    User,
    /// A workstation.
    Workstation,
    /// A kind of fee.
    FeeType,
    /// A rule that reads labels with a price or a weight.
    EmbeddedRule,
    /// A price list.
    PriceList,
    /// A promotion.
    Promotion,
    /// A representative.
    Representative,
    /// A courier.
    Courier,
}

/// How a field is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text.
    Text,
    /// Integer; booleans are 0 and 1.
    Integer,
    /// An id, stored as 16 bytes.
    Id,
}

/// `(effective clock, device, sequence)`: the total order of writes to a field.
pub type Clock = (i64, i64, i64);

/// A value of a field: a JSON string, integer, id string or null.
pub type Value = serde_json::Value;

/// Sets fields of a record; the record is made if it does not exist.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MasterSet {
    /// The table.
    pub entity: MasterEntity,
    /// The record.
    pub id: Uuid,
    /// Field → value and the clock of the value that the writer saw (sync.md §3).
    pub set: BTreeMap<String, (Value, Option<Clock>)>,
}

use FieldType::{Id, Integer, Text};

impl MasterEntity {
    /// Every entity, in the order of their kinds.
    pub const ALL: [Self; 17] = [
        Self::Shop,
        Self::Tax,
        Self::TaxRate,
        Self::TaxCategory,
        Self::Department,
        Self::Article,
        Self::Layout,
        Self::Customer,
        Self::PaymentMethod,
        Self::User,
        Self::Workstation,
        Self::FeeType,
        Self::EmbeddedRule,
        Self::PriceList,
        Self::Promotion,
        Self::Representative,
        Self::Courier,
    ];

    /// Number of the operation kind, for ever.
    #[must_use]
    pub const fn kind(self) -> i64 {
        self as i64 + 1
    }

    /// The entity of an operation kind.
    #[must_use]
    pub fn from_kind(kind: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.kind() == kind)
    }

    /// Name of the table.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Tax => "tax",
            Self::TaxRate => "tax_rate",
            Self::TaxCategory => "tax_category",
            Self::Department => "department",
            Self::Article => "article",
            Self::Layout => "layout",
            Self::Customer => "customer",
            Self::PaymentMethod => "payment_method",
            Self::User => "user",
            Self::Workstation => "workstation",
            Self::FeeType => "fee_type",
            Self::EmbeddedRule => "embedded_rule",
            Self::PriceList => "price_list",
            Self::Promotion => "promotion",
            Self::Representative => "representative",
            Self::Courier => "courier",
        }
    }

    /// The fields that may be set.
    #[expect(clippy::too_many_lines, reason = "one table, best read in one place")]
    #[must_use]
    pub const fn fields(self) -> &'static [(&'static str, FieldType)] {
        match self {
            Self::Shop => &[
                ("country", Text),
                ("legal_name", Text),
                ("trading_name", Text),
                ("legal_form", Text),
                ("address", Text),
                ("postcode", Text),
                ("city", Text),
                ("siret", Text),
                ("naf", Text),
                ("vat_number", Text),
                ("tps_number", Text),
                ("tvq_number", Text),
                ("phone", Text),
                ("neq", Text),
                ("certificate", Text),
                ("accounting", Text),
                ("sample", Integer),
                ("service_modes", Integer),
                ("discount_limit", Integer),
                ("write_off_limit", Integer),
                ("price_accuracy", Integer),
                ("discount_reasons", Text),
                ("return_reasons", Text),
                ("closing_hour", Integer),
                ("year_start", Integer),
                ("logo", Text),
            ],
            Self::Tax => &[("code", Text), ("name", Text), ("letter", Text), ("position", Integer)],
            Self::TaxRate => &[("tax_id", Id), ("valid_from", Text), ("rate", Integer)],
            Self::TaxCategory => &[("name", Text), ("taxes", Text), ("position", Integer)],
            Self::Department => &[("name", Text), ("position", Integer)],
            Self::Article => &[
                ("code", Text),
                ("name", Text),
                ("unit", Text),
                ("unit_price", Integer),
                ("tax_category_id", Id),
                ("on_site_tax_category_id", Id),
                ("delivered_tax_category_id", Id),
                ("department_id", Id),
                ("barcodes", Text),
                ("stocked", Integer),
                ("durable", Integer),
                ("active", Integer),
                ("list_prices", Text),
                ("next_price", Integer),
                ("next_price_from", Text),
            ],
            Self::Layout => &[("name", Text), ("content", Text)],
            Self::Customer => &[
                ("code", Text),
                ("name", Text),
                ("phone", Text),
                ("email", Text),
                ("address", Text),
                ("postcode", Text),
                ("city", Text),
                ("country", Text),
                ("siren", Text),
                ("siret", Text),
                ("vat_number", Text),
                ("neq", Text),
                ("note", Text),
                ("before_tax", Integer),
                ("exemption", Text),
                ("language", Text),
                ("representative_id", Id),
                ("professional", Integer),
                ("blocked", Integer),
                ("price_list_id", Id),
                ("active", Integer),
            ],
            Self::PaymentMethod => &[
                ("kind", Text),
                ("name", Text),
                ("letter", Text),
                ("natures", Text),
                ("position", Integer),
                ("active", Integer),
            ],
            Self::User => &[
                ("name", Text),
                ("role", Text),
                ("pin_hash", Text),
                ("is_seller", Integer),
                ("active", Integer),
            ],
            Self::Workstation => &[
                ("code", Text),
                ("name", Text),
                ("layout_id", Id),
                ("default_customer_id", Id),
                ("methods", Text),
                ("printer", Text),
                ("print_policy", Text),
                ("customer_display", Integer),
                ("active", Integer),
            ],
            Self::FeeType => &[
                ("name", Text),
                ("tax_category_id", Id),
                ("amount", Integer),
                ("position", Integer),
                ("active", Integer),
            ],
            Self::EmbeddedRule => {
                &[("pattern", Text), ("decimals", Integer), ("position", Integer), ("active", Integer)]
            }
            Self::PriceList => &[("name", Text), ("position", Integer), ("active", Integer)],
            Self::Promotion => &[
                ("name", Text),
                ("rule", Text),
                ("scope", Text),
                ("first_day", Text),
                ("last_day", Text),
                ("ended", Integer),
                ("used", Integer),
            ],
            Self::Representative => &[("name", Text), ("commission_rate", Integer), ("active", Integer)],
            Self::Courier => &[("name", Text), ("active", Integer)],
        }
    }
}
