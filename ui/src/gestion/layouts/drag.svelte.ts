// Dragging with a mouse, a pen or a finger. Everything that dragging does has a key and a button as well (WCAG 2.5.7).
//
// What a place stands for is written on it: `data-drop` is `tile`, `page` or `list`, and `data-index` its number.

import type { ArticleTile } from '#bindings/api';
import type { Editor } from './editor.svelte';
import { type Drop, dropOn } from './section';

/** What a person drags: a tile of the list on screen, or an article of the search. */
export type Grabbed = { readonly kind: 'tile'; readonly at: number } | { readonly kind: 'article'; readonly tile: ArticleTile };

export type Target = Drop | { readonly kind: 'page'; readonly page: number };

/** How far a mouse moves, and how long a finger rests, before it is a drag and no tap. */
const SLOP = 6;
const HOLD_MS = 300;
/** Near an edge of the list, it scrolls. */
const EDGE = 36;
const SCROLL = 14;

/** Lets go of what was dragged; false when it cannot stand there. */
export function drop(editor: Editor, what: Grabbed, target: Target): boolean {
  const { page, group } = editor.where;
  if (target.kind === 'slot' && what.kind === 'tile') {
    editor.move(what.at, target.slot > what.at ? target.slot - 1 : target.slot);
    return true;
  }
  if (target.kind === 'slot' && what.kind === 'article') return editor.add(what.tile, target.slot);
  if (target.kind === 'page' && target.page === page && group === null && what.kind === 'tile') return true;
  const to = target.kind === 'page' ? { page: target.page, group: null } : { page, group: target.kind === 'into' ? target.into : group };
  return what.kind === 'tile' ? editor.send(what.at, to) : editor.addTo(what.tile, to);
}

export class Drag {
  what = $state.raw<Grabbed | null>(null);
  target = $state.raw<Target | null>(null);
  x = $state(0);
  y = $state(0);
  readonly #editor: () => Editor;
  readonly #refused: (what: Grabbed) => void;
  #stop: (() => void) | null = null;

  /** `refused` is told what could not stand where it was dropped. */
  constructor(editor: () => Editor, refused: (what: Grabbed) => void) {
    this.#editor = editor;
    this.#refused = refused;
  }

  /** Follows a pointer that was pressed on something that can be dragged. */
  press(event: PointerEvent, what: Grabbed): void {
    if (event.button !== 0 || !event.isPrimary) return;
    this.#stop?.();
    const listening = new AbortController();
    const { signal } = listening;
    const start = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType === 'touch';
    const hold = touch ? setTimeout(() => this.#begin(what, start), HOLD_MS) : undefined;
    const moved = (now: PointerEvent): void => {
      const far = Math.hypot(now.clientX - start.x, now.clientY - start.y) > SLOP;
      if (this.what === null && far && touch) this.#stop?.();
      else if (this.what === null && far) this.#begin(what, start);
      if (this.what !== null) this.#follow(now.clientX, now.clientY);
    };
    this.#stop = () => {
      clearTimeout(hold);
      listening.abort();
      this.#stop = null;
      this.what = null;
      this.target = null;
    };
    window.addEventListener('pointermove', moved, { signal });
    window.addEventListener('pointerup', () => this.#end(), { signal });
    window.addEventListener('pointercancel', () => this.#stop?.(), { signal });
    // Before the keys of the screen: Escape ends the drag and nothing else.
    window.addEventListener('keydown', (key) => this.#cancel(key), { signal, capture: true });
    // Once a finger drags, the page must not scroll under it.
    window.addEventListener('touchmove', (touched) => this.what !== null && touched.preventDefault(), { signal, passive: false });
  }

  /** Ends a drag without effect, as when the screen goes away. */
  stop(): void {
    this.#stop?.();
  }

  #begin(what: Grabbed, at: { readonly x: number; readonly y: number }): void {
    this.what = what;
    this.#follow(at.x, at.y);
  }

  #follow(x: number, y: number): void {
    this.x = x;
    this.y = y;
    const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null;
    this.target = place === null ? null : this.#targetOf(place, x);
    const list = place?.closest<HTMLElement>('[data-drop="list"]');
    if (list == null) return;
    const box = list.getBoundingClientRect();
    if (y < box.top + EDGE) list.scrollBy({ top: -SCROLL });
    else if (y > box.bottom - EDGE) list.scrollBy({ top: SCROLL });
  }

  #targetOf(place: HTMLElement, x: number): Target {
    const editor = this.#editor();
    const index = Number(place.dataset['index']);
    if (place.dataset['drop'] === 'page') return { kind: 'page', page: index };
    if (place.dataset['drop'] === 'list') return { kind: 'slot', slot: editor.tiles.length };
    return dropOn(index, place.getBoundingClientRect(), x, editor.tiles[index]?.kind === 'group' && !this.#staysOnPage());
  }

  #staysOnPage(): boolean {
    return this.what?.kind === 'tile' && this.#editor().tiles[this.what.at]?.kind !== 'article';
  }

  #end(): void {
    const { what, target } = this;
    this.#stop?.();
    if (what === null) return;
    // The click that follows a drag is none.
    const swallow = (click: MouseEvent): void => {
      click.stopPropagation();
      click.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (target !== null && !drop(this.#editor(), what, target)) this.#refused(what);
  }

  #cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.what === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#stop?.();
  }
}
