// S-02: the import of a window, from the chosen file to its result. It outlives the screen: going elsewhere while it
// runs loses nothing.

import type { Event, ImportColumn, ImportExisting, ImportField, ImportFile, ImportKind, ImportPreview, ImportStatus } from '#bindings/api';
import { readFile } from '#lib/read-file';
import { rpc } from '#platform/index';
import { report } from '#shell/errors';
import { events } from '#shell/events.svelte';
import { remapped } from './mapping';

/** Asks where the import stands even when no event comes. */
const POLL_MS = 1_000;

class ImportDesk {
  /** What the file holds. */
  kind = $state<ImportKind>('articles');
  /** What becomes of rows whose article or customer exists. */
  existing = $state<ImportExisting>('update');
  file = $state.raw<ImportFile | null>(null);
  preview = $state.raw<ImportPreview | null>(null);
  status = $state.raw<ImportStatus | null>(null);
  failure = $state.raw<unknown>(null);
  /** A file is being read, analysed or handed over. */
  busy = $state(false);
  /** Imports that this window has seen to their end. */
  finished = $state(0);
  #asked = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  get running(): boolean {
    return this.status?.phase === 'running';
  }

  /** Reads a file and asks what importing it would do. */
  async choose(file: File): Promise<void> {
    this.reset();
    const mine = this.#begin();
    try {
      const read = await readFile(file);
      if (mine !== this.#asked) return;
      this.file = read;
      await this.#analyse(read, null, mine);
    } catch (error) {
      this.#fail(mine, error);
    }
  }

  /** The file holds something else: its columns are proposed anew. */
  async setKind(kind: ImportKind): Promise<void> {
    this.kind = kind;
    this.preview = null;
    if (this.file !== null) await this.#ask(null);
  }

  /** Another rule for what exists. */
  async setExisting(existing: ImportExisting): Promise<void> {
    this.existing = existing;
    if (this.preview !== null) await this.#ask(this.preview.mapping);
  }

  /** Gives a column another field, and asks again. */
  async remap(column: number, field: ImportField | null): Promise<void> {
    if (this.preview === null) return;
    await this.#ask(remapped(this.preview.mapping, column, field));
  }

  /** Asks again after a failure. */
  async retry(): Promise<void> {
    await this.#ask(this.preview?.mapping ?? null);
  }

  async start(): Promise<void> {
    if (this.file === null || this.preview === null || this.busy || this.running) return;
    this.busy = true;
    this.failure = null;
    try {
      this.status = await rpc('import_start', { kind: this.kind, existing: this.existing, file: this.file, mapping: this.preview.mapping });
      this.#timer = setInterval(() => void this.#poll(), POLL_MS);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  async cancel(): Promise<void> {
    if (this.status !== null) this.#accept(await rpc('import_cancel', { import_id: this.status.import_id }));
  }

  /** Forgets the file and its result. */
  reset(): void {
    this.#asked += 1;
    clearInterval(this.#timer);
    this.file = null;
    this.preview = null;
    this.status = null;
    this.failure = null;
    this.busy = false;
  }

  /** Progress as the program tells it; the end is asked for, because it carries the counts. */
  hear(event: Event): void {
    if (event.event !== 'import' || event.import_id !== this.status?.import_id) return;
    if (event.phase === 'running') this.status = { ...this.status, done: event.done, total: event.total };
    else void this.#poll();
  }

  async #ask(mapping: ImportColumn[] | null): Promise<void> {
    const mine = this.#begin();
    try {
      if (this.file !== null) await this.#analyse(this.file, mapping, mine);
    } catch (error) {
      this.#fail(mine, error);
    }
  }

  #begin(): number {
    this.#asked += 1;
    this.busy = true;
    this.failure = null;
    return this.#asked;
  }

  async #analyse(file: ImportFile, mapping: ImportColumn[] | null, mine: number): Promise<void> {
    const preview = await rpc('import_analyse', { kind: this.kind, existing: this.existing, file, mapping });
    if (mine !== this.#asked) return;
    this.preview = preview;
    this.busy = false;
  }

  #fail(mine: number, error: unknown): void {
    if (mine !== this.#asked) return;
    this.failure = error;
    this.busy = false;
  }

  async #poll(): Promise<void> {
    if (this.status === null) return;
    try {
      this.#accept(await rpc('import_status', { import_id: this.status.import_id }));
    } catch (error) {
      // The link is broken: the next tick asks again. Anything else ends the import for this window.
      if (events.link === 'down') return;
      clearInterval(this.#timer);
      report(error);
    }
  }

  #accept(status: ImportStatus): void {
    if (status.import_id !== this.status?.import_id) return;
    this.status = status;
    if (status.phase === 'running') return;
    clearInterval(this.#timer);
    if (status.phase === 'done') this.finished += 1;
  }
}

export const desk = new ImportDesk();
events.on((event) => desk.hear(event));
