//! Every refusal, and every defect of the books, can be read in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use api::FaultCode;
use fluent_bundle::{FluentBundle, FluentResource};
use verify::{Language, sentence};

fn bundle(locale: &str, file: &str) -> FluentBundle<FluentResource> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/locales").join(locale).join(file);
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
        let texts = bundle(locale, "faults.ftl");
        let missing: BTreeSet<String> = FaultCode::ALL
            .iter()
            .map(|code| format!("fault-{}", code.as_str().replace('_', "-")))
            .filter(|id| texts.get_message(id).and_then(|m| m.value()).is_none())
            .collect();
        assert!(missing.is_empty(), "{locale} lacks {missing:?}");
    }
}

/// Names of all defects: those of the verifier, taken from its source so that a new one without words fails here, and
/// those of anchors.
fn defects() -> Vec<&'static str> {
    let source = include_str!("../../crates/fiscal/src/verify/code.rs");
    let of_records = source.lines().filter_map(|line| line.split("=> \"").nth(1)?.split('"').next());
    let names: Vec<_> = of_records.chain(app::ANCHOR_DEFECTS).collect();
    assert!(names.len() > 60, "the source has another form: {}", names.len());
    names
}

/// FISC-01: every defect that a window may show has a sentence in French and in English, named
/// `defect-<name with dashes>`; for a record it is that of the report of `comptoir-verify`.
#[test]
fn every_defect_has_a_text_in_both_languages() {
    for (locale, language) in [("fr", Language::Fr), ("en", Language::En)] {
        let texts = bundle(locale, "archives.ftl");
        for name in defects() {
            let message = texts.get_message(&format!("defect-{}", name.replace('_', "-")));
            let pattern = message.and_then(|message| message.value());
            let pattern = pattern.unwrap_or_else(|| panic!("{locale} has no sentence for {name}"));
            let text = texts.format_pattern(pattern, None, &mut Vec::new());
            let reported = sentence(name, language);
            let same = app::ANCHOR_DEFECTS.contains(&name) || text == reported;
            assert!(same, "{locale}: {name} is «{text}» in windows and «{reported}» in reports");
        }
    }
}
