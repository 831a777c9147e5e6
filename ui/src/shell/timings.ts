// How long a scan takes to be seen: from the key that ended it to the frame after the one with its line, as `npm run
// measure` takes it. Reported in batches, so that measuring costs no scan anything.

import { LinkError, rpc } from '#platform/index';

/** What one report may hold. */
const BATCH = 100;
/** A batch waits this long for more, and is sent while nobody scans. */
const WAIT_MS = 20_000;
/** The program refuses longer ones: the window slept. */
const LONGEST_MS = 60_000;

class ScanTimings {
  #waiting: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent: Promise<void> = Promise.resolve();

  /** Called when the line of a scan is in the document; the browser draws it in the next frame. */
  painted(endedAt: number | undefined): void {
    if (endedAt === undefined || document.visibilityState !== 'visible') return;
    requestAnimationFrame(() => requestAnimationFrame((now) => this.#note(Math.max(now, performance.now()) - endedAt)));
  }

  /** Sends what waits; resolves when the program has that and what was on its way already. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sent = this.#sent.then(() => this.#send());
    return this.#sent;
  }

  /** What the program will not have is dropped: figures are not worth a message. */
  async #send(): Promise<void> {
    const batch = this.#waiting.splice(0, BATCH);
    if (batch.length === 0) return;
    try {
      await rpc('timing_report', { scans_us: batch });
    } catch (error) {
      if (error instanceof LinkError) this.#waiting.unshift(...batch);
    }
  }

  #note(ms: number): void {
    if (ms <= 0 || ms > LONGEST_MS) return;
    this.#waiting.push(Math.max(1, Math.round(ms * 1000)));
    this.#waiting.splice(0, Math.max(0, this.#waiting.length - BATCH));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#waiting.length < BATCH ? WAIT_MS : 0);
  }
}

export const scanTimings = new ScanTimings();
