// The back office: what the till needs from it.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/fixtures.ts';
import { ARTICLES } from '../support/till.ts';

const CATALOGUE = process.env['COMPTOIR_CATALOGUE'] ?? fileURLToPath(new URL('../../../../shared/data/articles-fr.csv', import.meta.url));

const SMALL = `ean;designation;rayon;prix_ttc;tva
3017620422003;Pâte du quai;Épicerie sucrée;4,95;5,5
3760999010011;Baguette de tradition façon Port;Pains;1,40;5,5
3017620422004;Clé fausse;Épicerie sucrée;2,00;5,5
;Bougie;Maison;12,50;20
;Sans prix;Maison;;20
`;

test('import: rows that can be read come in, the others are shown with their line and reason', async ({ shop, till, seat }) => {
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-import');
  await till.id('import-file').setInputFiles({ name: 'articles.csv', mimeType: 'text/csv', buffer: Buffer.from(SMALL) });
  await expect(till.id('import-rows')).toHaveText('5');
  await expect(till.id('import-rejected')).toHaveText('2');
  await till.id('import-view').locator('label').nth(1).click();
  await expect(till.id('import-rejected-table')).toContainText('3017620422004');
  const before = await seat.call('catalogue_search', { text: 'pate du quai', department_id: null, offset: 0, limit: 10 });
  expect(before.rows, 'nothing is written before the confirmation').toEqual([]);
  await till.press('import-start');
  await expect(till.id('import-status')).toHaveAttribute('data-phase', 'done');
  await expect(till.id('result-rejected')).toHaveText('2');
  await till.page.goto(shop.address());
  await till.expectEmpty();
  await till.scanner.scan('3017620422003');
  await till.expectAmount('total', 495);
});

const CUSTOMERS = `N° client;Société;Nom;Prénom;Code postal;Ville;Tél.;E-mail;SIRET
A-17;Garage de l’Hermine;;;69002;Lyon;04 78 00 00 17;atelier@hermine.example;732 829 320 00074
;;Le Goff;Yann;29200;Brest;06 12 34 56 78;yann@legoff.example;
A-18;Clé fausse;;;69002;Lyon;;;732 829 320 00075
A-19;Zéro perdu;;;1000;Bourg;;;
`;

test('import: a list of customers comes in, and what is known already is updated or skipped as chosen', async ({ shop, till, seat }) => {
  const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(CUSTOMERS) };
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-import');
  await till.id('import-file').setInputFiles(file);
  await expect(till.id('import-missing'), 'read as articles, it has no price').toBeVisible();
  await till.id('import-kind').getByText('Clients').click();
  await expect(till.id('import-created')).toHaveText('2');
  await expect(till.id('import-rejected')).toHaveText('2');
  await expect(till.id('import-missing')).toBeHidden();
  await expect(till.id('import-sample')).toContainText('Yann Le Goff');
  await till.id('import-view').locator('label').nth(1).click();
  await expect(till.id('import-rejected-table')).toContainText('732 829 320 00075');
  await expect(till.id('import-rejected-table')).toContainText('cinq chiffres');
  expect(await seat.call('customer_search', { text: 'hermine', limit: 10 }), 'nothing is written before the confirmation').toEqual([]);
  await expect(till.id('import-start')).toContainText('2 clients');
  await till.press('import-start');
  await expect(till.id('import-status')).toHaveAttribute('data-phase', 'done');
  await expect(till.id('result-created')).toHaveText('2');
  await till.press('import-reset');
  await till.id('import-file').setInputFiles(file);
  await expect(till.id('import-updated'), 'known by its code or its e-mail').toHaveText('2');
  await till.id('import-existing').getByText('Ignorer').click();
  await expect(till.id('import-skipped')).toHaveText('2');
  await expect(till.id('import-start')).toBeDisabled();
  const [found] = await seat.call('customer_search', { text: '0612345678', limit: 10 });
  expect(found).toMatchObject({ name: 'Yann Le Goff', city: 'Brest' });
});

