import { describe, expect, it } from 'vitest';
import type { PaymentMethodView, SaleParty, SaleView, TenderView } from '#bindings/api';
import { creditOffer, plan, settledByCredit } from './plan';

const cash: PaymentMethodView = { id: 'm-1', kind: 'cash', name: 'Espèces', letter: 'E', natures: [] };
const view = (due: number, dueInCash = due): SaleView => ({ due, due_in_cash: dueInCash }) as SaleView;

describe('Enter on the payment screen', () => {
  it('is the exact cash amount when nothing was typed', () => {
    expect(plan(view(2740), null, false, cash)).toEqual({ do: 'validate', cash: null });
  });

  it('seals with what was handed over when it covers what is due', () => {
    expect(plan(view(2740), 3000, true, cash)).toEqual({ do: 'validate', cash: 3000 });
    expect(plan(view(6116, 6115), 6115, true, cash)).toEqual({ do: 'validate', cash: 6115 });
  });

  it('enters a part payment when it does not', () => {
    expect(plan(view(2740), 2000, true, cash)).toEqual({ do: 'enter' });
  });

  it('seals when the payments entered cover the sale', () => {
    expect(plan(view(0), null, false, null)).toEqual({ do: 'validate' });
  });

  it('does nothing without a cash method or with an unfinished amount', () => {
    expect(plan(view(2740), null, false, null)).toBeNull();
    expect(plan(view(2740), null, true, cash)).toBeNull();
    expect(plan(view(2740), 0, true, cash)).toBeNull();
  });
});

describe('the credit of a customer', () => {
  const credit: PaymentMethodView = { id: 'm-2', kind: 'credit', name: 'Crédit client', letter: 'K', natures: [] };
  const durand: SaleParty = { id: 'c-1', name: 'Durand', is_default: false, language: 'fr' };
  const entered = (kind: TenderView['kind']): TenderView => ({ id: `t-${kind}`, kind }) as TenderView;
  const sale = (more: Partial<SaleView>): SaleView => ({ ...view(2740), tenders: [], credit: null, customer: null, ...more });

  it('PAY-03: is offered only when there is some', () => {
    expect(creditOffer(sale({ customer: durand, credit: 4000 }), [cash, credit])).toEqual({ do: 'spend', method: credit, available: 4000 });
    expect(creditOffer(sale({ customer: durand }), [cash, credit])).toBeNull();
  });

  it('PAY-20: asks for the customer when nobody was called', () => {
    expect(creditOffer(sale({}), [credit])).toEqual({ do: 'ask' });
    expect(creditOffer(sale({ customer: { ...durand, is_default: true } }), [credit])).toEqual({ do: 'ask' });
  });

  it('is not there on a workstation that does not take it', () => {
    expect(creditOffer(sale({ customer: durand, credit: 4000 }), [cash])).toBeNull();
  });

  it('is taken back once it was entered, even when nothing of it is left', () => {
    const tender = entered('credit');
    expect(creditOffer(sale({ customer: durand, tenders: [tender] }), [credit])).toEqual({ do: 'take_back', tender });
  });

  it('PAY-04: makes the last button an invoice when it pays for all, and only then', () => {
    expect(settledByCredit(sale({ due: 0, tenders: [entered('credit')] }))).toBe(true);
    expect(settledByCredit(sale({ due: 500, tenders: [entered('credit')] }))).toBe(false);
    expect(settledByCredit(sale({ due: 0, tenders: [entered('credit'), entered('cash')] }))).toBe(false);
    expect(settledByCredit(sale({ due: 0 }))).toBe(false);
  });
});
