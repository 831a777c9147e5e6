// What Enter does on the payment screen, and what a method asks for. Decides; computes no amount.

import type { PaymentMethodView, SaleView, TenderView } from '#bindings/api';

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

export type CreditOffer =
  /** Spends what the customer has, up to what is due. */
  | { readonly do: 'spend'; readonly method: PaymentMethodView; readonly available: number }
  /** Takes the credit payment back. */
  | { readonly do: 'take_back'; readonly tender: TenderView }
  /** Nobody was called whose credit it could be (PAY-20). */
  | { readonly do: 'ask' };

/** What «Crédit client» does now; null hides it: the workstation does not take it, or the customer has none (PAY-03). */
export function creditOffer(view: SaleView | null, methods: readonly PaymentMethodView[]): CreditOffer | null {
  const method = methods.find((one) => one.kind === 'credit');
  if (view === null || method === undefined) return null;
  const tender = view.tenders.find((one) => one.kind === 'credit');
  if (tender !== undefined) return { do: 'take_back', tender };
  if (view.credit !== null) return { do: 'spend', method, available: view.credit };
  return view.customer === null || view.customer.is_default ? { do: 'ask' } : null;
}

/** True when credit alone settles the sale: the button that finishes it is «Facture» (PAY-04). */
export function settledByCredit(view: SaleView | null): boolean {
  return view !== null && view.due <= 0 && view.tenders.length > 0 && view.tenders.every((tender) => tender.kind === 'credit');
}

/** True for methods that need a word more than the amount. */
export function asks(method: PaymentMethodView): boolean {
  return method.kind !== 'cash';
}
