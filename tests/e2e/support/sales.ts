// Sales made behind the interface, for tests of what is done with them afterwards.

import type { CustomerView, SaleDone } from '../../../ui/src/bindings/api.ts';
import type { PaymentKind } from '../../../ui/src/bindings/domain.ts';
import type { Seat } from './shop.ts';
import { ARTICLES } from './till.ts';

interface Wish {
  readonly article: { readonly barcode: string };
  /** Whole pieces. */
  readonly pieces: number;
  readonly method: PaymentKind;
  readonly last4: string | null;
  readonly customer: string | null;
}

const USUAL: Wish = { article: ARTICLES.baguette, pieces: 1, method: 'cash', last4: null, customer: null };

/** Sells at the seat's workstation, where a shift is open. */
export async function sell(seat: Seat, wish: Partial<Wish> = {}): Promise<SaleDone> {
  const { article, pieces, method, last4, customer } = { ...USUAL, ...wish };
  await seat.call('sale_scan', { code: article.barcode, quantity: pieces * 10_000 });
  const customerId = customer === null ? null : (await customerNamed(seat, customer)).id;
  if (customerId !== null) await seat.call('sale_set_customer', { customer_id: customerId });
  const { methods } = await seat.call('sale_current', {});
  const by = methods.find((one) => one.kind === method);
  if (by === undefined) throw new Error(`the workstation takes no ${method}`);
  const payment = { method_id: by.id, amount: null, card_last4: last4, reference: null, nature: null };
  const done = await seat.call('sale_validate', { payment, leave_unpaid: false, print: false, seen: null });
  await seat.call('sale_done_clear', {});
  return done;
}

export async function customerNamed(seat: Seat, name: string): Promise<CustomerView> {
  const found = (await seat.call('customer_search', { text: name, limit: 5 })).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no customer is called ${name}`);
  return found;
}

/** Puts credit on a customer's account, as a gesture of the shop. */
export async function giveCredit(seat: Seat, name: string, amount: number): Promise<void> {
  const { id } = await customerNamed(seat, name);
  await seat.call('credit_add', { customer_id: id, amount, method_id: null, reason: 'geste' });
}
