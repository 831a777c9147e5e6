// The state of the editor: the draft with its history, what is shown and selected of it, and what was saved last.

import type { ArticleTile, LayoutDraft, LayoutOpened, MacroCommand, TileDraft } from '#bindings/api';
import type { ArticleId, LayoutId } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';
import { begun, changed, type History, redone, undone } from './history';
import * as edit from './draft';

/** What of the draft is on screen: a page or an open group, and the selected tile. */
export interface Place extends edit.Where {
  readonly at: number | null;
}

interface Step {
  readonly draft: LayoutDraft;
  readonly place: Place;
}

const START: Place = { page: 0, group: null, at: null };

export class Editor {
  #history = $state.raw<History<Step>>(begun({ draft: edit.newLayout('', ''), place: START }));
  #saved = $state.raw<LayoutDraft | null>(null);
  /** Not part of the history: undoing what was done before the first save must not make a second layout. */
  #id = $state.raw<LayoutId | null>(null);
  #place = $state.raw<Place>(START);
  #known = $state.raw<ReadonlyMap<ArticleId, ArticleTile>>(new Map());
  #asleep = $state.raw<ReadonlySet<ArticleId>>(new Set());
  /** What readers hear after a change. */
  said = $state('');
  /** The saved layout was changed elsewhere while it was being edited here. */
  outdated = $state.raw<LayoutOpened | null>(null);