test('import of 20,000 articles', async ({ shop, till }) => {
  test.skip(!existsSync(CATALOGUE), 'the catalogue is not on this computer');
  test.slow();
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-import');
  await till.id('import-file').setInputFiles(CATALOGUE);
  await expect(till.id('import-rows')).toHaveText(/^20\s000$/u, { timeout: 30_000 });
  await till.press('import-start');
  await expect(till.id('import-status')).toHaveAttribute('data-phase', 'done', { timeout: 60_000 });
  await till.page.goto(shop.address());
  await till.expectEmpty();
  await till.scanner.scan('3608580827672');
  await till.expectAmount('total', 95);
  await till.keys('F2');
  await till.id('search-input').fill('mousse de canard');
  await expect(till.id('search-results-row').first()).toContainText(/mousse de canard/iu);
});

test('SHF-06: the default workstation of this computer is changed in «Postes de travail»', async ({ shop, till, seat }) => {
  const { id } = await seat.workstation('Caisse 01');
  await seat.call('workstation_set_default', { workstation_id: id });
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-postes');
  await till.page.getByRole('row').filter({ hasText: 'Caisse 02' }).getByTestId('row-menu').click();
  await till.press('menu-default');
  await expect(till.page.getByRole('row').filter({ hasText: 'Caisse 02' }).getByTestId('default-here')).toBeVisible();
  await till.press('sign-out');
  await expect(till.id('sign-in')).toBeVisible();
  await till.page.goto(shop.address());
  await till.signIn('Inès Carpentier', '3456');
  await expect(till.id('open-shift')).toContainText('Caisse 02');
});

test('SHF-17, SHF-22: a manager finds the shift of another workstation and closes it', async ({ shop, till, seat }) => {
  await till.scan(ARTICLES.baguette);
  await till.settle();
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-quarts');
  const row = till.page.getByRole('row').filter({ hasText: 'Caisse 01' });
  await expect(row.getByTestId('shift-state')).toBeVisible();
  await row.getByTestId('row-menu').click();
  await till.id('row-menu-content').getByRole('menuitem', { name: 'Fermer le poste de travail' }).click();
  await expect(till.id('close-shift')).toBeVisible();
  await till.id('count-5000').fill('3');
  await till.press('close-check');
  await till.expectAmount('expected-cash', 15_000 + 130);
  await till.press('shift-close');
  await expect(till.id('report-z')).toBeVisible();
  await till.press('close-done');
  const { rows } = await seat.call('shift_list', { workstation_id: null, open_only: true, offset: 0, limit: 10 });
  expect(rows).toEqual([]);
});

test('a printer is set on a workstation, and prints its test page', async ({ printer, shop, till, seat }) => {
  await seat.configure('Caisse 01', { printer: null });
  const [host, port] = printer.address.split(':');
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-postes');
  await till.page.getByRole('row').filter({ hasText: 'Caisse 01' }).getByText('Caisse 01').click();
  await expect(till.id('workstation-sheet')).toBeVisible();
  await till.id('printer-kind').selectOption('tcp');
  await till.id('printer-host').fill(host ?? '');
  await till.id('printer-port').fill(port ?? '');
  await till.press('workstation-sheet-save');
  await expect(till.id('workstation-sheet')).toBeHidden();
  await till.page.getByRole('row').filter({ hasText: 'Caisse 01' }).getByTestId('row-menu').click();
  await till.press('menu-test');
  const [paper] = await printer.expectPapers(1);
  expect(paper).toMatch(/é/u);
});

test.describe('as a cashier', () => {
  test.use({ role: 'cashier' });

  test('SEC-01: screens beyond a cashier’s rights say which right is missing', async ({ shop, till }) => {
    await till.page.goto(shop.address('gestion.html#/utilisateurs').replace('#/utilisateurs#', '#'));
    await till.press('nav-utilisateurs');
    await expect(till.id('no-right')).toBeVisible();
    await till.press('nav-articles');
    await expect(till.id('articles-table')).toBeVisible();
  });
});
