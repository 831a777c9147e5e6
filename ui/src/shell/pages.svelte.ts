// A list that the program searches, sorts and cuts into pages. Reading again keeps as many rows as are shown.

import { clock } from '#shell/clock.svelte';
import type { Readable } from './resource.svelte';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Rows of one question; the contract allows 200. */
const SIZE = 100;

export class Pages<Row, P extends Page<Row> = Page<Row>> implements Readable {
  rows = $state.raw<readonly Row[] | null>(null);
  /** The last page, for what it says of the whole list. */
  last = $state.raw<P | null>(null);
  failure = $state.raw<unknown>(null);
  readAt = $state(0);
  readonly #ask: (offset: number, limit: number) => Promise<P>;
  #asked = 0;
  #turning = false;

  constructor(ask: (offset: number, limit: number) => Promise<P>) {
    this.#ask = ask;
  }

  get ready(): boolean {
    return this.rows !== null;
  }

  /** Reads what is shown again. */
  read(): Promise<void> {
    return this.#load(this.rows?.length ?? 0);
  }

  /** Reads the first page: the question has changed. */
  restart(): Promise<void> {
    return this.#load(0);
  }

  /** Reads one page more, if there is one. */
  async next(): Promise<void> {
    if (this.#turning || this.last?.more !== true || this.rows === null) return;
    this.#turning = true;
    const mine = this.#asked;
    try {
      const page = await this.#ask(this.rows.length, SIZE);
      if (mine === this.#asked) this.#accept([...this.rows, ...page.rows], page);
    } catch (error) {
      if (mine === this.#asked) this.failure = error;
    } finally {
      this.#turning = false;
    }
  }

  async #load(wanted: number): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const rows: Row[] = [];
      let page: P;
      do {
        page = await this.#ask(rows.length, SIZE);
        if (mine !== this.#asked) return;
        rows.push(...page.rows);
      } while (page.more && rows.length < wanted);
      this.#accept(rows, page);
    } catch (error) {
      if (mine === this.#asked) this.failure = error;
    }
  }

  #accept(rows: readonly Row[], page: P): void {
    this.rows = rows;
    this.last = page;
    this.failure = null;
    this.readAt = clock.now;
  }
}
