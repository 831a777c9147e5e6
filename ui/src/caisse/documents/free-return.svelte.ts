// A return without its ticket, in progress: articles at the price of today (RET-02). The program says what they give.

import type { ArticleView, FreeReturnLine, Refund, ReturnChecked, SaleDone, SaleView } from '#bindings/api';
import type { CustomerId } from '#bindings/domain';
import { rpc } from '#platform/index';
import { latest } from '#lib/latest';
import { articleOfCode } from './article';
import { ONE } from './draft';

export interface FreeLine {
  readonly article: ArticleView;
  readonly quantity: number;
  readonly restock: boolean;
}

export class FreeReturning {
  lines = $state.raw<readonly FreeLine[]>([]);
  checked = $state.raw<ReturnChecked | null>(null);
  failure = $state.raw<unknown>(null);
  readonly #ask = latest(
    (lines: FreeReturnLine[]) => rpc('return_free_check', { lines, customer_id: this.customer }),
    (checked: ReturnChecked) => {
      this.checked = this.lines.length === 0 ? null : checked;
    },
  );

  /** `customer` is whose account a credit would go to: the customer of the sale, if one was called. */
  constructor(readonly customer: CustomerId | null) {}

  /** One more of an article. */
  add(article: ArticleView): void {
    const known = this.lines.find((line) => line.article.id === article.id);
    if (known === undefined) this.#set([...this.lines, { article, quantity: ONE, restock: article.stock !== null }]);
    else this.setQuantity(known, known.quantity + ONE);
  }

  /** Nothing of it takes the line away. */
  setQuantity(line: FreeLine, quantity: number): void {
    if (quantity <= 0) this.#set(this.lines.filter((other) => other !== line));
    else this.#replace(line, { ...line, quantity });
  }

  setRestock(line: FreeLine, restock: boolean): void {
    this.#replace(line, { ...line, restock });
  }

  /** Asks again after a failure. */
  check(): void {
    this.#set(this.lines);
  }

  /** Adds a scanned article; false when nobody knows the code. */
  async scan(code: string): Promise<boolean> {
    const article = await articleOfCode(code);
    if (article !== null) this.add(article);
    return article !== null;
  }

  /** Puts the articles on the sale in progress, which they pay for. */
  exchange(reason: string): Promise<SaleView> {
    return rpc('exchange_start_free', { lines: this.#wanted(), reason });
  }

  validate(reason: string, refund: Refund, print: boolean): Promise<SaleDone> {
    return rpc('return_free', { lines: this.#wanted(), customer_id: this.customer, reason, refund, print });
  }

  #replace(line: FreeLine, changed: FreeLine): void {
    this.#set(this.lines.map((other) => (other === line ? changed : other)));
  }

  #set(lines: readonly FreeLine[]): void {
    this.lines = lines;
    this.failure = null;
    if (lines.length === 0) this.checked = null;
    else this.#ask(this.#wanted()).catch((error: unknown) => (this.failure = error));
  }

  #wanted(): FreeReturnLine[] {
    return this.lines.map(({ article, quantity, restock }) => ({ article_id: article.id, quantity, restock }));
  }
}
