// What of a ticket comes back: which lines, how much of each, and whether it goes back to stock. Quantities are
// ten-thousandths; no amount is computed here, the program is asked for it.

import type { DocumentLineView, ReturnLine } from '#bindings/api';

/** One whole unit. */
export const ONE = 10_000;

export interface Taken {
  readonly quantity: number;
  readonly restock: boolean;
}

/** By position of the line. */
export type Draft = ReadonlyMap<number, Taken>;

export const NOTHING: Draft = new Map();

/** Ticks a line with all that may come back of it, or unticks it. */
export function toggle(draft: Draft, line: DocumentLineView): Draft {
  if (draft.has(line.n)) return without(draft, line);
  return line.returnable > 0 ? taking(draft, line, line.returnable) : draft;
}

/** Sets how much comes back; nothing unticks, and never more than may come back. */
export function setQuantity(draft: Draft, line: DocumentLineView, quantity: number): Draft {
  if (quantity <= 0) return without(draft, line);
  return taking(draft, line, Math.min(quantity, line.returnable));
}

/** One unit more or less. */
export function step(draft: Draft, line: DocumentLineView, units: 1 | -1): Draft {
  return setQuantity(draft, line, (draft.get(line.n)?.quantity ?? 0) + units * ONE);
}

export function setRestock(draft: Draft, line: DocumentLineView, restock: boolean): Draft {
  const taken = draft.get(line.n);
  return taken === undefined ? draft : new Map(draft).set(line.n, { ...taken, restock });
}

/** One more of a scanned article, on its first line that has some left; null when no line has. */
export function takeArticle(draft: Draft, lines: readonly DocumentLineView[], articleId: string): Draft | null {
  const line = lines.find((one) => one.article_id === articleId && (draft.get(one.n)?.quantity ?? 0) < one.returnable);
  return line === undefined ? null : step(draft, line, 1);
}

/** As the program wants it, in the order of the ticket. */
export function returnLines(draft: Draft): ReturnLine[] {
  return [...draft].sort(([a], [b]) => a - b).map(([n, taken]) => ({ n, quantity: taken.quantity, restock: taken.restock }));
}

function taking(draft: Draft, line: DocumentLineView, quantity: number): Draft {
  return new Map(draft).set(line.n, { quantity, restock: draft.get(line.n)?.restock ?? line.stocked });
}

function without(draft: Draft, line: DocumentLineView): Draft {
  const rest = new Map(draft);
  rest.delete(line.n);
  return rest;
}
