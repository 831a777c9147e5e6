import { describe, expect, it } from 'vitest';
import type { PaymentMethodView, SaleView } from '#bindings/api';
import { plan } from './plan';

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
