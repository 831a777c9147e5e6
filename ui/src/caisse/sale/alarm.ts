// Something to do after a while, once. A computer that slept does it when it wakes.

/** Late rather than early: a clock that runs a little fast must not ask before the day is over. */
const MARGIN_MS = 1_000;
/** The longest that browsers count (24.8 days); a day is far below. */
const LONGEST_MS = 2 ** 31 - 1;

export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ring: () => void) {}

  /** Rings after so many milliseconds, and not as it was told before; null for not at all. */
  in(ms: number | null): void {
    clearTimeout(this.#timer);
    if (ms !== null) this.#timer = setTimeout(this.ring, Math.min(Math.max(ms, 0) + MARGIN_MS, LONGEST_MS));
  }
}
