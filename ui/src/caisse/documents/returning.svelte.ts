// A return against a ticket, in progress: what was ticked, and what the program says it gives back.

import type { DocumentDetail, DocumentLineView, Refund, ReturnChecked, SaleDone, SaleView } from '#bindings/api';
import { rpc } from '#platform/index';
import { latest } from '#lib/latest';
import { articleOfCode } from './article';
import { type Draft, NOTHING, returnLines, takeArticle, toggle } from './draft';

export class Returning {
  draft = $state.raw<Draft>(NOTHING);
  /** What the ticked lines give back; null while nothing is ticked. */
  checked = $state.raw<ReturnChecked | null>(null);
  failure = $state.raw<unknown>(null);
  readonly #ask = latest(
    (draft: Draft) => rpc('return_check', { document_id: this.detail.row.id, lines: returnLines(draft) }),
    (checked: ReturnChecked) => {
      // The answer may come after the last line was unticked.
      this.checked = this.draft.size === 0 ? null : checked;
    },
  );

  constructor(readonly detail: DocumentDetail) {
    const [only, ...others] = detail.lines.filter((line) => line.returnable > 0);
    if (only !== undefined && others.length === 0) this.set(toggle(NOTHING, only));
  }

  get lines(): readonly DocumentLineView[] {
    return this.detail.lines;
  }

  set(draft: Draft): void {
    this.draft = draft;
    this.failure = null;
    if (draft.size === 0) this.checked = null;
    else this.#ask(draft).catch((error: unknown) => (this.failure = error));
  }

  /** Asks again after a failure. */
  check(): void {
    this.set(this.draft);
  }

  /** One more of a scanned article; false when the ticket has none left of it. */
  async scan(code: string): Promise<boolean> {
    const article = await articleOfCode(code);
    const draft = article === null ? null : takeArticle(this.draft, this.lines, article.id);
    if (draft !== null) this.set(draft);
    return draft !== null;
  }

  /** Puts what is ticked on the sale in progress, which it pays for. */
  exchange(reason: string): Promise<SaleView> {
    return rpc('exchange_start', { document_id: this.detail.row.id, lines: returnLines(this.draft), reason });
  }

  validate(reason: string, refund: Refund, print: boolean): Promise<SaleDone> {
    return rpc('return_validate', { document_id: this.detail.row.id, lines: returnLines(this.draft), reason, refund, print });
  }
}
