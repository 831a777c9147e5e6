// A count of a drawer while it is being made: by denomination, or the total alone. It outlives the table that shows it, so
// a recount goes on where the count stopped.

import type { DenominationCount } from '#bindings/domain';
import { parseMoney } from '#lib/i18n/parse';
import { type CountEntry, counts, countTotal, isComplete } from './count';

export class CashCount {
  mode = $state<'count' | 'total'>('count');
  /** Typed text per denomination (minor units). */
  entry = $state<CountEntry>({});
  /** The total as typed. */
  typed = $state('');
  readonly #denominations: readonly number[];

  constructor(denominations: readonly number[], typed = '') {
    this.#denominations = denominations;
    this.typed = typed;
  }

  get denominations(): readonly number[] {
    return this.#denominations;
  }

  /** Notes and coins counted; empty when the total was typed. */
  get counted(): DenominationCount[] {
    return this.mode === 'count' ? counts(this.entry, this.#denominations) : [];
  }

  /** Minor units, or null while the entry is no amount. */
  get total(): number | null {
    if (this.mode === 'total') return parseMoney(this.typed);
    return isComplete(this.entry) ? countTotal(this.counted) : null;
  }
}
