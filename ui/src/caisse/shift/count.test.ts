import { describe, expect, it } from 'vitest';
import { counts, countTotal, isComplete } from './count';

describe('count of a drawer', () => {
  it('sums notes and coins exactly', () => {
    const counted = counts({ 5000: '3', 200: '7', 1: '4', 10: '' }, [5000, 200, 10, 1]);
    expect(counted).toEqual([
      { denomination: 5000, count: 3 },
      { denomination: 200, count: 7 },
      { denomination: 1, count: 4 },
    ]);
    expect(countTotal(counted)).toBe(16_404);
  });

  it('knows what is no count', () => {
    expect(isComplete({ 100: '2', 50: '' })).toBe(true);
    expect(isComplete({ 100: '2,5' })).toBe(false);
    expect(isComplete({ 100: '-1' })).toBe(false);
  });
});
