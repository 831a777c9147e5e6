// The whole journey with a finger: every step by a tap. Letters come from the keyboard on the screen, which enters text
// without keys.

import { expect, test } from '../support/fixtures.ts';
import type { Printer } from '../support/printer.ts';
import type { Till } from '../support/till.ts';

test.use({ hasTouch: true });

async function tap(till: Till, ...testids: string[]): Promise<void> {
  for (const testid of testids) await till.id(testid).tap();
}

async function enter(till: Till, testid: string, text: string): Promise<void> {
  await till.id(testid).tap();
  await expect(till.id(testid)).toBeFocused();
  await till.page.keyboard.insertText(text);
}

async function signIn(till: Till): Promise<void> {
  await till.id('user-tile').filter({ hasText: 'Hugo Marchand' }).tap();
  await tap(till, 'pin-pad-2', 'pin-pad-3', 'pin-pad-4', 'pin-pad-5', 'pin-submit');
}

async function openShift(till: Till): Promise<void> {
  await till.id('workstation').filter({ hasText: 'Caisse 01' }).tap();
  for (let notes = 0; notes < 3; notes += 1) await till.page.getByRole('button', { name: /^Un de plus, 50,00/u }).tap();
  await till.expectAmount('count-total', 15_000);
  await tap(till, 'shift-open');
  await expect(till.id('sale')).toBeVisible();
}

async function fillOrder(till: Till): Promise<void> {
  await till.tile('Ficelle').tap();
  await till.id('page-tab').filter({ hasText: 'Boissons' }).tap();
  await till.tile('Expresso').tap();
  await expect(till.lines).toHaveCount(2);
  await till.id('page-tab').first().tap();
  await till.group('Glaces').tap();
  await till.id('group-tile').first().tap();
  await expect(till.lines).toHaveCount(3);
  await tap(till, 'panel-close', 'remove-line');
  await expect(till.lines).toHaveCount(2);
  await tap(till, 'undo');
  await expect(till.lines).toHaveCount(3);
  await tap(till, 'redo', 'search');
  await expect(till.lines).toHaveCount(2);
  await till.page.keyboard.insertText('cereales');
  await expect(till.id('search-results-row')).toHaveCount(1);
  await tap(till, 'search-add');
  await till.expectQuantity('Pain aux céréales', '1');
  await tap(till, 'line-more', 'line-more', 'line-less');
  await till.expectQuantity('Pain aux céréales', '2');
  await tap(till, 'line-quantity-edit', 'quantity-pad-1', 'quantity-pad-2', 'quantity-save');
  await till.expectQuantity('Pain aux céréales', '12');
  await till.expectAmount('total', 85 + 160 + 12 * 360);
}

async function noteSellerCustomer(till: Till): Promise<void> {
  await tap(till, 'note');
  await enter(till, 'note-input', 'sans sac');
  await tap(till, 'note-save');
  await expect(till.id('order-note')).toContainText('sans sac');
  await tap(till, 'seller');
  await till.id('seller-choice').filter({ hasText: 'Inès Carpentier' }).tap();
  await expect(till.id('seller')).toContainText('Inès Carpentier');
  await tap(till, 'customer');
  await enter(till, 'customer-input', 'ice les');
  await till.id('customer-row').getByRole('button').first().tap();
  await expect(till.id('customer-name')).toContainText('Alice Lestage');
}

async function pay(till: Till, printer: Printer): Promise<void> {
  await tap(till, 'pay', 'pad-4', 'pad-0', 'method-card_standalone', 'tender-enter');
  await till.expectAmount('pay-left', 565);
  await tap(till, 'pad-1', 'pad-0', 'method-cash');
  await till.expectAmount('pay-change', 435);
  await tap(till, 'payment-validate');
  await till.expectAmount('change', 435);
  await tap(till, 'print-ticket');
  const [paper] = await printer.expectPapers(1);
  expect(paper).toContain('Alice Lestage');
  await tap(till, 'done-clear');
  await till.expectEmpty();
}

async function reportAndClose(till: Till): Promise<void> {
  await tap(till, 'actions', 'action-recent');
  await till.id('document').getByRole('button').first().tap();
  await expect(till.id('ticket-preview')).toContainText('Ficelle');
  await till.id('recent-sheet').getByTestId('dialog-close').tap();
  if (await till.id('actions-sheet').isVisible()) await tap(till, 'dialog-close');
  await tap(till, 'actions', 'action-report');
  await till.expectAmount('report-total', 85 + 160 + 12 * 360);
  await till.id('report-sheet').getByTestId('dialog-close').tap();
  if (await till.id('actions-sheet').isVisible()) await tap(till, 'dialog-close');
  await tap(till, 'actions', 'action-close-shift');
  await till.id('count-mode').getByText('Total').tap();
  await enter(till, 'count-total-input', '155,65');
  await tap(till, 'close-check');
  await till.expectAmount('expected-cash', 15_000 + 565);
  await tap(till, 'shift-close');
  await expect(till.id('shift-closed')).toBeVisible();
  await tap(till, 'close-done');
  await expect(till.id('open-shift')).toBeVisible();
}

test('the whole journey by touch only', async ({ printer, window: till }) => {
  await test.step('sign in', () => signIn(till));
  await test.step('choose the workstation, count the float, open', () => openShift(till));
  await test.step('tiles, another page, a group, the search, quantities', () => fillOrder(till));
  await test.step('note, seller, existing customer', () => noteSellerCustomer(till));
  await test.step('pay by card and cash, print, finish', () => pay(till, printer));
  await test.step('look at the ticket, X report, close', () => reportAndClose(till));
});
