//! Samples of corrections of payments, and of what the program says of itself.

use serde_json::{Value, json};

use super::ID;

pub fn settlements() -> Vec<(&'static str, Value)> {
    let correct = json!({
        "document_id": ID, "payment_id": ID, "amount": null, "method_id": ID, "card_last4": null, "reference": null,
        "nature": null, "reason": "r", "print": false
    });
    let identity = json!({
        "legal_name": "", "trading_name": "", "legal_form": "", "address": "", "postcode": "", "city": "", "siret": "",
        "naf": "", "vat_number": "", "tps_number": "", "tvq_number": "", "phone": "", "neq": ""
    });
    vec![
        ("payment_correction_check", json!({ "document_id": ID })),
        ("payment_correct", correct),
        ("payment_correction_print", json!({ "number": "x" })),
        ("approvers", json!({ "permission": "refund" })),
        ("about", json!({})),
        ("attestation", json!({})),
        ("proof_save", json!({ "certificate": "" })),
        ("maintenance_record", json!({ "workstation_id": null, "text": "" })),
        ("shop_identity_save", identity),
    ]
}
