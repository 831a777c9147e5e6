// A day at the till, in both languages: from signing in to the closed shift.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, type Till } from '../support/till.ts';

/** What the screens have to say; `\s` stands for the spaces of the language's own number format. */
const WORDS = {
  fr: {
    tag: 'fr-FR',
    who: 'Qui vend ?',
    open: 'Ouvrir le poste',
    pay: 'Effectuer un paiement',
    validate: 'Valider',
    finish: 'Terminé',
    walkIn: 'comptoir',
    fill: 'Scannez un article, touchez une tuile ou cherchez.',
    money: /^17,00\s€$/u,
    close: 'Fermer le poste de travail',
  },
  en: {
    tag: 'en-GB',
    who: 'Who is selling?',
    open: 'Open the workstation',
    pay: 'Take payment',
    validate: 'Finish',
    finish: 'Done',
    walkIn: 'walk-in',
    fill: 'Scan an article, touch a tile or search.',
    money: /^€17\.00$/u,
    close: 'Close the workstation',
  },
} as const;

type Language = keyof typeof WORDS;

async function open(till: Till, language: Language): Promise<void> {
  const words = WORDS[language];
  await expect(till.page.locator('html')).toHaveAttribute('lang', words.tag);
  await expect(till.page.getByRole('heading', { name: words.who })).toBeVisible();
  await till.signIn('Inès Carpentier', '3456');
  await till.id('workstation').filter({ hasText: 'Caisse 01' }).click();
  await till.id('count-10000').fill('1');
  await till.id('count-1000').fill('5');
  await till.expectAmount('count-total', 15_000);
  await expect(till.id('shift-open')).toContainText(words.open);
  await till.press('shift-open');
  await expect(till.id('order-empty')).toContainText(words.fill);
  await expect(till.id('customer-name')).toContainText(words.walkIn);
}

async function fillOrder(till: Till): Promise<void> {
  await till.tile('Croissant au beurre').click();
  await till.group('Glaces').click();
  await till.id('group-tile').first().click();
  await expect(till.lines).toHaveCount(2);
  await till.press('panel-close');
  await till.press('remove-line');
  await till.id('toast-undo').click();
  await expect(till.lines, 'the toast undoes the removal').toHaveCount(2);
  await till.press('undo');
  await expect(till.lines).toHaveCount(1);
  await till.press('redo');
  await expect(till.lines).toHaveCount(2);
  await till.press('remove-line');
  await expect(till.lines).toHaveCount(1);
  await till.press('search');
  await till.id('search-input').fill('evain');
  await till.id('search-results-row').filter({ hasText: 'Pain au levain' }).first().click();
  await expect(till.id('search-input')).toBeHidden();
  await expect(till.lines).toHaveCount(2);
  await till.scan(ARTICLES.country);
  await till.press('line-more');
  await till.expectQuantity(ARTICLES.country.name, '2');
  await till.press('line-less');
  await till.expectQuantity(ARTICLES.country.name, '1');
  await till.scan(ARTICLES.kettle);
  await till.keys('Shift+F7');
  await till.id('note-input').fill('à emballer');
  await till.press('note-save');
  await expect(till.id('order-note')).toContainText('à emballer');
}

async function nameCustomer(till: Till): Promise<void> {
  await till.press('customer');
  await till.id('customer-input').fill('Zoé Nouvelle');
  await till.press('customer-create');
  await till.press('customer-confirm');
  await expect(till.id('customer-name')).toContainText('Zoé Nouvelle');
}

/** Croissant 1.25, levain 4.80, campagne 3.20, kettle 39.90: 49.15. */
async function paySplit(till: Till, language: Language): Promise<void> {
  const words = WORDS[language];
  await expect(till.id('pay')).toContainText(words.pay);
  await till.press('pay');
  await till.expectAmount('pay-total', 4915);
  await till.press('pad-2');
  await till.press('pad-0');
  await till.press('method-card_standalone');
  await till.id('card-last4').fill('4242');
  await till.press('tender-enter');
  await till.expectAmount('pay-left', 2915);
  await till.press('pad-5');
  await till.press('pad-0');
  await till.press('method-cash');
  await till.expectAmount('pay-change', 2085);
  await expect(till.id('payment-validate')).toContainText(words.validate);
  await till.press('payment-validate');
  await till.expectAmount('change', 2085);
}

async function closeDay(till: Till, language: Language): Promise<void> {
  await till.action('action-report');
  await till.expectAmount('report-total', 4915);
  await till.keys('Escape', 'Escape');
  await till.keys('F10');
  await expect(till.id('action-close-shift')).toContainText(WORDS[language].close);
  await till.press('action-close-shift');
  await till.id('count-10000').fill('1');
  await till.id('count-1000').fill('7');
  await till.id('count-200').fill('4');
  await till.id('count-100').fill('1');
  await till.id('count-10').fill('1');
  await till.id('count-5').fill('1');
  await till.expectAmount('count-total', 17_915);
  await till.press('close-check');
  await till.expectAmount('expected-cash', 15_000 + 2915);
  await till.id('float-left-input').fill('150');
  await till.press('shift-close');
  await till.press('close-done');
  await expect(till.id('open-shift')).toBeVisible();
}

for (const language of ['fr', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('a day at the till, from signing in to the closed shift', async ({ printer, window }) => {
      await test.step('sign in, choose, open', () => open(window, language));
      await test.step('fill the order', () => fillOrder(window));
      await test.step('name the customer', () => nameCustomer(window));
      await test.step('pay by card and cash', () => paySplit(window, language));
      await test.step('print, finish', async () => {
        await window.press('print-ticket');
        const [paper] = await printer.expectPapers(1);
        expect(paper).toContain('Zoé Nouvelle');
        expect(paper).toContain('49,15');
        await expect(window.id('done-clear')).toContainText(WORDS[language].finish);
        await window.press('done-clear');
        await window.expectEmpty();
        await expect(window.id('customer-name')).toContainText(WORDS[language].walkIn);
      });
      await test.step('amounts are written as the language does', async () => {
        await window.keys('5', '*');
        await expect(window.id('buffer')).toHaveText('5 ×');
        await window.keys('1', '0', '0', '8', 'Enter');
        await expect(window.id('total')).toHaveText(WORDS[language].money);
        await window.keys('Delete');
      });
      await test.step('close', () => closeDay(window, language));
      await test.step('the next person comes straight to the workstation', async () => {
        await window.press('sign-out');
        await window.signIn('Hugo Marchand', '2345');
        await expect(window.id('open-shift')).toContainText('Caisse 01');
      });
    });
  });
}
