import { describe, expect, it } from 'vitest';
import { entryOf, pressDiscount, reductionOf, type Unit } from './discount';

function typed(unit: Unit, keys: string): string {
  return [...keys].reduce((text, key) => pressDiscount(unit, text, key), '');
}

describe('discount entry', () => {
  it('reads a share in thousandths of a percent and an amount in minor units', () => {
    expect(reductionOf('percent', typed('percent', '12,5'))).toEqual({ kind: 'percent', rate: 12_500 });
    expect(reductionOf('amount', typed('amount', '2.50'))).toEqual({ kind: 'amount', amount: 250 });
  });

  it('is none while nothing, or nothing but zero, is typed', () => {
    for (const unit of ['percent', 'amount'] as const) {
      for (const text of ['', ',', '0', '0,0']) expect(reductionOf(unit, text), `${unit} ${text}`).toBeNull();
    }
  });

  it('stops a share at a hundred percent, and lets an amount go on', () => {
    expect(typed('percent', '100')).toBe('100');
    expect(typed('percent', '101')).toBe('10');
    expect(typed('amount', '101')).toBe('101');
  });

  it('shows again what was given', () => {
    for (const [unit, text] of [
      ['percent', '10'],
      ['percent', '12,5'],
      ['percent', '0,5'],
      ['amount', '2,5'],
      ['amount', '0,05'],
      ['amount', '1200'],
    ] as const) {
      const reduction = reductionOf(unit, text);
      expect(reduction && entryOf(reduction), text).toEqual({ unit, text });
    }
  });
});
