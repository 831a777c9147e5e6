//! Rights per action, and the presets from which roles start (SEC-01).

use serde::{Deserialize, Serialize};

/// A right. Every command of the API names the one that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum Permission {
    /// Prepare and take payment for sales.
    Sell,
    /// Open a shift on a workstation.
    OpenShift,
    /// Close the shift of the workstation one works at.
    CloseShift,
    /// Close the shift of any workstation.
    CloseAnyShift,
    /// Give discounts, up to the limit of the shop.
    Discount,
    /// Give discounts beyond the limit.
    DiscountBeyondLimit,
    /// Take articles back against their ticket and give the money back.
    Refund,
    /// Take articles back without their ticket.
    RefundFreely,
    /// Cancel a ticket as a whole.
    CancelTicket,
    /// Correct the method of a payment after the sale.
    CorrectPayment,
    /// Put credit on a customer's account.
    AddCredit,
    /// Give up a difference that a customer will not pay, beyond the limit of the shop («Pertes et Profits»).
    WriteOff,
    /// Sell without VAT on a legal ground.
    ExemptFromTax,
    /// Put cash into the drawer or take it out, with a reason.
    MoveCash,
    /// Open the drawer without a sale.
    OpenDrawer,
    /// Print a document again.
    Reprint,
    /// Read shift reports and lists.
    ViewReports,
    /// Retry, cancel or resolve print jobs.
    ManagePrinting,
    /// Create and change articles and departments.
    ManageCatalogue,
    /// Create and change layouts.
    ManageLayouts,
    /// Create and change the macro keys of layouts (CFG-22).
    ManageMacroKeys,
    /// Import files.
    Import,
    /// Create customers and change their files.
    ManageCustomers,
    /// Create and change workstations.
    ManageWorkstations,
    /// Create and change users, their roles and PINs.
    ManageUsers,
    /// Change how the till behaves.
    ManageOptions,
}

/// A named set of rights given to users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum Role {
    /// «Caissier».
    Cashier,
    /// «Responsable de caisse»: a cashier who may approve and correct.
    LeadCashier,
    /// «Gérant».
    Manager,
    /// «Intervenant»: installs and repairs, does not sell.
    Technician,
}

impl Role {
    /// Every role, least powerful first.
    pub const ALL: [Self; 4] = [Self::Cashier, Self::LeadCashier, Self::Manager, Self::Technician];

    /// The rights of the role.
    #[expect(clippy::too_many_lines, reason = "one table, best read in one place")]
    #[must_use]
    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::{
            AddCredit, CancelTicket, CloseAnyShift, CloseShift, CorrectPayment, Discount,
            DiscountBeyondLimit, ExemptFromTax, Import, ManageCatalogue, ManageCustomers, ManageLayouts,
            ManageMacroKeys, ManageOptions, ManagePrinting, ManageUsers, ManageWorkstations, MoveCash,
            OpenDrawer, OpenShift, Refund, RefundFreely, Reprint, Sell, ViewReports, WriteOff,
        };
        match self {
            Self::Cashier => {
                &[Sell, Discount, OpenShift, CloseShift, MoveCash, Reprint, ManageCustomers, ManagePrinting]
            }
            Self::LeadCashier => &[
                Sell,
                Discount,
                DiscountBeyondLimit,
                Refund,
                CancelTicket,
                CorrectPayment,
                AddCredit,
                WriteOff,
                ExemptFromTax,
                OpenShift,
                CloseShift,
                CloseAnyShift,
                MoveCash,
                OpenDrawer,
                Reprint,
                ViewReports,
                ManagePrinting,
                ManageCatalogue,
                ManageLayouts,
                ManageCustomers,
            ],
            Self::Manager => &[
                Sell,
                Discount,
                DiscountBeyondLimit,
                Refund,
                RefundFreely,
                CancelTicket,
                CorrectPayment,
                AddCredit,
                WriteOff,
                ExemptFromTax,
                OpenShift,
                CloseShift,
                CloseAnyShift,
                MoveCash,
                OpenDrawer,
                Reprint,
                ViewReports,
                ManagePrinting,
                ManageCatalogue,
                ManageLayouts,
                Import,
                ManageCustomers,
                ManageWorkstations,
                ManageUsers,
                ManageOptions,
            ],
            Self::Technician => &[
                ManagePrinting,
                ManageLayouts,
                ManageMacroKeys,
                ManageWorkstations,
                ManageOptions,
                ViewReports,
            ],
        }
    }

    /// True when the role includes the right.
    #[must_use]
    pub fn allows(self, permission: Permission) -> bool {
        self.permissions().contains(&permission)
    }
}
