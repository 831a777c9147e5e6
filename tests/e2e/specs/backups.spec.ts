// Backup and restore (S-03): from the first backup to a till that goes on from one.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, Till } from '../support/till.ts';

test('BAK-01 BAK-02: a backup before a deletion, a drill, a preview; a damaged shop goes on from its backup', async ({ till, shop, context }) => {
  await till.scan(ARTICLES.baguette);
  await till.settle();

  const office = new Till(await context.newPage());
  await office.page.goto(shop.address('gestion.html'));
  await office.signIn('Claire Delmas', '1234');
  await office.press('nav-sauvegarde');
  await expect(office.id('backups-none')).toContainText('Première sauvegarde');
  await expect(office.id('backup-same-disk')).toBeVisible();
  await office.keys('Control+Enter');
  await expect(office.id('backup-file')).toHaveCount(1);
  await expect(office.id('backup-place-pill').first()).toHaveText('à l’instant');
  await expect(office.id('drill-good')).toContainText('0 ticket manquant', { timeout: 30_000 });

  // BAK-01: the deletion prompt offers a backup.
  const promotion = { id: null, name: 'Soldes', rule: { kind: 'percent', rate: 10_000 }, scope: { kind: 'everything' }, first_day: '2099-12-01', last_day: '2099-12-24' } as const;
  await (await shop.signIn('manager')).call('promotion_save', promotion);
  await office.press('nav-promotions');
  await office.id('promotions-table-row').first().getByTestId('row-menu').click();
  await office.press('menu-delete');
  await office.press('backup-first');
  await expect(office.id('backup-first-said')).toContainText('Sauvegardé');
  await office.press('promotion-sure-cancel');

  await office.press('nav-sauvegarde');
  // Of one hour only the newest copy is kept.
  await expect(office.id('backup-file')).toHaveCount(1);
  await office.id('backup-second').fill(join(shop.folder, 'cle-usb'));
  await office.press('backup-settings-save');
  await expect(office.id('backup-place-problem')).toContainText('introuvable');
  await office.id('backup-choose').first().click();
  await office.press('restore-check');
  await expect(office.id('preview-tickets')).toHaveText('1');
  await expect(office.id('restore-missing')).toContainText('Aucun ticket ne manque');
  await office.press('dialog-close');

  // The data is ruined; the till says so, and takes the backup in its place.
  await shop.restart(() => writeFile(join(shop.folder, 'comptoir.db'), 'ruined'));
  await till.page.reload();
  await expect(till.id('rescue')).toBeVisible();
  await till.id('backup-choose').first().click();
  await till.press('restore-check');
  await expect(till.id('preview-tickets')).toHaveText('1');
  await expect(till.id('restore-apply')).toBeEnabled({ timeout: 30_000 });
  await till.press('restore-apply');
  await expect(till.id('restore-applied')).toBeVisible();
  await shop.restart();
  await till.page.reload();
  await expect(till.id('user-tile').first()).toBeVisible();
});
