// A wedge scanner. Its keys reach the page in one go, whatever else the computer is busy with: round trips between test
// and browser would be longer than the gaps of a burst. Where the text of a field matters, `scanIntoField` sends keys
// that the browser itself types.

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
   * Scans while a text field has the focus: the browser types the characters into it. The keys arrive while the page is
   * busy and carry the times at which a scanner sent them.
   */
  async scanIntoField(code: string): Promise<void> {
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

  async #send(bursts: readonly (readonly Stroke[])[], everyMs: number): Promise<void> {
    await this.page.evaluate(
      async ([all, pace]) => {
        const start = performance.now();
        for (const [index, burst] of all.entries()) {
          const wait = start + index * pace - performance.now();
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          for (const stroke of burst) {
            const target = document.activeElement ?? document.body;
            target.dispatchEvent(new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true, composed: true }));
          }
        }
      },
      [bursts, everyMs] as const,
    );
  }
}

function strokes(code: string): Stroke[] {
  return [...[...code].map((digit) => ({ key: digit, code: `Digit${digit}` })), ENTER];
}
