// The manager's view on a tablet: 1180×820, touch first, keys too.

import { expect } from '../support/fixtures.ts';
import { LARGEST, sellOne, TABLET, test } from '../support/pilotage.ts';
import { networkPrinter } from '../support/shop.ts';
import { Till } from '../support/till.ts';

test('the largest discrepancy is two taps away', async ({ tablet }) => {
  await tablet.press('rail-ecarts');
  await tablet.id('difference-list').getByTestId('shift-link').first().click();
  await expect(tablet.id('verdict')).toBeVisible();
  await expect(tablet.id('verdict').getByTestId('difference-amount')).toHaveAttribute('data-minor', String(LARGEST));
  await tablet.expectAmount('expected-cash', 10_085);
  await tablet.expectAmount('counted-cash', 9_300);
  await expect(tablet.id('verdict-note')).toHaveText('compté deux fois');
});

test('M-04: differences are added up by person and workstation, and narrowed by period', async ({ tablet }) => {
  await tablet.press('rail-ecarts');
  await expect(tablet.id('difference-list').getByTestId('difference-amount')).toHaveCount(3);
  await tablet.expectAmount('sum-missing', -785 - 100);
  await tablet.expectAmount('sum-extra', 50);
  await tablet.expectAmount('sum-all', -835);
  await expect(tablet.id('by-user').getByRole('row').filter({ hasText: 'Hugo Marchand' })).toContainText('2');
  await tablet.id('filter-period').selectOption('today');
  await expect(tablet.id('differences-none')).toBeVisible();
  await tablet.press('clear-filters');
  await expect(tablet.id('difference-list').getByTestId('shift-link')).toHaveCount(3);
});

test('SHF-22, M-03: a closed shift opens with its figures, its report and its tickets, and nothing to change', async ({ tablet }) => {
  await expect(tablet.id('closed-shifts').getByTestId('shift-link')).toHaveCount(4);
  await tablet.id('closed-shifts').getByTestId('shift-link').first().click();
  await expect(tablet.id('report-z')).toBeVisible();
  await expect(tablet.id('remote-close')).toHaveCount(0);
  await expect(tablet.id('shift-documents').getByTestId('document')).toHaveCount(1);
  await tablet.id('document').getByRole('button').click();
  await expect(tablet.id('ticket-preview')).toContainText('Ficelle');
  await tablet.keys('Escape');
  await expect(tablet.id('manager-shifts')).toBeVisible();
});

test('SHF-12, SHF-17: a shift left open since yesterday stands out and is closed from afar', async ({ tablet, managed }) => {
  const forgotten = tablet.id('open-shifts').getByTestId('shift-link').filter({ hasText: 'Caisse 02' });
  await expect(forgotten.getByTestId('shift-state')).toHaveAttribute('data-tone', 'warn');
  await forgotten.click();
  await expect(tablet.id('forgotten')).toBeVisible();
  await tablet.press('remote-close');
  await tablet.id('count-5000').fill('1');
  await tablet.press('close-check');
  await tablet.expectAmount('expected-cash', 5_085);
  await tablet.id('close-note').fill('fermé par la gérante');
  await tablet.press('shift-close');
  await expect(tablet.id('shift-closed')).toBeVisible();
  await tablet.press('close-done');
  await expect(tablet.id('verdict').getByTestId('difference-amount')).toHaveAttribute('data-minor', '-85');
  await tablet.press('back');
  await expect(tablet.id('open-shifts').getByTestId('shift-link')).toHaveCount(1);
  const lead = await managed.signIn('lead');
  expect((await lead.workstation('Caisse 02')).shift).toBeNull();
});

test('M-05: the X of all open workstations, and Z reports whose signature is verified', async ({ tablet }) => {
  await tablet.press('rail-rapports');
  await tablet.expectAmount('x-total', 170);
  await tablet.expectAmount('x-expected', 15_000 + 5_000 + 170);
  await expect(tablet.id('x-list').getByTestId('shift-link')).toHaveCount(2);
  await expect(tablet.id('z-intact')).toHaveCount(4);
  await tablet.id('x-list').getByTestId('shift-link').first().click();
  await expect(tablet.id('report-x')).toBeVisible();
});

test('M-08: every workstation with its shift, its last sale and its printer', async ({ tablet }) => {
  await tablet.press('rail-postes');
  const first = tablet.id('workstation-card').filter({ hasText: 'Caisse 01' });
  await expect(first.getByTestId('card-drawer')).toHaveAttribute('data-minor', '15085');
  await expect(first.getByTestId('card-last-sale')).toContainText('0,85');
  await expect(first.getByTestId('printer-none')).toBeVisible();
  await expect(tablet.id('program')).toBeVisible();
});

