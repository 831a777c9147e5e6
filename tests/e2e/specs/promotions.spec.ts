// Price lists, prices to come and promotions: made in the back office by keys, seen on the tile, the line, the price check.

import { expect, test } from '../support/fixtures.ts';
import { localDay } from '../support/days.ts';
import { picture } from '../support/pictures.ts';
import { ARTICLES } from '../support/till.ts';

test('promotions and price lists: from the form to the line, the tile and the ticket', async ({ shop, till, seat }) => {
  const look = (name: string): Promise<void> => picture(till.page, `promotions/${name}`);
  await till.page.goto(shop.address('gestion.html'));

  await test.step('a price list, its price in the file of an article, and a price to come', async () => {
    await till.press('nav-tarifs');
    await expect(till.id('price-lists-none')).toBeVisible();
    await till.keys('Insert');
    await till.id('price-list-name').fill('Professionnel');
    await till.keys('Control+Enter');
    await expect(till.id('price-list-sheet')).toBeHidden();
    await expect(till.id('price-lists-table-row')).toHaveCount(1);
    await look('tarifs');
    await till.press('nav-articles');
    await till.id('articles-search').fill(ARTICLES.kettle.name);
    await till.id('articles-table-row').first().click();
    await till.id('article-list-price').fill('29,90');
    await till.id('article-next-price').fill('42');
    await expect(till.id('article-sheet-save')).toBeDisabled();
    await till.id('article-next-from').fill(localDay(1));
    await look('article');
    await till.keys('Control+Enter');
    await expect(till.id('article-sheet')).toBeHidden();
    const found = await seat.call('catalogue_search', { text: ARTICLES.kettle.name, department_id: null, offset: 0, limit: 1 });
    expect(found.rows[0]).toMatchObject({ unit_price: 39_900_000, next_price: { unit_price: 42_000_000, from_day: localDay(1) } });
    expect(found.rows[0]?.list_prices.map((one) => one.unit_price)).toEqual([29_900_000]);
  });

  await test.step('two promotions: three for two by typing a name, a percentage of a department', async () => {
    await till.press('nav-promotions');
    await expect(till.id('promotions-none')).toBeVisible();
    await till.keys('Insert');
    await till.id('promotion-name').fill('3 baguettes pour 2');
    await till.id('promotion-kind').getByText('n pour m').click();
    await till.id('promotion-paid').fill('3');
    await expect(till.id('promotion-sheet-save')).toBeDisabled();
    await till.id('promotion-paid').fill('2');
    await till.id('promotion-article-search').fill(ARTICLES.baguette.name);
    await till.id('promotion-article-choice').first().click();
    await till.scanner.scan(ARTICLES.ficelle.barcode);
    await expect(till.id('promotion-article')).toHaveCount(2);
    await till.id('promotion-last-day').fill(localDay(7));
    await look('promotion-form');
    await till.keys('Control+Enter');
    await expect(till.id('promotion-sheet')).toBeHidden();
    await till.keys('Insert');
    await till.id('promotion-name').fill('Noël avant l’heure');
    await till.id('promotion-rate').fill('10');
    await till.id('promotion-scope').getByRole('radio', { name: 'Articles' }).press('ArrowRight');
    await till.id('promotion-departments').getByRole('checkbox').first().check();
    await till.id('promotion-first-day').fill(localDay(1));
    await till.id('promotion-last-day').fill(localDay(-1));
    await expect(till.id('promotion-sheet-save')).toBeDisabled();
    await till.id('promotion-last-day').fill(localDay(3));
    await till.keys('Control+Enter');
    await expect(till.id('promotions-table-row')).toHaveCount(2);
    await expect(till.id('promotion-state').first()).toHaveText('À venir');
    await expect(till.id('promotion-state').last()).toHaveText('En cours');
    await look('promotions');
  });

  const customer = await seat.call('customer_create', { name: 'Atelier Roussel', phone: '', email: '', city: '' });
  await till.page.goto(shop.address());
  await till.expectEmpty();

  await test.step('the tile, the line and the price check show it', async () => {
    await expect(till.tile(ARTICLES.baguette.name).getByTestId('tile-offer')).toContainText('3 pour 2');
    for (let n = 0; n < 3; n += 1) await till.scan(ARTICLES.baguette);
    await till.scan(ARTICLES.kettle);
    const line = till.line(ARTICLES.baguette.name);
    await expect(line.getByTestId('promotion-name')).toHaveText('3 baguettes pour 2');
    await expect(line.getByTestId('promotion-amount')).toHaveAttribute('data-minor', '-130');
    await expect(line.getByTestId('line-regular')).toContainText('3,90');
    await expect(line.getByTestId('line-total')).toHaveAttribute('data-minor', '260');
    await look('line');
    await till.keys('F5');
    await till.scanner.scan(ARTICLES.kettle.barcode);
    await expect(till.id('price-lists-of-article')).toContainText('29,90');
    await till.scanner.scan(ARTICLES.baguette.barcode);
    await expect(till.id('price-offer')).toContainText('3 pour 2');
    await look('price-check');
    await till.keys('Escape');
  });

  await test.step('a discount by hand replaces it and gives it back; a customer brings their price list', async () => {
    const line = till.line(ARTICLES.baguette.name);
    await line.getByTestId('line-name').click();
    await till.keys('1', '0', '/');
    await expect(line.getByTestId('line-discount')).toBeVisible();
    await expect(line.getByTestId('line-promotion')).toBeHidden();
    await till.press('toast-undo');
    await expect(line.getByTestId('line-promotion')).toBeVisible();
    const { file } = await seat.call('customer_account', { customer_id: customer.id });
    const [list] = await seat.call('price_list_list', {});
    await seat.call('customer_save', { ...file, price_list_id: list?.id ?? null });
    await till.expectAmount('total', 260 + 3990);
    await seat.call('sale_set_customer', { customer_id: customer.id });
    await till.expectAmount('total', 260 + 2990);
    await expect(till.line(ARTICLES.kettle.name).getByTestId('line-price-list')).toHaveText('Tarif Professionnel');
    await look('price-list-line');
  });

  await test.step('the ticket names it; from then on it is ended, not deleted', async () => {
    await till.settle();
    const [document] = await seat.call('document_recent', {});
    const paper = await seat.call('document_ticket', { document_id: document?.id ?? '' });
    expect(paper.lines.map((one) => one.text).join('\n')).toContain('3 baguettes pour 2');
    await till.page.goto(shop.address('gestion.html'));
    await till.press('nav-promotions');
    const row = till.id('promotions-table-row').filter({ hasText: '3 baguettes pour 2' });
    await row.getByTestId('row-menu').click();
    await expect(till.id('menu-delete')).toHaveAttribute('data-disabled', '');
    await till.press('menu-end');
    await expect(till.id('promotion-sure')).toBeVisible();
    await till.keys('Enter');
    await expect(row.getByTestId('promotion-state')).toHaveText('Passée');
    const other = till.id('promotions-table-row').filter({ hasText: 'Noël' });
    await other.getByTestId('row-menu').click();
    await till.press('menu-delete');
    await till.keys('Enter');
    await expect(till.id('promotions-table-row')).toHaveCount(1);
  });
});

