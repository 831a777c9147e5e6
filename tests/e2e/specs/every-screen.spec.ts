// Every screen, in both languages and both themes, at the sizes of the computers it is meant for: WCAG 2.2 AA, the size of
// what is tapped (ux.md 2.5), reach of the keyboard, cut or covered text; and a picture of each to look at.

import { expect, test } from '../support/fixtures.ts';
import { Findings, type Inspection, inspect, type Size } from '../support/inspection.ts';
import { illegible } from '../support/legibility.ts';
import { managedShop, signedInAtTablet, TABLET } from '../support/pilotage.ts';
import { visitQuebecOffice, visitQuebecTill } from '../support/quebec-screens.ts';
import { visitManager, visitOffice, visitTill } from '../support/screens.ts';
import { visitWizard } from '../support/wizard.ts';

const LAPTOP = { width: 1366, height: 768 };
const TILL: readonly Size[] = [LAPTOP, { width: 1024, height: 768 }, { width: 1920, height: 1080 }];
const UPRIGHT = { width: 820, height: 1180 };

/** Controls of the till between 48 and 56 pixels, and why. An entry that no screen needs any more fails the test. */
const SMALLER: Record<string, string> = {
  'input[id^=count-]': 'fifteen denominations of a count share one screen; counted twice a day, with 24 pixels of free width beside',
  'input[id^=count-] ~ button, button:has(~ input[id^=count-])': '− and + of the same rows: a miss is seen in the sum beside it and taken back by the next tap',
};

for (const language of ['fr', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language });
    test.beforeEach(() => test.setTimeout(420_000));

    const wanted = (sizes: readonly Size[], tapped: number): Inspection => ({ sizes, language, tapped });

    test('every screen of the till', async ({ printer, window }) => {
      // The till has one; that is all this needs of it.
      void printer;
      const findings = new Findings();
      const inspection = { ...wanted(TILL, 56), smaller: Object.keys(SMALLER) };
      await visitTill(window, inspect(window.page, inspection, findings));
      findings.expectNone();
      expect([...findings.smaller].sort(), 'exceptions that a screen still needs').toEqual(Object.keys(SMALLER).sort());
      expect(findings.screens).toBeGreaterThan(30);
      expect(findings.controls).toBeGreaterThan(1_000);
    });

    test('every screen of the back office', async ({ shop, till }) => {
      const findings = new Findings();
      await till.page.setViewportSize(LAPTOP);
      await till.page.goto(shop.address('gestion.html'));
      await visitOffice(till, inspect(till.page, wanted([LAPTOP, TABLET], 24), findings));
      findings.expectNone();
    });

    test('every screen of the manager’s view', async ({ page, context }) => {
      const findings = new Findings();
      const shop = await managedShop();
      const tablet = await signedInAtTablet(shop, page, context, { language, theme: 'light' });
      await visitManager(tablet, inspect(page, wanted([TABLET, UPRIGHT], 48), findings));
      findings.expectNone();
      await shop.close();
    });

    test.describe('in Québec', () => {
      test.use({ sample: 'qc' });

      test('every screen that only Québec has', async ({ shop, till }) => {
        const findings = new Findings();
        await till.page.setViewportSize(LAPTOP);
        await visitQuebecTill(till, inspect(till.page, wanted(TILL, 56), findings));
        await till.page.goto(shop.address('gestion.html'));
        await visitQuebecOffice(till, inspect(till.page, wanted([LAPTOP, TABLET], 24), findings));
        findings.expectNone();
      });
    });

    test.describe('first run', () => {
      test.use({ sample: 'empty' });

      test('every step of the first run', async ({ window }) => {
        const findings = new Findings();
        await visitWizard(window, inspect(window.page, wanted(TILL, 24), findings));
        findings.expectNone();
      });
    });
  });
}

test('what is cut, covered or out of the window is found', async ({ till }) => {
  const plant = (style: string): Promise<void> =>
    till.page.evaluate((css) => {
      document.querySelector('#planted')?.remove();
      const box = document.createElement('div');
      box.id = 'planted';
      box.style.cssText = `position:absolute;top:8px;left:8px;white-space:nowrap;z-index:99;${css}`;
      box.textContent = 'un texte planté';
      document.body.append(box);
    }, style);
  expect(await illegible(till.page)).toEqual([]);
  await plant('width:20px;overflow:hidden');
  expect(await illegible(till.page)).toEqual(['cut at the side: «un texte planté»']);
  await plant('height:6px;overflow:hidden');
  expect(await illegible(till.page)).toEqual(['cut in height: «un texte planté»']);
  await plant('left:1360px');
  expect(await illegible(till.page)).toEqual(['outside the window: «un texte planté»']);
  await plant('z-index:-1;top:60px');
  expect(await illegible(till.page)).toEqual(['covered: «un texte planté»']);
});
