// The main journeys in the real window: the built program, its web view, a database on disk, a printer on a port.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { atEnd, built, startDriver, temporaryFolder } from './programs.mjs';
import { createShop, startPrinter } from './setup.mjs';
import { Till } from './till.mjs';
import { Browser } from './webdriver.mjs';

const ARTICLES = [
  { code: '3760999010011', name: 'Baguette de tradition', cents: 130 },
  { code: '3760999011018', name: 'Croissant au beurre', cents: 125 },
  { code: '3760999010073', name: 'Pain de campagne', cents: 320 },
];
const TOTAL = 575;

/** Opens the program's window on `dataDir`. */
async function openWindow(t, folder, dataDir) {
  const driver = await startDriver(t, folder);
  const window = await Browser.start(driver, built('comptoir'), ['--data-dir', dataDir, '--shop', 'fr']);
  atEnd(t, () => window.close());
  return window;
}

/** The lines from the first article to the total of the taxes, without the blanks that lay them out: what was sold and
 *  how it was paid. The rest differs by nature: only paper says that it is the original, and which print it is. */
function sold(ticket) {
  const lines = ticket.split('\n').map((line) => line.trim().replace(/\s+/gu, ' '));
  const begin = lines.findIndex((line) => line.includes(ARTICLES[0].name));
  const end = lines.findLastIndex((line) => line.startsWith('Total '));
  assert.ok(begin > 0 && end > begin, ticket);
  return lines.slice(begin, end + 1);
}

test('a day at the till: sign in, open, three scans, cash, ticket, close', { timeout: 240_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  const dataDir = join(folder, 'data');
  const printer = await startPrinter(t);
  const name = await createShop(t, dataDir, printer);
  const window = await openWindow(t, folder, dataDir);
  const till = new Till(window);

  await till.signIn();
  await till.choose(name);
  await till.count({ 5000: 3 });
  await till.amountIs('count-total', 150_00);
  await window.press('shift-open');
  await window.byTestId('sale');

  for (const [index, article] of ARTICLES.entries()) await till.scan(article, index + 1);
  await till.amountIs('total', TOTAL);
  for (const article of ARTICLES) await window.withText('line-name', article.name);

  await till.takeCash('10');
  await till.amountIs('change', 10_00 - TOTAL);
  const number = await till.textOf('ticket-number');

  await window.press('print-ticket');
  const ticket = await printer.job((job) => job.text.includes(number));
  assert.deepEqual(ticket.errors, []);
  for (const text of [...ARTICLES.map((article) => article.name), 'Original', 'Impression n° 1', 'Rendu']) {
    assert.ok(ticket.text.includes(text), `${text} in\n${ticket.text}`);
  }
  assert.ok((await printer.status()).drawer_pulses >= 1, 'the drawer opened');

  await till.action('action-recent');
  await (await window.withText('document', number)).click();
  assert.deepEqual(sold(ticket.text), sold(await till.textOf('ticket-preview')));
  await window.press('dialog-close');

  await till.action('action-close-shift');
  await till.count({ 5000: 3, 500: 1, 50: 1, 20: 1, 5: 1 });
  await window.press('close-check');
  await till.amountIs('expected-cash', 150_00 + TOTAL);
  await till.amountIs('counted-cash', 150_00 + TOTAL);
  await window.press('shift-close');
  await window.byTestId('report-z');
  await till.amountIs('report-total', TOTAL);
});

test('a damaged database is explained and left as it is, and the way out of it is offered', { timeout: 60_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  const damaged = 'this is no database'.repeat(400);
  await writeFile(join(folder, 'comptoir.db'), damaged);
  const window = await openWindow(t, folder, folder);
  const page = await window.byTestId('rescue');
  assert.match(await page.text(), /La caisse ne peut pas s’ouvrir/u);
  assert.match(await (await window.byTestId('rescue-fault')).text(), /La base est endommagée/u);
  await window.byTestId('rescue-retry');
  assert.match(await page.text(), /Restaurer une sauvegarde/u);
  assert.equal(await readFile(join(folder, 'comptoir.db'), 'utf8'), damaged);
});

test('the page can call the program and nothing else', { timeout: 120_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  const window = await openWindow(t, folder, join(folder, 'data'));
  await window.byTestId('sign-in');
  const invoke = (command, args) =>
    window.executeAsync(
      'const [command, args, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, args).then((ok) => done({ ok }), (refusal) => done({ refusal }));',
      command,
      args,
    );
  const call = { command: 'no_such_command', request: {}, session: null, key: null, client: null, computer: null, approval: null };
  assert.equal((await invoke('rpc', { call })).refusal.code, 'unknown_command');
  for (const command of ['plugin:window|close', 'plugin:webview|create_webview_window', 'plugin:path|resolve_directory']) {
    assert.match(String((await invoke(command, {})).refusal), /not allowed|not found/u, command);
  }
  const refused = await window.executeAsync(
    "const [done] = arguments; addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective)); fetch('http://127.0.0.1:9/').catch(() => undefined);",
  );
  assert.equal(refused, 'connect-src');
  assert.equal(await window.execute('return Object.isFrozen(Object.prototype)'), true);
});
