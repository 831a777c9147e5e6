//! Which account serves which use: defaults of the country, and what the shop chose instead (fiscal.md 5.2).

use std::collections::BTreeMap;

use domain::country::Country;
use domain::ids::{DepartmentId, FeeTypeId, MethodId, WorkstationId};
use domain::money::Rate;
use domain::payment::PaymentKind;
use serde::{Deserialize, Serialize};

use crate::account::{Account, AccountKey};
use crate::facts::Nature;
use crate::share::Family;

/// What the shop chose for one use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRow {
    /// The account; none keeps the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Goods or services, for what is sold; none keeps the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
}

/// The accounts of a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    country: Country,
    chosen: BTreeMap<AccountKey, PlanRow>,
}

impl Plan {
    /// The plan of a country with what the shop chose.
    #[must_use]
    pub const fn new(country: Country, chosen: BTreeMap<AccountKey, PlanRow>) -> Self {
        Self { country, chosen }
    }

    /// The country whose defaults hold.
    #[must_use]
    pub const fn country(&self) -> Country {
        self.country
    }

    /// What the shop chose.
    #[must_use]
    pub const fn chosen(&self) -> &BTreeMap<AccountKey, PlanRow> {
        &self.chosen
    }

    /// The account of a use. Taxes have a default of their own by rate: see [`Plan::tax`].
    #[must_use]
    pub fn account(&self, key: &AccountKey) -> Account {
        self.own(key).unwrap_or_else(|| self.fallback(key))
    }

    fn own(&self, key: &AccountKey) -> Option<Account> {
        self.chosen.get(key).and_then(|row| row.account.clone())
    }

    /// What holds where nothing was chosen for a use.
    #[must_use]
    pub fn fallback(&self, key: &AccountKey) -> Account {
        match key {
            AccountKey::Till(_) | AccountKey::Method(_) => self.account(&AccountKey::Cash),
            AccountKey::Department(_) => self.account(&sales_key(self.nature(key))),
            AccountKey::Fee(_) => self.account(&AccountKey::Fees),
            AccountKey::Tax(_) => self.account(&AccountKey::Taxes),
            plain => standard(self.country, plain),
        }
    }

    /// Goods or services. Fees are services, everything else goods, until the shop says otherwise.
    #[must_use]
    pub fn nature(&self, key: &AccountKey) -> Nature {
        let default = match key {
            AccountKey::Fee(_) | AccountKey::Fees | AccountKey::Services => Nature::Services,
            _ => Nature::Goods,
        };
        self.chosen.get(key).and_then(|row| row.nature).unwrap_or(default)
    }

    /// The nature of a family.
    #[must_use]
    pub fn nature_of(&self, family: Family) -> Nature {
        self.nature(&family_key(family))
    }

    /// The sales account of a family.
    #[must_use]
    pub fn sales(&self, family: Family) -> Account {
        self.account(&family_key(family))
    }

    /// The account of a tax.
    #[must_use]
    pub fn tax(&self, code: &str, rate: Rate) -> Account {
        let key = AccountKey::Tax(code.to_owned());
        self.own(&key).unwrap_or_else(|| self.tax_default(code, rate))
    }

    /// The account of a tax where the shop chose none: one for each rate (fiscal.md 5.2).
    #[must_use]
    pub fn tax_default(&self, code: &str, rate: Rate) -> Account {
        if let Some(all) = self.own(&AccountKey::Taxes) {
            return all;
        }
        match self.country {
            Country::France => Account {
                number: format!("445710{}", rate_digits(rate)),
                label: format!("TVA collectée {} %", percent(rate)),
            },
            Country::Quebec if code.starts_with("TPS") => Account::new("2310", "TPS à payer"),
            Country::Quebec if code.starts_with("TVQ") => Account::new("2320", "TVQ à payer"),
            Country::Quebec => standard(self.country, &AccountKey::Taxes),
        }
    }

    /// Where the money of a method goes, at a till. Cash of every method lies in the drawer, and so on its account.
    #[must_use]
    pub fn money(&self, kind: PaymentKind, method: MethodId, till: WorkstationId) -> Account {
        if kind == PaymentKind::Cash {
            return self.money_of_till(till);
        }
        self.own(&AccountKey::Method(method)).unwrap_or_else(|| self.money_default(kind))
    }

