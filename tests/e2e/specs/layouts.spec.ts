// The editor of layouts (B-22), and the tills that show what it makes.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { Keyboard } from '../support/keyboard.ts';
import type { Shop } from '../support/shop.ts';
import type { Till } from '../support/till.ts';

/** The name on each tile of the page that the till shows. */
async function tillTiles(page: Page): Promise<string[]> {
  const names = await page.locator('#page-tiles button .name').allTextContents();
  return names.map((name) => name.trim());
}

/** Opens the editor on the layout of «Caisse 01», in a window of its own; the till stays open beside it. */
async function openEditor(till: Till, shop: Shop): Promise<Page> {
  const office = await till.page.context().newPage();
  const session = await till.page.evaluate(() => sessionStorage.getItem('comptoir.session') ?? '');
  await office.addInitScript((known) => sessionStorage.setItem('comptoir.session', known), session);
  await office.goto(shop.address('gestion.html'));
  await office.getByTestId('nav-schemas').click();
  await office.getByTestId('layouts-table-row').filter({ hasText: 'Boutique' }).click();
  await expect(office.getByTestId('layout-tile').first()).toBeVisible();
  return office;
}

async function editorTiles(page: Page): Promise<string[]> {
  const names = await page.getByTestId('layout-tile').locator('.name').allTextContents();
  return names.map((name) => name.trim());
}

test('ART-08: a layout edited by keyboard alone is what an open till shows', async ({ shop, till }) => {
  const before = await tillTiles(till.page);
  const office = await openEditor(till, shop);
  const keyboard = new Keyboard(office);
  await keyboard.reach(office.getByTestId('layout-tile').first());
  await keyboard.press('Control+ArrowRight', 'Control+ArrowRight');
  await expect(office.getByTestId('layout-tile').nth(2)).toBeFocused();
  await expect(office.getByTestId('layout-said')).toContainText('place 3 sur');
  await keyboard.press('Alt+ArrowLeft', 'ArrowLeft', 'Delete');
  const wanted = [before[0] ?? '', ...before.slice(2)];
  await expect.poll(() => editorTiles(office)).toEqual(wanted);

  await keyboard.press('F2');
  await keyboard.type('bouilloire');
  await expect(office.getByTestId('layout-article')).toHaveCount(1);
  await keyboard.press('Enter');
  const added = [wanted[0] ?? '', 'Bouilloire électrique', ...wanted.slice(1)];
  await expect.poll(() => editorTiles(office), 'behind the selected tile').toEqual(added);

  // A page of its own, made, named, coloured and moved without a mouse.
  await keyboard.use(office.getByTestId('layout-page-add'), 'Shift+Tab');
  await keyboard.reach(office.getByTestId('layout-page-name'));
  await keyboard.press('Control+a');
  await keyboard.type('Promos');
  await keyboard.reach(office.locator('[data-testid=layout-colors] input:checked'));
  await keyboard.press('ArrowRight');
  await keyboard.use(office.getByTestId('layout-page-left'));
  await expect(office.getByTestId('layout-page').first()).toHaveText('Promos');
  expect(await tillTiles(till.page), 'nothing reaches the till before it is saved').toEqual(before);

  await keyboard.press('Control+Enter');
  await expect(till.id('page-tab').first()).toHaveText('Promos');
  await till.id('page-tab').nth(1).click();
  await expect.poll(() => tillTiles(till.page)).toEqual(added);
});

