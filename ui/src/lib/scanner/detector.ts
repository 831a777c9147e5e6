// Tells the burst of a bar-code scanner from a person typing (hardware.md 3.1).
//
// A scan is a run of characters with a mean gap of at most 30 ms, at least six long, that ends with a suffix key or
// with 100 ms of silence. The class knows no DOM and no clock: times come with the strokes, so every case is testable.

export interface Stroke<T> {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  /** Milliseconds on any monotonic clock. */
  readonly time: number;
  /** What the caller needs to take the stroke back. */
  readonly mark: T;
}

export interface ScanSettings {
  /** Greatest mean gap between characters; 50 for cheap Bluetooth scanners. */
  readonly meanGapMs: number;
  readonly minLength: number;
  readonly silenceMs: number;
  /** How long a suffix that follows a scan is swallowed: CR+LF scanners send two. */
  readonly swallowMs: number;
}

export const DEFAULT_SETTINGS: ScanSettings = { meanGapMs: 30, minLength: 6, silenceMs: 100, swallowMs: 150 };

/** Characters that a person can have pressed within the silence before a scan (`3` and `*`). */
const MOST_TYPED = 2;

/** A quantity typed before a scan (`12 *`): no bar code reads like one, so it is a person's however fast it was. */
const QUANTITY = /^\d{1,4}\*/u;

/** What ended: strokes of a person to let through, then perhaps the strokes of a scan. */
export interface Verdict<T> {
  readonly typed: Stroke<T>[];
  readonly scan: Stroke<T>[] | null;
}

export class ScanDetector<T> {
  #strokes: Stroke<T>[] = [];
  #lastScan = Number.NEGATIVE_INFINITY;

  constructor(readonly settings: ScanSettings = DEFAULT_SETTINGS) {}

  /** Number of strokes whose fate is open. */
  get pending(): number {
    return this.#strokes.length;
  }

  /** Takes a character. Returns what ended before it: a pause separates it from what came first. */
  character(stroke: Stroke<T>): Verdict<T> | null {
    const last = this.#strokes.at(-1);
    const ended = last !== undefined && stroke.time - last.time > this.settings.silenceMs ? this.silence() : null;
    this.#strokes.push(stroke);
    return ended;
  }

  /** The scanner's suffix, or a person's Enter. */
  suffix(time: number): Verdict<T> {
    return this.#decide(time);
  }

  /** Nothing came for a while. */
  silence(): Verdict<T> {
    return this.#decide(this.#strokes.at(-1)?.time ?? 0);
  }

  /** True for the second suffix of a scanner that sends CR and LF. */
  isEcho(time: number): boolean {
    return this.#strokes.length === 0 && time - this.#lastScan <= this.settings.swallowMs;
  }

  /** A key that no scanner presses: what follows it is a person's. */
  otherKey(): void {
    this.#lastScan = Number.NEGATIVE_INFINITY;
  }

  #decide(time: number): Verdict<T> {
    const strokes = this.#strokes;
    this.#strokes = [];
    const start = this.#burstStart(strokes, time);
    if (start === null) return { typed: strokes, scan: null };
    this.#lastScan = time;
    return { typed: strokes.slice(0, start), scan: strokes.slice(start) };
  }

  /**
   * Where the scan begins: after the keys that a person pressed just before it, or at the first stroke. A wide gap
   * after one or two characters is a person's; within a scan it is a slow radio link, which the mean allows.
   */
  #burstStart(strokes: Stroke<T>[], end: number): number | null {
    const quantity = QUANTITY.exec(strokes.map((stroke) => stroke.key).join(''))?.[0].length;
    if (quantity !== undefined && this.#isBurst(strokes.slice(quantity), end)) return quantity;
    for (let i = Math.min(MOST_TYPED, strokes.length - 1); i > 0; i -= 1) {
      const gap = (strokes[i]?.time ?? 0) - (strokes[i - 1]?.time ?? 0);
      if (gap > 2 * this.settings.meanGapMs && this.#isBurst(strokes.slice(i), end)) return i;
    }
    return this.#isBurst(strokes, end) ? 0 : null;
  }

  #isBurst(strokes: Stroke<T>[], end: number): boolean {
    const first = strokes[0];
    const last = strokes.at(-1);
    if (first === undefined || last === undefined || strokes.length < this.settings.minLength) return false;
    if (end - last.time > this.settings.silenceMs) return false;
    return (last.time - first.time) / (strokes.length - 1) <= this.settings.meanGapMs;
  }
}
