// Events of the program, handed to whoever shows the topic. An event is a hint to read again, so whenever the link comes
// up everybody reads again: what changed before is told by nobody.

import type { Event, Notice, Topic } from '#bindings/api';
import { client } from '#platform/index';
import type { LinkState } from '#platform/platform';

type Changed = Extract<Event, { event: 'changed' }>;
type Listener = (event: Event) => void;

const ALL: readonly Topic[] = [
  'shop',
  'users',
  'workstations',
  'catalogue',
  'customers',
  'sale',
  'shift',
  'documents',
  'printing',
  'mail',
  'stock',
  'accounting',
  'backups',
  'closings',
  'archives',
  'books',
  'sessions',
];

class Events {
  link = $state<LinkState>('connecting');
  /** True while this window is in training mode. */
  training = false;
  /** When the link broke, in UTC milliseconds. */
  downSince = $state<number | null>(null);
  readonly #listeners = new Set<Listener>();

  /** Connects for as long as the window lives. */
  start(): void {
    client.platform.listen({ notice: (notice) => this.#hear(notice), link: (state) => this.#moved(state) });
  }

  /** Hears every event until the returned function is called. */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `read` when one of the topics changed elsewhere, or may have while the link was broken. */
  onTopics(topics: readonly Topic[], read: (event: Changed) => void): () => void {
    return this.on((event) => {
      const concerns = event.event === 'changed' && event.topics.some((topic) => topics.includes(topic));
      if (concerns && event.client !== client.id) read(event);
    });
  }

  /** What happens in the other world concerns nobody here. */
  #hear(notice: Notice): void {
    if (notice.training === this.training) this.#tell(notice.event);
  }

  #moved(state: LinkState): void {
    const connected = state === 'up' && this.link !== 'up';
    this.link = state;
    if (state === 'down') this.downSince ??= Date.now();
    if (state === 'up') this.downSince = null;
    if (connected) this.#tell({ event: 'changed', topics: [...ALL], workstation: null, client: null });
  }

  #tell(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export const events = new Events();