test('ART-08: tiles are dragged within the page, into a group and to another page, and the till follows', async ({ shop, till }) => {
  const before = await tillTiles(till.page);
  const office = await openEditor(till, shop);
  const tile = (index: number) => office.getByTestId('layout-tile').nth(index);
  await dragTo(office, tile(0), tile(3), 0.9);
  const moved = [...before.slice(1, 4), before[0] ?? '', ...before.slice(4)];
  await expect.poll(() => editorTiles(office)).toEqual(moved);
  await office.keyboard.press('Control+z');
  await expect.poll(() => editorTiles(office)).toEqual(before);
  await office.keyboard.press('Control+y');
  await expect.poll(() => editorTiles(office)).toEqual(moved);

  await office.getByTestId('layout-search').fill('bouilloire');
  await expect(office.getByTestId('layout-article')).toHaveCount(1);
  await dragTo(office, office.getByTestId('layout-article'), tile(0), 0.1);
  await expect(tile(0)).toContainText('Bouilloire électrique');

  await tile(1).click();
  await office.getByTestId('layout-group-add').click();
  await expect(tile(2)).toContainText('Nouveau groupe');
  await office.getByTestId('layout-group-name').fill('Vitrine');
  await dragTo(office, tile(0), tile(2), 0.5);
  await expect(tile(1)).toContainText('Vitrine');
  await expect(tile(1)).toContainText('1 article');
  await dragTo(office, tile(0), office.getByTestId('layout-page').nth(2), 0.5);
  await expect(tile(0)).toContainText('Vitrine');
  await office.getByTestId('layout-save').click();

  await expect(till.group('Vitrine')).toBeVisible();
  await expect.poll(() => tillTiles(till.page)).toEqual(['Vitrine', ...moved.slice(1)]);
  await till.group('Vitrine').click();
  await expect(till.id('group-tile')).toHaveText(/Bouilloire électrique/u);
  await till.press('panel-close');
  await till.id('page-tab').nth(2).click();
  await expect(till.tile(moved[0] ?? '')).toBeVisible();
});

