// Two readings that one screen shows: it is there when both are, and old or refused when one is.

import type { Readable } from '#shell/resource.svelte';

export function together(first: Readable, second: Readable): Readable {
  return {
    get ready() {
      return first.ready && second.ready;
    },
    get failure() {
      return first.failure ?? second.failure;
    },
    get readAt() {
      return Math.min(first.readAt, second.readAt);
    },
    async read() {
      await Promise.all([first.read(), second.read()]);
    },
  };
}
