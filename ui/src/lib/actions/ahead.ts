// Keys pressed before a screen has read what it will show wait for it, in their order: fingers that know the way do not
// look first. Scans do not come this way; they have a queue of their own.

import { tick } from 'svelte';

/** A key kept longer than this is dropped: by then nobody remembers having pressed it, and the screen may be another. */
const REMEMBERED_MS = 3_000;

interface Kept {
  readonly press: () => void;
  readonly at: number;
}

export class TypeAhead {
  readonly #reading = new Set<Promise<void>>();
  #kept: Kept[] = [];
  #handing = false;

  /** True while a key must wait: for what is being read, or for keys that were pressed before it. */
  get waits(): boolean {
    return this.#reading.size > 0 || this.#kept.length > 0;
  }

  /** Keys wait until this has ended, well or not. */
  until(read: Promise<unknown>): void {
    const end = (): void => void this.#reading.delete(reading);
    const reading = read.then(end, end);
    this.#reading.add(reading);
  }

  keep(press: () => void): void {
    this.#kept.push({ press, at: performance.now() });
    if (!this.#handing) void this.#hand();
  }

  /** Drops what waits: Escape means whatever comes next. */
  forget(): void {
    this.#kept = [];
  }

  /** One key after the other; what one opens may read something itself before the next. */
  async #hand(): Promise<void> {
    this.#handing = true;
    try {
      while (this.#kept.length > 0) await this.#handNext();
    } finally {
      // What a key did wrong must not keep the next ones waiting for ever.
      this.#handing = false;
    }
  }

  async #handNext(): Promise<void> {
    await Promise.all(this.#reading);
    await tick();
    if (this.#reading.size > 0) return;
    const next = this.#kept.shift();
    if (next !== undefined && performance.now() - next.at < REMEMBERED_MS) next.press();
    await tick();
  }
}
