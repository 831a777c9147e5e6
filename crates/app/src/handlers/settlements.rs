//! «Corriger le règlement»: what stands of a ticket's payments, and the pair that corrects one of them.

use api::types::{
    DocumentRef, PaymentCorrect, PaymentCorrection, PaymentCorrectionChecked, PaymentCorrectionRef,
    PrintJobView, StandingPayment,
};
use api::{FaultCode, Topic};
use store::tables::settlements;

use super::cash::reason;
use crate::context::{Context, Mutation, Query};
use crate::corrections::Sold;
use crate::error::{Result, refusal};
use crate::printing::queue;
use crate::sale::payment_view;
use crate::settlements::{Standing, check_place, correct, corrections, is_correctable, offered, standing};
use crate::views;

/// What stands of a ticket's payments, and what they could be corrected into.
pub fn payment_correction_check(cx: &Query<'_>, request: DocumentRef) -> Result<PaymentCorrectionChecked> {
    let sold = Sold::load(cx, request.document_id)?;
    let place = check_place(cx, &sold)?;
    let stands = standing(&sold.ticket, &settlements::of_document(cx.db, sold.row.id)?);
    Ok(PaymentCorrectionChecked {
        payments: stands.iter().map(view).collect(),
        methods: offered(cx, &place.workstation)?.iter().map(views::method).collect(),
        later_shift: sold.row.shift != place.shift.id,
        workstation: place.workstation.name,
        shift: place.shift.number,
        document: views::document(cx.db, sold.row)?,
    })
}

fn view(stands: &Standing) -> StandingPayment {
    let shown = payment_view(&stands.payment);
    StandingPayment {
        payment_id: stands.payment.id,
        kind: shown.kind,
        name: shown.name,
        detail: shown.detail,
        amount: shown.amount,
        correctable: is_correctable(stands.payment.kind),
    }
}

/// Corrects the method of a payment. The ticket stays as it is.
pub fn payment_correct(cx: &mut Mutation<'_, '_>, request: PaymentCorrect) -> Result<PaymentCorrection> {
    let why = reason(&request.reason)?;
    let number = correct(cx, &request, &why)?;
    let correction = find(cx, &number)?;
    if request.print {
        print_slip(cx, &correction)?;
    }
    cx.touch(&[Topic::Sale, Topic::Shift, Topic::Documents]);
    Ok(correction)
}

/// Prints the slip of a correction, as often as it is wanted: it is no document of the sale.
pub fn payment_correction_print(
    cx: &mut Mutation<'_, '_>,
    request: PaymentCorrectionRef,
) -> Result<PrintJobView> {
    let correction = find(cx, &request.number)?;
    print_slip(cx, &correction)
}

fn print_slip(cx: &mut Mutation<'_, '_>, correction: &PaymentCorrection) -> Result<PrintJobView> {
    let workstation = cx.workstation_row()?;
    queue::correction_slip(cx, &workstation, correction)
}

fn find(cx: &impl Context, number: &str) -> Result<PaymentCorrection> {
    let legs = settlements::of_pair(cx.db(), number)?;
    corrections(cx.db(), &legs)?.pop().ok_or_else(|| refusal(FaultCode::CorrectionNotFound))
}
