// Where a coach mark stands: beside what it speaks of, inside the page.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Beside the target, or below it with the left or the right edges in line. */
export type Side = 'left' | 'right' | 'below-start' | 'below-end';

const GAP = 12;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The card on that side of the target, moved back into the page where it would stand out. */
export function placeBeside(target: Box, side: Side, card: Size, page: Size): { left: number; top: number } {
  const below = target.top + target.height + GAP;
  const wanted = {
    left: { left: target.left - card.width - GAP, top: target.top },
    right: { left: target.left + target.width + GAP, top: target.top },
    'below-start': { left: target.left, top: below },
    'below-end': { left: target.left + target.width - card.width, top: below },
  }[side];
  const inside = (at: number, size: number, whole: number): number => Math.max(GAP, Math.min(at, whole - size - GAP));
  return { left: inside(wanted.left, card.width, page.width), top: inside(wanted.top, card.height, page.height) };
}
