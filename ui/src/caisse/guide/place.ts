// Where a coach mark stands: beside what it speaks of, inside the page, and not on it.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;

/** The card beside the target: on the side with the most room, moved back into the page where it would stand out. */
export function placeBeside(target: Box, card: { readonly width: number; readonly height: number }, page: { readonly width: number; readonly height: number }): { left: number; top: number } {
  const right = page.width - target.left - target.width;
  const below = page.height - target.top - target.height;
  const sides = [
    { room: target.left - card.width, left: target.left - card.width - GAP, top: target.top },
    { room: right - card.width, left: target.left + target.width + GAP, top: target.top },
    { room: below - card.height, left: target.left, top: target.top + target.height + GAP },
    { room: target.top - card.height, left: target.left, top: target.top - card.height - GAP },
  ];
  const best = sides.reduce((one, other) => (other.room > one.room ? other : one));
  const inside = (at: number, size: number, whole: number): number => Math.max(GAP, Math.min(at, whole - size - GAP));
  return { left: inside(best.left, card.width, page.width), top: inside(best.top, card.height, page.height) };
}
