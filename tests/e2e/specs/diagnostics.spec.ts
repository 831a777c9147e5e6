// S-05: the till's own figures, from real scans, and its devices. S-04: F1 on every kind of screen.

import { expect, test } from '../support/fixtures.ts';
import { scanWithKeys } from '../support/latency.ts';
import { ARTICLES, type Till } from '../support/till.ts';

const rowOf = (till: Till, kind: string) => till.page.locator(`[data-testid=diag-row][data-kind=${kind}]`);

test('S-05: scans, a validation, a search and a print are in the speed receipt, which is printed', async ({ till, printer }) => {
  for (const article of [ARTICLES.baguette, ARTICLES.kettle, ARTICLES.country]) {
    await scanWithKeys(till.page, article.barcode);
    await expect(till.line(article.name)).toBeVisible();
  }
  await till.keys('F2');
  await till.page.keyboard.type('pain');
  await expect(till.id('search-results-row').first()).toBeVisible();
  await till.keys('Escape');
  await till.settle();

  await till.keys('F10', 'd');
  await expect(till.id('diagnostics')).toBeVisible();
  await expect(rowOf(till, 'scan_to_line')).toHaveAttribute('data-count', '3');
  await expect(rowOf(till, 'scan_to_line')).toContainText('ms');
  await expect(rowOf(till, 'seal')).toHaveAttribute('data-count', '1');
  await expect(rowOf(till, 'print')).toHaveAttribute('data-count', '0');
  await expect(rowOf(till, 'article_search')).not.toHaveAttribute('data-count', '0');
  await expect(till.id('diag-keys')).toHaveText(/Faible/u);
  await expect(till.id('diag-free')).toHaveText(/[GM]o/u);

  await till.press('diag-test-print');
  await expect(rowOf(till, 'print')).toHaveAttribute('data-count', '1');
  const [, receipt = ''] = await till.press('diag-print').then(() => printer.expectPapers(2));
  for (const text of ['RELEVÉ DE VITESSE', 'Lecture d', 'Validation', 'objectif']) expect(receipt).toContain(text);

  await till.id('diag-span').getByText('Aujourd’hui').click();
  await expect(rowOf(till, 'scan_to_line')).toHaveAttribute('data-count', '3');
  await till.press('diag-drawer');
  await expect.poll(async () => printer.drawerPulses()).toBe(2);
});

test('S-05: the scanner test tells a scanner from a person', async ({ till }) => {
  await till.keys('F10', 'd');
  const field = till.id('diag-scanner-field');
  await field.focus();
  await till.scanner.scan(ARTICLES.kettle.barcode);
  await expect(till.id('diag-scanner-kind')).toHaveText('Reconnu comme lecteur');
  await expect(till.id('diag-scanner-code')).toHaveText(ARTICLES.kettle.barcode);
  await expect(till.id('diag-scanner-result')).toContainText('13 caractères en');
  await expect(field).toHaveValue('');
  await field.pressSequentially('1001', { delay: 150 });
  await till.keys('Enter');
  await expect(till.id('diag-scanner-kind')).toHaveText('Reconnu comme saisie au clavier');
  await expect(till.id('diag-scanner-code')).toHaveText('1001');
  await till.keys('Escape', 'Escape');
  await expect(till.lines).toHaveCount(0);
});

test('S-05: the back office shows any workstation, with nothing measured yet', async ({ till, shop }) => {
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-diagnostic');
  await expect(till.id('diagnostics')).toBeVisible();
  await till.id('diag-workstation').selectOption({ index: 1 });
  await expect(till.id('diag-since')).toHaveText(/Rien n’a encore été mesuré/u);
  await expect(till.id('diag-no-printer')).toBeVisible();
});

test('S-04: F1 lists the keys that work, from the sign-in to a dialog', async ({ window }) => {
  const keys = async (...expected: string[]): Promise<void> => {
    await window.keys('F1');
    const sheet = window.id('help-sheet');
    await expect(sheet).toBeVisible();
    for (const key of expected) await expect(sheet).toContainText(key);
    await window.keys('F1');
    await expect(sheet).toHaveCount(0);
  };
  await expect(window.id('user-tile').first()).toBeVisible();
  await keys('F1');
  await window.signIn('Claire Delmas', '1234');
  await expect(window.id('workstation').first()).toBeVisible();
  await keys('F1');
  await window.id('workstation').filter({ hasText: 'Caisse 01' }).click();
  await expect(window.id('shift-open')).toBeVisible();
  await keys('Ctrl+Entrée');
  await window.id('count-5000').fill('3');
  await window.press('shift-open');
  await expect(window.id('sale')).toBeVisible();
  await keys('F2', 'F4', 'F12');
  await window.keys('F10');
  await expect(window.id('actions-sheet')).toBeVisible();
  await keys('Factures du quart', 'Échap');
  await window.keys('q');
  await expect(window.id('close-check')).toBeVisible();
  await keys('Ctrl+Entrée');
});
