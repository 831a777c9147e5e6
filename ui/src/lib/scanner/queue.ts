// Scans wait here, strictly in order. One is handled at a time; none is dropped. When the program does not answer,
// the scan stays at the head until `resume` is called.

import { v7 } from 'uuid';

/** How soon the head is tried again by itself, should nobody call `resume` before. */
const RETRY_MS = 2_000;

export interface Scan {
  readonly code: string;
  /** The keys were read as those of another keyboard: the scanner is set for a US one. */
  readonly repaired?: boolean;
  /** When the key that ended it was pressed, on the clock of the window's events; none for a scan that no key made. */
  readonly endedAt?: number;
  /** Kept over every attempt, so that the program carries a scan out once. */
  readonly key: string;
}

/** Resolves when the scan was dealt with (taken or refused); rejects when it has to be tried again later. */
export type ScanHandler = (scan: Scan) => Promise<void>;

export class ScanQueue {
  readonly #waiting: Scan[] = [];
  #running = false;

  constructor(
    private readonly handler: ScanHandler,
    private readonly changed: (waiting: number) => void = () => undefined,
  ) {}

  get length(): number {
    return this.#waiting.length;
  }

  push(code: string, repaired = false, endedAt?: number): void {
    this.#waiting.push({ code, repaired, key: v7(), ...(endedAt === undefined ? {} : { endedAt }) });
    this.changed(this.#waiting.length);
    void this.resume();
  }

  /** Works until the queue is empty or the head cannot be dealt with now. */
  async resume(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let head = this.#waiting[0]; head !== undefined; head = this.#waiting[0]) {
        await this.handler(head);
        this.#waiting.shift();
        this.changed(this.#waiting.length);
      }
    } catch {
      setTimeout(() => void this.resume(), RETRY_MS);
    } finally {
      this.#running = false;
    }
  }
}
