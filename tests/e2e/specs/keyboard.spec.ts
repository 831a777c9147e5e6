// The whole journey without a mouse: every step by keys, and only by keys.

import { expect, test } from '../support/fixtures.ts';
import { Keyboard } from '../support/keyboard.ts';
import type { Printer } from '../support/printer.ts';
import { ARTICLES, type Till } from '../support/till.ts';

async function signIn(till: Till, hands: Keyboard): Promise<void> {
  await hands.use(till.id('user-tile').filter({ hasText: 'Hugo Marchand' }), 'ArrowDown');
  await expect(till.id('pin-input')).toBeFocused();
  await hands.type('2345');
  await hands.press('Enter');
}

async function openShift(till: Till, hands: Keyboard): Promise<void> {
  await hands.use(till.id('workstation').filter({ hasText: 'Caisse 01' }), 'ArrowDown');
  await hands.reach(till.id('count-5000'));
  await hands.type('3');
  await hands.press('Enter');
  await expect(till.id('count-2000')).toBeFocused();
  await till.expectAmount('count-total', 15_000);
  await hands.press('Control+Enter');
  await expect(till.id('sale')).toBeVisible();
}

async function fillOrder(till: Till, hands: Keyboard): Promise<void> {
  await hands.use(till.tile('Ficelle'));
  await till.expectQuantity('Ficelle', '1');
  await hands.use(till.group('Glaces'));
  await hands.use(till.id('group-tile').nth(1), 'ArrowRight');
  await expect(till.lines).toHaveCount(2);
  await hands.press('Escape');
  await expect(till.id('group-panel')).toBeHidden();
  await hands.press('Delete');
  await expect(till.lines).toHaveCount(1);
  await hands.press('F2');
  await hands.type('cereales');
  await expect(till.id('search-results-row')).toHaveCount(1);
  await hands.press('Enter');
  await till.expectQuantity('Pain aux céréales', '1');
  await hands.press('+', '+', '-');
  await till.expectQuantity('Pain aux céréales', '2');
  await hands.type('3*');
  await hands.press('Enter');
  await till.expectQuantity('Pain aux céréales', '3');
  await hands.type('1001');
  await hands.press('Enter');
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await hands.press('Control+z');
  await expect(till.lines).toHaveCount(2);
  await hands.press('Control+y');
  await expect(till.lines).toHaveCount(3);
  await hands.press('ArrowUp');
  await expect(till.line('Pain aux céréales')).toHaveAttribute('aria-current', 'true');
  await till.expectAmount('total', 85 + 3 * 360 + 130);
}

async function noteAndCustomer(till: Till, hands: Keyboard): Promise<void> {
  await hands.press('Shift+F7');
  await hands.type('sans sac');
  await hands.press('Control+Enter');
  await expect(till.id('order-note')).toContainText('sans sac');
  await hands.press('F4');
  await hands.type('Paul Nouveau');
  await expect(till.id('customer-new')).toBeVisible();
  await hands.press('Enter', 'Enter');
  await expect(till.id('customer-name')).toContainText('Paul Nouveau');
}

async function pay(till: Till, hands: Keyboard, printer: Printer): Promise<void> {
  await hands.press('F12');
  await till.expectAmount('pay-total', 1295);
  await hands.type('5');
  await hands.press('q');
  await expect(till.id('reference')).toBeFocused();
  await hands.type('123');
  await hands.press('Enter');
  await till.expectAmount('pay-left', 795);
  await hands.type('10');
  await hands.press('Enter');
  await till.expectAmount('change', 205);
  await hands.press('Control+p');
  await printer.expectPapers(1);
  await hands.use(till.id('done-clear'));
  await till.expectEmpty();
}

async function reportAndClose(till: Till, hands: Keyboard): Promise<void> {
  await hands.press('F10', 'f');
  await hands.use(till.id('document').getByRole('button').first());
  await expect(till.id('ticket-preview')).toContainText('Paul Nouveau');
  await hands.press('Escape');
  await expect(till.id('recent-sheet')).toBeHidden();
  if (await till.id('actions-sheet').isVisible()) await hands.press('Escape');
  await hands.press('F10', 'x');
  await till.expectAmount('report-total', 1295);
  await hands.press('Escape');
  await expect(till.id('report-sheet')).toBeHidden();
  if (await till.id('actions-sheet').isVisible()) await hands.press('Escape');
  await hands.press('F10', 'q');
  await hands.reach(till.id('count-5000'));
  await hands.type('3');
  await hands.reach(till.id('count-500'));
  await hands.type('1');
  await hands.press('Control+Enter');
  await till.expectAmount('expected-cash', 15_000 + 795);
  await hands.reach(till.id('close-note'));
  await hands.type('moins 2,95');
  await hands.press('Control+Enter');
  await expect(till.id('shift-closed')).toBeVisible();
  await hands.press('Enter');
  await expect(till.id('open-shift')).toBeVisible();
}

test('the whole journey by keyboard only', async ({ printer, window: till }) => {
  const hands = new Keyboard(till.page);
  await test.step('sign in', () => signIn(till, hands));
  await test.step('choose the workstation, count the float, open', () => openShift(till, hands));
  await test.step('a tile, a group, the search, a code, quantities', () => fillOrder(till, hands));
  await test.step('note and new customer', () => noteAndCustomer(till, hands));
  await test.step('pay by cheque and cash, print, finish', () => pay(till, hands, printer));
  await test.step('look at the ticket, X report, close', () => reportAndClose(till, hands));
});