test('an article has other taxes on site and delivered only where the shop asks how a sale is served', async ({ shop, till, seat }) => {
  const options = await seat.call('shop_options', {});
  await seat.call('shop_options_save', { ...options, service_modes: false });
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-articles');
  await till.id('articles-search').fill(ARTICLES.country.name);
  await till.id('articles-table-row').first().click();
  await expect(till.id('article-tax')).toBeVisible();
  await expect(till.id('article-tax-on-site')).toBeHidden();
  await till.keys('Escape');
  await seat.call('shop_options_save', { ...options, service_modes: true });
  await till.page.reload();
  await till.id('articles-search').fill(ARTICLES.country.name);
  await till.id('articles-table-row').first().click();
  await till.id('article-tax-on-site').selectOption({ label: 'TVA 10 %' });
  await till.id('article-tax-delivered').selectOption({ label: 'TVA 20 %' });
  await till.keys('Control+Enter');
  await expect(till.id('article-sheet')).toBeHidden();
  const lists = await seat.call('catalogue_lists', {});
  const tax = (name: string): string | undefined => lists.tax_categories.find((one) => one.name === name)?.id;
  const found = await seat.call('catalogue_search', { text: ARTICLES.country.name, department_id: null, offset: 0, limit: 1 });
  expect(found.rows[0]).toMatchObject({ on_site_tax_category_id: tax('TVA 10 %'), delivered_tax_category_id: tax('TVA 20 %') });
});
