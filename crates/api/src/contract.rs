//! The attributes that every type of the contract carries, in one place.

/// Declares types that cross the API: JSON with unknown fields refused, TypeScript, JSON Schema.
macro_rules! contract {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident $body:tt)+) => { $(
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[ts(export_to = "api.ts")]
        $(#[$meta])*
        pub $kind $name $body
    )+ };
}