/** Drags with a mouse: the pointer ends at a part of the width of the goal. */
async function dragTo(page: Page, what: ReturnType<Page['locator']>, goal: ReturnType<Page['locator']>, part: number): Promise<void> {
  const from = await what.boundingBox();
  const to = await goal.boundingBox();
  if (from === null || to === null) throw new Error('what is dragged, or its goal, is not on screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width * part, to.y + to.height / 2, { steps: 8 });
  await expect(page.getByTestId('layout-ghost')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId('layout-ghost')).toHaveCount(0);
}

test('every move has a button: place, page, group, out of the group, away', async ({ shop, till }) => {
  const office = await openEditor(till, shop);
  const press = (id: string) => office.getByTestId(id).click();
  const before = await editorTiles(office);
  await office.getByTestId('layout-tile').first().click();
  await press('layout-tile-right');
  await expect.poll(() => editorTiles(office)).toEqual([before[1], before[0], ...before.slice(2)]);
  await press('layout-tile-left');
  await expect.poll(() => editorTiles(office)).toEqual(before);
  await press('layout-group-add');
  await press('layout-tile-left');
  await office.getByTestId('layout-tile').nth(1).click();
  await office.getByTestId('layout-destination').selectOption({ label: 'Groupe Nouveau groupe' });
  await press('layout-send');
  await office.getByTestId('layout-tile').first().click();
  await press('layout-group-open');
  await expect(office.getByTestId('layout-group').getByRole('heading')).toHaveText('Nouveau groupe');
  await expect.poll(() => editorTiles(office)).toEqual([before[0]]);
  await office.getByTestId('layout-tile').first().click();
  await press('layout-take-out');
  await press('layout-group-close');
  await expect.poll(() => editorTiles(office)).toEqual(['Nouveau groupe', ...before]);
  await press('layout-tile-remove');
  await expect.poll(() => editorTiles(office)).toEqual(before);
});

test('a page that is removed comes back, and what is not saved is not lost by leaving', async ({ shop, till }) => {
  const office = await openEditor(till, shop);
  const pages = await office.getByTestId('layout-page').allTextContents();
  await office.getByTestId('layout-page').nth(1).click();
  await office.getByTestId('layout-page-remove').click();
  await expect(office.getByTestId('layout-page')).toHaveCount(pages.length - 1);
  await office.getByTestId('toast-undo').click();
  await expect(office.getByTestId('layout-page')).toHaveText(pages);
  await office.getByTestId('layout-title').fill('Boutique d’hiver');
  await office.getByTestId('nav-articles').click();
  await expect(office.getByTestId('layout-leave')).toBeVisible();
  await office.getByTestId('leave-stay').click();
  await expect(office.getByTestId('layout-title')).toHaveValue('Boutique d’hiver');
  await office.getByTestId('nav-articles').click();
  await office.getByTestId('leave-save').click();
  await expect(office.getByTestId('articles')).toBeVisible();
  await office.getByTestId('nav-schemas').click();
  await expect(office.getByTestId('layouts-table-row')).toContainText('Boutique d’hiver');
});

test('a layout is copied, given to a second till, and not deleted while it is used', async ({ shop, till, seat }) => {
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-schemas');
  const row = (name: string) => till.page.getByRole('row').filter({ hasText: name });
  const menu = async (name: string, entry: string): Promise<void> => {
    await row(name).getByTestId('row-menu').click();
    await till.press(entry);
  };
  await menu('Boutique', 'menu-copy');
  await expect(row('Boutique (copie)')).toContainText('Aucun poste');
  await menu('Boutique (copie)', 'menu-users');
  await till.id('layout-user-C02').check();
  await till.press('layout-users-save');
  await expect(row('Boutique (copie)')).toContainText('Caisse 02');
  await menu('Boutique (copie)', 'menu-delete');
  await expect(till.id('toast').filter({ hasText: 'Caisse 02' })).toBeVisible();
  await seat.configure('Caisse 02', { layout_id: (await seat.workstation('Caisse 01')).layout_id });
  await expect(row('Boutique (copie)')).toContainText('Aucun poste');
  await menu('Boutique (copie)', 'menu-delete');
  await expect(row('Boutique (copie)')).toHaveCount(0);
  await till.press('toast-undo');
  await expect(row('Boutique (copie)')).toBeVisible();
});

test('a new layout starts empty, and is made without a till to show it', async ({ shop, till, seat }) => {
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-schemas');
  await till.press('layout-new');
  await expect(till.id('layout-page-empty')).toBeVisible();
  await till.id('layout-title').fill('Terrasse');
  await till.id('layout-search').fill('baguette');
  await till.id('layout-article').filter({ hasText: 'Baguette de tradition 1,30' }).click();
  await till.press('layout-save');
  await expect(till.id('layout-users-line')).toHaveText('Aucun poste n’utilise ce schéma.');
  await till.keys('Control+z', 'Control+z');
  await expect(till.id('layout-page-empty')).toBeVisible();
  await till.press('layout-save');
  await expect(till.id('layout-save')).toBeDisabled();
  const made = async (): Promise<number[]> => (await seat.call('layout_list', {})).filter((one) => one.name !== 'Boutique').map(({ tiles }) => tiles);
  await expect.poll(made, 'one layout, saved twice').toEqual([0]);
});

test('the preview has the columns of the till, and marks what it has to scroll for', async ({ shop, till }) => {
  await expect(till.id('tile').first()).toBeVisible();
  const shown = await till.page.evaluate(() => {
    const tiles = document.querySelector('#page-tiles');
    return tiles === null ? null : { columns: getComputedStyle(tiles).gridTemplateColumns.split(' ').length, width: tiles.clientWidth, room: tiles.clientHeight };
  });
  const office = await openEditor(till, shop);
  const section = office.getByTestId('layout-section');
  const preview = await section.evaluate((element) => {
    const tiles = element.querySelector('[role=presentation]');
    const list = element.querySelector<HTMLElement>('#layout-list');
    return tiles === null ? null : { columns: getComputedStyle(tiles).gridTemplateColumns.split(' ').length, width: list?.clientWidth, room: list?.clientHeight };
  });
  expect(preview?.columns).toBe(shown?.columns);
  expect(Math.abs((preview?.width ?? 0) - (shown?.width ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs((preview?.room ?? 0) - (shown?.room ?? 0)), 'the room for tiles is that of the till').toBeLessThanOrEqual(4);
  await office.getByTestId('layout-till').selectOption({ label: '1024 × 768' });
  await expect(office.getByTestId('layout-fold')).toContainText('20 tuiles');
});
