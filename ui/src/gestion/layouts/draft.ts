// A layout («schéma») while it is being edited: plain data and functions that make new data of it. Where a change
// cannot be, the functions give back the draft they were given, so that nothing is noted for undoing.

import type { LayoutDraft, LayoutPageDraft, MacroCommand, TileDraft } from '#bindings/api';
import type { ArticleId } from '#bindings/domain';

/** The names of the contract, in the order of the swatches. */
export const COLORS = ['amber', 'orange', 'rose', 'purple', 'blue', 'teal', 'green', 'slate'] as const;
export type Color = (typeof COLORS)[number];

/** What a macro key can run, in the order of the choice. */
export const MACRO_COMMANDS = ['cash_in', 'cash_out', 'open_drawer', 'park', 'recall', 'price_check', 'missing', 'search_tickets', 'x_report', 'lock'] as const satisfies readonly MacroCommand[];

/** What the program accepts at most. */
export const MOST_PAGES = 40;
export const MOST_TILES = 200;
export const NAME_LENGTH = 40;

/** A list of tiles: that of a page, or that of a group at some place of the page. */
export interface Where {
  readonly page: number;
  readonly group: number | null;
}

/** Why a tile cannot stand in a list. */
export type Obstacle = 'full' | 'twice' | 'nested';

/** A new layout with one empty page. */
export function newLayout(name: string, page: string): LayoutDraft {
  return { id: null, name, pages: [{ name: page, color: 'blue', tiles: [] }] };
}

/** The same layout as another one, under another name. */
export function copyOf(draft: LayoutDraft, name: string): LayoutDraft {
  return { ...draft, id: null, name: name.slice(0, NAME_LENGTH).trim() };
}

/** The tiles of a list; those of a group are articles in its colour. */
export function tilesOf(draft: LayoutDraft, where: Where): readonly TileDraft[] {
  const tiles = draft.pages[where.page]?.tiles ?? [];
  if (where.group === null) return tiles;
  const group = tiles[where.group];
  return group?.kind === 'group' ? group.articles.map((article_id) => ({ kind: 'article', article_id, color: null })) : [];
}

/** What is wrong with a tile in a list, or null when it may stand there. */
export function obstacle(draft: LayoutDraft, where: Where, tile: TileDraft): Obstacle | null {
  const tiles = tilesOf(draft, where);
  if (tiles.length >= MOST_TILES) return 'full';
  if (tile.kind !== 'article') return where.group === null ? null : 'nested';
  return holds(tiles, tile.article_id) ? 'twice' : null;
}

export function holds(tiles: readonly TileDraft[], article: ArticleId): boolean {
  return tiles.some((tile) => tile.kind === 'article' && tile.article_id === article);
}

/** Puts a tile into a list before the one at `at`. */
export function placed(draft: LayoutDraft, where: Where, tile: TileDraft, at: number): LayoutDraft {
  if (obstacle(draft, where, tile) !== null) return draft;
  return withTiles(draft, where, tilesOf(draft, where).toSpliced(at, 0, tile));
}

export function removed(draft: LayoutDraft, where: Where, at: number): LayoutDraft {
  const tiles = tilesOf(draft, where);
  return at in tiles ? withTiles(draft, where, tiles.toSpliced(at, 1)) : draft;
}

/** Moves a tile within its list, so that it stands at `to` afterwards; beyond an end means that end. */
export function moved(draft: LayoutDraft, where: Where, from: number, to: number): LayoutDraft {
  const tiles = tilesOf(draft, where);
  const goal = within(to, tiles.length);
  return from in tiles && goal !== from ? withTiles(draft, where, reordered(tiles, from, goal)) : draft;
}

/** Moves a tile from one list to another, before the one at `at`. */
export function sent(draft: LayoutDraft, from: Where, index: number, to: Where, at: number): LayoutDraft {
  const tile = tilesOf(draft, from)[index];
  if (tile === undefined) return draft;
  const there = placed(draft, to, tile, at);
  if (there === draft) return draft;
  // A tile that comes out of a group before that group moves the group on by one.
  const pushed = from.group !== null && to.group === null && from.page === to.page && at <= from.group;
  return removed(there, pushed ? { page: from.page, group: (from.group ?? 0) + 1 } : from, index);
}

