// Where the customer's display stands. Keys are those of the X server, so they show which window has the keyboard.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { CUSTOMER, plugIn, scan, startDesktop, unplug, windows } from './monitors.mjs';
import { atEnd, built, startDriver, temporaryFolder } from './programs.mjs';
import { createShop, startPrinter } from './setup.mjs';
import { Till } from './till.mjs';
import { Browser, until } from './webdriver.mjs';

const BAGUETTE = '3760999010011';
const DISPLAY = 'Afficheur client';
const NO_SERVER = 'an X server with outputs does not start here';

/** Opens the shop with a display in the settings of its till, on a desktop of one monitor or two; null where there can be none. */
async function openOn(t, number, monitors) {
  const folder = await temporaryFolder(t);
  const dataDir = join(folder, 'data');
  const env = await startDesktop(t, folder, number);
  if (env === null) return null;
  if (monitors === 2) await plugIn(env);
  const name = await createShop(t, dataDir, await startPrinter(t), { customer_display: true });
  const driver = await startDriver(t, folder, env);
  const window = await Browser.start(driver, built('comptoir'), ['--data-dir', dataDir, '--shop', 'fr']);
  atEnd(t, () => window.close());
  const till = new Till(window);
  await till.signIn();
  await till.choose(name);
  await window.press('shift-open');
  await window.byTestId('sale');
  return { env, till };
}

test('C-18: the display covers the monitor that the till is not on, and the keyboard stays with the till', { timeout: 120_000 }, async (t) => {
  const shop = await openOn(t, 61, 2);
  if (shop === null) return t.skip(NO_SERVER);
  const { env, till } = shop;
  await until('the display on its monitor', async () => JSON.stringify(await windows(env, DISPLAY)) === JSON.stringify([CUSTOMER]));
  await scan(env, BAGUETTE);
  await till.amountIs('total', 130);
  await unplug(env);
  await until('nothing over the till', async () => (await windows(env, DISPLAY)).length === 0);
  await scan(env, BAGUETTE);
  await till.amountIs('total', 260);
});

test('C-18: where the till has the only monitor, nothing covers it', { timeout: 120_000 }, async (t) => {
  const shop = await openOn(t, 63, 1);
  if (shop === null) return t.skip(NO_SERVER);
  const { env, till } = shop;
  await scan(env, BAGUETTE);
  await till.amountIs('total', 130);
  assert.deepEqual(await windows(env, DISPLAY), []);
});
