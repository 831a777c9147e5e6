// A count of notes and coins while it is being typed.
//
// The sum here only accompanies the count in the command, where the program compares the two. What is shown is the
// program's own sum and difference.

import type { DenominationCount } from '#bindings/domain';
import { parseCount } from '#lib/i18n/parse';

/** Typed text per denomination (minor units). */
export type CountEntry = Record<number, string>;

export function counts(entry: CountEntry, denominations: readonly number[]): DenominationCount[] {
  return denominations.flatMap((denomination) => {
    const count = parseCount(entry[denomination] ?? '') ?? 0;
    return count === 0 ? [] : [{ denomination, count }];
  });
}

/** Minor units. */
export function countTotal(counted: readonly DenominationCount[]): number {
  return counted.reduce((sum, { denomination, count }) => sum + denomination * count, 0);
}

/** False while a row holds something that is no count. */
export function isComplete(entry: CountEntry): boolean {
  return Object.values(entry).every((text) => text === '' || parseCount(text) !== null);
}
