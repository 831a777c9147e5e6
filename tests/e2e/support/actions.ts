// What a person does at the till, counted as ux.md 5 counts: one action is one tap, one key or one scan, and every typed
// character is a key. A chord (Maj+F9) is one key. Time is not counted: pauses are the test's, not the person's.
//
// A second count is taken inside the page from the events that a real hand makes. A step that goes around the counter
// makes the two differ, so a test cannot look shorter than it is.

import { expect, type Locator } from '@playwright/test';
import type { Till } from './till.ts';

export interface Tally {
  readonly scans: number;
  readonly keys: number;
  readonly taps: number;
}

/** Longer than a till ignores what could be a slip: 250 ms for one-tap payments, 150 ms for a scanner's second suffix. */
const PERSON_MS = 300;

type Counting = Window & { seen?: { keys: number; taps: number } };

export class Actions {
  #tally: Tally = { scans: 0, keys: 0, taps: 0 };

  private constructor(private readonly till: Till) {}

  /** Starts to count; the till is on screen already. */
  static async start(till: Till): Promise<Actions> {
    await till.page.evaluate(() => {
      const seen = { keys: 0, taps: 0 };
      (window as Counting).seen = seen;
      const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];
      // The keys of the simulated scanner are not the browser's own.
      const key = (event: KeyboardEvent): void => void (seen.keys += event.isTrusted && !modifiers.includes(event.key) ? 1 : 0);
      window.addEventListener('keydown', key, { capture: true });
      window.addEventListener('pointerdown', (event) => void (seen.taps += event.isTrusted ? 1 : 0), { capture: true });
    });
    return new Actions(till);
  }

  async scan(article: { readonly barcode: string; readonly name: string }): Promise<void> {
    this.#add({ scans: 1 });
    await this.till.scan(article);
  }

  /** Scans a code that is no article. */
  async scanCode(code: string): Promise<void> {
    this.#add({ scans: 1 });
    await this.till.scanner.scan(code);
  }

  async key(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#add({ keys: 1 });
      await this.till.page.keyboard.press(key);
    }
  }

  /** Types plain letters as a person does: slower than a scanner. (The browser's test keyboard has no key for é.) */
  async type(text: string): Promise<void> {
    this.#add({ keys: [...text].length });
    await this.till.page.keyboard.type(text, { delay: 50 });
  }

  async tap(control: Locator): Promise<void> {
    this.#add({ taps: 1 });
    await control.click();
  }

  /** Waits as long as a hand takes from one thing to the next. Counts nothing. */
  async pause(): Promise<void> {
    await this.till.page.waitForTimeout(PERSON_MS);
  }

  /** Fails unless exactly this was done since the start, by the test's own count and by the page's. */
  async expect(wanted: Partial<Tally>): Promise<void> {
    expect(this.#tally).toEqual({ scans: 0, keys: 0, taps: 0, ...wanted });
    const seen = await this.till.page.evaluate(() => (window as Counting).seen);
    expect(seen, 'what the page itself saw of a hand').toEqual({ keys: this.#tally.keys, taps: this.#tally.taps });
  }

  #add(more: Partial<Tally>): void {
    const { scans, keys, taps } = this.#tally;
    this.#tally = { scans: scans + (more.scans ?? 0), keys: keys + (more.keys ?? 0), taps: taps + (more.taps ?? 0) };
  }
}
