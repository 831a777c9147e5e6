// «Clés et ancres»: the keys of the workstations, and what a manager decides when the books are not what they were.

import { expect, test } from '../support/fixtures.ts';
import { forgeTicket, keepCopy, putBack } from '../support/files.ts';
import { Keyboard } from '../support/keyboard.ts';
import { sell } from '../support/sales.ts';
import type { Shop } from '../support/shop.ts';
import type { Till } from '../support/till.ts';

/** The back office, with the manager signed in by keys, on «Clés et ancres». */
async function toKeys(till: Till, shop: Shop): Promise<Keyboard> {
  const hands = new Keyboard(till.page);
  await till.page.goto(shop.address('gestion.html'));
  await hands.use(till.id('user-tile').filter({ hasText: 'Claire Delmas' }), 'ArrowDown');
  await expect(till.id('pin-input')).toBeFocused();
  await hands.type('1234');
  await hands.press('Enter');
  await till.press('nav-cles');
  await expect(card(till)).toBeVisible();
  return hands;
}

const card = (till: Till) => till.page.locator('[data-testid=books-card][data-code=C01]');

/** One sale at «Caisse 01». */
async function sellAt(shop: Shop): Promise<void> {
  const seat = await shop.signIn('cashier');
  await seat.openShift('Caisse 01', 10_000);
  await sell(seat);
}

test('fiscal.md 7.4: a key is in place, is changed by the manager, and sales go on under the new one', async ({ window: till, shop }) => {
  await sellAt(shop);
  await shop.restart();
  const hands = await toKeys(till, shop);
  await expect(card(till).getByTestId('key-state')).toHaveText('Clé en place');
  await expect(card(till).getByTestId('anchor').filter({ hasText: 'Conforme' })).toHaveCount(2);
  const before = await card(till).getByTestId('fingerprint').innerText();
  await hands.use(card(till).getByTestId('key-rotate'));
  await expect(till.id('toast')).toContainText('Nouvelle clé en place');
  await expect(card(till)).toContainText('2 clés en tout');
  await expect(card(till).getByTestId('fingerprint')).not.toHaveText(before);
  await sellAt(shop);
  await till.press('nav-archives');
  await till.id('archives-tabs').getByText('Vérification').click();
  await till.press('verification-start');
  await expect(till.id('verification-verdict')).toContainText('Conforme', { timeout: 30_000 });
});

test('FISC-01: a forged ticket is told before signing in and as a sentence to the manager, whose note lifts the alert and lets the till sell', async ({ window: till, shop }) => {
  await sellAt(shop);
  await shop.restart(() => forgeTicket(shop.folder));
  await till.page.reload();
  await expect(till.id('start-alert')).toContainText('ne se vérifie pas');
  const hands = await toKeys(till, shop);
  await expect(till.id('defects')).toHaveAttribute('data-open', 'true');
  await expect(till.id('defect').first()).toContainText(/Enregistrement n°\s\d+/u);
  await expect(till.id('defect').first()).toContainText('Une colonne de l’enregistrement a été modifiée.');
  await expect(sellAt(shop)).rejects.toMatchObject({ code: 'integrity_unacknowledged' });
  await hands.use(till.id('acknowledge'));
  await expect(till.id('defects')).toHaveAttribute('data-open', 'false');
  await hands.press('Control+Shift+L');
  await expect(till.id('user-tile').first()).toBeVisible();
  await expect(till.id('start-alert')).toHaveCount(0);
  const seat = await shop.signIn('cashier');
  await seat.openShift('Caisse 01', 10_000);
  await sell(seat);
});

test('BAK-02: an older database stops the till until lost records are fetched from a copy, or declared lost for ever', async ({ window: till, shop }) => {
  test.slow();
  await sellAt(shop);
  let yesterday = '';
  let newer = '';
  await shop.restart(async () => void (yesterday = await keepCopy(shop.folder, 'hier.db')));
  await sellAt(shop);
  await shop.restart(async () => {
    newer = await keepCopy(shop.folder, 'recente.db');
    await putBack(shop.folder, yesterday);
  });
  await till.page.reload();
  await expect(till.id('start-alert')).toContainText('Il manque des enregistrements signés');
  const hands = await toKeys(till, shop);
  await expect(till.id('incident').first()).toHaveAttribute('data-kind', 'records_missing');
  await expect(sellAt(shop)).rejects.toMatchObject({ code: 'records_missing' });

  await hands.reach(till.id('fetch-path').first());
  await hands.type(newer);
  await hands.press('Enter');
  await expect(till.id('offers')).toContainText('C01');
  await hands.use(till.id('fetch-them'));
  await expect(till.id('incident')).toHaveCount(0);
  await hands.press('Control+Shift+L');
  await expect(till.id('user-tile').first()).toBeVisible();
  await expect(till.id('start-alert')).toHaveCount(0);
  await sellAt(shop);

  await shop.restart(() => putBack(shop.folder, yesterday));
  await toKeys(till, shop);
  // Both workstations had gone on; each gap is a decision of its own.
  for (const left of [1, 0]) {
    await hands.reach(till.id('reason').first());
    await hands.type('Disque perdu');
    await hands.press('Enter');
    await expect(till.id('incident')).toHaveCount(left);
  }
  await expect(card(till).getByTestId('gap')).toContainText('déclarés perdus');
  await sellAt(shop);

  // The journal says so for ever, and so does every verification.
  const asked = { workstation_id: null, code: 941, from_day: null, to_day: null, offset: 0, limit: 10 };
  const { rows } = await (await shop.signIn('manager')).call('journal_list', asked);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.info).toContain('Disque perdu');
  await till.press('nav-archives');
  await till.id('archives-tabs').getByText('Vérification').click();
  await till.press('verification-start');
  await expect(till.id('verification-C01')).toContainText('Des enregistrements perdus ont été déclarés.', { timeout: 30_000 });
});
