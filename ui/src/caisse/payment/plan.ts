// What Enter does on the payment screen, and what a method asks for. Decides; computes no amount.

import type { PaymentMethodView, SaleView } from '#bindings/api';

/** What is asked for beside the amount. */
export interface Detail {
  readonly cardLast4?: string;
  readonly reference?: string;
  readonly nature?: string;
}

export type Answer =
  /** Seals the sale; with a last cash payment when `cash` is given (null: what is due). */
  | { readonly do: 'validate'; readonly cash?: number | null }
  /** Enters a part payment in cash and stays. */
  | { readonly do: 'enter' };

/** Null when Enter can do nothing now. */
export function plan(view: SaleView | null, amount: number | null, typed: boolean, cash: PaymentMethodView | null): Answer | null {
  if (view === null) return null;
  if (view.due <= 0) return { do: 'validate' };
  if (cash === null) return null;
  if (!typed) return { do: 'validate', cash: null };
  if (amount === null || amount <= 0) return null;
  return amount >= view.due_in_cash ? { do: 'validate', cash: amount } : { do: 'enter' };
}

/** True for methods that need a word more than the amount. */
export function asks(method: PaymentMethodView): boolean {
  return method.kind !== 'cash';
}
