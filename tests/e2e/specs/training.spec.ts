// Training mode («mode école»): entered from the sign-in and from Actions, framed on every screen, left for the sign-in.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { picture } from '../support/pictures.ts';
import { ARTICLES, Till } from '../support/till.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
];

/** Looks at a screen at every size: rules, frame, and that nothing runs out of the window. */
async function look(page: Page, screen: string): Promise<void> {
  await expectAccessible(page, screen);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await picture(page, `training/${screen}-${size.width}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${screen} ${size.width}`).toBe(0);
  }
}

/** The words stand above everything, and the page, dialogs included, leaves the stripes free on all sides. */
async function expectFramed(till: Till, words: string): Promise<void> {
  await expect(till.id('training-frame')).toContainText(words);
  const covered = await till.page.evaluate(() => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const edges: [number, number][] = [
      [2, height / 2],
      [width - 3, height / 2],
      [width / 2, height - 3],
      [4, 4],
      [width - 5, 4],
    ];
    const ground = (element: Element | null): boolean => element === document.documentElement || element?.closest('[data-testid=training-frame]') != null;
    return edges.filter(([x, y]) => !ground(document.elementFromPoint(x, y)));
  });
  expect(covered, 'points of the frame that something covers').toEqual([]);
  const bar = await till.id('training-frame').evaluate((frame) => {
    const { left, width, top, height } = frame.getBoundingClientRect();
    return frame.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(bar, 'the words are on top').toBe(true);
}

test('FISC-07: a day in training is framed and simulated, and leaves the shop as it was', async ({ shop, printer, window: till }) => {
  test.slow();
  const framed = (): Promise<void> => expectFramed(till, 'École : rien n’est réel');
  await till.press('to-training');
  await expect(till.id('training-banner')).toBeVisible();
  await look(till.page, 'sign-in');
  await till.signIn('Inès Carpentier', '3456');
  await till.id('workstation').filter({ hasText: 'Caisse 01' }).click();
  await expect(till.id('open-shift')).toContainText('École · Caisse 01');
  await framed();
  await look(till.page, 'open-shift');
  await till.id('count-5000').fill('2');
  await till.press('shift-open');
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.kettle);
  await framed();
  await look(till.page, 'sale');
  await till.page.reload();
  await expect(till.lines, 'a reload stays in training').toHaveCount(2);
  await framed();
  await till.settle();
  await expect(till.id('ticket-number')).toHaveText('ECOLE-C01-00000001');
  await till.press('print-ticket');
  await expect(till.id('done-print')).toContainText('rien n’est sorti');
  await look(till.page, 'done');
  await till.action('action-recent');
  await till.id('document').getByRole('button').first().click();
  await expect(till.id('ticket-preview')).toContainText('FACTICE');
  await expect(till.id('ticket-preview')).toContainText('ÉCOLE');
  await framed();
  await look(till.page, 'ticket');
  await till.keys('Escape', 'Escape');
  await till.action('action-prints');
  await expect(till.id('prints-training')).toBeVisible();
  await expect(till.id('print-state').first()).toContainText('simulé');
  await framed();
  await till.keys('Escape', 'Escape');
  await till.keys('F10');
  await expect(till.id('action-training')).toHaveCount(0);
  await look(till.page, 'actions');
  await till.keys('Escape');
  await till.press('training-leave');
  await expect(till.id('sign-in')).toBeVisible();
  await expect(till.id('training-frame')).toBeHidden();

  const manager = await shop.signIn('manager');
  const { rows } = await manager.call('shift_list', { workstation_id: null, open_only: false, offset: 0, limit: 10 });
  expect(rows, 'no shift was opened in the shop').toEqual([]);
  expect(await printer.papers()).toEqual([]);
  expect(await printer.drawerPulses()).toBe(0);
  const journal = await manager.call('journal_list', { workstation_id: null, code: null, from_day: null, to_day: null, offset: 0, limit: 50 });
  const training = journal.rows.filter(({ code }) => code === 920 || code === 921);
  expect(training.map(({ code, operator }) => [code, operator])).toEqual([
    [921, 'Inès Carpentier'],
    [920, 'Inès Carpentier'],
  ]);
});

test.describe('in English, dark', () => {
  test.use({ language: 'en', theme: 'dark' });

  test('training is entered from Actions, and a power cut ends it', async ({ shop, till }) => {
    await till.scan(ARTICLES.baguette);
    await till.keys('F10', 'o');
    await expect(till.id('open-shift')).toContainText('École · Caisse 01');
    await expectFramed(till, 'Training: nothing is real');
    await till.press('shift-open');
    await expect(till.lines, 'the sale of the shop stays in the shop').toHaveCount(0);
    await till.scan(ARTICLES.country);
    await expectFramed(till, 'Training: nothing is real');
    await look(till.page, 'sale-dark');
    await till.page.goto(shop.address('pilotage.html'));
    await expect(till.id('manager')).toBeVisible();
    await expectFramed(till, 'Training: nothing is real');
    await till.page.goto(shop.address('gestion.html'));
    await expect(till.id('office')).toBeVisible();
    await till.press('nav-utilisateurs');
    await expect(till.page.getByText('the settings of the shop cannot be changed')).toBeVisible();
    await look(till.page, 'office-dark');
    await till.page.goto(shop.address());
    await expect(till.lines).toHaveCount(1);
    await shop.cutPower();
    await till.page.reload();
    await expect(till.id('sign-in')).toBeVisible();
    await expect(till.id('training-frame')).toBeHidden();
    await till.signIn('Claire Delmas', '1234');
    await expect(till.line(ARTICLES.baguette.name)).toBeVisible();
    await expect(till.id('training-frame')).toBeHidden();
  });
});
