// The marks of the guided sale, in their order, and how a sale goes through them.

export type Mark = 'shift' | 'article' | 'line' | 'pay' | 'done';

export const MARKS: readonly Mark[] = ['shift', 'article', 'line', 'pay', 'done'];

/** What of the till says where a sale stands. */
export interface Progress {
  readonly lines: number;
  readonly done: boolean;
}

/** The mark that a sale has reached, if that is further than the one shown: a guide never goes back. A sale that was over
 *  before the guide showed its lines is an earlier one, which the screen still speaks of: it leads nowhere. */
export function reached(mark: Mark, { lines, done }: Progress): Mark {
  const over = done && (mark === 'line' || mark === 'pay');
  const at = over ? 'done' : lines > 0 ? 'line' : 'article';
  return MARKS.indexOf(at) > MARKS.indexOf(mark) ? at : mark;
}
