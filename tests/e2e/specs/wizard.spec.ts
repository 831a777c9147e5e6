// S-01, the first run: from an empty data folder to the first ticket.

import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { Keyboard } from '../support/keyboard.ts';
import { pictures } from '../support/pictures.ts';
import { Printer } from '../support/printer.ts';
import { Shop } from '../support/shop.ts';
import type { Till } from '../support/till.ts';
import { createShop, expectStep, fillCompany, fillManager, FRENCH, leaveArticles, next, PIN, QUEBEC } from '../support/wizard.ts';

test.use({ sample: 'empty' });

/** Types into fields, one after the other. */
async function fillIn(hands: Keyboard, till: Till, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(values)) {
    await hands.reach(till.id(field));
    await hands.type(value);
  }
}

test('S-01: from an empty folder to the first paid ticket, with own data, by keys alone', async ({ window: till }) => {
  test.slow();
  const hands = new Keyboard(till.page);
  await expect(till.id('country-taxes')).toContainText('TVA 20 %');
  await hands.press('Enter');
  await expectStep(till, 2);
  await hands.press('Enter');
  await expectStep(till, 3);
  await fillIn(hands, till, Object.fromEntries(Object.entries(FRENCH).map(([field, value]) => [`identity-${field}`, value])));
  await expect(till.id('identity-vat_number'), 'derived by the program').toHaveValue('FR91999401276');
  await hands.press('Enter');
  await expectStep(till, 4);
  await fillIn(hands, till, { 'manager-name': 'Alix Patronne', 'manager-pin': PIN, 'manager-pin-again': PIN });
  await hands.press('Enter');
  await expectStep(till, 5);
  await hands.reach(till.id('favourite-name').first());
  await hands.type('Baguette');
  await hands.press('Tab');
  await hands.type('1,30');
  await hands.press('Enter');
  await expectStep(till, 6);
  await hands.press('Enter');
  await expectStep(till, 7);
  await fillIn(hands, till, { 'user-name': 'Inès', 'user-pin': '1111' });
  await hands.press('Enter');
  await expectStep(till, 8);
  await expect(till.id('check-layout')).toHaveAttribute('data-done', 'true');
  await expect(till.id('check-users'), 'who was in the form was added').toHaveAttribute('data-done', 'true');
  await hands.press('Enter');
  await expect(till.id('open-shift'), 'straight to the real shift').toBeVisible();
  await hands.reach(till.id('count-5000'));
  await hands.type('2');
  await hands.press('Control+Enter');
  await hands.use(till.tile('Baguette'));
  await till.expectAmount('total', 130);
  await till.settle();
});

test('S-01: a sample shop is open for its first shift after three actions', async ({ window: till }) => {
  await expect(till.id('country-profile')).toBeVisible();
  await till.press('wizard-next');
  await till.press('start-sample');
  await expect(till.id('sample-codes')).toContainText('Claire Delmas');
  await till.press('wizard-next');
  await expect(till.id('open-shift')).toContainText('Caisse 01');
  await till.press('sign-out');
  await expect(till.id('sample-code').first(), 'nobody is shut out later').toHaveText('1234');
});

test('S-01: left at the articles, the wizard goes on there after a restart, and asks nothing twice', async ({ window: till, shop }) => {
  await createShop(till);
  await till.press('wizard-later');
  await expect(till.id('sign-in')).toBeVisible();
  await shop.restart();
  await till.page.goto(shop.address());
  await till.signIn('Alix Patronne', PIN);
  await expectStep(till, 5);
  await till.id('favourite-name').first().fill('Tarte');
  await till.id('favourite-price').first().fill('9,90');
  await next(till, 6);
  await till.press('wizard-back');
  await expectStep(till, 5);
  await expect(till.id('articles-known')).toBeVisible();
  await next(till, 6);
  await till.id('workstation-name').fill('Comptoir du fond');
  await next(till, 7);
  await till.page.reload();
  await expectStep(till, 7);
  await till.press('wizard-back');
  await expect(till.id('workstation-name')).toHaveValue('Comptoir du fond');
});

