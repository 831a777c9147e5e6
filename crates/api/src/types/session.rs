//! The shop, its users and who is signed in.

use domain::country::{Country, PriceMode};
use domain::ids::UserId;
use domain::money::Money;
use domain::permission::{Permission, Role};

use super::WorkstationView;
use crate::call::SessionToken;

contract! {
    /// What the program can say before anybody signs in.
    pub struct AppStatus {
        /// Software version.
        pub version: String,
        /// Fiscal version (fiscal.md R-01).
        pub fiscal_version: String,
        /// Category and number of the certificate; empty: the editor's individual attestation (D-58).
        pub certificate: String,
        /// The shop, once created.
        pub shop: Option<ShopTile>,
        /// The clock of the host, so that windows show one time.
        pub now_ms: i64,
        /// What people have to know of the books and the database as they are now, worst first; sales go on only where they may.
        pub alerts: Vec<StartAlert>,
    }

    /// What people are told before they sign in; it is gone once a manager has decided.
    pub struct StartAlert {
        /// The reason, as a fault code.
        pub code: crate::FaultCode,
        /// What the message needs.
        #[ts(type = "Record<string, string | number>")]
        pub params: serde_json::Map<String, serde_json::Value>,
    }

    /// The shop as every window shows it.
    pub struct ShopTile {
        /// Trading name.
        pub name: String,
        /// Country.
        pub country: Country,
        /// ISO 4217 code.
        pub currency: String,
        /// BCP 47 tag of the shop's language.
        pub locale: String,
        /// IANA time zone.
        pub time_zone: String,
        /// Whether prices contain taxes.
        pub price_mode: PriceMode,
        /// True for a sample shop.
        pub sample: bool,
    }

    /// The shop's identity and what is still missing before it can sell (SHF-01).
    pub struct ShopView {
        /// As windows show it.
        pub tile: ShopTile,
        /// Legal identity.
        pub identity: ShopIdentity,
        /// Notes and coins of the country, greatest first.
        pub denominations: Vec<Money>,
        /// What is missing; empty when sales may start.
        pub missing: Vec<SetupStep>,
    }

    /// What sales need first.
    #[derive(Copy, Eq)]
    pub enum SetupStep {
        /// At least one article.
        Articles,
        /// At least one layout.
        Layout,
        /// At least one active workstation with a layout.
        Workstation,
        /// At least one active user who sells (SEL-01).
        Seller,
    }

    /// Identity printed on documents and signed into records.
    #[derive(Eq)]
    pub struct ShopIdentity {
        /// Legal name («raison sociale»).
        pub legal_name: String,
        /// Trading name («enseigne»).
        pub trading_name: String,
        /// Legal form and capital, as printed.
        pub legal_form: String,
        /// Street.
        pub address: String,
        /// Postcode.
        pub postcode: String,
        /// City.
        pub city: String,
        /// SIRET (France).
        pub siret: String,
        /// NAF/APE code (France).
        pub naf: String,
        /// VAT number (France).
        pub vat_number: String,
        /// TPS registration (Québec).
        pub tps_number: String,
        /// TVQ registration (Québec).
        pub tvq_number: String,
        /// Phone.
        pub phone: String,
        /// NEQ, the number of the business in the register of Québec.
        pub neq: String,
    }

    /// Creates the shop in an empty database: identity, taxes, methods, one workstation, one manager.
    pub struct ShopCreate {
        /// Country.
        pub country: Country,
        /// Identity.
        pub identity: ShopIdentity,
        /// Name of the first manager.
        pub manager_name: String,
        /// PIN of the first manager, 4 to 8 digits.
        pub manager_pin: String,
        /// Name of the first workstation.
        pub workstation_name: String,
        /// The logo, if one was chosen.
        pub logo: Option<super::LogoFile>,
    }

    /// A user as shown at sign-in.
    pub struct UserTile {
        /// The user.
        pub id: UserId,
        /// Name.
        pub name: String,
        /// Up to two initials.
        pub initials: String,
        /// Role.
        pub role: Role,
        /// Seconds during which the PIN is refused after too many errors; 0 when it is not.
        pub locked_seconds: u32,
    }

    /// Signs in.
    pub struct SessionOpen {
        /// The user.
        pub user_id: UserId,
        /// Their PIN.
        pub pin: String,
        /// The token that the client will send from now on.
        pub token: SessionToken,
    }

    /// Who is signed in, where, and what they may do.
    pub struct SessionView {
        /// The user.
        pub user: UserTile,
        /// Rights.
        pub permissions: Vec<Permission>,
        /// The workstation: the computer's default opens by itself (SHF-05).
        pub workstation: Option<WorkstationView>,
        /// Workstations whose shift was opened on an earlier day and is still open, shown to those who may close
        /// any shift (SHF-12).
        pub forgotten_shifts: Vec<super::ShiftRow>,
        /// In training mode, what there is to say of it; none where everything is real.
        pub training: Option<super::TrainingView>,
    }

    /// A user in the list of users.
    pub struct UserView {
        /// The user.
        pub id: UserId,
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// Sells under their own name (SAL-24).
        pub is_seller: bool,
        /// May sign in.
        pub active: bool,
    }

    /// Creates (no id) or changes a user.
    pub struct UserSave {
        /// The user to change.
        pub id: Option<UserId>,
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// Sells under their own name.
        pub is_seller: bool,
        /// May sign in.
        pub active: bool,
        /// New PIN; required for a new user.
        pub pin: Option<String>,
    }

    /// A role and its rights.
    pub struct RoleView {
        /// The role.
        pub role: Role,
        /// Its rights.
        pub permissions: Vec<Permission>,
    }
}
