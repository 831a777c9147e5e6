//! Rights and roles in the words of the journal.

use domain::permission::{Permission, Role};

/// A right, as the journal names it.
#[must_use]
pub const fn right_name(right: Permission) -> &'static str {
    match right {
        Permission::Sell => "vendre",
        Permission::OpenShift => "ouvrir un quart",
        Permission::CloseShift => "fermer son quart",
        Permission::CloseAnyShift => "fermer tous les quarts",
        Permission::Discount => "faire des remises",
        Permission::DiscountBeyondLimit => "dépasser la remise permise",
        Permission::Refund => "rembourser un retour",
        Permission::RefundFreely => "reprendre sans ticket",
        Permission::CancelTicket => "annuler un ticket",
        Permission::CorrectPayment => "corriger un règlement",
        Permission::AddCredit => "créditer un compte client",
        Permission::WriteOff => "passer en pertes et profits au-delà de la limite",
        Permission::ExemptFromTax => "vendre sans TVA",
        Permission::MoveCash => "entrées et sorties de caisse",
        Permission::OpenDrawer => "ouvrir le tiroir sans vente",
        Permission::Reprint => "réimprimer",
        Permission::ViewReports => "lire les rapports",
        Permission::ManagePrinting => "gérer les impressions",
        Permission::ManageCatalogue => "gérer les articles",
        Permission::ManageLayouts => "gérer les schémas de caisse",
        Permission::ManageMacroKeys => "gérer les touches macro",
        Permission::Import => "importer",
        Permission::ManageCustomers => "gérer les clients",
        Permission::ManageWorkstations => "gérer les postes",
        Permission::ManageUsers => "gérer les utilisateurs",
        Permission::ManageOptions => "régler la caisse",
    }
}

/// A role, as the journal names it.
#[must_use]
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Cashier => "caissier",
        Role::LeadCashier => "responsable de caisse",
        Role::Manager => "gérant",
        Role::Technician => "intervenant",
    }
}
