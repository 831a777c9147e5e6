// «Exactitude des prix» after the sale, in progress: a label that is set against a line of a ticket. The program says what
// that gives back.

import type { DocumentDetail, DocumentLineView, PriceAccuracyTerms, PriceClaimChecked, PriceClaimCheck, Refund, SaleDone } from '#bindings/api';
import type { PriceExclusion } from '#bindings/domain';
import { parseMoney } from '#lib/i18n/parse';
import { rpc } from '#platform/index';
import { latest } from '#lib/latest';

export class Claiming {
  /** The price on the label, as typed. */
  text = $state('');
  exclusion = $state<PriceExclusion | null>(null);
  terms = $state.raw<PriceAccuracyTerms | null>(null);
  checked = $state.raw<PriceClaimChecked | null>(null);
  failure = $state.raw<unknown>(null);
  readonly #ask = latest(
    (claim: PriceClaimCheck | null) => (claim === null ? Promise.resolve(null) : rpc('price_claim_check', claim)),
    (checked: PriceClaimChecked | null) => (this.checked = checked),
  );

  constructor(
    readonly detail: DocumentDetail,
    readonly line: DocumentLineView,
  ) {
    this.read();
  }

  /** Reads the rule, or asks again after a failure. */
  read(): void {
    this.failure = null;
    rpc('price_accuracy_terms', {}).then(
      (terms) => (this.terms = terms),
      (error: unknown) => (this.failure = error),
    );
    this.check();
  }

  check(): void {
    this.failure = null;
    this.#ask(this.#claim()).catch((error: unknown) => (this.failure = error));
  }

  /** Chosen again, it is no longer. */
  choose(wanted: PriceExclusion): void {
    this.exclusion = this.exclusion === wanted ? null : wanted;
    this.check();
  }

  validate(refund: Refund, print: boolean): Promise<SaleDone> {
    const claim = this.#claim();
    if (claim === null) throw new Error('a claim without a price');
    return rpc('price_claim', { claim, refund, print });
  }

  #claim(): PriceClaimCheck | null {
    const labelled = this.text.trim() === '' ? null : parseMoney(this.text);
    return labelled === null ? null : { document_id: this.detail.row.id, n: this.line.n, labelled, exclusion: this.exclusion };
  }
}
