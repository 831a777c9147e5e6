import { describe, expect, it } from 'vitest';
import type { ShopOptions } from '#bindings/api';
import { Formats } from '#lib/i18n/format';
import { draftOf, limitOf, optionsOf, reasonsOf } from './draft';

const OPTIONS: ShopOptions = {
  service_modes: false,
  price_accuracy: true,
  discount_limit: 12_500,
  write_off_limit: 1_50,
  discount_reasons: ['Geste commercial', 'Personnel'],
  return_reasons: [],
};

describe('options', () => {
  it('come back from their texts as they were', () => {
    const draft = draftOf(OPTIONS, new Formats('fr-FR', 'EUR', 'Europe/Paris'));
    expect([draft.discountLimit, draft.writeOffLimit]).toEqual(['12,5', '1,50']);
    expect(optionsOf(draft)).toEqual(OPTIONS);
  });

  it('are not saved while a figure is none', () => {
    const draft = draftOf(OPTIONS, new Formats('fr-FR', 'EUR', 'Europe/Paris'));
    expect(optionsOf({ ...draft, writeOffLimit: 'un' })).toBeNull();
    expect(optionsOf({ ...draft, writeOffLimit: '-1' })).toBeNull();
    expect([limitOf('100'), limitOf('0'), limitOf('100,1'), limitOf('')]).toEqual([100_000, 0, null, null]);
  });

  it('have a reason a line, without empty ones', () => {
    expect(reasonsOf(' a \n\n b')).toEqual(['a', 'b']);
  });
});
