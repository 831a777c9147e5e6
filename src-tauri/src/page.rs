//! The page that stands in for the till when the shop cannot be opened: what is wrong, in both languages.
//!
//! It has no script and no rights. Its texts are those of the interface (`ui/src/locales`), so that a fault reads
//! the same everywhere.

use api::Fault;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use serde_json::Value;
use tauri::http::{Response, header};
use tauri::{AppHandle, Manager as _, Url};
use unic_langid::LanguageIdentifier;

use crate::rpc::Till;

/// The scheme of the page's address.
pub const SCHEME: &str = "refused";
/// Its host on systems whose web view knows no schemes of ours.
pub const HTTP_HOST: &str = "refused.localhost";

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const FRENCH: &str = include_str!("../../ui/src/locales/fr/faults.ftl");
const ENGLISH: &str = include_str!("../../ui/src/locales/en/faults.ftl");

/// The address of the page on this system.
///
/// # Errors
/// Never in practice: the addresses are constants.
pub fn address() -> tauri::Result<Url> {
    let by_name = cfg!(any(windows, target_os = "android"));
    let address = if by_name { format!("http://{HTTP_HOST}/") } else { format!("{SCHEME}://localhost/") };
    Url::parse(&address).map_err(tauri::Error::InvalidUrl)
}

/// Answers every request of the scheme.
pub fn response(host: &AppHandle) -> Response<Vec<u8>> {
    let body = match &host.state::<Till>().0 {
        Ok(_) => String::new(),
        Err(fault) => html(fault),
    };
    let mut response = Response::new(body.into_bytes());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(POLICY));
    response
}

fn html(fault: &Fault) -> String {
    let french = escaped(&text("fr", FRENCH, fault));
    let english = escaped(&text("en", ENGLISH, fault));
    let trace = fault.trace.as_deref().map_or_else(String::new, |trace| format!(" · {}", escaped(trace)));
    format!(
        include_str!("page.html"),
        code = fault.code.as_str(),
        french = french,
        english = english,
        trace = trace
    )
}

/// The message of the fault; its code when the catalogue has none.
fn text(language: &str, catalogue: &str, fault: &Fault) -> String {
    let code = fault.code.as_str();
    let mut bundle = FluentBundle::new(vec![language.parse::<LanguageIdentifier>().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    // A catalogue with an error still holds its other messages.
    let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut args = FluentArgs::new();
    for (name, value) in &fault.params {
        match value {
            Value::Number(number) => args.set(name.clone(), number.as_f64().unwrap_or_default()),
            Value::String(text) => args.set(name.clone(), text.clone()),
            other => args.set(name.clone(), other.to_string()),
        }
    }
    if let Some(trace) = &fault.trace {
        args.set("trace", trace.clone());
    }
    let id = format!("fault-{}", code.replace('_', "-"));
    let known = bundle.add_resource(resource).ok().and_then(|()| bundle.get_message(&id)?.value());
    known.map_or_else(
        || code.to_owned(),
        |p| bundle.format_pattern(p, Some(&args), &mut Vec::new()).into_owned(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use api::{FaultCode, Retry};

    use super::*;

    #[test]
    fn the_page_says_what_is_wrong_in_both_languages() {
        let page = html(&Fault::failed(FaultCode::DatabaseNewer, Retry::Never));
        let french = text("fr", FRENCH, &Fault::refused(FaultCode::DatabaseNewer));
        let english = text("en", ENGLISH, &Fault::refused(FaultCode::DatabaseNewer));
        assert_ne!(french, english);
        assert_ne!(french, "database_newer");
        assert!(page.contains(&escaped(&french)) && page.contains(&escaped(&english)));
        assert!(page.contains("database_newer"));
    }

    #[test]
    fn what_a_fault_carries_cannot_become_markup() {
        let mut fault = Fault::bug("<script>".into());
        fault = fault.with("detail", "<img>");
        let page = html(&fault);
        assert!(!page.contains("<script>") && !page.contains("<img>"));
    }
}
