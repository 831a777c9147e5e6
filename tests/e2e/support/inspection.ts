// What is checked of every screen, and the pictures taken of it for people to look at (test-results/screens; nothing is
// compared with them). One walk shows all of it, because getting to the screens costs more than looking at them.

import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { illegible } from './legibility.ts';
import type { Look } from './screens.ts';
import { beyondKeyboard, type Target, targets } from './targets.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a walk looks at. The first size is that of the walk. */
export interface Inspection {
  readonly sizes: readonly Size[];
  /** Where pictures go, and of which language. */
  readonly folder: string;
  readonly language: 'fr' | 'en';
  /** The least size of what is tapped, in CSS pixels. */
  readonly tapped: number;
  /** What may be smaller than that, down to 48. */
  readonly smaller?: readonly string[];
}

/** What a walk has found; empty lists are what is wanted. */
export class Findings {
  readonly small: string[] = [];
  readonly beyond: string[] = [];
  readonly illegible: string[] = [];
  readonly sideways: string[] = [];
  /** Of the controls that may be smaller, those that were. */
  readonly smaller = new Set<string>();
  screens = 0;
  controls = 0;

  expectNone(): void {
    const { small, beyond, illegible, sideways } = this;
    expect({ small, beyond, illegible, sideways }).toEqual({ small: [], beyond: [], illegible: [], sideways: [] });
  }
}

const THEMES = ['light', 'dark'] as const;
const FLOOR = 48;

/** Looks at every screen of a walk: rules of WCAG and pictures in both themes, sizes and cut text at every size of window. */
export function inspect(page: Page, wanted: Inspection, findings: Findings): Look {
  return async (screen) => {
    findings.screens += 1;
    findings.beyond.push(...(await beyondKeyboard(page)).map((name) => `${screen}: ${name}`));
    for (const [index, size] of wanted.sizes.entries()) {
      if (index > 0) await page.setViewportSize(size);
      await measure(page, `${screen} at ${size.width}`, wanted, findings);
      await picture(page, wanted, `${screen}-${size.width}`, index === 0 || wanted.language === 'fr');
    }
    const [first] = wanted.sizes;
    if (first !== undefined && wanted.sizes.length > 1) await page.setViewportSize(first);
    await inBothThemes(page, (theme) => expectAccessible(page, `${screen}, ${theme}`));
  };
}

async function measure(page: Page, where: string, wanted: Inspection, findings: Findings): Promise<void> {
  for (const target of await targets(page, wanted.smaller ?? [])) {
    findings.controls += 1;
    if (target.least >= wanted.tapped) continue;
    if (target.matched !== null) findings.smaller.add(target.matched);
    if (isTooSmall(target)) findings.small.push(`${where}: ${target.name} ${target.size}`);
  }
  findings.illegible.push(...(await illegible(page)).map((text) => `${where}: ${text}`));
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) findings.sideways.push(`${where}: ${sideways}`);
}

const isTooSmall = ({ matched, least }: Target): boolean => matched === null || least < FLOOR;

/** Pictures in French at every size and in both themes; in English at the first size only, in the light one. */
async function picture(page: Page, { folder, language }: Inspection, name: string, taken: boolean): Promise<void> {
  if (!taken) return;
  const shoot = (theme: string): Promise<unknown> => page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`), animations: 'disabled' });
  if (language === 'fr') await inBothThemes(page, shoot);
  else await shoot('light');
}

/** Themes are colours only, so a screen need not be reached again to be seen in the other one. */
async function inBothThemes(page: Page, look: (theme: string) => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme']);
  for (const theme of THEMES) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    await look(theme);
  }
  await page.evaluate((name) => (document.documentElement.dataset['theme'] = name ?? 'light'), before);
}
