// What the customer sees, as the program last described it. While nobody answers, what is shown stays.

import type { DisplayView, Event } from '#bindings/api';
import { i18n } from '#lib/i18n/index.svelte';
import { customerDisplay } from '#platform/index';
import { events } from '#shell/events.svelte';

/** Without an answer, the program is asked again this often. */
const RETRY_MS = 2_000;

class Display {
  view = $state.raw<DisplayView | null>(null);
  #reading = false;
  #again = false;

  /** Follows the till until the returned function is called. */
  follow(): () => void {
    void this.#read();
    return events.on((event) => {
      if (this.#concerns(event)) void this.#read();
    });
  }

  /** Another till's sale is none of ours; until the first answer nobody knows which till is ours. */
  #concerns(event: Event): boolean {
    if (event.event !== 'changed') return false;
    const ours = event.workstation === null || this.view === null || event.workstation === this.view.workstation_id;
    return event.topics.some((topic) => topic === 'sessions' || topic === 'shop' || topic === 'workstations' || (topic === 'sale' && ours));
  }

  /** One question at a time; what changed meanwhile is asked for once more. */
  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        this.#show(await customerDisplay());
      } while (this.#again);
    } catch {
      setTimeout(() => void this.#read(), RETRY_MS);
    } finally {
      this.#reading = false;
    }
  }

  #show(view: DisplayView): void {
    if (view.shop !== null) {
      const { country, currency, time_zone: timeZone } = view.shop;
      if (country !== i18n.region.country || currency !== i18n.region.currency) i18n.region = { country, currency, timeZone };
    }
    this.view = view;
  }
}

export const display = new Display();
