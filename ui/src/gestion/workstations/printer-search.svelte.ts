// A search for printers, as a window follows it: the program looks, the window asks how far it is. Closing the form stops it.

import type { PrinterSearch } from '#bindings/api';
import { rpc } from '#platform/index';
import { attempt } from '#shell/errors';

const LOOK_MS = 300;

export class PrinterSearching {
  state = $state.raw<PrinterSearch | null>(null);
  #timer: ReturnType<typeof setInterval> | undefined;

  get running(): boolean {
    return this.state?.phase === 'running';
  }

  async start(): Promise<void> {
    this.#show(await rpc('printer_search_start', {}));
  }

  async cancel(): Promise<void> {
    if (this.running) this.#show(await rpc('printer_search_cancel', {}));
  }

  /** The form is closed: nobody waits for the answer. */
  leave(): void {
    clearInterval(this.#timer);
    attempt(() => this.cancel());
  }

  #show(state: PrinterSearch): void {
    this.state = state;
    clearInterval(this.#timer);
    if (this.running) this.#timer = setInterval(() => attempt(() => this.#look()), LOOK_MS);
  }

  async #look(): Promise<void> {
    const state = await rpc('printer_search', {});
    if (this.running) this.#show(state);
  }
}
