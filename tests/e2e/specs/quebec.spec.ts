// A shop in Québec: a label that is lower than the till, the labels to correct, papers in the language of the customer,
// representatives and couriers; and the till of a shop where nobody sells.

import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { pictures } from '../support/pictures.ts';
import { BLUEBERRIES } from '../support/quebec-screens.ts';
import type { Till } from '../support/till.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const;

test.use({ sample: 'qc' });

/** A picture at each size, in both themes, and no fault of accessibility in either. */
async function look(till: Till, name: string, language = 'fr'): Promise<void> {
  await expectAccessibleInBothThemes(till.page, name);
  for (const size of SIZES) {
    await till.page.setViewportSize(size);
    await pictures(till.page, `quebec/${name}-${size.width}-${language}`);
  }
  await till.page.setViewportSize(SIZES[0]);
}

for (const language of ['fr', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language, role: 'cashier' });

    test('price accuracy at the till: the program says what is due, the key gives it, the label waits to be corrected', async ({ till, seat, shop }) => {
      test.setTimeout(120_000);
      await till.scan(BLUEBERRIES);
      await till.keys('+');
      await till.expectAmount('total', 11_98);
      // Nothing is due for a label that is not lower: the till says so, and the key does nothing.
      await till.keys('Shift+F5', '6', ',', '5', '0');
      await expect(till.id('label-answer')).toBeVisible();
      await expect(till.id('label-apply')).toBeDisabled();
      await look(till, 'label-nothing', language);
      for (let n = 0; n < 4; n += 1) await till.keys('Backspace');
      // 4.99 $ on the label of two at 5.99 $: one is free, the other at its label.
      await till.keys('4', ',', '9', '9');
      await expect(till.id('label-pays')).toHaveText(/4[.,]99/u);
      await look(till, 'label-free', language);
      await till.keys('d');
      await expect(till.id('label-pays')).toHaveText(/9[.,]98/u);
      await till.keys('d');
      await expect(till.id('label-pays')).toHaveText(/4[.,]99/u);
      await till.keys('Enter');
      await expect(till.id('label-panel')).toBeHidden();
      await till.expectAmount('total', 4_99);
      await expect(till.id('line-discount')).toContainText('Exactitude des prix');
      await expect(till.id('labels-badge')).toContainText('1');
      await look(till, 'sale', language);

      await till.press('labels-badge');
      await expect(till.id('wrong-label')).toContainText(BLUEBERRIES.name);
      await look(till, 'labels-panel', language);
      await till.press('label-settle');
      await expect(till.id('labels-none')).toBeVisible();
      await till.press('toast-undo');
      await expect(till.id('wrong-label')).toHaveCount(1);
      await till.press('panel-close');
      await till.settle();
      const { done } = await seat.call('sale_current', {});
      const { lines } = await seat.call('document_ticket', { document_id: done?.document_id ?? '' });
      expect(lines.map((line) => line.text).join('\n')).toContain('Exactitude des prix');

      await till.page.goto(shop.address('gestion.html#/etiquettes'));
      await till.page.reload();
      await till.press('nav-etiquettes');
      await till.id('labels-table-row').first().click();
      await look(till, 'office-labels', language);
      await till.press('label-settle');
      await expect(till.id('labels-summary')).toHaveText(language === 'fr' ? 'aucune à corriger' : 'none to correct');
      await till.press('label-settle');
      await expect(till.id('labels-summary')).toHaveText(language === 'fr' ? '1 à corriger' : '1 to correct');
    });
  });
}

