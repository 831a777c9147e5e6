import { describe, expect, it } from 'vitest';
import type { LayoutDraft, TileDraft } from '#bindings/api';
import * as edit from './draft';
import { begun, changed, redone, undone } from './history';

const article = (id: string, color: string | null = null): TileDraft => ({ kind: 'article', article_id: id, color });
const group = (name: string, ...articles: string[]): TileDraft => ({ kind: 'group', name, color: 'teal', articles });

const draft: LayoutDraft = {
  id: 'layout',
  name: 'Bar',
  pages: [
    { name: 'A', color: 'blue', tiles: [article('1'), group('G', '4', '5'), article('2'), article('3')] },
    { name: 'B', color: 'rose', tiles: [article('1')] },
  ],
};
const A = { page: 0, group: null };
const B = { page: 1, group: null };
const G = { page: 0, group: 1 };

/** The tiles of a list, an article by its id and a group by its name. */
function names(of: LayoutDraft, where: edit.Where): string {
  return edit
    .tilesOf(of, where)
    .map((tile) => (tile.kind === 'article' ? tile.article_id : tile.name))
    .join(' ');
}

describe('tiles', () => {
  it('are put before another, and only once into a list', () => {
    expect(names(edit.placed(draft, A, article('9'), 1), A)).toBe('1 9 G 2 3');
    expect(names(edit.placed(draft, G, article('1'), 0), G)).toBe('1 4 5');
    expect(edit.placed(draft, A, article('1'), 4)).toBe(draft);
    expect(edit.obstacle(draft, A, article('1'))).toBe('twice');
  });

  it('do not nest groups, nor overflow a list', () => {
    expect(edit.obstacle(draft, G, group('H'))).toBe('nested');
    expect(edit.placed(draft, G, group('H'), 0)).toBe(draft);
    const tiles = Array.from({ length: edit.MOST_TILES }, (_, n) => article(`x${n}`));
    const full: LayoutDraft = { ...draft, pages: [{ name: 'A', color: 'blue', tiles }] };
    expect(edit.obstacle(full, A, article('new'))).toBe('full');
    expect(edit.placed(full, A, article('new'), 0)).toBe(full);
  });

  it('move within their list and stop at its ends', () => {
    expect(names(edit.moved(draft, A, 0, 2), A)).toBe('G 2 1 3');
    expect(names(edit.moved(draft, A, 3, -5), A)).toBe('3 1 G 2');
    expect(names(edit.moved(draft, A, 1, 99), A)).toBe('1 2 3 G');
    expect(names(edit.moved(draft, G, 0, 1), G)).toBe('5 4');
    expect(edit.moved(draft, A, 3, 4)).toBe(draft);
    expect(edit.moved(draft, A, 9, 0)).toBe(draft);
  });

  it('go into a group, out of it and to another page', () => {
    const inside = edit.sent(draft, A, 0, G, 1);
    expect([names(inside, A), names(inside, { page: 0, group: 0 })]).toEqual(['G 2 3', '4 1 5']);
    const behind = edit.sent(draft, G, 0, A, 2);
    expect([names(behind, A), names(behind, G)]).toEqual(['1 G 4 2 3', '5']);
    const before = edit.sent(draft, G, 1, A, 0);
    expect([names(before, A), names(before, { page: 0, group: 2 })]).toEqual(['5 1 G 2 3', '4']);
    const away = edit.sent(draft, A, 1, B, 0);
    expect([names(away, A), names(away, B), names(away, { page: 1, group: 0 })]).toEqual(['1 2 3', 'G 1', '4 5']);
    expect(edit.sent(draft, A, 0, B, 1), 'it is there already').toBe(draft);
  });

  it('take a colour of their own, or that of the page again; a group always has one', () => {
    const own = edit.recoloured(draft, A, 0, 'green');
    expect(own.pages[0]?.tiles[0]).toEqual(article('1', 'green'));
    expect(edit.recoloured(own, A, 0, null)).toEqual(draft);
    expect(edit.recoloured(draft, A, 1, null)).toBe(draft);
    expect(edit.recoloured(draft, A, 1, 'slate').pages[0]?.tiles[1]).toMatchObject({ name: 'G', color: 'slate' });
  });

  it('leave the draft that they were taken from as it was', () => {
    const before = JSON.stringify(draft);
    edit.sent(edit.removed(edit.moved(draft, A, 0, 2), A, 1), A, 0, B, 0);
    expect(JSON.stringify(draft)).toBe(before);
  });
});

