// What a test can ask for: a shop of its own, a printer, and a till that is ready to sell.

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { Printer } from './printer.ts';
import { createTemplate, networkPrinter, type Role, type Sample, type Seat, Shop } from './shop.ts';
import { slowDown } from './slow.ts';
import { Till } from './till.ts';

export interface Settings {
  sample: Sample;
  language: 'fr' | 'en';
  theme: 'light' | 'dark';
  /** Who sits at the till of the fixture `till`. */
  role: Role;
}

interface Fixtures {
  shop: Shop;
  /** A simulated printer; the workstation of `till` prints on it. */
  printer: Printer;
  /** Signed in, «Caisse 01», a shift with a float of 150.00, the tiles on the screen. */
  till: Till;
  /** The same person, calling the program without the interface. */
  seat: Seat;
  /** A window before anybody signed in. */
  window: Till;
}

interface Templates {
  template(sample: Sample): Promise<string | null>;
}

export const FLOAT = 15_000;

export const test = base.extend<Settings & Fixtures, { templates: Templates }>({
  sample: ['fr', { option: true }],
  language: ['fr', { option: true }],
  theme: ['light', { option: true }],
  role: ['manager', { option: true }],

  templates: [
    async ({}, use) => {
      const made = new Map<Sample, Promise<string>>();
      await use({
        async template(sample) {
          if (sample === 'empty') return null;
          const known = made.get(sample) ?? createTemplate(sample);
          made.set(sample, known);
          return known;
        },
      });
      for (const folder of made.values()) await rm(await folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  context: async ({ context }, use) => {
    await slowDown(context);
    await use(context);
  },

  shop: async ({ sample, templates }, use) => {
    const shop = await Shop.open(sample, await templates.template(sample));
    await use(shop);
    await shop.close();
  },

  printer: async ({ shop }, use) => {
    const printer = await Printer.start();
    const manager = await shop.signIn('manager');
    await manager.configure('Caisse 01', { printer: networkPrinter(printer.address) });
    await use(printer);
    await printer.stop();
  },

  seat: async ({ shop, role }, use) => {
    const seat = await shop.signIn(role);
    await seat.openShift('Caisse 01', FLOAT);
    await use(seat);
  },

  window: async ({ shop, page, context, language, theme }, use) => {
    await preferences(context, { language, theme, computer: randomUUID() });
    const complaints = listenForComplaints(page);
    await page.goto(shop.address());
    await use(new Till(page));
    expect(complaints, 'errors in the console of the page').toEqual([]);
  },

  till: async ({ shop, page, context, seat, language, theme }, use) => {
    await preferences(context, { language, theme, computer: seat.computer, session: seat.session });
    const complaints = listenForComplaints(page);
    await page.goto(shop.address());
    const till = new Till(page);
    await till.expectReady();
    await use(till);
    expect(complaints, 'errors in the console of the page').toEqual([]);
  },
});

export { expect };

interface Preferences {
  readonly language: string;
  readonly theme: string;
  readonly computer: string;
  readonly session?: string;
}

/** What a browser remembers from before: its language, its computer, perhaps who is signed in. */
export async function preferences(context: BrowserContext, wanted: Preferences): Promise<void> {
  await context.addInitScript((known) => {
    if (localStorage.getItem('comptoir.computer') !== null) return;
    localStorage.setItem('comptoir.language', known.language);
    localStorage.setItem('comptoir.theme', known.theme);
    localStorage.setItem('comptoir.computer', known.computer);
    if (known.session !== undefined) sessionStorage.setItem('comptoir.session', known.session);
  }, wanted);
}

/** Collects what goes wrong in a page: uncaught errors, and whatever the security policy refuses. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal of the program or a lost link is an HTTP status, which the browser writes down by itself.
    const ofNetwork = /Failed to load resource|WebSocket connection/u.test(message.text());
    if (message.type() === 'error' && !ofNetwork) complaints.push(message.text());
  });
  return complaints;
}
