import { describe, expect, it } from 'vitest';
import type { PromotionView } from '#bindings/api';
import { daysWrong, draftOf, emptyPromotion, ruleOf, saveOf } from './draft';

const promotion: PromotionView = {
  id: 'p-1',
  name: 'Fête des mères',
  rule: { kind: 'percent', rate: 12_500 },
  scope: { kind: 'articles', ids: ['a-1'] },
  articles: [{ article_id: 'a-1', name: 'Rose', unit_price: 3_500_000 }],
  first_day: '2026-05-25',
  last_day: '2026-05-31',
  state: 'upcoming',
  used: false,
};

describe('promotion draft', () => {
  it('saves back what was read when nothing changes, whatever the rule', () => {
    const rules: PromotionView['rule'][] = [promotion.rule, { kind: 'fixed_price', unit_price: 2_990_000 }, { kind: 'n_for_m', pieces: 3, paid: 2 }];
    const scopes: PromotionView['scope'][] = [promotion.scope, { kind: 'departments', ids: ['d-1', 'd-2'] }, { kind: 'everything' }];
    for (const rule of rules) {
      for (const scope of scopes) {
        const view = { ...promotion, rule, scope };
        expect(saveOf('p-1', draftOf(view, ','))).toEqual({ id: 'p-1', name: view.name, rule, scope, first_day: '2026-05-25', last_day: '2026-05-31' });
      }
    }
  });

  it('takes no rule that gives nothing or more than there is', () => {
    const empty = emptyPromotion('2026-05-25');
    for (const wrong of [{ rate: '' }, { rate: '0' }, { rate: '101' }]) expect(ruleOf({ ...empty, ...wrong })).toBeNull();
    for (const [pieces, paid] of [['3', '3'], ['3', '0'], ['2', '3'], ['', '1'], ['3', '1,5']] as const) {
      expect(ruleOf({ ...empty, kind: 'n_for_m', pieces, paid })).toBeNull();
    }
  });

  it('needs a name, something that it is for, and days in their order', () => {
    const whole = draftOf(promotion, ',');
    expect(saveOf(null, whole)).not.toBeNull();
    for (const hole of [{ name: ' ' }, { articles: [] }, { firstDay: '' }, { lastDay: '2026-05-24' }]) expect(saveOf(null, { ...whole, ...hole })).toBeNull();
    expect(saveOf(null, { ...whole, scope: 'departments' })).toBeNull();
    expect(daysWrong({ ...whole, lastDay: '2026-05-24' })).toBe(true);
  });
});
