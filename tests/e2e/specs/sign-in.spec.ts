// Who is at the till, and at which workstation.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, type Till } from '../support/till.ts';

async function choose(window: Till, workstation: string): Promise<void> {
  await window.id('workstation').filter({ hasText: workstation }).click();
}

test('SHF-03, SHF-04, SHF-05: a workstation is chosen once; then it opens by itself, for anybody', async ({ window }) => {
  await window.signIn('Inès Carpentier', '3456');
  await expect(window.id('workstation')).toHaveCount(2);
  await choose(window, 'Caisse 02');
  await expect(window.id('open-shift')).toContainText('Caisse 02');
  await window.press('sign-out');
  await window.signIn('Hugo Marchand', '2345');
  await expect(window.id('open-shift')).toContainText('Caisse 02');
  await expect(window.id('choose-workstation')).toBeHidden();
});

test('SHF-07, SHF-08: opening asks for the float; the shift that is open is joined by whoever comes next', async ({ window, shop }) => {
  await window.signIn('Inès Carpentier', '3456');
  await choose(window, 'Caisse 01');
  await window.id('count-5000').fill('2');
  await window.id('count-2000').fill('2');
  await window.id('count-1000').fill('1');
  await window.expectAmount('count-total', 15_000);
  await window.press('shift-open');
  await expect(window.id('sale')).toBeVisible();
  await expect(window.id('shift-number')).toContainText('1');
  await window.action('action-report');
  await window.expectAmount('report-total', 0);
  await expect(window.id('report-drawer')).toContainText('150,00');
  await window.keys('Escape', 'Escape');
  await window.action('action-lock');
  await window.signIn('Hugo Marchand', '2345');
  await expect(window.id('sale')).toBeVisible();
  const manager = await shop.signIn('manager');
  const { rows } = await manager.call('shift_list', { workstation_id: null, open_only: false, offset: 0, limit: 10 });
  expect(rows).toHaveLength(1);
});

test('a wrong PIN is refused, and the fifth one locks the person out for a while', async ({ window }) => {
  await window.id('user-tile').filter({ hasText: 'Inès Carpentier' }).click();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await window.id('pin-input').fill('9999');
    await window.press('pin-submit');
    await expect(window.id('pin-input')).toHaveValue('');
    await expect(window.id('pin-error')).not.toBeEmpty();
    if (attempt < 5) await expect(window.id('pin-input')).toBeEnabled();
  }
  await expect(window.id('pin-input')).toBeDisabled();
  await expect(window.id('pin-error')).toContainText(/\d+ s/u);
  await window.page.reload();
  await window.id('user-tile').filter({ hasText: 'Inès Carpentier' }).click();
  await expect(window.id('pin-input'), 'a reload does not shorten the wait').toBeDisabled();
  await window.signIn('Hugo Marchand', '2345');
  await expect(window.id('choose-workstation'), 'others are not locked out').toBeVisible();
});

test.describe('as a cashier', () => {
  test.use({ role: 'cashier' });

  test('SEC-01: a supervisor approves on the spot what a cashier may not do', async ({ printer, till, seat }) => {
    await till.scan(ARTICLES.baguette);
    await till.action('action-drawer');
    await till.id('cash-reason-choice').first().click();
    await till.press('cash-submit');
    const approval = till.id('approval');
    await expect(approval).toBeVisible();
    await expect(approval.getByTestId('user-tile').filter({ hasText: 'Théo Lacoste' }), 'cashiers cannot approve').toHaveCount(0);
    await approval.getByTestId('user-tile').filter({ hasText: 'Hugo Marchand' }).click();
    await approval.getByTestId('pin-input').fill('0000');
    await approval.getByTestId('pin-submit').click();
    await expect(approval.getByTestId('pin-error')).not.toBeEmpty();
    await approval.getByTestId('pin-input').fill('2345');
    await approval.getByTestId('pin-submit').click();
    await expect(approval).toBeHidden();
    await expect(till.id('cash-sheet')).toBeHidden();
    await expect.poll(() => printer.drawerPulses(), { message: 'the drawer opened once' }).toBe(1);
    await expect(till.lines, 'the sale was not touched').toHaveCount(1);
    expect((await seat.call('session_current', {})).user.name, 'the cashier is still signed in').toBe('Inès Carpentier');
  });
});
