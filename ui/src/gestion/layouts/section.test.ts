import { describe, expect, it } from 'vitest';
import { dropOn, sectionOf, step } from './section';

describe('section A', () => {
  it('has seven columns and five rows at 1366 × 768 (ux.md 1.5)', () => {
    expect(sectionOf({ width: 1366, height: 768 })).toMatchObject({ width: 946, columns: 7, rows: 5 });
    expect(sectionOf({ width: 1024, height: 768 })).toMatchObject({ width: 640, columns: 4, rows: 5 });
    expect(sectionOf({ width: 1920, height: 1080 })).toMatchObject({ width: 1440, columns: 10, rows: 7 });
  });
});

describe('a drop', () => {
  const box = { left: 100, width: 100 };

  it('falls before or behind a tile', () => {
    expect(dropOn(3, box, 120, false)).toEqual({ kind: 'slot', slot: 3 });
    expect(dropOn(3, box, 180, false)).toEqual({ kind: 'slot', slot: 4 });
  });

  it('falls into the middle of a group, and beside it near its edges', () => {
    expect(dropOn(3, box, 150, true)).toEqual({ kind: 'into', into: 3 });
    expect(dropOn(3, box, 110, true)).toEqual({ kind: 'slot', slot: 3 });
    expect(dropOn(3, box, 190, true)).toEqual({ kind: 'slot', slot: 4 });
  });
});

describe('arrow keys', () => {
  const at = (key: string, from: number): number | null => step(key, from, 10, 4);

  it('walk the grid and stay inside it', () => {
    expect([at('ArrowRight', 0), at('ArrowLeft', 0), at('ArrowRight', 9)]).toEqual([1, 0, 9]);
    expect([at('ArrowDown', 1), at('ArrowUp', 5), at('ArrowUp', 1)]).toEqual([5, 1, 1]);
    expect([at('ArrowDown', 6), at('ArrowDown', 9)], 'the last row is shorter').toEqual([9, 9]);
    expect([at('Home', 6), at('End', 6)]).toEqual([0, 9]);
    expect(at('x', 3)).toBeNull();
  });
});
