import { describe, expect, it } from 'vitest';
import { placeBeside } from './place';

const PAGE = { width: 1366, height: 768 };
const CARD = { width: 320, height: 180 };

describe('a coach mark', () => {
  it('stands on the side with the most room', () => {
    expect(placeBeside({ left: 946, top: 100, width: 420, height: 60 }, CARD, PAGE).left).toBe(614);
    expect(placeBeside({ left: 0, top: 100, width: 300, height: 60 }, CARD, PAGE).left).toBe(312);
  });

  it('stays inside the page', () => {
    const { left, top } = placeBeside({ left: 0, top: 700, width: 1366, height: 68 }, CARD, PAGE);
    expect(left).toBeGreaterThanOrEqual(12);
    expect(top + CARD.height).toBeLessThanOrEqual(PAGE.height - 12);
  });
});
