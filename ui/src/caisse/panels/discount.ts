// A discount being typed: a share or an amount, as text on the pad. Pure. What it takes off is the program's to say.

import type { Reduction } from '#bindings/domain';
import { decimalText, MONEY_DECIMALS, parseMoney, parseRate, RATE_DECIMALS, scaled, WHOLE } from '#lib/i18n/parse';
import { pressAmount } from '#lib/keypad/amount';

export type Unit = Reduction['kind'];

/** Shares offered as buttons, in thousandths of a percent. */
export const QUICK_RATES: readonly number[] = [5_000, 10_000, 15_000, 20_000, 30_000, 50_000];

/** What the pad says of a discount that exists already. */
export function entryOf(reduction: Reduction): { unit: Unit; text: string } {
  return reduction.kind === 'percent'
    ? { unit: 'percent', text: decimalText(reduction.rate, RATE_DECIMALS) }
    : { unit: 'amount', text: decimalText(reduction.amount, MONEY_DECIMALS) };
}

/** The discount that the pad says; null while it is none. */
export function reductionOf(unit: Unit, text: string): Reduction | null {
  if (unit === 'percent') {
    const rate = parseRate(text);
    return rate === null ? null : { kind: 'percent', rate };
  }
  const amount = parseMoney(text);
  return amount === null || amount <= 0 ? null : { kind: 'amount', amount };
}

/** The text after a key; unchanged when the key would make it no discount of this unit. */
export function pressDiscount(unit: Unit, text: string, key: string): string {
  const next = pressAmount(text, key);
  return unit === 'percent' && (scaled(next, RATE_DECIMALS) ?? 0) > WHOLE ? text : next;
}