describe('pages', () => {
  it('are added beside the chosen one in a new colour, moved and removed', () => {
    const added = edit.pageAdded(draft, 0, 'C');
    expect(added.pages.map((page) => page.name)).toEqual(['A', 'C', 'B']);
    expect(draft.pages.map((page) => page.color)).not.toContain(added.pages[1]?.color);
    expect(edit.pageMoved(added, 0, 9).pages.map((page) => page.name)).toEqual(['C', 'B', 'A']);
    expect(edit.pageMoved(added, 0, -1)).toBe(added);
    expect(edit.pageRemoved(added, 1)).toEqual(draft);
  });

  it('are forty at most', () => {
    let full = draft;
    for (let count = 0; count < 50; count += 1) full = edit.pageAdded(full, 0, 'X');
    expect(full.pages).toHaveLength(edit.MOST_PAGES);
  });
});

describe('a draft', () => {
  it('says what has no name yet', () => {
    expect(edit.unnamed(draft)).toBeNull();
    expect(edit.unnamed({ ...draft, name: ' ' })).toBe('layout');
    expect(edit.unnamed(edit.pageChanged(draft, 1, { name: '' }))).toBe('page');
    expect(edit.unnamed(edit.tileNamed(draft, 0, 1, ''))).toBe('group');
  });

  it('holds macro keys on its pages alone, named and set to a command', () => {
    const key: TileDraft = { kind: 'macro', name: 'Tiroir', color: 'slate', command: 'open_drawer' };
    const made = edit.placed(draft, A, key, 0);
    expect(edit.tilesOf(made, A)[0]).toEqual(key);
    expect(edit.obstacle(draft, G, key)).toBe('nested');
    expect(edit.tilesOf(edit.macroCommanded(made, 0, 0, 'lock'), A)[0]).toEqual({ ...key, command: 'lock' });
    expect(edit.macroCommanded(made, 0, 1, 'lock'), 'a group runs nothing').toBe(made);
    expect(edit.unnamed(edit.tileNamed(made, 0, 0, ' '))).toBe('macro');
    expect(edit.tilesOf(edit.recoloured(made, A, 0, 'rose'), A)[0]).toEqual({ ...key, color: 'rose' });
    expect(edit.recoloured(made, A, 0, null), 'it has a colour of its own').toBe(made);
  });

  it('is copied under a name that fits, as a layout of its own', () => {
    const copy = edit.copyOf(draft, `${'x'.repeat(39)} (copie)`);
    expect([copy.id, copy.name.length, copy.pages]).toEqual([null, 39, draft.pages]);
  });
});

describe('the history', () => {
  it('goes back and forth, and a new change forgets what was undone', () => {
    const done = changed(changed(begun('a'), 'b'), 'c');
    expect(undone(done).present).toBe('b');
    expect(undone(undone(undone(done))).present).toBe('a');
    expect(redone(undone(done)).present).toBe('c');
    expect(redone(changed(undone(done), 'd')).present).toBe('d');
  });

  it('takes typing in one field as one step', () => {
    let typed = changed(begun(''), 'B', 'name');
    typed = changed(typed, 'Ba', 'name');
    typed = changed(typed, 'Bar', 'name');
    expect(undone(typed).present).toBe('');
    expect(undone(changed(typed, 'x', 'page 0')).present).toBe('Bar');
    expect(undone(changed(undone(typed), 'Z', 'name')).present, 'after undoing, typing is a new step').toBe('');
  });
});
