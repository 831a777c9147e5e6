// Figures and dates for reading. Formatters are cached: making one costs more than a hundred uses.
//
// Amounts come in minor units and are only scaled for display; nothing here adds, rounds or converts money.

const MINOR = 100;
const QUANTITY_SCALE = 10_000;
const UNIT_PRICE_SCALE = 1_000_000;
const RATE_SCALE = 100_000;

const MICRO_PER_MILLI = 1000;
const KILOBYTE = { unit: 'kilobyte', bytes: 1e3 } as const;
const MEGABYTE = { unit: 'megabyte', bytes: 1e6 } as const;
const GIGABYTE = { unit: 'gigabyte', bytes: 1e9 } as const;

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  cache.set(key, made);
  return made;
}

export class Formats {
  constructor(
    readonly tag: string,
    readonly currency: string,
    readonly timeZone: string,
  ) {}

  /** `1 234,50 €` */
  money(minor: number): string {
    return this.#number('money', { style: 'currency', currency: this.currency, currencyDisplay: 'narrowSymbol' }).format(
      minor / MINOR,
    );
  }

  /** `1 234,50`, where the currency stands in the header or beside the total. */
  amount(minor: number): string {
    return this.#number('amount', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / MINOR);
  }

  /** `30 €` for a note, `30,50 €` otherwise: what fits on a quick-tender key. */
  shortMoney(minor: number): string {
    if (minor % MINOR !== 0) return this.money(minor);
    return this.#number('short', {
      style: 'currency',
      currency: this.currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(minor / MINOR);
  }

  /** A price per unit, with the decimals it has and at least two. */
  unitPrice(micro: number): string {
    return this.#number('unit', {
      style: 'currency',
      currency: this.currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 6,
    }).format(micro / UNIT_PRICE_SCALE);
  }

  /** A quantity in ten-thousandths, without useless zeros. */
  quantity(scaled: number): string {
    return this.#number('quantity', { maximumFractionDigits: 4 }).format(scaled / QUANTITY_SCALE);
  }

  /** A rate in thousandths of a percent: `9,975 %`. */
  rate(thousandths: number): string {
    return this.#number('rate', { style: 'percent', maximumFractionDigits: 3 }).format(thousandths / RATE_SCALE);
  }

  integer(value: number): string {
    return this.#number('integer', { maximumFractionDigits: 0 }).format(value);
  }

  /** A duration in microseconds as `12,3 ms`. */
  milliseconds(us: number): string {
    return this.#number('ms', { style: 'unit', unit: 'millisecond', maximumFractionDigits: 1 }).format(us / MICRO_PER_MILLI);
  }

  /** A size as people read it: `12,4 Mo`. */
  bytes(count: number): string {
    const { unit, bytes } = count < MEGABYTE.bytes ? KILOBYTE : count < GIGABYTE.bytes ? MEGABYTE : GIGABYTE;
    return this.#number(`size ${unit}`, { style: 'unit', unit, maximumFractionDigits: 1 }).format(count / bytes);
  }

  /** `14:32` (or `14 h 32` in Québec). */
  time(utcMs: number): string {
    return this.#date('time', { hour: '2-digit', minute: '2-digit' }).format(utcMs);
  }

  date(utcMs: number): string {
    return this.#date('date', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(utcMs);
  }

  dateTime(utcMs: number): string {
    return this.#date('dateTime', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }).format(utcMs);
  }

  #number(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return cached(`${this.tag} ${this.currency} ${name}`, () => new Intl.NumberFormat(this.tag, options));
  }

  #date(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return cached(
      `${this.tag} ${this.timeZone} ${name}`,
      () => new Intl.DateTimeFormat(this.tag, { ...options, timeZone: this.timeZone, hourCycle: 'h23' }),
    );
  }
}
