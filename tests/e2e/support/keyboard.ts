// A person without a mouse: goes to a control with Tab or arrow keys and presses Enter. Nothing here points or clicks.

import { expect, type Locator, type Page } from '@playwright/test';

const FURTHEST = 80;

export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses a key until the control has the focus. */
  async reach(control: Locator, key = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let steps = 0; steps < FURTHEST; steps += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${FURTHEST} times ${key} do not reach ${String(control)}`);
  }

  /** Reaches a control and uses it. */
  async use(control: Locator, key = 'Tab'): Promise<void> {
    await this.reach(control, key);
    await this.page.keyboard.press('Enter');
  }

  /** Types as a person does: slower than a scanner. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 50 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key, { delay: 30 });
  }
}
