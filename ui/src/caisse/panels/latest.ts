// Searches while a person types: only the answer to the last question counts.

/** Wraps an asynchronous search; answers that come after a newer question are dropped. */
export function latest<A extends unknown[], R>(search: (...args: A) => Promise<R>, accept: (result: R) => void): (...args: A) => Promise<void> {
  let asked = 0;
  return async (...args) => {
    asked += 1;
    const mine = asked;
    const result = await search(...args);
    if (mine === asked) accept(result);
  };
}