  readonly draft = $derived(this.#history.present.draft);
  /** The draft as it is sent. */
  readonly request = $derived<LayoutDraft>({ ...this.draft, id: this.#id });
  readonly place = $derived(this.#place);
  readonly where = $derived<edit.Where>({ page: this.#place.page, group: this.#place.group });
  readonly page = $derived(this.draft.pages[this.#place.page] ?? null);
  readonly tiles = $derived(edit.tilesOf(this.draft, this.where));
  readonly selected = $derived(this.#place.at === null ? null : (this.tiles[this.#place.at] ?? null));
  readonly openGroup = $derived.by(() => {
    const tile = this.#place.group === null ? undefined : this.page?.tiles[this.#place.group];
    return tile?.kind === 'group' ? tile : null;
  });
  readonly dirty = $derived(this.#saved === null || !edit.same(this.#saved, this.request));
  readonly unnamed = $derived(edit.unnamed(this.draft));
  readonly mayUndo = $derived(this.#history.past.length > 0);
  readonly mayRedo = $derived(this.#history.future.length > 0);

  /** A layout that does not exist yet. */
  static created(draft: LayoutDraft): Editor {
    const editor = new Editor();
    editor.#history = begun({ draft, place: START });
    return editor;
  }

  static opened(layout: LayoutOpened): Editor {
    const editor = new Editor();
    editor.take(layout);
    return editor;
  }

  /** Starts again from what is saved. */
  take(layout: LayoutOpened): void {
    this.#saved = layout.draft;
    this.#id = layout.draft.id;
    this.#history = begun({ draft: layout.draft, place: START });
    this.#show(this.#place);
    this.#learn(layout);
    this.outdated = null;
  }

  /** The program was asked again: without changes here its answer is taken, else a person decides. */
  heard(layout: LayoutOpened): void {
    if (this.#saved !== null && edit.same(layout.draft, this.#saved)) this.#learn(layout);
    else if (this.dirty) this.outdated = layout;
    else this.take(layout);
  }

  /** What was sent is saved now as `layout`; what was changed since stays, and so does undoing. */
  wasSaved(sent: LayoutDraft, layout: LayoutOpened): void {
    const { draft, place } = this.#history.present;
    this.#saved = layout.draft;
    this.#id = layout.draft.id;
    // Names come back trimmed, which is no step of its own.
    if (edit.same(this.request, { ...sent, id: this.#id })) this.#history = { ...this.#history, present: { draft: layout.draft, place } };
    else this.#history = { ...this.#history, present: { draft, place }, about: null };
    this.#learn(layout);
    this.outdated = null;
  }

  articleOf(id: ArticleId): ArticleTile | null {
    return this.#known.get(id) ?? null;
  }

  isAsleep(id: ArticleId): boolean {
    return this.#asleep.has(id);
  }

  nameOf(tile: TileDraft): string {
    return tile.kind === 'article' ? (this.articleOf(tile.article_id)?.name ?? '') : tile.name;
  }

  colorOf(tile: TileDraft): string {
    return tile.color ?? this.openGroup?.color ?? this.page?.color ?? '';
  }

  showPage(page: number): void {
    this.#show({ page, group: null, at: null });
  }

  select(at: number | null): void {
    this.#show({ ...this.#place, at });
  }

  openGroupAt(at: number): void {
    this.#show({ page: this.#place.page, group: at, at: null });
  }

  /** Back to the page, on the tile of the group. */
  closeGroup(): void {
    this.#show({ page: this.#place.page, group: null, at: this.#place.group });
  }

  undo(): void {
    this.#travel(undone(this.#history), t('layout-said-undone'));
  }

  redo(): void {
    this.#travel(redone(this.#history), t('layout-said-redone'));
  }

  rename(name: string): void {
    this.#apply({ ...this.draft, name }, this.#place, 'name');
  }

  renamePage(name: string): void {
    this.#apply(edit.pageChanged(this.draft, this.#place.page, { name }), this.#place, `page ${this.#place.page}`);
  }

  colorPage(color: edit.Color): void {
    this.#apply(edit.pageChanged(this.draft, this.#place.page, { color }), this.#place);
  }

  addPage(): void {
    const page = this.draft.pages.length === 0 ? 0 : this.#place.page + 1;
    const name = t('layout-new-page', { number: this.draft.pages.length + 1 });
    this.#apply(edit.pageAdded(this.draft, page - 1, name), { page, group: null, at: null });
    this.said = t('layout-said-page-added', { name });
  }

  movePage(from: number, to: number): void {
    const name = this.draft.pages[from]?.name ?? '';
    const page = edit.within(to, this.draft.pages.length);
    if (this.#apply(edit.pageMoved(this.draft, from, to), { page, group: null, at: null })) {
      this.said = t('layout-said-page-moved', { name, place: page + 1, count: this.draft.pages.length });
    }
  }

  removePage(at: number): void {
    const page = Math.max(0, Math.min(at, this.draft.pages.length - 2));
    this.#apply(edit.pageRemoved(this.draft, at), { page, group: null, at: null });
  }

  /** Why an article cannot be added to the list on screen. */
  obstacleTo(id: ArticleId): edit.Obstacle | null {
    return edit.obstacle(this.draft, this.where, { kind: 'article', article_id: id, color: null });
  }

  /** Adds an article after the selected tile, or at the end; false when it cannot stand there. */
  add(tile: ArticleTile, at = this.#place.at === null ? this.tiles.length : this.#place.at + 1): boolean {
    this.#know([tile]);
    const next = edit.placed(this.draft, this.where, { kind: 'article', article_id: tile.article_id, color: null }, at);
    const done = this.#apply(next, { ...this.#place, at });
    if (done) this.#sayPlace(tile.name, at);
    return done;
  }

  addGroup(): void {
    const at = this.#place.at === null ? this.tiles.length : this.#place.at + 1;
    const group: TileDraft = { kind: 'group', name: t('layout-new-group'), color: this.page?.color ?? 'blue', articles: [] };
    if (this.#apply(edit.placed(this.draft, this.where, group, at), { ...this.#place, at })) this.#sayPlace(group.name, at);
  }

  /** Adds a macro key (MCU-01) after the selected tile of the page. */
  addMacro(name: string, command: MacroCommand): void {
    const at = this.#place.at === null ? this.tiles.length : this.#place.at + 1;
    const key: TileDraft = { kind: 'macro', name, color: 'slate', command };
    if (this.#apply(edit.placed(this.draft, this.where, key, at), { ...this.#place, at })) this.#sayPlace(name, at);
  }

  command(at: number, command: MacroCommand): void {
    this.#apply(edit.macroCommanded(this.draft, this.#place.page, at, command), this.#place);
  }

  /** Names a group or a macro key of the page. */
  renameTile(at: number, name: string): void {
    this.#apply(edit.tileNamed(this.draft, this.#place.page, at, name), this.#place, `tile ${this.#place.page} ${at}`);
  }

  /** Colours a tile of the page on screen; null gives an article the colour of the page. */
  color(at: number, color: edit.Color | null): void {
    this.#apply(edit.recoloured(this.draft, { page: this.#place.page, group: null }, at, color), this.#place);
  }

  move(from: number, to: number): void {
    const tile = this.tiles[from];
    const at = edit.within(to, this.tiles.length);
    if (tile !== undefined && this.#apply(edit.moved(this.draft, this.where, from, to), { ...this.#place, at })) this.#sayPlace(this.nameOf(tile), at);
  }

  remove(at: number): void {
    const tile = this.tiles[at];
    if (tile === undefined) return;
    const left = this.tiles.length - 1;
    this.#apply(edit.removed(this.draft, this.where, at), { ...this.#place, at: left === 0 ? null : Math.min(at, left - 1) });
    this.said = t('layout-said-removed', { name: this.nameOf(tile) });
  }

  /** Puts a tile of the list on screen at the end of another list; false when it cannot stand there. */
  send(from: number, to: edit.Where): boolean {
    const tile = this.tiles[from];
    if (tile === undefined) return false;
    const next = edit.sent(this.draft, this.where, from, to, edit.tilesOf(this.draft, to).length);
    const left = edit.tilesOf(next, this.where).length;
    const done = this.#apply(next, { ...this.#place, at: left === 0 ? null : Math.min(from, left - 1) });
    if (done) this.said = t('layout-said-sent', { name: this.nameOf(tile), place: this.#nameOfList(to) });
    return done;
  }

  /** Takes an article out of the open group: it stands behind the group. */
  takeOut(from: number): boolean {
    const { page, group } = this.#place;
    const tile = this.tiles[from];
    if (group === null || tile === undefined) return false;
    const next = edit.sent(this.draft, this.where, from, { page, group: null }, group + 1);
    const left = edit.tilesOf(next, this.where).length;
    const done = this.#apply(next, { ...this.#place, at: left === 0 ? null : Math.min(from, left - 1) });
    if (done) this.said = t('layout-said-sent', { name: this.nameOf(tile), place: this.page?.name ?? '' });
    return done;
  }

  /** Adds an article at the end of a list that need not be on screen; false when it cannot stand there. */
  addTo(tile: ArticleTile, to: edit.Where): boolean {
    this.#know([tile]);
    const end = edit.tilesOf(this.draft, to).length;
    const done = this.#apply(edit.placed(this.draft, to, { kind: 'article', article_id: tile.article_id, color: null }, end), this.#place);
    if (done) this.said = t('layout-said-sent', { name: tile.name, place: this.#nameOfList(to) });
    return done;
  }

  #nameOfList(where: edit.Where): string {
    const page = this.draft.pages[where.page];
    const group = where.group === null ? undefined : page?.tiles[where.group];
    return group?.kind === 'group' ? group.name : (page?.name ?? '');
  }

  #apply(draft: LayoutDraft, place: Place, about: string | null = null): boolean {
    if (draft === this.draft) return false;
    // What is undone brings back the page on which it was done.
    const before = { ...this.#history, present: { draft: this.draft, place: this.#place } };
    this.#history = changed(before, { draft, place }, about);
    this.#show(place);
    return true;
  }

  #travel(history: History<Step>, said: string): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#show(history.present.place);
    this.said = said;
  }

  /** Shows a place, or what is nearest to it in the draft. */
  #show(place: Place): void {
    const page = Math.max(0, edit.within(place.page, this.draft.pages.length));
    const group = place.group !== null && this.draft.pages[page]?.tiles[place.group]?.kind === 'group' ? place.group : null;
    const count = edit.tilesOf(this.draft, { page, group }).length;
    this.#place = { page, group, at: place.at === null || count === 0 ? null : edit.within(place.at, count) };
  }

  #sayPlace(name: string, at: number): void {
    this.said = t('layout-said-place', { name, place: at + 1, count: this.tiles.length });
  }

  #learn(layout: LayoutOpened): void {
    this.#know(layout.articles);
    this.#asleep = new Set(layout.asleep);
  }

  #know(tiles: readonly ArticleTile[]): void {
    this.#known = new Map([...this.#known, ...tiles.map((tile): [ArticleId, ArticleTile] => [tile.article_id, tile])]);
  }
}
