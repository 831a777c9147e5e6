import { describe, expect, it } from 'vitest';
import { csv } from './csv';
import { fieldOf, remapped } from './mapping';

describe('mapping', () => {
  const mapping = [
    { column: 0, field: 'barcode' as const },
    { column: 2, field: 'name' as const },
  ];

  it('moves a field from its old column to the new one', () => {
    expect(remapped(mapping, 1, 'name')).toEqual([
      { column: 0, field: 'barcode' },
      { column: 1, field: 'name' },
    ]);
  });

  it('replaces the field of a column, or clears it', () => {
    expect(remapped(mapping, 0, 'code')).toEqual([
      { column: 0, field: 'code' },
      { column: 2, field: 'name' },
    ]);
    expect(remapped(mapping, 0, null)).toEqual([{ column: 2, field: 'name' }]);
    expect(remapped(mapping, 1, null)).toEqual(mapping);
  });

  it('tells the field of a column', () => {
    expect(fieldOf(mapping, 2)).toBe('name');
    expect(fieldOf(mapping, 1)).toBeNull();
  });
});

describe('rejected rows as CSV', () => {
  it('quotes what would break a row', () => {
    expect(csv([['a;b', 'c"d', 'e\nf', 'g,h']], ';')).toBe('"a;b";"c""d";"e\nf";g,h\r\n');
    expect(csv([['a;b', 'g,h']], ',')).toBe('a;b,"g,h"\r\n');
  });

  it('keeps formulas from running, and numbers as they are', () => {
    expect(csv([['=1+1', '+33', '@x', '-5', '-5,20', '-A1']], ';')).toBe("'=1+1;'+33;'@x;-5;-5,20;'-A1\r\n");
  });
});
