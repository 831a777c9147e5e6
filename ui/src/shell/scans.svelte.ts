// Where a scan goes. The screen on top may claim it; otherwise it waits until a screen does. A scan is told to one
// screen, once, in order.

import { LinkError } from '#platform/index';
import { type Scan, ScanQueue } from '#lib/scanner/queue';

type Claim = (scan: Scan) => Promise<void>;

class Scans {
  waiting = $state(0);
  readonly #claims: Claim[] = [];
  readonly #queue = new ScanQueue(
    (scan) => this.#route(scan),
    (waiting) => {
      this.waiting = waiting;
    },
  );

  push(code: string, repaired: boolean, endedAt?: number): void {
    // Before anybody sells there is nothing a scan could mean.
    if (this.#claims.length > 0) this.#queue.push(code, repaired, endedAt);
  }

  /** Takes the scans until the returned function is called. A claim rejects with `LinkError` to be asked again. */
  claim(claim: Claim): () => void {
    this.#claims.push(claim);
    void this.#queue.resume();
    return () => {
      this.#claims.splice(this.#claims.indexOf(claim), 1);
    };
  }

  /** Tries again what waits: called when the link is back. */
  resume(): void {
    void this.#queue.resume();
  }

  async #route(scan: Scan): Promise<void> {
    const claim = this.#claims.at(-1);
    if (claim === undefined) throw new LinkError('no screen takes scans now');
    await claim(scan);
  }
}

export const scans = new Scans();
