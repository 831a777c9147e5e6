//! Packets with a label that says their price or weight: each is a line of its own, as heavy and dear as printed.
//!
//! Nothing here changes such a line: its quantity is on paper. A packet more is a scan more, a packet less is a line
//! removed.

use std::sync::Arc;

use super::{Cart, CartArticle, CartError, CartLine, LineBody};
use crate::embedded::Label;
use crate::ids::LineId;
use crate::money::Money;

impl CartLine {
    /// The price that its label prints, if it does.
    #[must_use]
    pub fn printed_amount(&self) -> Option<Money> {
        self.label.and_then(|label| label.amount)
    }
}

impl Cart {
    pub(super) fn add_labelled(
        &mut self,
        id: LineId,
        article: &CartArticle,
        label: Label,
    ) -> Result<(), CartError> {
        // A printed price is nobody's to change; a weight is priced as any article.
        let article = if label.amount.is_some() { article.clone() } else { self.priced(article) };
        self.push(id, LineBody::Article(Arc::new(article)), label.quantity)?;
        if let Some(line) = self.lines.last_mut() {
            line.label = Some(label);
        }
        Ok(())
    }

    pub(super) fn resolve_labelled(
        &mut self,
        id: LineId,
        article: &CartArticle,
        label: Label,
    ) -> Result<(), CartError> {
        self.resolve(id, article, label.quantity)?;
        if let Some(line) = self.lines.iter_mut().find(|l| l.id == id) {
            line.label = Some(label);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