test('after the sale: a lower label gives back what was due, once, and a shop that labels each good has no such key', async ({ till, seat, shop }) => {
  const drawer = async (): Promise<number> => (await seat.call('shift_report', { shift_id: null })).expected_cash;
  await till.scan(BLUEBERRIES);
  await till.keys('+');
  await till.settle();
  const before = await drawer();
  await till.action('action-search');
  await till.press('document-return');
  await till.press('claim-open');
  await till.id('claim-price').fill('5,99');
  await expect(till.id('label-verdict')).toBeVisible();
  await expect(till.id('return-submit'), 'nothing is due').toBeDisabled();
  await till.id('claim-price').fill('4,99');
  // Two at 5.99 $, labelled 4.99 $: one free, the other at its label; food bears no tax.
  await expect(till.id('label-pays')).toHaveText(/4[.,]99/u);
  await till.expectAmount('return-total', 7_00);
  await till.keys('Control+Enter');
  await till.expectAmount('refund-given', 7_00);
  expect(await drawer()).toBe(before - 7_00);
  await till.press('correction-close');
  await till.keys('Escape');

  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-options');
  await till.id('options-accuracy').uncheck();
  await till.id('options-write-off-limit').fill('2,50');
  await till.keys('Control+Enter');
  await expect(till.id('toast')).toBeVisible();
  const options = await seat.call('shop_options', {});
  expect([options.price_accuracy, options.write_off_limit]).toEqual([false, 2_50]);
  await till.page.goto(shop.address());
  await till.expectReady();
  await till.scan(BLUEBERRIES);
  await till.keys('Shift+F5');
  await expect(till.id('label-panel')).toHaveCount(0);
});

test('the language of a customer’s file is that of their ticket; representatives and couriers', async ({ till, seat, shop }) => {
  test.setTimeout(120_000);
  const smith = await seat.call('customer_create', { name: 'Smith', phone: '', email: '', city: '' });
  await seat.call('representative_save', { id: null, name: 'Ana Roy', commission_rate: 5_000, active: true });
  await till.scan(BLUEBERRIES);
  await till.keys('F4');
  await till.id('customer-input').fill('Smith');
  await till.keys('Shift+F4');
  await till.id('file-language').selectOption('en');
  await till.id('file-representative').selectOption({ label: 'Ana Roy' });
  await look(till, 'customer-file');
  await till.keys('Control+Enter');
  await till.id('customer-row').filter({ hasText: 'Smith' }).getByRole('button').first().click();
  await expect(till.id('customer-english')).toBeVisible();
  await look(till, 'sale-english');
  await till.settle();
  const { done } = await seat.call('sale_current', {});
  const { lines } = await seat.call('document_ticket', { document_id: done?.document_id ?? '' });
  const paper = lines.map((line) => line.text).join('\n');
  expect(paper).toContain('Invoice');
  expect(paper).toContain('Subtotal');
  expect((await seat.call('customer_account', { customer_id: smith.id })).file.language).toBe('en');

  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-representants');
  await expect(till.id('representatives-table')).toContainText('Ana Roy');
  await expect(till.id('representatives-table')).toContainText(/0,30/u);
  await look(till, 'representatives');
  await till.press('representative-new');
  await till.id('representative-name').fill('Luc Côté');
  await till.id('representative-rate').fill('2,5');
  await look(till, 'representative');
  await till.keys('Control+Enter');
  await expect(till.id('representatives-table')).toContainText('Luc Côté');
  await till.press('nav-livreurs');
  await till.press('courier-new');
  await till.id('courier-name').fill('Karim');
  await till.keys('Control+Enter');
  await expect(till.id('couriers-table')).toContainText('Karim');
  await look(till, 'couriers');
});

test('SEL-01: no seller, and the till opens: the creation of a seller is required, with the way to it', async ({ window, shop }) => {
  const manager = await shop.signIn('manager');
  for (const user of await manager.call('user_list', {})) {
    await manager.call('user_save', { id: user.id, name: user.name, role: user.role, is_seller: false, active: user.active, pin: null });
  }
  await window.signIn('Geneviève Tremblay', '1234');
  await expect(window.id('setup-seller')).toBeVisible();
  await expect(window.id('sale')).toHaveCount(0);
  await look(window, 'no-seller');
  await window.id('setup-seller').getByRole('link').click();
  await window.id('users-table-row').filter({ hasText: 'Audrey Bouchard' }).click();
  await window.id('user-seller').check();
  await window.keys('Control+Enter');
  await expect(window.id('user-sheet')).toBeHidden();
  await window.page.goto(shop.address());
  await expect(window.id('workstation').first()).toBeVisible();
});
