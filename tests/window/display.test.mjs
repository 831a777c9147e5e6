// The customer's display in the real window: it opens beside the till, and may ask for nothing but what customers see.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { plugIn, startDesktop } from './monitors.mjs';
import { atEnd, built, startDriver, temporaryFolder } from './programs.mjs';
import { createShop, startPrinter } from './setup.mjs';
import { Till } from './till.mjs';
import { Browser, until } from './webdriver.mjs';

const ARTICLE = { code: '3760999010011', name: 'Baguette de tradition', cents: 130 };

test('C-18: the display opens with the workstation that has one, follows the sale, and cannot call the program', { timeout: 240_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  const dataDir = join(folder, 'data');
  const printer = await startPrinter(t);
  const name = await createShop(t, dataDir, printer, { customer_display: true });
  const screen = await startDesktop(t, folder, 62);
  await plugIn(screen);
  const driver = await startDriver(t, folder, screen);
  const window = await Browser.start(driver, built('comptoir'), ['--data-dir', dataDir, '--shop', 'fr']);
  atEnd(t, () => window.close());
  const till = new Till(window);
  await till.signIn();
  await till.choose(name);
  await till.count({ 5000: 3 });
  await window.press('shift-open');
  await window.byTestId('sale');
  const [caisse, afficheur] = await bothWindows(window);

  await window.switchTo(caisse);
  await till.scan(ARTICLE, 1);
  await window.switchTo(afficheur);
  await until('the line on the display', async () => (await (await window.find('main')).text()).includes(ARTICLE.name));
  await window.withText('display-total', '1,30');
  const invoke = (command, args) =>
    window.executeAsync(
      'const [command, args, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, args).then((ok) => done({ ok }), (refusal) => done({ refusal }));',
      command,
      args,
    );
  const call = { command: 'app_status', request: {}, session: null, key: null, client: null, computer: null, approval: null };
  for (const [command, args] of [['rpc', { call }], ['show_display', { place: 'nowhere' }], ['plugin:window|close', {}]]) {
    assert.match(String((await invoke(command, args)).refusal), /not allowed|not found/u, command);
  }

  await window.closeWindow();
  await window.switchTo(caisse);
  await till.scan(ARTICLE, 1);
  await till.amountIs('total', 2 * ARTICLE.cents);
});

/** The till's window and the display's, once both have their page. */
async function bothWindows(window) {
  const names = ['index.html', 'afficheur.html'];
  return until('the till and its display', async () => {
    const found = new Map();
    for (const handle of await window.handles()) {
      await window.switchTo(handle);
      found.set(new URL(await window.url()).pathname.slice(1) || 'index.html', handle);
    }
    return names.every((name) => found.has(name)) ? names.map((name) => found.get(name)) : undefined;
  });
}
