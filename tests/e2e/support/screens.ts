// The way to every screen, for tests that look at all of them.

import { expect } from '@playwright/test';
import { visitAccounting, visitArchives } from './books-screens.ts';
import { visitDocuments } from './document-screens.ts';
import { visitInvoices } from './invoice-screens.ts';
import { ARTICLES, type Till, UNKNOWN_CODE } from './till.ts';

/** Called on every screen, with its name. */
export type Look = (screen: string) => Promise<void>;

/** From the first window to the closed shift; `till.page` is before the sign-in. */
export async function visitTill(till: Till, look: Look): Promise<void> {
  await expect(till.id('user-tile').first()).toBeVisible();
  await look('sign-in');
  await till.signIn('Claire Delmas', '0000');
  await expect(till.id('pin-error')).not.toBeEmpty();
  await look('sign-in-refused');
  await till.signIn('Claire Delmas', '1234');
  await expect(till.id('workstation').first()).toBeVisible();
  await look('choose-workstation');
  await till.id('workstation').filter({ hasText: 'Caisse 01' }).click();
  await till.id('count-5000').fill('3');
  await look('open-shift');
  await till.press('shift-open');
  await visitSale(till, look);
  await visitPanels(till, look);
  await visitPayment(till, look);
  await visitSheets(till, look);
  await visitDocuments(till, look);
  await visitInvoices(till, look);
  await visitClosing(till, look);
}

async function visitSale(till: Till, look: Look): Promise<void> {
  await expect(till.id('tile').first()).toBeVisible();
  await look('sale-empty');
  for (const article of [ARTICLES.baguette, ARTICLES.kettle, ARTICLES.country]) await till.scan(article);
  await till.keys('1', '2', '*');
  await expect(till.id('buffer')).toBeVisible();
  await look('sale');
  await till.keys('Escape');
  await till.scanner.scan(UNKNOWN_CODE);
  await expect(till.id('line-unknown')).toBeVisible();
  await look('sale-unknown-code');
  await till.keys('c');
  await expect(till.id('article-name')).toBeVisible();
  await look('new-article');
  await till.press('panel-close');
  await till.keys('x');
  await expect(till.id('line-unknown')).toHaveCount(0);
  // The offer to undo holds until the order changes.
  await till.keys('+', '-');
  await expect(till.id('toast')).toHaveCount(0);
}

async function visitPanels(till: Till, look: Look): Promise<void> {
  const panels: [string, () => Promise<void>, string][] = [
    ['group', () => till.group('Glaces').click(), 'group-tile'],
    ['search', () => till.keys('F2'), 'search-results-row'],
    ['customer', () => till.keys('F4'), 'customer-row'],
    ['note', () => till.keys('Shift+F7'), 'note-input'],
    ['line-note', () => till.keys('F7'), 'line-note-input'],
    ['seller', () => till.press('seller'), 'seller-choice'],
    ['quantity', () => till.press('line-quantity-edit'), 'quantity-value'],
    ['discount', () => till.keys('F6'), 'discount-reason'],
    ['discount-sale', () => till.keys('Shift+F6'), 'discount-reason'],
    ['fee', () => till.keys('Insert'), 'fee-kind'],
    ['discount-custom', () => till.keys('Insert', 'r'), 'discount-reason'],
    ['price', () => checkPrice(till), 'price-answer'],
    ['missing', () => till.keys('Shift+F2'), 'missing-text'],
  ];
  for (const [name, open, shown] of panels) {
    await open();
    await expect(till.id(shown).first()).toBeVisible();
    await look(name);
    if (name === 'customer') await visitNewCustomer(till, look);
    await till.press('panel-close');
  }
  await visitParked(till, look);
  await till.keys('F1');
  await expect(till.id('help-sheet')).toBeVisible();
  await look('help');
  await till.keys('Escape');
  await expect(till.id('help-sheet')).toBeHidden();
}

async function checkPrice(till: Till): Promise<void> {
  await till.keys('F5');
  await till.id('price-input').fill(ARTICLES.kettle.code);
  await till.keys('Enter');
}

