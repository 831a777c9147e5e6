// A wedge scanner. Its keys reach the page in one go, whatever else the computer is busy with: round trips between test
// and browser would be longer than the gaps of a burst. `scanWhileBusy` sends keys that the browser itself types.

import type { Page } from '@playwright/test';

interface Stroke {
  readonly key: string;
  readonly code: string;
}

/** What the digit keys of a French keyboard give without Shift. */
const AZERTY_DIGITS = 'à&é"\'(-è_ç';
const ENTER: Stroke = { key: 'Enter', code: 'Enter' };
/** Between two characters of a common scanner, in milliseconds. */
const GAP_MS = 4;
/** Longer than the keys of a code need to arrive. */
const BUSY_MS = 400;

export class Scanner {
  constructor(private readonly page: Page) {}

  /** Scans a code of digits, with the scanner's Enter at the end. */
  async scan(code: string): Promise<void> {
    await this.#send([strokes(code)], 0);
  }

  /** Scans with a scanner set for a US keyboard on a computer with a French one. */
  async scanOnAzerty(code: string): Promise<void> {
    const azerty = [...code].map((digit) => ({ key: AZERTY_DIGITS[Number(digit)] ?? '', code: `Digit${digit}` }));
    await this.#send([[...azerty, ENTER]], 0);
  }

  /** Scans one code after the other at a steady pace; resolves when the last one was sent. */
  async scanAll(codes: readonly string[], everyMs: number): Promise<void> {
    await this.#send(codes.map(strokes), everyMs);
  }

  /**
   * Scans with keys that the browser takes for real: it types the characters into a field that has the focus. They
   * arrive while the page is busy and carry the times at which a scanner sent them.
   */
  async scanWhileBusy(code: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const busy = this.page.evaluate((until) => {
      const end = performance.now() + until;
      while (performance.now() < end);
    }, BUSY_MS);
    const start = Date.now();
    const sent = strokes(code).map((stroke, index) => {
      const text = stroke === ENTER ? '\r' : stroke.key;
      const virtual = stroke === ENTER ? { windowsVirtualKeyCode: 13 } : {};
      const timestamp = (start + index * GAP_MS) / 1000;
      return session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, ...virtual, text, timestamp });
    });
    await Promise.all([busy, ...sent]);
    await session.detach();
  }

  /** A key carries the time at which the scanner sent it, as the operating system's do: a page held up for longer than a burst changes nothing. */
  async #send(bursts: readonly (readonly Stroke[])[], everyMs: number): Promise<void> {
    await this.page.evaluate(
      async ([all, pace, gap]) => {
        const press = (stroke: Stroke, time: number): void => {
          const event = new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true, composed: true });
          Object.defineProperty(event, 'timeStamp', { value: time });
          (document.activeElement ?? document.body).dispatchEvent(event);
        };
        const start = performance.now();
        for (const [index, burst] of all.entries()) {
          const begun = start + index * Math.max(pace, burst.length * gap);
          const sent = begun + burst.length * gap;
          if (sent > performance.now()) await new Promise((resolve) => setTimeout(resolve, sent - performance.now()));
          burst.forEach((stroke, position) => press(stroke, begun + position * gap));
        }
      },
      [bursts, everyMs, GAP_MS] as const,
    );
  }
}

function strokes(code: string): Stroke[] {
  return [...[...code].map((digit) => ({ key: digit, code: `Digit${digit}` })), ENTER];
}
