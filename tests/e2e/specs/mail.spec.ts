// Tickets by e-mail, from the settings to the letter in the server.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, Till } from '../support/till.ts';

test('PRT-13: the manager sets the server and proves it; a ticket goes by e-mail, and no paper is counted', async ({ till, shop, printer, page, context }) => {
  await till.scan(ARTICLES.baguette);
  await till.settle();
  await till.press('send');
  await expect(till.id('send-not-ready')).toBeVisible();
  await till.keys('Escape');

  const office = new Till(await context.newPage());
  await office.page.goto(shop.address('gestion.html'));
  await office.signIn('Claire Delmas', '1234');
  await office.press('nav-messagerie');
  await expect(office.id('mail-not-ready')).toBeVisible();
  const [host, port] = printer.mailServer.split(':');
  await office.id('mail-host').fill(host ?? '');
  await office.id('mail-security').selectOption('start_tls');
  await expect(office.id('mail-port'), 'the usual port of that line').toHaveValue('587');
  await office.id('mail-security').selectOption('none');
  await office.id('mail-port').fill(port ?? '');
  await office.id('mail-sender').fill('caisse@exemple');
  await office.press('mail-save');
  await expect(office.id('mail-error')).toContainText('caisse@exemple');
  await office.id('mail-sender').fill('caisse@exemple.fr');
  await office.id('mail-password').fill('secret');
  await office.keys('Control+Enter');
  await expect(office.id('mail-not-ready')).toHaveCount(0);
  await expect(office.id('mail-password')).toHaveValue('');
  await office.id('mail-test-to').fill('gerant@exemple.fr');
  await office.press('mail-test');
  await expect(office.id('mail-job')).toHaveAttribute('data-state', 'sent');

  await page.bringToFront();
  await printer.mailFault('busy');
  await till.press('send');
  await till.id('send-address').fill('alice@');
  await till.press('send-submit');
  await expect(till.id('send-error')).toContainText('alice@');
  await till.id('send-address').fill('alice@exemple.fr');
  await till.keys('Enter');
  await expect(till.id('send-dialog')).toHaveCount(0);
  await expect(office.id('mail-job').first()).toHaveAttribute('data-state', 'blocked');
  await expect(office.id('mail-problem')).toContainText('refait tout seul');
  await printer.mailFault('none');
  await office.press('mail-retry');
  await expect(office.id('mail-job').first()).toHaveAttribute('data-state', 'sent');
  const letters = await printer.letters();
  expect(letters.map(({ to }) => to)).toEqual(['gerant@exemple.fr', 'alice@exemple.fr']);
  expect(letters[1]?.content).toContain('application/pdf');

  await till.press('done-clear');
  await till.action('action-search');
  await expect(till.id('pane-prints')).toHaveText('non imprimé');
  await till.press('send');
  await expect(till.id('send-duplicate')).toBeVisible();
});
