// The till as a cashier sees it.

import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { Scanner } from './scanner.ts';

/** Articles of the French sample shop: bar code, name, price in cents. */
export const ARTICLES = {
  baguette: { code: '1001', barcode: '3760999010011', name: 'Baguette de tradition', price: 130 },
  ordinary: { code: '1002', barcode: '3760999010028', name: 'Baguette ordinaire', price: 105 },
  ficelle: { code: '1004', barcode: '3760999010042', name: 'Ficelle', price: 85 },
  country: { code: '1007', barcode: '3760999010073', name: 'Pain de campagne', price: 320 },
  kettle: { code: '2101', barcode: '3760999021017', name: 'Bouilloire électrique', price: 3990 },
  toaster: { code: '2102', barcode: '3760999021024', name: 'Grille-pain', price: 4490 },
} as const;

/** A code that no article of the sample shops has; its check digit is right. */
export const UNKNOWN_CODE = '3017620422003';

/** Long after the fingers have gone on. */
const LATE_MS = 700;

/** Between two keys of a person who copies figures; faster ones may be a scanner's. */
export const BY_HAND_MS = 60;

/** The guard against slips ignores a payment within a quarter of a second of a change of the order. */
const GUARD_MS = 300;

export class Till {
  readonly scanner: Scanner;
  readonly lines: Locator;

  readonly #asked = new Set<Request>();
  /** When the program was last asked something, or answered. */
  #busyAt = 0;

  constructor(readonly page: Page) {
    page.on('request', (request) => {
      if (request.method() === 'POST') this.#busy(() => this.#asked.add(request));
    });
    const ended = (request: Request): void => this.#busy(() => this.#asked.delete(request));
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
    this.scanner = new Scanner(page);
    this.lines = page.getByTestId('line');
  }

  id(testid: string): Locator {
    return this.page.getByTestId(testid);
  }

  async press(testid: string): Promise<void> {
    await this.id(testid).click();
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  tile(name: string): Locator {
    return this.id('tile').filter({ hasText: name }).first();
  }

  group(name: string): Locator {
    return this.id('tile-group').filter({ hasText: name }).first();
  }

  /** Scans a known article, once there is a sale that hears it, and waits until it stands on the order. */
  async scan(article: { readonly barcode: string; readonly name: string }): Promise<void> {
    await expect(this.id('sale')).toBeVisible();
    await this.scanner.scan(article.barcode);
    await expect(this.line(article.name)).toBeVisible();
  }

  line(name: string): Locator {
    return this.lines.filter({ has: this.page.getByTestId('line-name').getByText(name, { exact: true }) });
  }

  async signIn(name: string, pin: string): Promise<void> {
    await this.id('user-tile').filter({ hasText: name }).click();
    await this.id('pin-input').fill(pin);
    await this.press('pin-submit');
  }

  /** From now on the answers to these commands come late. */
  async slowAnswers(commands: RegExp): Promise<void> {
    await this.page.route(
      (address) => commands.test(address.pathname),
      async (route) => {
        await this.page.waitForTimeout(LATE_MS);
        await route.continue();
      },
    );
  }

  /** Opens the sheet of actions and takes one. */
  async action(testid: string): Promise<void> {
    await this.keys('F10');
    await this.press(testid);
  }

  /** An amount on screen, in minor units. */
  async expectAmount(testid: string, minor: number): Promise<void> {
    await expect(this.id(testid)).toHaveAttribute('data-minor', String(minor));
  }

  async expectQuantity(name: string, quantity: string): Promise<void> {
    await expect(this.line(name).getByTestId('line-quantity')).toHaveText(quantity);
  }

  /** The sale screen is there, with its tiles; a scan before that is nobody's. */
  async expectReady(): Promise<void> {
    await expect(this.id('sale').getByTestId('tile').first()).toBeVisible();
  }

  /** The sale screen is ready for the next customer. */
  async expectEmpty(): Promise<void> {
    await expect(this.id('order-empty')).toBeVisible();
    await expect(this.lines).toHaveCount(0);
    await this.expectAmount('total', 0);
  }

  /** Waits as a person does who looks at the order before taking money for it: it has changed, and changes no more. */
  async passGuard(): Promise<void> {
    do await this.page.waitForTimeout(GUARD_MS);
    while (this.#asked.size > 0 || performance.now() - this.#busyAt < GUARD_MS);
  }

  #busy(change: () => void): void {
    change();
    this.#busyAt = performance.now();
  }

  /** Settles what is on the order with the exact amount in cash. */
  async settle(): Promise<void> {
    await this.passGuard();
    await this.keys('Control+Enter');
    await expect(this.id('done')).toBeVisible();
  }
}
