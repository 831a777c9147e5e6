// «Vente guidée»: five marks that lead through a first sale in training. What happens at the till moves the guide on; it
// never holds anybody back, and ends with the training or when it is told to.

import { session } from '#shell/session.svelte';
import { type Mark, MARKS, type Progress, reached } from './marks';

class Guide {
  mark = $state<Mark | null>(null);
  /** The sale of this guide has had a line. One that was over before is an earlier one, which the screen still speaks of. */
  #begun = false;

  /** Goes into training, where nothing is real, and shows the first mark there. */
  async start(): Promise<void> {
    await session.train();
    this.#begun = false;
    this.mark = 'shift';
  }

  /** Told whenever the sale changes. */
  follow(progress: Progress): void {
    if (this.mark === null) return;
    this.#begun ||= progress.lines > 0 && !progress.done;
    this.mark = reached(this.mark, { ...progress, done: progress.done && this.#begun });
  }

  /** The next mark; after the last one the guide is over. */
  next(): void {
    this.mark = this.mark === null ? null : (MARKS[MARKS.indexOf(this.mark) + 1] ?? null);
  }

  end(): void {
    this.mark = null;
  }
}

export const guide = new Guide();
