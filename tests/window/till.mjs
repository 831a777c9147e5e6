// The till as a cashier sees it: what a journey does, in the words of the trade.

import { MANAGER } from './setup.mjs';
import { Key, until } from './webdriver.mjs';

export class Till {
  constructor(window) {
    this.window = window;
  }

  async signIn() {
    await (await this.window.withText('user-tile', MANAGER.name)).click();
    await this.window.fill('pin-input', MANAGER.pin);
    await this.window.press('pin-submit');
  }

  /** Signs in and comes to the sale screen, by way of the workstation and the shift where they are asked for. */
  async toSale() {
    await this.signIn();
    for (;;) {
      const [sale, workstation, open] = await Promise.all(
        ['sale', 'workstation', 'shift-open'].map((id) => this.window.all(`[data-testid="${id}"]`)),
      );
      if (sale.length > 0) return;
      if (workstation.length > 0) await workstation[0].click().catch(() => undefined);
      else if (open.length > 0) await open[0].click().catch(() => undefined);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async choose(workstation) {
    await (await this.window.withText('workstation', workstation)).click();
  }

  /** Counts a drawer: pieces by denomination in cents. */
  async count(pieces) {
    for (const [denomination, count] of Object.entries(pieces)) {
      await this.window.fill(`count-${denomination}`, String(count));
    }
  }

  /** Scans an article and waits for its line. */
  async scan(article, lines) {
    await this.window.scan(article.code);
    await until(`line ${lines}`, async () => (await this.window.all('[data-testid="line"]')).length === lines);
  }

  /** Opens the sheet of actions and takes one. */
  async action(id) {
    await this.window.keys(Key.f10);
    await this.window.press(id);
  }

  /** Takes a note from the customer. The till ignores taps right after a change of the cart, as slips of the hand. */
  async takeCash(note) {
    const button = await this.window.withText('quick-cash', note);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await button.click();
  }

  /** Waits until an amount on screen has this value, in cents. */
  async amountIs(id, cents) {
    let seen;
    const matches = async () => {
      const [element] = await this.window.all(`[data-testid="${id}"]`);
      seen = await element?.attribute('data-minor').catch(() => undefined);
      return seen === String(cents);
    };
    await until(`${id} to be ${cents}`, matches).catch((cause) => {
      throw new Error(`${cause.message}; it is ${seen}`);
    });
  }

  async textOf(id) {
    return (await this.window.byTestId(id)).text();
  }
}