test('M-08: a printer that cannot be reached says so, and how many papers wait', async ({ tablet, managed }) => {
  await tablet.press('rail-postes');
  const first = tablet.id('workstation-card').filter({ hasText: 'Caisse 01' });
  const manager = await managed.signIn('manager');
  await manager.configure('Caisse 01', { printer: networkPrinter('127.0.0.1:9') });
  await expect(first.getByTestId('printer-state')).toHaveAttribute('data-tone', 'neutral');
  await first.getByTestId('printer-test').click();
  await expect(first.getByTestId('printer-state')).toHaveAttribute('data-tone', 'warn');
  await expect(first.getByTestId('printer-note')).toContainText('1 papier en attente');
});

test('SEC-02, M-09: the journal names who and where, and is narrowed by event and workstation', async ({ tablet }) => {
  await tablet.press('rail-journal');
  await tablet.id('filter-event').selectOption('170');
  await expect(tablet.id('journal-row')).toHaveCount(4);
  for (const row of await tablet.id('journal-row').all()) await expect(row).toHaveAttribute('data-code', '170');
  await expect(tablet.id('journal-row').first()).toContainText('Hugo Marchand');
  await expect(tablet.id('journal-row').first()).toContainText('Caisse 02');
  await tablet.id('filter-workstation').selectOption({ label: 'Caisse 01' });
  await expect(tablet.id('journal-row')).toHaveCount(2);
  await expect(tablet.id('journal-row').first()).toContainText('Inès Carpentier');
  await tablet.id('filter-period').selectOption('today');
  await expect(tablet.id('journal-none')).toBeVisible();
  await tablet.press('clear-filters');
  await expect(tablet.id('journal-row').first()).toBeVisible();
});

test('the whole view works by keys alone', async ({ tablet }) => {
  const { page } = tablet;
  await tablet.id('rail-ecarts').focus();
  await tablet.keys('Enter');
  const first = tablet.id('difference-list').getByTestId('shift-link').first();
  await expect(first).toBeVisible();
  for (let step = 0; step < 30 && !(await first.evaluate((link) => link === document.activeElement)); step += 1) await tablet.keys('Tab');
  await expect(first).toBeFocused();
  await tablet.keys('Enter');
  await expect(tablet.id('verdict')).toBeVisible();
  await tablet.keys('Escape');
  await expect(tablet.id('difference-list')).toBeVisible();
  await tablet.keys('F1');
  await expect(tablet.id('help-sheet')).toContainText('F5');
  await tablet.keys('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a manager gets there from the till and from the back office, and signs in there like anywhere', async ({ managed, page }) => {
  await page.setViewportSize(TABLET);
  await page.goto(managed.address());
  const till = new Till(page);
  await till.signIn('Claire Delmas', '1234');
  await till.press('to-manager');
  await expect(till.id('manager-shifts'), 'the session goes along').toBeVisible();
  await till.press('rail-gestion');
  await till.press('nav-pilotage');
  await expect(till.id('manager-shifts')).toBeVisible();
  await till.press('sign-out');
  await till.signIn('Inès Carpentier', '3456');
  await expect(till.id('no-right'), 'SEC-01: a cashier reads no reports').toBeVisible();
});

test('without a link what was read stays, with its time, and what was not says so', async ({ tablet, managed }) => {
  await expect(tablet.id('closed-shifts').getByTestId('shift-link')).toHaveCount(4);
  await managed.close();
  await expect(tablet.id('offline')).toHaveCount(1);
  await expect(tablet.id('closed-shifts').getByTestId('shift-link')).toHaveCount(4);
  await tablet.press('rail-journal');
  await expect(tablet.id('error-state')).toBeVisible();
});

test('what happens at a till is seen at once', async ({ tablet, managed }) => {
  const first = tablet.id('open-shifts').getByTestId('shift-link').filter({ hasText: 'Caisse 01' });
  await expect(first.getByTestId('shift-expected')).toHaveAttribute('data-minor', '15085');
  const cashier = await managed.signIn('cashier');
  await cashier.openShift('Caisse 01', 0);
  await sellOne(cashier, 'ficelle');
  await expect(first.getByTestId('shift-expected')).toHaveAttribute('data-minor', '15170');
});
