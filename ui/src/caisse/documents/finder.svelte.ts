// The document search as state: the filters, what they find, and the document that is looked at.

import type { DocumentDetail, DocumentPage, DocumentRow, TicketPreview } from '#bindings/api';
import { rpc } from '#platform/index';
import { Pages } from '#shell/pages.svelte';
import { Resource } from '#shell/resource.svelte';
import { type Filters, NO_FILTERS, question } from './filters';

/** A document with its paper. */
export interface Opened {
  readonly detail: DocumentDetail;
  readonly ticket: TicketPreview;
}

export class Finder {
  filters = $state<Filters>({ ...NO_FILTERS });
  readonly pages = new Pages<DocumentRow, DocumentPage>((offset, limit) =>
    rpc('document_search', question($state.snapshot(this.filters), offset, limit)),
  );
  /** The document beside the list; it stays while the next one is being read. */
  readonly opened = new Resource<Opened | null>(() => this.#open());
  #wanted = $state.raw<string | null>(null);

  /** The chosen row, or a document reached from another one. */
  get wanted(): string | null {
    return this.#wanted;
  }

  /** Asks with the filters as they are, and looks at the newest of what is found. */
  async find(): Promise<void> {
    await this.pages.restart();
    if (!(this.pages.rows ?? []).some((row) => row.id === this.#wanted)) await this.#lookAtNewest();
  }

  async look(id: string | null): Promise<void> {
    this.#wanted = id;
    await this.opened.read();
  }

  /** Moves along the list. */
  async move(rows: number): Promise<void> {
    const all = this.pages.rows ?? [];
    const at = all.findIndex((row) => row.id === this.#wanted);
    const next = all[Math.min(Math.max(at + rows, 0), all.length - 1)];
    if (next !== undefined && next.id !== this.#wanted) await this.look(next.id);
  }

  async set(filters: Filters): Promise<void> {
    this.filters = filters;
    await this.find();
  }

  /** Reads list and document again: something was sold, returned or printed. */
  async refresh(): Promise<void> {
    await Promise.all([this.pages.read(), this.opened.read()]);
    // A first question that this overtook left without an answer, so it chose nothing.
    if (this.#wanted === null) await this.#lookAtNewest();
  }

  #lookAtNewest(): Promise<void> {
    return this.look(this.pages.rows?.[0]?.id ?? null);
  }

  async #open(): Promise<Opened | null> {
    const id = this.#wanted;
    if (id === null) return null;
    const [detail, ticket] = await Promise.all([rpc('document_open', { document_id: id }), rpc('document_ticket', { document_id: id })]);
    return { detail, ticket };
  }
}
