// The marks of the guided sale, in their order, and how a sale goes through them.

export type Mark = 'shift' | 'article' | 'line' | 'pay' | 'done';

export const MARKS: readonly Mark[] = ['shift', 'article', 'line', 'pay', 'done'];

/** What of the till says where a sale stands. */
export interface Progress {
  readonly lines: number;
  readonly done: boolean;
}

/** The mark that a sale has reached, if that is further than the one shown: a guide never goes back. */
export function reached(mark: Mark, { lines, done }: Progress): Mark {
  const at = done ? 'done' : lines > 0 ? 'line' : 'article';
  return MARKS.indexOf(at) > MARKS.indexOf(mark) ? at : mark;
}
