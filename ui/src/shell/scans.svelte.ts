// Where a scan goes. The screen on top may claim it; otherwise it waits until a screen does. A scan is told to one
// screen, once, in order.

import { LinkError } from '#platform/index';
import { type Scan, ScanQueue } from '#lib/scanner/queue';

type Claim = (scan: Scan) => Promise<void>;

/** A scan made before a sale can take it waits this long: the till is about to open. */
const EARLY_MS = 3_000;

interface Early {
  readonly code: string;
  readonly repaired: boolean;
  readonly at: number;
}

class Scans {
  waiting = $state(0);
  readonly #claims: Claim[] = [];
  #early: Early[] = [];
  readonly #queue = new ScanQueue(
    (scan) => this.#route(scan),
    (waiting) => {
      this.waiting = waiting;
    },
  );

  push(code: string, repaired: boolean, endedAt?: number): void {
    if (this.#claims.length > 0) this.#queue.push(code, repaired, endedAt);
    else this.#early = [...this.#fresh(), { code, repaired, at: endedAt ?? performance.now() }];
  }

  /**
   * Takes the scans until the returned function is called. A claim rejects with `LinkError` to be asked again. The sale
   * also takes those that were made just before it was there; to any other screen they would mean nothing.
   */
  claim(claim: Claim, early = false): () => void {
    this.#claims.push(claim);
    // How long they took says how long the till took to open, so they bring no time for the speed receipt.
    if (early) for (const { code, repaired } of this.#fresh()) this.#queue.push(code, repaired);
    this.#early = [];
    void this.#queue.resume();
    return () => {
      this.#claims.splice(this.#claims.indexOf(claim), 1);
    };
  }

  /** Tries again what waits: called when the link is back. */
  resume(): void {
    void this.#queue.resume();
  }

  #fresh(): Early[] {
    return this.#early.filter(({ at }) => performance.now() - at < EARLY_MS);
  }

  async #route(scan: Scan): Promise<void> {
    const claim = this.#claims.at(-1);
    if (claim === undefined) throw new LinkError('no screen takes scans now');
    await claim(scan);
  }
}

export const scans = new Scans();
