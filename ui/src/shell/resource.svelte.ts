// Data of a screen: what was read last, when, and why the last attempt failed. What is shown stays while it is read
// again, and the answer to an older question never replaces that to a newer one.

import type { Topic } from '#bindings/api';
import { clock } from '#shell/clock.svelte';
import { events } from '#shell/events.svelte';

/** What `DataState` needs to know of anything that is read. */
export interface Readable {
  readonly ready: boolean;
  readonly failure: unknown;
  /** UTC milliseconds. */
  readonly readAt: number;
  read(): Promise<void>;
}

export class Resource<T> implements Readable {
  value = $state.raw<T | null>(null);
  failure = $state.raw<unknown>(null);
  readAt = $state(0);
  readonly #ask: () => Promise<T>;
  #asked = 0;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  get ready(): boolean {
    return this.value !== null;
  }

  async read(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const value = await this.#ask();
      if (mine !== this.#asked) return;
      this.value = value;
      this.failure = null;
      this.readAt = clock.now;
    } catch (error) {
      if (mine === this.#asked) this.failure = error;
    }
  }
}

/** Reads now, and again when one of the topics changed. Call while a component is set up. */
export function readOn(readable: Readable, topics: readonly Topic[]): void {
  void readable.read();
  $effect(() => events.onTopics(topics, () => void readable.read()));
}
