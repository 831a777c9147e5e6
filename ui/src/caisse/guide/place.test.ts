import { describe, expect, it } from 'vitest';
import { placeBeside } from './place';

const PAGE = { width: 1366, height: 768 };
const CARD = { width: 296, height: 180 };

describe('a coach mark', () => {
  it('stands on its side of the target', () => {
    const target = { left: 946, top: 100, width: 420, height: 60 };
    expect(placeBeside(target, 'left', CARD, PAGE)).toEqual({ left: 638, top: 100 });
    expect(placeBeside({ ...target, left: 0 }, 'right', CARD, PAGE)).toEqual({ left: 432, top: 100 });
    expect(placeBeside({ ...target, left: 400 }, 'below-start', CARD, PAGE)).toEqual({ left: 400, top: 172 });
    expect(placeBeside({ ...target, left: 400 }, 'below-end', CARD, PAGE)).toEqual({ left: 524, top: 172 });
  });

  it('stays inside the page', () => {
    expect(placeBeside({ left: 1300, top: 700, width: 60, height: 60 }, 'below-start', CARD, PAGE)).toEqual({ left: 1058, top: 576 });
    expect(placeBeside({ left: 10, top: 0, width: 60, height: 60 }, 'left', CARD, PAGE)).toEqual({ left: 12, top: 12 });
  });
});
