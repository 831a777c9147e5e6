// Accessibility rules, run inside the page. Evaluated as a script of the tester, which no security policy of the page
// concerns.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { inBothThemes } from './pictures.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA. */
const ALL: RunOptions['runOnly'] = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** The rules of it that a change of colours alone can break. */
const OF_COLOURS: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Fails with every violation of WCAG 2.2 AA that is on the screen. */
export function expectAccessible(page: Page, screen: string): Promise<void> {
  return expectNothing(page, screen, ALL);
}

/** The same in both themes, which differ in colours only. */
export function expectAccessibleInBothThemes(page: Page, screen: string): Promise<void> {
  return inBothThemes(page, (theme) => expectNothing(page, `${screen}, ${theme}`, theme === 'light' ? ALL : OF_COLOURS));
}

async function expectNothing(page: Page, screen: string, runOnly: RunOptions['runOnly']): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (rules) => {
    const axe = (window as unknown as { axe: { run(scope: Document, options: object): Promise<AxeResults> } }).axe;
    // No rule of these looks at style sheets or media beforehand.
    const results = await axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false });
    return results.violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`) }));
  }, runOnly);
  expect.soft(violations, screen).toEqual([]);
}
