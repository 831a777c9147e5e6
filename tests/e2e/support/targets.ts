// What can be tapped on a screen, and how large it is.

import type { Page } from '@playwright/test';

export interface Target {
  readonly name: string;
  /** The least of width and height, in CSS pixels. */
  readonly least: number;
  readonly size: string;
  /** Which of the selectors asked about the control answers to; the first that does. */
  readonly matched: string | null;
}

/** Everything that can be tapped on what is visible now: buttons, tabs, choices, fields and links. */
export function targets(page: Page, selectors: readonly string[] = []): Promise<Target[]> {
  return page.evaluate((known) => {
    const kinds = 'button, a[href], input:not([type=file]), select, textarea, summary, [role=button], [role=tab], [role=option], [role=radio]';
    const visible = [...document.querySelectorAll<HTMLElement>(kinds)].filter((control) =>
      control.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    return visible.map((control) => {
      // What stands in a label is tapped by it.
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      const name = control.dataset['testid'] ?? (control.textContent?.trim() || control.tagName);
      const size = `${Math.round(width)}×${Math.round(height)}`;
      return { name, least: Math.min(width, height), size, matched: known.find((selector) => control.matches(selector)) ?? null };
    });
  }, selectors);
}

/**
 * Every visible control that is switched on and that the keyboard cannot get to: no stop of Tab, and no tab or option of a
 * row that has one (arrow keys walk the rest). All are controls of the browser, which Enter, Space or typing uses.
 */
export function beyondKeyboard(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a, input:not([type=file]), select, textarea, summary, [role=button], [role=tab], [role=option]')];
    const visible = controls.filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !control.matches(':disabled'));
    const out = visible.filter((control) => {
      const own = control.matches('button, a[href], input, select, textarea, summary');
      const kind = ['tab', 'option'].find((role) => control.matches(`[role=${role}]`));
      const row = kind === undefined ? null : control.closest('[role=tablist], [role=listbox]');
      return (!own && row === null) || (control.tabIndex < 0 && (row?.querySelector(`[role=${kind}][tabindex="0"]`) ?? null) === null);
    });
    return out.map((control) => control.dataset['testid'] ?? (control.textContent?.trim() || control.tagName));
  });
}
