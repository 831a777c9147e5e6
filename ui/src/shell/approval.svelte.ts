// A supervisor's PIN on the spot: the refused call waits here until somebody approves or gives up.

import type { Approval } from '#bindings/api';
import { client } from '#platform/index';
import type { FaultError } from '#platform/fault';

interface Pending {
  readonly refusal: FaultError;
  /** Grows with each request, so that the PIN entry starts anew. */
  readonly attempt: number;
  readonly answer: (approval: Approval | null) => void;
}

class ApprovalDesk {
  pending = $state.raw<Pending | null>(null);
  #attempt = 0;

  /** Lets calls of this window ask for approval. */
  open(): void {
    client.approver = (refusal) =>
      new Promise((resolve) => {
        this.#attempt += 1;
        this.pending = { refusal, attempt: this.#attempt, answer: resolve };
      });
  }

  approve(approval: Approval): void {
    this.#answer(approval);
  }

  giveUp(): void {
    this.#answer(null);
  }

  #answer(approval: Approval | null): void {
    const pending = this.pending;
    this.pending = null;
    pending?.answer(approval);
  }
}

export const approvals = new ApprovalDesk();
