import { describe, expect, it } from 'vitest';
import { emptyRows, favouritesOf } from './favourites';

describe('favourites', () => {
  it('are the rows that were touched, in order', () => {
    const [first, second, third, ...rest] = emptyRows('t');
    const rows = [{ ...first!, name: ' Pain ', price: '1,20' }, second!, { ...third!, name: 'Tarte', price: '9.905' }, ...rest];
    expect(favouritesOf(rows)).toEqual([
      { name: 'Pain', unit_price: 1_200_000, tax_category_id: 't' },
      { name: 'Tarte', unit_price: 9_905_000, tax_category_id: 't' },
    ]);
    expect(favouritesOf(emptyRows('t'))).toEqual([]);
  });

  it('are not complete without name, price or tax', () => {
    for (const change of [{ name: 'Pain' }, { price: '1' }, { name: 'Pain', price: 'x' }, { name: 'Pain', price: '-1' }, { name: 'Pain', price: '1', tax: '' }]) {
      const [first, ...rest] = emptyRows('t');
      expect(favouritesOf([{ ...first!, ...change }, ...rest])).toBeNull();
    }
  });
});
