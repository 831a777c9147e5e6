//! Canonical JSON: the same facts give the same text, and nothing else passes for it.

use fiscal::{CanonicalError, CanonicalJson};
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991i64..=9_007_199_254_740_991).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("[a-zéœ_\"\\\\\u{1}]{0,6}", inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    /// An independent writer of RFC 8785 agrees; it does not normalise texts, so they are given normalised.
    #[test]
    fn another_implementation_writes_the_same(value in any_json()) {
        let text = CanonicalJson::of(&value).unwrap();
        let normalised: Value = serde_json::from_str(text.as_str()).unwrap();
        prop_assert_eq!(serde_jcs::to_string(&normalised).unwrap(), text.as_str());
    }

    #[test]
    fn a_canonical_text_reads_back_to_itself(value in any_json()) {
        let text = CanonicalJson::of(&value).unwrap();
        prop_assert_eq!(&CanonicalJson::parse(text.as_str()).unwrap(), &text);
        let read: Value = serde_json::from_str(text.as_str()).unwrap();
        prop_assert_eq!(CanonicalJson::of(&read).unwrap(), text);
    }

    #[test]
    fn integers_survive_to_the_last_figure(n in -9_007_199_254_740_991i64..=9_007_199_254_740_991) {
        let text = CanonicalJson::of(&n).unwrap();
        prop_assert_eq!(text.as_str(), n.to_string());
    }

    #[test]
    fn any_space_makes_a_text_not_canonical(value in any_json(), at in any::<prop::sample::Index>()) {
        let text = CanonicalJson::of(&value).unwrap().as_str().to_owned();
        let places: Vec<usize> = text.match_indices([',', ':', '{', '[']).map(|(i, _)| i).collect();
        prop_assume!(!places.is_empty());
        let mut spaced = text;
        spaced.insert(at.get(&places) + 1, ' ');
        // A space inside a string is content; anywhere else it is refused.
        if let Ok(accepted) = CanonicalJson::parse(&spaced) {
            prop_assert_ne!(accepted.sha256(), CanonicalJson::of(&value).unwrap().sha256());
        }
    }
}

#[test]
fn keys_are_sorted_by_utf_16_and_text_is_escaped_as_rfc_8785_says() {
    let value = json!({"\u{20ac}": "Euro Sign", "\r": "Carriage Return", "1": "One", "\u{1f600}": "Emoji",
        "\u{80}": "Control", "\u{f6}": "Latin", "z": "\u{f}\n\u{8}\"\\/\u{20ac}"});
    let expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"z\":\"\\u000f\\n\\b\\\"\\\\/€\",\"\u{80}\":\"Control\",\
        \"ö\":\"Latin\",\"€\":\"Euro Sign\",\"😀\":\"Emoji\"}";
    assert_eq!(CanonicalJson::of(&value).unwrap().as_str(), expected, "order of the RFC's own example");
}

#[test]
fn the_hash_of_the_golden_payload_is_the_published_one() {
    let text = CanonicalJson::of(&json!({"a": 1})).unwrap();
    assert_eq!(text.sha256(), "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
}

#[test]
fn strings_are_nfc_and_keys_must_be() {
    let composed = CanonicalJson::of(&json!({"n": "Zoé"})).unwrap();
    assert_eq!(CanonicalJson::of(&json!({"n": "Zoe\u{301}"})).unwrap(), composed);
    assert!(matches!(CanonicalJson::parse("{\"n\":\"Zoe\u{301}\"}"), Err(CanonicalError::NotCanonical)));
    assert!(matches!(CanonicalJson::of(&json!({"e\u{301}": 1})), Err(CanonicalError::Key(_))));
}

#[test]
fn floats_and_unsafe_integers_are_errors() {
    for refused in [json!(0.5), json!(1.0), json!(1i64 << 53), json!(-(1i64 << 53)), json!(u64::MAX)] {
        let nested = json!({"lines": [{"amount": refused}]});
        assert!(matches!(CanonicalJson::of(&nested), Err(CanonicalError::Number(_))), "{nested}");
    }
    assert!(CanonicalJson::of(&json!((1i64 << 53) - 1)).is_ok());
}

#[test]
fn a_repeated_key_or_another_order_is_not_canonical() {
    for text in
        [r#"{"a":1,"a":1}"#, r#"{"b":1,"a":1}"#, r#"{"a":1} "#, r#"{"a":01}"#, r#"{"a":1e0}"#, r#"{"a":-0}"#]
    {
        assert!(CanonicalJson::parse(text).is_err(), "{text}");
    }
    assert!(CanonicalJson::parse(r#"{"a":1,"b":1}"#).is_ok());
}