    /// The account of a till's drawer.
    #[must_use]
    pub fn money_of_till(&self, till: WorkstationId) -> Account {
        self.own(&AccountKey::Till(till)).unwrap_or_else(|| self.account(&AccountKey::Cash))
    }

    /// Where the money of a kind of method goes where neither method nor till has an account.
    #[must_use]
    pub fn money_default(&self, kind: PaymentKind) -> Account {
        self.account(&match kind {
            PaymentKind::Cash => AccountKey::Cash,
            PaymentKind::CardStandalone => AccountKey::Card,
            PaymentKind::Cheque => AccountKey::Cheque,
            PaymentKind::Other => AccountKey::Other,
            PaymentKind::Credit => AccountKey::CustomerCredit,
            PaymentKind::OnAccount => AccountKey::Customers,
            PaymentKind::Exchange => AccountKey::Transfer,
            PaymentKind::WriteOff => AccountKey::Loss,
        })
    }
}

fn family_key(family: Family) -> AccountKey {
    match family {
        Family::Department(Some(id)) => AccountKey::Department(id),
        Family::Department(None) => AccountKey::Goods,
        Family::Fee(id) => AccountKey::Fee(id),
    }
}

const fn sales_key(nature: Nature) -> AccountKey {
    match nature {
        Nature::Goods => AccountKey::Goods,
        Nature::Services => AccountKey::Services,
    }
}

impl From<DepartmentId> for AccountKey {
    fn from(id: DepartmentId) -> Self {
        Self::Department(id)
    }
}

impl From<FeeTypeId> for AccountKey {
    fn from(id: FeeTypeId) -> Self {
        Self::Fee(id)
    }
}

/// «20» of 20 %, «55» of 5.5 %, «21» of 2.1 %: the end of a VAT account.
fn rate_digits(rate: Rate) -> String {
    let digits = (rate.0 / 100).to_string();
    digits.chars().chain("00".chars()).take(2).collect()
}

/// «5,5» of 5 500.
pub(crate) fn percent(rate: Rate) -> String {
    let (whole, thousandths) = (rate.0 / 1_000, rate.0 % 1_000);
    let decimals = format!("{thousandths:03}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { whole.to_string() } else { format!("{whole},{decimals}") }
}

/// The standard chart: the French one (PCG), and a short one for Québec, where none is prescribed.
fn standard(country: Country, key: &AccountKey) -> Account {
    let (france, quebec) = match key {
        AccountKey::Card => (("511500", "Cartes bancaires à encaisser"), ("1050", "Cartes à recevoir")),
        AccountKey::Cheque => (("511200", "Chèques à encaisser"), ("1060", "Chèques à déposer")),
        AccountKey::Other => {
            (("511800", "Autres valeurs à l’encaissement"), ("1070", "Autres encaissements à recevoir"))
        }
        AccountKey::Transfer => (("580000", "Virements internes"), ("1090", "Virements de fonds")),
        AccountKey::Customers => (("411000", "Clients"), ("1200", "Comptes clients")),
        AccountKey::CustomerCredit => {
            (("419700", "Clients – autres avoirs"), ("2400", "Crédits des clients"))
        }
        AccountKey::Goods | AccountKey::Department(_) => {
            (("707000", "Ventes de marchandises"), ("4000", "Ventes"))
        }
        AccountKey::Services => (("706000", "Prestations de services"), ("4100", "Services")),
        AccountKey::Fees | AccountKey::Fee(_) => {
            (("708500", "Ports et frais accessoires facturés"), ("4200", "Frais facturés"))
        }
        AccountKey::Taxes | AccountKey::Tax(_) => (("445710", "TVA collectée"), ("2300", "Taxes à payer")),
        AccountKey::Loss => {
            (("658000", "Charges diverses de gestion courante"), ("5900", "Écarts de caisse"))
        }
        AccountKey::Gain => (("758000", "Produits divers de gestion courante"), ("4900", "Autres revenus")),
        AccountKey::Gesture => {
            (("658000", "Charges diverses de gestion courante"), ("5910", "Gestes commerciaux"))
        }
        AccountKey::Cash | AccountKey::Till(_) | AccountKey::Method(_) => {
            (("530000", "Caisse"), ("1000", "Caisse"))
        }
    };
    let (number, label) = match country {
        Country::France => france,
        Country::Quebec => quebec,
    };
    Account::new(number, label)
}
