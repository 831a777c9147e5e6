// Section A of the sale screen as it is drawn on a till: how large it is, and how many tiles it shows at once.

export interface TillSize {
  readonly width: number;
  readonly height: number;
}

export interface Section extends TillSize {
  readonly columns: number;
  readonly rows: number;
}

/** The windows that the till is designed for. */
export const TILLS: readonly TillSize[] = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** Pixels of the sale screen as it is drawn (after ux.md 1.5): bar, actions, line with the version, pages, least width and height of a tile, gaps. */
const BAR = 64;
const ACTIONS = 73;
const VERSION = 21;
const PAGES = 76;
const TILE = { width: 124, height: 100 };
const GAP = 8;

/** Width of the order window beside section A. */
function order(width: number): number {
  if (width <= 1100) return 384;
  return width >= 1800 ? 480 : 420;
}

/** How many tiles of a size fit, with a gap between them. */
function fitting(room: number, size: number): number {
  return Math.floor((room + GAP) / (size + GAP));
}

export function sectionOf(till: TillSize): Section {
  const width = till.width - order(till.width);
  const height = till.height - BAR - ACTIONS - VERSION;
  return { width, height, columns: fitting(width - 2 * GAP, TILE.width), rows: fitting(height - PAGES, TILE.height) };
}

/** Where a tile is dropped: before the tile at `slot`, or into the group at `into`. */
export type Drop = { readonly kind: 'slot'; readonly slot: number } | { readonly kind: 'into'; readonly into: number };

/** The middle half of a group takes what is dropped on it; the rest of a tile is a place beside it. */
export function dropOn(index: number, box: { readonly left: number; readonly width: number }, x: number, takes: boolean): Drop {
  const part = (x - box.left) / box.width;
  if (takes && part > 0.25 && part < 0.75) return { kind: 'into', into: index };
  return { kind: 'slot', slot: part < 0.5 ? index : index + 1 };
}

/** The tile that an arrow key leads to from `at`. */
export function step(key: string, at: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns, Home: -count, End: count };
  const by = steps[key];
  if (by === undefined || count === 0) return null;
  const to = at + by;
  // Up and down stay in their column: beyond the first or last row there is nothing.
  if (Math.abs(by) === columns && (to < 0 || to >= count)) return key === 'ArrowDown' && Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at;
  return Math.min(Math.max(to, 0), count - 1);
}
