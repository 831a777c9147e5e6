import { describe, expect, it } from 'vitest';
import type { DocumentLineView } from '#bindings/api';
import { NOTHING, ONE, returnLines, setQuantity, setRestock, step, takeArticle, toggle } from './draft';
import { ticketNumber } from './number';

const line = (n: number, returnable: number, more: Partial<DocumentLineView> = {}): DocumentLineView =>
  ({ n, returnable, article_id: `a-${n}`, stocked: true, ...more }) as DocumentLineView;

describe('what comes back', () => {
  it('is all that may come back, once a line is ticked, and nothing when unticked', () => {
    const bread = line(1, 3 * ONE);
    const ticked = toggle(NOTHING, bread);
    expect(returnLines(ticked)).toEqual([{ n: 1, quantity: 30_000, restock: true }]);
    expect(returnLines(toggle(ticked, bread))).toEqual([]);
  });

  it('is never a line that came back already', () => {
    expect(toggle(NOTHING, line(1, 0)).size).toBe(0);
    expect(takeArticle(NOTHING, [line(1, 0)], 'a-1')).toBeNull();
  });

  it('is never more than may come back', () => {
    const cheese = line(1, 12_500);
    expect(setQuantity(NOTHING, cheese, 99 * ONE).get(1)?.quantity).toBe(12_500);
    expect(step(step(NOTHING, cheese, 1), cheese, 1).get(1)?.quantity).toBe(12_500);
  });

  it('unticks at the last unit', () => {
    const bread = line(1, 2 * ONE);
    const one = setQuantity(NOTHING, bread, ONE);
    expect(step(one, bread, -1).size).toBe(0);
  });

  it('keeps the choice of the stock while the quantity changes', () => {
    const bread = line(1, 3 * ONE);
    const thrown = setRestock(toggle(NOTHING, bread), bread, false);
    expect(returnLines(step(thrown, bread, -1))).toEqual([{ n: 1, quantity: 20_000, restock: false }]);
    expect(toggle(NOTHING, line(2, ONE, { stocked: false })).get(2)?.restock).toBe(false);
  });

  it('grows by scans, line after line of the same article', () => {
    const lines = [line(1, ONE, { article_id: 'x' }), line(2, ONE, { article_id: 'x' })];
    const once = takeArticle(NOTHING, lines, 'x');
    const twice = takeArticle(once ?? NOTHING, lines, 'x');
    expect(returnLines(twice ?? NOTHING).map((one) => one.n)).toEqual([1, 2]);
    expect(takeArticle(twice ?? NOTHING, lines, 'x')).toBeNull();
  });
});

describe('a scanned ticket number', () => {
  it('is told from an article', () => {
    expect(ticketNumber('C01-00000042')).toBe('C01-00000042');
    expect(ticketNumber(' c01-00000042 ')).toBe('C01-00000042');
    for (const code of ['3760999010011', '21-5', 'C01-42', 'JET-C01-00000042', '']) expect(ticketNumber(code), code).toBeNull();
  });
});
