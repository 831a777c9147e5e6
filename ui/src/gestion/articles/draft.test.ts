import { describe, expect, it } from 'vitest';
import { barcodesOf, draftOf, emptyArticle, priceOf, priceText, saveOf, withBarcode } from './draft';

const article = {
  id: 'a-1',
  code: '17',
  name: 'Croissant',
  unit: 'pièce',
  unit_price: 1_250_000,
  list_prices: [{ price_list_id: 'l-1', unit_price: 990_000 }],
  next_price: { unit_price: 1_300_000, from_day: '2026-12-01' },
  tax_category_id: 't-1',
  tax_category_name: 'TVA 5,5 %',
  on_site_tax_category_id: 't-2',
  delivered_tax_category_id: null,
  department_id: null,
  department_name: null,
  barcodes: ['3017620422003', '2000000000017'],
  stock: null,
  durable: false,
  active: true,
};

describe('article draft', () => {
  it('writes a price with at least two decimals and no more than it has', () => {
    expect(priceText(1_250_000, ',')).toBe('1,25');
    expect(priceText(2_455_500, ',')).toBe('2,4555');
    expect(priceText(0, '.')).toBe('0.00');
    expect(priceText(70_000, ',')).toBe('0,07');
    expect(priceText(12_345_000_000, '.')).toBe('12345.00');
  });

  it('reads back every price that it writes', () => {
    for (const price of [0, 1, 10_000, 999_999, 1_000_000, 8_290_000, 123_456_789_012]) {
      expect(priceOf(priceText(price, ','))).toBe(price);
      expect(priceOf(priceText(price, '.'))).toBe(price);
    }
  });

  it('refuses negative and finer prices than can be kept', () => {
    expect([priceOf('-1'), priceOf('1,2345678'), priceOf(''), priceOf('abc')]).toEqual([null, null, null, null]);
  });

  it('saves back what was read when nothing changes', () => {
    expect(saveOf('a-1', draftOf(article, ','))).toEqual({
      id: 'a-1',
      code: '17',
      name: 'Croissant',
      unit: 'pièce',
      unit_price: 1_250_000,
      list_prices: [{ price_list_id: 'l-1', unit_price: 990_000 }],
      next_price: { unit_price: 1_300_000, from_day: '2026-12-01' },
      tax_category_id: 't-1',
      on_site_tax_category_id: 't-2',
      delivered_tax_category_id: null,
      department_id: null,
      barcodes: ['3017620422003', '2000000000017'],
      stocked: false,
      durable: false,
      active: true,
    });
  });

  it('needs a name, a price and a tax', () => {
    const whole = { ...emptyArticle('t-1'), name: 'Pain', price: '1' };
    expect(saveOf(null, whole)).not.toBeNull();
    for (const hole of [{ name: ' ' }, { price: '' }, { tax: '' }]) expect(saveOf(null, { ...whole, ...hole })).toBeNull();
  });

  it('takes prices of lists that are prices, and a price to come with its day', () => {
    const whole = draftOf(article, ',');
    expect(saveOf('a-1', { ...whole, listPrices: { 'l-1': ' ' }, nextPrice: '', nextFrom: '' })).toMatchObject({ list_prices: [], next_price: null });
    for (const hole of [{ listPrices: { 'l-1': 'x' } }, { nextPrice: '' }, { nextFrom: '' }]) expect(saveOf('a-1', { ...whole, ...hole })).toBeNull();
  });

  it('takes bar codes one per line, each once', () => {
    expect(barcodesOf(' 3017620422003\n\n96385074, 96385074')).toEqual(['3017620422003', '96385074']);
    expect(withBarcode('3017620422003', '96385074')).toBe('3017620422003\n96385074');
    expect(withBarcode('3017620422003\n', '3017620422003')).toBe('3017620422003');
  });
});
