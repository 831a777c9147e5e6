//! The HTTP status that fits a fault. The interface reads the fault; the status is for people with `curl`.

use api::{Fault, FaultCode, Severity};
use axum::http::StatusCode;

/// The status of a fault.
pub fn status_of(fault: &Fault) -> StatusCode {
    use FaultCode as C;
    match fault.code {
        C::BadRequest | C::KeyRequired => StatusCode::BAD_REQUEST,
        C::RequestTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        C::SessionRequired => StatusCode::UNAUTHORIZED,
        C::PermissionDenied | C::WrongPin => StatusCode::FORBIDDEN,
        C::SignInLocked => StatusCode::TOO_MANY_REQUESTS,
        C::KeyReused
        | C::ShopExists
        | C::ShiftClosed
        | C::CartInProgress
        | C::ImportRunning
        | C::PrintJobState
        | C::UserNameTaken
        | C::WorkstationCodeTaken
        | C::WorkstationCodeInUse
        | C::BarcodeTaken => StatusCode::CONFLICT,
        C::UnknownCommand => StatusCode::NOT_FOUND,
        code if code.as_str().ends_with("_not_found") => StatusCode::NOT_FOUND,
        _ => match fault.severity {
            Severity::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Severity::Failed => StatusCode::SERVICE_UNAVAILABLE,
            Severity::Bug => StatusCode::INTERNAL_SERVER_ERROR,
        },
    }
}

#[cfg(test)]
mod tests {
    use api::Retry;

    use super::*;

    #[test]
    fn statuses_fit_their_faults() {
        let refused = |code| status_of(&Fault::refused(code)).as_u16();
        assert_eq!(refused(FaultCode::CartEmpty), 422);
        assert_eq!(refused(FaultCode::CustomerNotFound), 404);
        assert_eq!(refused(FaultCode::SessionRequired), 401);
        assert_eq!(refused(FaultCode::PermissionDenied), 403);
        assert_eq!(refused(FaultCode::KeyReused), 409);
        assert_eq!(status_of(&Fault::failed(FaultCode::DatabaseBusy, Retry::Now)), 503);
        assert_eq!(status_of(&Fault::bug("t".into())), 500);
    }

    #[test]
    fn no_fault_looks_like_success() {
        assert!(FaultCode::ALL.iter().all(|code| !status_of(&Fault::refused(*code)).is_success()));
    }
}
