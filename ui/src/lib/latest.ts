// Searches while a person types: only the answer to the last question counts, and keys that act on what is found wait for it.

import { keysAfter } from '#lib/actions/registry.svelte';

/** A search that is asked again with each letter. */
export interface Latest<A extends unknown[]> {
  /** Asks; an answer that comes after a newer question is dropped. */
  (...args: A): Promise<void>;
  /** Resolves once nothing is under way: a key that takes the first result must take that of the words as they stand. */
  readonly settled: () => Promise<void>;
  /** Drops the answer to what is under way. */
  readonly forget: () => void;
}

/** Wraps an asynchronous search. */
export function latest<A extends unknown[], R>(search: (...args: A) => Promise<R>, accept: (result: R) => void): Latest<A> {
  let asked = 0;
  let underWay: Promise<void> = Promise.resolve();
  async function answer(args: A): Promise<void> {
    asked += 1;
    const mine = asked;
    const result = await search(...args);
    if (mine === asked) accept(result);
  }
  function ask(...args: A): Promise<void> {
    const answered = answer(args);
    underWay = answered;
    keysAfter(answered);
    return answered;
  }
  async function settled(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== underWay; ) {
      last = underWay;
      // Whoever asked says what went wrong.
      await underWay.catch(() => undefined);
    }
  }
  return Object.assign(ask, { settled, forget: () => void (asked += 1) });
}
