// What was done, for undoing and redoing it.

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about: typing on in the same field is one step. */
  readonly about: string | null;
}

const MOST_STEPS = 200;

export function begun<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null };
}

/** A change; one about the same thing as the last is undone together with it. */
export function changed<T>(history: History<T>, present: T, about: string | null = null): History<T> {
  const goesOn = about !== null && about === history.about;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], about };
}

export function undone<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], about: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, about: null };
}