test('S-01: Québec brings its money, its taxes and its numbers; a restaurant is told of WEB-SRM and cannot go on', async ({ window: till }) => {
  await till.id('country').getByText('Québec').click();
  await expect(till.id('country-rounding')).toContainText('0,05');
  await expect(till.id('country-taxes')).toContainText('TVQ 9,975 %');
  await next(till, 2);
  await next(till, 3);
  await expect(till.id('identity-siret')).toHaveCount(0);
  await fillCompany(till, { ...QUEBEC, tps_number: '123456789 RT001', neq: '9912345678' });
  await till.press('wizard-next');
  await expect(till.id('identity-tps_number')).toHaveAttribute('aria-invalid', 'true');
  await expect(till.id('identity-neq')).toHaveAttribute('aria-invalid', 'true');
  await fillCompany(till, { tps_number: QUEBEC.tps_number, neq: '' });
  await next(till, 4);
  await fillManager(till);
  await till.press('wizard-next');
  await expectStep(till, 4);
  await till.id('restaurant').getByText('Oui').click();
  await expect(till.id('restaurant-srm')).toContainText('WEB-SRM');
  await expect(till.id('wizard-next')).toBeDisabled();
  await till.id('restaurant').getByText('Non').click();
  await next(till, 5);
  await expect(till.id('favourite-tax').first()).toContainText('TPS + TVQ');
});

test('S-01: going back loses nothing, a changed country keeps what is common', async ({ window: till }) => {
  await next(till, 2);
  await next(till, 3);
  await fillCompany(till, FRENCH);
  for (const step of [2, 1]) {
    await till.keys('Escape');
    await expectStep(till, step);
  }
  await next(till, 2);
  await next(till, 3);
  for (const [field, value] of Object.entries(FRENCH)) await expect(till.id(`identity-${field}`)).toHaveValue(value);
});

test('S-01: printer, drawer and scanner are tried out before the first shift', async ({ window: till }) => {
  const printer = await Printer.start();
  await createShop(till);
  await leaveArticles(till);
  await next(till, 6);
  const [host = '', port = ''] = printer.address.split(':');
  await till.id('printer-kind').selectOption('tcp');
  await till.press('print-test');
  await expect(till.id('printer-incomplete')).toBeVisible();
  await till.id('printer-host').fill(host);
  await till.id('printer-port').fill(port);
  await till.press('print-test');
  await expect(till.id('print-job')).toHaveAttribute('data-state', 'done');
  const [paper = ''] = await printer.expectPapers(1);
  expect(paper).toContain('àâäçéèêëîïôöùûüÿ');
  expect(paper).toContain('€');
  await till.press('drawer-test');
  await expect(till.id('drawer-asked')).toBeVisible();
  await expect.poll(() => printer.drawerPulses()).toBe(1);
  await till.scanner.scan('3760999010011');
  await expect(till.id('scanner-code')).toHaveText('3760999010011');
  await expect(till.id('scanner-repaired')).toBeHidden();
  await till.scanner.scanOnAzerty('3760999010028');
  await expect(till.id('scanner-code')).toHaveText('3760999010028');
  await expect(till.id('scanner-repaired')).toBeVisible();
  await next(till, 7);
  await next(till, 8);
  await expect(till.id('check-printer')).toHaveAttribute('data-done', 'true');
  await expect(till.id('check-articles')).toHaveAttribute('data-done', 'false');
  await printer.stop();
});