async function visitParked(till: Till, look: Look): Promise<void> {
  await till.keys('F9');
  await till.expectEmpty();
  await till.keys('Shift+F9');
  await expect(till.id('parked')).toHaveCount(1);
  await look('parked');
  await till.keys('Delete');
  await expect(till.id('parked-confirm')).toBeVisible();
  await look('parked-discard');
  await till.press('parked-keep');
  await expect(till.id('parked-confirm')).toBeHidden();
  await till.keys('Enter');
  await expect(till.lines).toHaveCount(3);
}

async function visitNewCustomer(till: Till, look: Look): Promise<void> {
  await till.id('customer-input').fill('Personne encore');
  await till.press('customer-create');
  await expect(till.id('customer-phone')).toBeVisible();
  await look('customer-new');
}

async function visitPayment(till: Till, look: Look): Promise<void> {
  await till.keys('F12');
  await expect(till.id('payment')).toBeVisible();
  await till.press('pad-5');
  await till.press('method-cash');
  await expect(till.id('tender')).toHaveCount(1);
  await look('payment');
  await till.press('method-card_standalone');
  await expect(till.id('card-last4')).toBeVisible();
  await look('payment-card');
  await till.keys('Escape');
  await expect(till.id('tender-detail')).toBeHidden();
  await till.keys('Enter');
  await expect(till.id('done')).toBeVisible();
  await look('done');
  await till.press('send');
  await expect(till.id('send-not-ready')).toBeVisible();
  await look('send');
  await till.keys('Escape');
  await expect(till.id('send-dialog')).toHaveCount(0);
  await till.press('print-ticket');
  await expect(till.id('done-print')).toBeVisible();
}

async function visitSheets(till: Till, look: Look): Promise<void> {
  await till.keys('F10');
  await expect(till.id('actions-sheet')).toBeVisible();
  await look('actions');
  await till.keys('f');
  await till.id('document').getByRole('button').first().click();
  await expect(till.id('ticket-preview')).toBeVisible();
  await look('recent');
  await leaveSheets(till);
  const sheets: [string, string, string][] = [
    ['x-report', 'action-report', 'report-total'],
    ['cash-in', 'action-cash-in', 'cash-amount'],
    ['drawer', 'action-drawer', 'cash-reason'],
    ['prints', 'action-prints', 'print-job'],
    ['diagnostics', 'action-diagnostics', 'diagnostics'],
    ['about', 'action-about', 'about'],
  ];
  for (const [name, action, shown] of sheets) {
    await till.action(action);
    await expect(till.id(shown).first()).toBeVisible();
    await look(name);
    await leaveSheets(till);
  }
}

/** A sheet opened from Actions goes back there or closes; either way the sale is what remains. */
async function leaveSheets(till: Till): Promise<void> {
  await expect(async () => {
    if ((await till.page.getByRole('dialog').count()) > 0) await till.keys('Escape');
    await expect(till.page.getByRole('dialog')).toHaveCount(0, { timeout: 300 });
  }).toPass();
}

async function visitClosing(till: Till, look: Look): Promise<void> {
  await till.action('action-close-shift');
  await till.id('count-5000').fill('3');
  await look('close-count');
  await till.press('close-check');
  await expect(till.id('cash-check')).toBeVisible();
  await look('close-check');
  await till.press('cause-recount');
  await expect(till.id('cause-count')).toBeVisible();
  await look('close-recount');
  await till.press('shift-close');
  await expect(till.id('shift-closed')).toBeVisible();
  await look('shift-closed');
}

const OFFICE_SCREENS = ['postes', 'schemas', 'quarts', 'archives', 'comptabilite', 'articles', 'codes', 'promotions', 'tarifs', 'clients', 'utilisateurs', 'representants', 'livreurs', 'import', 'impression', 'messagerie', 'societe', 'options', 'sauvegarde', 'cles', 'diagnostic', 'apropos'] as const;

