//! Every refusal can be read in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use api::FaultCode;
use fluent_bundle::{FluentBundle, FluentResource};

fn bundle(locale: &str) -> FluentBundle<FluentResource> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/locales").join(locale).join("faults.ftl");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let resource = FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{locale}: {errors:?}"));
    let mut bundle = FluentBundle::default();
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{locale}: {errors:?}"));
    bundle
}

/// Every fault code has a message in French and in English, named `fault-<code with dashes>`.
#[test]
fn every_fault_has_a_text_in_both_languages() {
    for locale in ["fr", "en"] {
        let texts = bundle(locale);
        let missing: BTreeSet<String> = FaultCode::ALL
            .iter()
            .map(|code| format!("fault-{}", code.as_str().replace('_', "-")))
            .filter(|id| texts.get_message(id).and_then(|m| m.value()).is_none())
            .collect();
        assert!(missing.is_empty(), "{locale} lacks {missing:?}");
    }
}
