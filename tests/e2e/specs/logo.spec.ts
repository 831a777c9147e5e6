// The shop's logo: from a file to the ticket and to the customer's display.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { picture } from '../support/pictures.ts';
import { ARTICLES, type Till } from '../support/till.ts';
import { fillCompany, fillManager, FRENCH, next } from '../support/wizard.ts';

const WINDOW = { width: 1366, height: 768 } as const;

/** A logo that somebody drew: a loaf in a ring, the name beside it, shades and colours. */
async function drawn(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 480 });
    const pen = canvas.getContext('2d');
    if (pen === null) return '';
    pen.lineWidth = 24;
    pen.strokeStyle = '#7a3b12';
    pen.beginPath();
    pen.arc(240, 240, 200, 0, 7);
    pen.stroke();
    const crust = pen.createLinearGradient(110, 160, 370, 320);
    crust.addColorStop(0, '#f0c070');
    crust.addColorStop(1, '#7a3b12');
    pen.fillStyle = crust;
    pen.beginPath();
    pen.ellipse(240, 240, 140, 80, -0.4, 0, 7);
    pen.fill();
    pen.fillStyle = '#20140c';
    pen.font = 'bold 116px sans-serif';
    pen.fillText('Le Fournil', 480, 260);
    pen.font = '52px sans-serif';
    pen.fillText('boulangerie depuis 1974', 488, 360);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}

async function openCompany(till: Till, address: string): Promise<void> {
  await till.page.setViewportSize(WINDOW);
  await till.page.goto(address);
  await till.press('nav-societe');
  await expect(till.id('logo-field')).toBeVisible();
}

for (const { language, theme } of [
  { language: 'fr', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const) {
  test.describe(`${language} ${theme}`, () => {
    test.use({ language, theme });

    test('C-18: a manager chooses a logo, sees it as it prints, and has it on the ticket and on the display', async ({ till, printer, seat, shop, context }) => {
      await openCompany(till, shop.address('gestion.html'));
      const file = await drawn(till.page);
      const chooser = till.page.waitForEvent('filechooser');
      await till.id('logo-choose').focus();
      await till.keys('Enter');
      await (await chooser).setFiles(file);
      await expect(till.id('logo-paper')).toBeVisible();
      await expect(till.id('logo-unsaved')).toBeVisible();
      expect(await seat.call('logo_view', {}), 'looking at it keeps nothing').toBeNull();
      await till.id('logo-field').scrollIntoViewIfNeeded();
      await picture(till.page, `logo/company-${language}-${theme}`);
      await expectAccessible(till.page, 'company-logo');
      await till.press('logo-save');
      await expect(till.id('toast')).toBeVisible();
      await expect(till.id('logo-unsaved')).toHaveCount(0);

      const display = await context.newPage();
      await display.setViewportSize(WINDOW);
      await display.goto(shop.address('afficheur.html'));
      await expect(display.getByTestId('display-logo')).toBeVisible();
      await picture(display, `logo/display-${language}-${theme}`);
      await expectAccessible(display, 'display-logo');

      await till.page.goto(shop.address());
      await till.scan(ARTICLES.baguette);
      await expect(display.getByTestId('display-logo'), 'a sale takes its place').toHaveCount(0);
      await till.settle();
      await till.press('print-ticket');
      await printer.expectPapers(1);
      expect(await printer.logos()).toEqual([true]);
      await till.action('action-recent');
      await till.id('document').getByRole('button').first().click();
      await expect(till.id('ticket-logo')).toBeVisible();
      await picture(till.page, `logo/ticket-${language}-${theme}`);
    });
  });
}

test('C-18: what is no picture is refused at the field; a logo is taken away after a second word', async ({ till, printer, seat, shop }) => {
  await openCompany(till, shop.address('gestion.html'));
  await till.id('logo-file').setInputFiles(await drawn(till.page));
  await till.press('logo-save');
  await expect(till.id('toast')).toBeVisible();
  const saved = await seat.call('logo_view', {});

  await till.id('logo-file').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.7') });
  await expect(till.id('logo-error')).toContainText('ni un PNG ni un JPEG');
  await picture(till.page, 'logo/refused-fr-light');
  expect(await seat.call('logo_view', {})).toEqual(saved);

  await till.press('logo-remove');
  await expect(till.id('logo-error')).toHaveCount(0);
  expect(await seat.call('logo_view', {}), 'not before it is confirmed').toEqual(saved);
  await till.press('logo-cancel');
  await expect(till.id('logo-paper')).toBeVisible();
  await till.press('logo-remove');
  await till.press('logo-save');
  await expect(till.id('logo-unsaved')).toHaveCount(0);
  expect(await seat.call('logo_view', {})).toBeNull();

  await till.page.goto(shop.address());
  await till.scan(ARTICLES.baguette);
  await till.settle();
  await till.press('print-ticket');
  await printer.expectPapers(1);
  expect(await printer.logos()).toEqual([false]);
});

test.describe('a new shop', () => {
  test.use({ sample: 'empty' });

  test('S-01: step 3 takes a logo that is dropped on it, and the shop is made with it', async ({ window: till, shop, context }) => {
    await till.page.setViewportSize(WINDOW);
    await expect(till.id('country-profile')).toBeVisible();
    await next(till, 2);
    await next(till, 3);
    await fillCompany(till, FRENCH);
    const { buffer } = await drawn(till.page);
    const dropped = await till.page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'logo.png', { type: 'image/png' }));
      return transfer;
    }, buffer.toString('base64'));
    await till.id('logo-field').dispatchEvent('drop', { dataTransfer: dropped });
    await expect(till.id('logo-paper')).toBeVisible();
    await till.id('logo-field').scrollIntoViewIfNeeded();
    await picture(till.page, 'logo/wizard-fr-light');
    await expect(till.id('identity-vat_number')).toHaveValue('FR91999401276');
    await next(till, 4);
    await fillManager(till);
    await next(till, 5);
    const display = await context.newPage();
    await display.setViewportSize(WINDOW);
    await display.goto(shop.address('afficheur.html'));
    await expect(display.getByTestId('display-logo')).toHaveAttribute('alt', FRENCH.trading_name);
  });
});
