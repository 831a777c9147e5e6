// What arrived at the scanner test: from the first key of a burst to its end. Knows no DOM and no clock.

export interface Arrival {
  readonly code: string;
  /** The till took it for a scanner; else for a person. */
  readonly scanner: boolean;
  readonly keys: number;
  /** From its first key to the one that ended it; null when no key was seen. */
  readonly ms: number | null;
  /** The scanner is set for another keyboard. */
  readonly repaired: boolean;
}

export class Arrivals {
  #times: number[] = [];

  /** A character was pressed in the field. */
  key(time: number): void {
    this.#times.push(time);
  }

  /** The till recognised a scan. What a person typed before it belongs to nobody. */
  scanned(code: string, repaired: boolean, endedAt: number | undefined): Arrival {
    const first = this.#times.at(-code.length) ?? this.#times[0];
    const end = endedAt ?? this.#times.at(-1);
    this.#times = [];
    return { code, scanner: true, keys: code.length, ms: first === undefined || end === undefined ? null : end - first, repaired };
  }

  /** A person ended with Enter. */
  typed(code: string): Arrival {
    const [first] = this.#times;
    const end = this.#times.at(-1);
    const keys = this.#times.length;
    this.#times = [];
    return { code, scanner: false, keys, ms: first === undefined || end === undefined ? null : end - first, repaired: false };
  }
}