/** Every screen of the back office, and what opens from it; somebody is signed in. */
export async function visitOffice(till: Till, look: Look): Promise<void> {
  for (const screen of OFFICE_SCREENS) {
    await till.press(`nav-${screen}`);
    await expect(till.id(`nav-${screen}`)).toHaveAttribute('aria-current', 'page');
    await expect(till.page.locator('[aria-busy=true]')).toHaveCount(0);
    await look(`office-${screen}`);
  }
  const sheets: [string, string, string][] = [
    ['postes', 'workstation-new', 'workstation-sheet'],
    ['articles', 'article-new', 'article-sheet'],
    ['codes', 'code-new', 'code-sheet'],
    ['promotions', 'promotion-new', 'promotion-sheet'],
    ['tarifs', 'price-list-new', 'price-list-sheet'],
    ['clients', 'customer-new', 'customer-sheet'],
    ['utilisateurs', 'user-new', 'user-sheet'],
    ['representants', 'representative-new', 'representative-sheet'],
    ['livreurs', 'courier-new', 'courier-sheet'],
  ];
  for (const [screen, action, sheet] of sheets) {
    await till.press(`nav-${screen}`);
    // An empty list offers the same in its middle.
    await till.id(action).first().click();
    await expect(till.id(sheet)).toBeVisible();
    await look(`office-${sheet}`);
    await till.keys('Escape');
    await expect(till.id(sheet)).toBeHidden();
  }
  await visitArchives(till, look);
  await visitAccounting(till, look);
  await visitLayoutEditor(till, look);
  await till.keys('Control+k');
  await expect(till.id('palette-input')).toBeVisible();
  await look('office-palette');
  await till.keys('Escape');
}

async function visitLayoutEditor(till: Till, look: Look): Promise<void> {
  await till.press('nav-schemas');
  await till.id('layouts-table-row').first().click();
  await expect(till.id('layout-tile').first()).toBeVisible();
  await expect(till.id('layout-article').first()).toBeVisible();
  await look('office-layout-page');
  await till.id('layout-tile').first().click();
  await look('office-layout-tile');
  await till.press('layout-group-add');
  await till.press('layout-group-open');
  await expect(till.id('layout-group')).toBeVisible();
  await look('office-layout-group');
  await till.press('layout-assign');
  await expect(till.id('layout-user-C01')).toBeVisible();
  await look('office-layout-workstations');
  await till.keys('Escape');
  await expect(till.id('layout-user-C01')).toBeHidden();
  await till.press('nav-articles');
  await expect(till.id('layout-leave')).toBeVisible();
  await look('office-layout-leave');
  await till.press('leave-discard');
  await expect(till.id('articles')).toBeVisible();
}

const MANAGER_SCREENS = ['quarts', 'ecarts', 'rapports', 'postes', 'journal', 'apropos'] as const;

/** Every screen of the manager's view, and a shift in full; a manager is signed in. */
export async function visitManager(till: Till, look: Look): Promise<void> {
  for (const screen of MANAGER_SCREENS) {
    await till.press(`rail-${screen}`);
    await expect(till.id(`rail-${screen}`)).toHaveAttribute('aria-current', 'page');
    await expect(till.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(till.page.getByRole('status', { name: /Lecture|Reading|Loading/u })).toHaveCount(0);
    await look(`manager-${screen}`);
  }
  await till.press('rail-postes');
  await till.id('card-diagnostics').first().click();
  await expect(till.id('diagnostics')).toBeVisible();
  await look('manager-diagnostics');
  await till.keys('Escape');
  await till.press('rail-quarts');
  const shifts: [string, string][] = [
    ['open-shifts', 'manager-open-shift'],
    ['closed-shifts', 'manager-closed-shift'],
  ];
  for (const [list, name] of shifts) {
    await till.id(list).getByTestId('shift-link').first().click();
    await expect(till.id('verdict')).toBeVisible();
    await expect(till.id('documents').or(till.id('documents-none'))).toBeVisible();
    await look(name);
    await till.press('back');
  }
}
