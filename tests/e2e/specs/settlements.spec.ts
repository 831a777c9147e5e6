// Correcting the method of a payment; what the program is; who may approve.

import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { PINS } from '../support/shop.ts';
import { ARTICLES } from '../support/till.ts';

const FLOAT = 15_000;

test('COR-01, COR-02, COR-03: a card that was cash is corrected by keys alone: the ticket stays, both entries are shown, and the drawer knows', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.kettle, method: 'card_standalone', last4: '4242' });
  await till.action('action-search');
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await till.keys('Control+m');
  await expect(till.id('settle-payment')).toHaveAttribute('aria-pressed', 'true');
  await expect(till.id('settle-submit')).toBeDisabled();
  await till.keys('e');
  await expect(till.id('settle-method-cash')).toHaveAttribute('aria-pressed', 'true');
  await till.keys('m', 'Enter');
  await till.keys('Control+Enter');
  await expect(till.id('settle-done')).toContainText('RG-C01-00000001');
  await expect(till.id('settle-done')).toContainText('RG-C01-00000002');
  await till.keys('Enter');
  await expect(till.id('settle-dialog')).toHaveCount(0);
  await expect(till.id('payment-correction')).toContainText('Carte bancaire → Espèces');
  await expect(till.id('ticket-preview'), 'the paper stays what was validated').toContainText('Carte bancaire');
  const report = await seat.call('shift_report', { shift_id: null });
  expect([report.expected_cash, report.cash_corrected]).toEqual([FLOAT + ARTICLES.kettle.price, ARTICLES.kettle.price]);
  await till.keys('Escape');
  await till.action('action-report');
  await expect(till.id('payment-corrections')).toContainText(sold.number);
});

test.describe('a cashier', () => {
  test.use({ role: 'cashier' });

  test('SEC-01: only those who may correct a payment are offered to approve it, by touch', async ({ till, seat }) => {
    await sell(seat, { article: ARTICLES.kettle });
    await till.action('action-search');
    await till.press('document-settle');
    await till.press('settle-method-card_standalone');
    await till.id('settle-last4').fill('4242');
    await till.id('settle-part').fill('10');
    await till.id('reason-choice').first().click();
    await till.press('settle-submit');
    const approval = till.id('approval');
    await expect(approval).toBeVisible();
    await expect(approval.getByTestId('user-tile')).toHaveCount(2);
    await approval.getByTestId('user-tile').filter({ hasText: 'Hugo' }).click();
    await approval.getByTestId('pin-input').fill('0000');
    await approval.getByTestId('pin-submit').click();
    await expect(approval.getByTestId('pin-error')).not.toBeEmpty();
    await expect(approval.getByTestId('user-tile'), 'a wrong PIN changes nobody').toHaveCount(2);
    await approval.getByTestId('user-tile').filter({ hasText: 'Hugo' }).click();
    await approval.getByTestId('pin-input').fill(PINS.lead);
    await approval.getByTestId('pin-submit').click();
    await expect(till.id('settle-done')).toBeVisible();
  });
});

test('FISC-06: program, fiscal version and proof are at the foot of the sale and in every shell; the attestation is saved as a file', async ({ till, shop }) => {
  await expect(till.id('about-line')).toContainText(/Comptoir \d+\.\d+\.\d+ · règles fiscales F\.\d+ · attestation individuelle/u);
  await till.action('action-about');
  await expect(till.id('about-software')).toHaveText('Comptoir');
  await expect(till.id('about-proof')).toHaveText('Attestation individuelle de l’éditeur');
  await expect(till.id('about-key').filter({ hasText: 'ce poste' })).toContainText(/[\w-]{22}/u);
  await till.press('attestation-open');
  await expect(till.id('attestation')).toContainText('VOLET 2');
  const download = till.page.waitForEvent('download');
  await till.press('attestation-save');
  expect((await download).suggestedFilename()).toMatch(/^attestation-\d{9}-.*\.pdf$/u);
  await till.keys('Escape');
  await till.id('about-certificate').fill('NF525 B-0001');
  await till.press('about-certificate-save');
  await expect(till.id('about-proof')).toHaveText('Certificat NF525 B-0001');
  await till.id('maintenance-text').fill('câble remplacé');
  await till.press('maintenance-save');
  await expect(till.id('maintenance-text')).toHaveValue('');
  await till.keys('Escape');
  await expect(till.id('about-line')).toContainText('NF525 B-0001');
  for (const [page, entry] of [
    ['gestion.html', 'nav-apropos'],
    ['pilotage.html', 'rail-apropos'],
  ] as const) {
    await till.page.goto(shop.address(page));
    await till.press(entry);
    await expect(till.id('about-proof')).toHaveText('Certificat NF525 B-0001');
  }
  await till.press('rail-journal');
  await expect(till.id('journal-row').filter({ hasText: 'câble remplacé' })).toHaveAttribute('data-code', '240');
  await expect(till.id('journal-row').filter({ hasText: 'vide → NF525 B-0001' })).toHaveAttribute('data-code', '270');
});
