// The sale in progress, as the program last described it. The store sends what the cashier does and shows what comes
// back; it computes nothing.
//
// Changes go out one after the other, in the order of the keys, so that «+ +» is two and not a race.

import type { FaultCode, LayoutView, PaymentAdd, Refund, SaleDone, SaleLineView, SaleSeen, SaleView } from '#bindings/api';
import { type Command, hasCode, LinkError, type Request, type Response, rpc } from '#platform/index';
import { report } from '#shell/errors';
import { scanTimings } from '#shell/timings';
import { toasts } from '#shell/toasts.svelte';
import type { Scan } from '#lib/scanner/queue';
import { EMPTY, type Keypad, isEmpty, ONE, pendingQuantity } from '#lib/keypad/grammar';
import { Alarm } from './alarm';
import { beep } from './sounds';

/** Commands that answer with the whole sale. */
type SaleCommand = { [K in Command]: Response<K> extends SaleView ? K : never }[Command];

/** What was scanned, of a line that no article has. */
export function unknownCode(line: SaleLineView): string {
  return line.code === '' ? line.name : line.code;
}

/** Refusals that mean the screen is behind. */
const STALE: readonly FaultCode[] = ['amount_due_remains', 'cart_changed', 'refund_method_required'];

/** A tap this soon after the cart changed was meant for what stood there before. */
const GUARD_MS = 250;

export class Sale {
  view = $state.raw<SaleView | null>(null);
  layout = $state.raw<LayoutView | null>(null);
  keypad = $state.raw<Keypad>(EMPTY);
  /** Why the sale could not be read. */
  error = $state.raw<unknown>(null);
  /** True while a payment is being sealed. */
  sealing = $state(false);
  #changedAt = 0;
  #lane: Promise<unknown> = Promise.resolve();
  /** At midnight promotions and prices to come change, and nothing else tells the tiles. */
  readonly #atMidnight = new Alarm(() => void this.refreshLayout().catch(report));

  readonly selected = $derived<SaleLineView | null>(
    this.view?.lines.find((line) => line.id === this.view?.selected) ?? null,
  );
  readonly pending = $derived<SaleLineView | null>(this.view?.lines.find((line) => !line.known) ?? null);

  async load(): Promise<void> {
    this.error = null;
    try {
      await Promise.all([this.refresh(), this.refreshLayout()]);
    } catch (error) {
      this.error = error;
    }
  }

  /** Reads the cart again, because another window or a worker changed it. */
  refresh(): Promise<void> {
    return this.#inOrder(() => this.#read());
  }

  async refreshLayout(): Promise<void> {
    this.layout = await rpc('layout_current', {});
    this.#atMidnight.in(this.layout?.fresh_ms ?? null);
  }

  /** Stops waiting for the end of the day. */
  rest(): void {
    this.#atMidnight.in(null);
  }

  /** Shows an answer, unless a newer one is already shown. */
  accept(view: SaleView): void {
    const known = this.view;
    if (known !== null && known.cart_id === view.cart_id && view.revision < known.revision) return;
    if (known !== null && (known.revision !== view.revision || known.cart_id !== view.cart_id)) {
      this.#changedAt = performance.now();
      toasts.outdate();
    }
    this.view = view;
  }

  /** True just after a change: a one-tap payment pressed now would be a slip. */
  get justChanged(): boolean {
    return performance.now() - this.#changedAt < GUARD_MS;
  }

  /**
   * Does something to the cart, after what was asked before. Refusals are shown. True when it was done. A request that
   * depends on the state of the cart is a function: it is called when its turn comes.
   */
  async change<K extends SaleCommand>(command: K, request: Request<K> | (() => Request<K>)): Promise<boolean> {
    try {
      await this.#inOrder(async () => {
        const wanted = typeof request === 'function' ? request() : request;
        this.accept((await rpc(command, wanted)) as SaleView);
      });
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  /** Carries out a scan. Rejects when nobody answered or nobody is signed in: the scan then waits its turn again. */
  async scan(scan: Scan): Promise<void> {
    const quantity = this.takeQuantity();
    try {
      await this.#inOrder(async () => {
        const view = await rpc('sale_scan', { code: scan.code, quantity }, scan.key);
        this.accept(view);
        scanTimings.painted(scan.endedAt);
        beep(view.lines.find((line) => line.id === view.touched)?.known === false ? 'unknown' : 'ok');
      });
    } catch (error) {
      if (error instanceof LinkError || hasCode(error, 'session_required')) {
        if (quantity !== ONE) this.keypad = { buffer: '', multiplier: String(quantity / ONE) };
        throw error;
      }
      beep('unknown');
      report(error);
    }
  }

  addArticle(articleId: string): Promise<boolean> {
    return this.change('sale_add_article', { article_id: articleId, quantity: this.takeQuantity() });
  }

  /** What the pad asked for, once. */
  takeQuantity(): number {
    const quantity = pendingQuantity(this.keypad);
    if (this.keypad.multiplier !== null) this.keypad = EMPTY;
    return quantity;
  }

  clearKeypad(): boolean {
    const had = !isEmpty(this.keypad);
    this.keypad = EMPTY;
    return had;
  }

  /** Seals the sale, with a last payment if one is given. True when it is sealed. */
  validate(payment: PaymentAdd | null, print: boolean, leaveUnpaid = false): Promise<boolean> {
    return this.#seal((seen) => rpc('sale_validate', { payment, leave_unpaid: leaveUnpaid, print, seen }));
  }

  /** Seals the sale and makes its invoice, which is printed in place of the ticket. True when it is sealed. */
  invoice(payment: PaymentAdd | null, print: boolean, leaveUnpaid = false): Promise<boolean> {
    return this.#seal((seen) => rpc('invoice_validate', { sale: { payment, leave_unpaid: leaveUnpaid, print, seen } }));
  }

  /** Seals a sale that articles brought back pay for in whole, and gives the rest back. True when it is sealed. */
  exchange(refund: Refund | null, print: boolean): Promise<boolean> {
    return this.#seal((seen) => rpc('exchange_validate', { refund, print, seen }));
  }

  async #seal(request: (seen: SaleSeen | null) => Promise<SaleDone>): Promise<boolean> {
    if (this.sealing) return false;
    this.sealing = true;
    try {
      await this.#inOrder(async () => {
        const shown = this.view;
        await request(shown === null ? null : { cart_id: shown.cart_id, revision: shown.revision });
        await this.#read();
      });
      return true;
    } catch (error) {
      if (STALE.some((code) => hasCode(error, code))) await this.refresh().catch(report);
      report(error);
      return false;
    } finally {
      this.sealing = false;
    }
  }

  async #read(): Promise<void> {
    this.accept(await rpc('sale_current', {}));
  }

  /** One after the other: an answer that was overtaken could show a cart that no longer exists. */
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lane.then(work);
    this.#lane = result.catch(() => undefined);
    return result;
  }
}
