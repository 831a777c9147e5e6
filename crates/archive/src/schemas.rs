//! The JSON Schema of every payload that was ever signed. A schema stays here for ever, like the rules that verify it.

macro_rules! schemas {
    ($($name:literal),+ $(,)?) => {
        /// The files of the schemas: name in the archive and content. `ticket/3` is in `schema/ticket-3.json`.
        pub const SCHEMAS: &[(&str, &str)] = &[
            $((concat!("schema/", $name), include_str!(concat!("../schema/", $name)))),+
        ];
    };
}

schemas! {
    "archive-1.json",
    "duplicata-1.json",
    "gt-1.json",
    "gt-2.json",
    "jet-1.json",
    "jet-2.json",
    "reglement-1.json",
    "ticket-1.json",
    "ticket-2.json",
    "ticket-3.json",
}
