// What is checked of every screen, and the pictures taken of it for people to look at. One walk shows all of it, because
// getting to the screens costs more than looking at them.

import { expect, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { illegible } from './legibility.ts';
import { picture, pictures } from './pictures.ts';
import type { Look } from './screens.ts';
import { beyondKeyboard, type Target, targets } from './targets.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a walk looks at. The first size is that of the walk. */
export interface Inspection {
  readonly sizes: readonly Size[];
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

const FLOOR = 48;

/**
 * Looks at every screen of a walk: rules of WCAG in both themes, sizes and cut text at every size of window. Pictures in
 * French are of every size and both themes, in English of the first size and the light one.
 */
export function inspect(page: Page, wanted: Inspection, findings: Findings): Look {
  return async (screen) => {
    findings.screens += 1;
    findings.beyond.push(...(await beyondKeyboard(page)).map((name) => `${screen}: ${name}`));
    for (const [index, size] of wanted.sizes.entries()) {
      if (index > 0) await resize(page, size);
      await measure(page, `${screen} at ${size.width}`, wanted, findings);
      const name = `screens/${screen}-${size.width}-${wanted.language}`;
      if (wanted.language === 'fr') await pictures(page, name);
      else if (index === 0) await picture(page, name);
    }
    const [first] = wanted.sizes;
    if (first !== undefined && wanted.sizes.length > 1) await resize(page, first);
    await expectAccessibleInBothThemes(page, screen);
  };
}

/** Of another size, and drawn at it: until then a page still answers for the old one what lies over what. */
async function resize(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
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