/** Colours a tile; null gives an article the colour of its page. */
export function recoloured(draft: LayoutDraft, where: Where, at: number, color: Color | null): LayoutDraft {
  const tile = tilesOf(draft, where)[at];
  if (tile === undefined || where.group !== null || tile.color === color) return draft;
  if (tile.kind === 'article') return withTile(draft, where, at, { ...tile, color });
  return color === null ? draft : withTile(draft, where, at, { ...tile, color });
}

/** Names the group or macro key at `at` of a page. */
export function tileNamed(draft: LayoutDraft, page: number, at: number, name: string): LayoutDraft {
  const where = { page, group: null };
  const tile = tilesOf(draft, where)[at];
  if (tile === undefined || tile.kind === 'article' || tile.name === name) return draft;
  return withTile(draft, where, at, { ...tile, name });
}

/** Says what the macro key at `at` of a page runs. */
export function macroCommanded(draft: LayoutDraft, page: number, at: number, command: MacroCommand): LayoutDraft {
  const where = { page, group: null };
  const tile = tilesOf(draft, where)[at];
  return tile?.kind === 'macro' && tile.command !== command ? withTile(draft, where, at, { ...tile, command }) : draft;
}

/** Names or colours a page. */
export function pageChanged(draft: LayoutDraft, at: number, change: Partial<Pick<LayoutPageDraft, 'name' | 'color'>>): LayoutDraft {
  const page = draft.pages[at];
  return page === undefined ? draft : { ...draft, pages: draft.pages.with(at, { ...page, ...change }) };
}

/** Adds an empty page after the one at `after`, in the first colour that no page has. */
export function pageAdded(draft: LayoutDraft, after: number, name: string): LayoutDraft {
  if (draft.pages.length >= MOST_PAGES) return draft;
  const color = COLORS.find((one) => draft.pages.every((page) => page.color !== one)) ?? 'blue';
  return { ...draft, pages: draft.pages.toSpliced(after + 1, 0, { name, color, tiles: [] }) };
}

export function pageMoved(draft: LayoutDraft, from: number, to: number): LayoutDraft {
  const goal = within(to, draft.pages.length);
  return from in draft.pages && goal !== from ? { ...draft, pages: reordered(draft.pages, from, goal) } : draft;
}

export function pageRemoved(draft: LayoutDraft, at: number): LayoutDraft {
  return at in draft.pages ? { ...draft, pages: draft.pages.toSpliced(at, 1) } : draft;
}

/** What still needs a name before the layout can be saved. */
export function unnamed(draft: LayoutDraft): 'layout' | 'page' | 'group' | 'macro' | null {
  if (draft.name.trim() === '') return 'layout';
  if (draft.pages.some((page) => page.name.trim() === '')) return 'page';
  const nameless = draft.pages.flatMap((page) => page.tiles).find((tile) => tile.kind !== 'article' && tile.name.trim() === '');
  return nameless === undefined || nameless.kind === 'article' ? null : nameless.kind;
}

/** Whether two drafts say the same. */
export function same(one: LayoutDraft, other: LayoutDraft): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A place of a list of so many; -1 when it has none. */
export function within(at: number, count: number): number {
  return Math.min(Math.max(at, 0), count - 1);
}

function reordered<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item);
}

function withTile(draft: LayoutDraft, where: Where, at: number, tile: TileDraft): LayoutDraft {
  return withTiles(draft, where, tilesOf(draft, where).with(at, tile));
}

function withTiles(draft: LayoutDraft, where: Where, tiles: readonly TileDraft[]): LayoutDraft {
  const page = draft.pages[where.page];
  if (page === undefined) return draft;
  if (where.group === null) return { ...draft, pages: draft.pages.with(where.page, { ...page, tiles: [...tiles] }) };
  const group = page.tiles[where.group];
  if (group?.kind !== 'group') return draft;
  const articles = tiles.flatMap((tile) => (tile.kind === 'article' ? [tile.article_id] : []));
  return withTile(draft, { page: where.page, group: null }, where.group, { ...group, articles });
}