test('S-01: an imported list becomes articles and the first layout, another one customers', async ({ window: till }) => {
  await createShop(till);
  await till.id('articles-way').getByText('Importer une liste').click();
  const content = Buffer.from('code;nom;prix;tva\n1;Pain;1,20;5,5\n2;Tarte;9,90;5,5\n');
  await till.id('import-file').setInputFiles({ name: 'articles.csv', mimeType: 'text/csv', buffer: content });
  await expect(till.id('wizard-next')).toContainText('2');
  await till.press('wizard-next');
  await expect(till.id('import-done')).toBeVisible();
  // A list of customers may follow at once.
  await till.press('import-reset');
  await till.id('import-kind').getByText('Clients').click();
  const customers = Buffer.from('nom;ville\nMartin;Bègles\n');
  await till.id('import-file').setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: customers });
  await expect(till.id('wizard-next')).toContainText('1 client');
  await till.press('wizard-next');
  await expect(till.id('result-created')).toHaveText('1');
  for (const step of [6, 7, 8]) await next(till, step);
  await expect(till.id('check-layout')).toHaveAttribute('data-done', 'true');
  await till.press('wizard-next');
  await till.id('count-5000').fill('1');
  await till.press('shift-open');
  await expect(till.tile('Tarte')).toBeVisible();
});

test('S-01: printers are looked for, one that answers is chosen by a tap, and silence says what to look at', async ({ window: till, page }) => {
  await createShop(till);
  await leaveArticles(till);
  await next(till, 6);
  await till.press('printer-search');
  await expect(till.id('printer-finder')).toHaveAttribute('data-phase', 'done');
  await expect(till.id('printer-found-none')).toBeVisible();

  const printer = await Printer.start();
  const shop = await Shop.open('empty', null, `127.0.0.1:1,${printer.address}`);
  await page.goto(shop.address());
  await createShop(till);
  await leaveArticles(till);
  await next(till, 6);
  await till.press('printer-search');
  await till.id('printer-found').click();
  await expect(till.id('printer-found')).toHaveAttribute('aria-pressed', 'true');
  await expect(till.id('printer-port')).toHaveValue(printer.address.split(':')[1] ?? '');
  await till.press('print-test');
  await expect(till.id('print-job')).toHaveAttribute('data-state', 'done');
  await shop.close();
  await printer.stop();
});

test('S-01: the guided sale leads through a first sale in training, and back to the last step', async ({ window: till }) => {
  test.slow();
  const mark = (name: string): Promise<void> => expect(till.id('coach-mark')).toHaveAttribute('data-mark', name);
  const shoot = async (name: string): Promise<void> => {
    await pictures(till.page, `guide/${name}`);
    await expectAccessible(till.page, `guide, ${name}`);
  };
  await createShop(till);
  await till.id('favourite-name').first().fill('Tarte');
  await till.id('favourite-price').first().fill('9,90');
  for (const step of [6, 7, 8]) await next(till, step);
  await till.keys('F8');
  await mark('shift');
  await expect(till.id('training-frame')).toBeVisible();
  await shoot('shift');
  await till.id('count-5000').fill('2');
  await till.keys('Control+Enter');
  await mark('article');
  await till.page.waitForTimeout(400);
  await shoot('article');
  await till.tile('Tarte').click();
  await mark('line');
  await till.page.waitForTimeout(400);
  await shoot('line');
  await till.keys('Alt+ArrowRight');
  await mark('pay');
  await till.page.waitForTimeout(400);
  await shoot('pay');
  await till.settle();
  await mark('done');
  await till.page.waitForTimeout(400);
  await shoot('done');
  await till.press('guide-next');
  await expect(till.id('coach-mark')).toHaveCount(0);
  await expect(till.id('training-frame')).toBeHidden();
  await till.signIn('Alix Patronne', PIN);
  await expectStep(till, 8);
  // Begun again it goes on from the shift that is open there, whatever was sold; stopped at once, it is only training.
  await till.press('guide-start');
  await mark('article');
  await till.press('guide-skip');
  await expect(till.id('coach-mark')).toHaveCount(0);
  await expect(till.id('training-frame')).toBeVisible();
});
