import { expect, test } from '../support/fixtures.ts';
for (const [sample, language, theme, w] of [['fr','fr','light',1366],['fr','en','dark',1024],['qc','fr','dark',1366],['qc','en','light',1024]] as const)
  test.describe(`${sample} ${language}`, () => {
    test.use({ sample, language, theme });
    test('shot', async ({ till, seat, shop }) => {
      const { identity } = await seat.call('shop_view', {});
      if (sample === 'fr') await seat.call('shop_identity_save', { ...identity, naf: '' });
      await till.page.setViewportSize({ width: w, height: 768 });
      await till.page.goto(shop.address('gestion.html'));
      await till.press('nav-societe');
      await expect(till.id('identity-city')).toBeVisible();
      await till.page.waitForTimeout(400);
      await till.page.screenshot({ path: `/tmp/w/company-${sample}-${language}.png` });
    });
  });
