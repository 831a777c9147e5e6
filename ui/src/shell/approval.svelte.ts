// A supervisor's PIN on the spot: the refused call waits here until somebody approves or gives up.

import type { Approval } from '#bindings/api';
import type { Permission } from '#bindings/domain';
import { client } from '#platform/index';
import type { Approver } from '#platform/client';
import type { FaultError } from '#platform/fault';

interface Pending {
  readonly refusal: FaultError;
  /** Grows with each question, so that the PIN entry starts anew. */
  readonly attempt: number;
  /** The right that is missing. A wrong PIN does not name it again. */
  readonly permission: Permission | null;
}

class ApprovalDesk implements Approver {
  /** What is asked for; it stays while an answer is being checked, so that the dialog does not blink. */
  pending = $state.raw<Pending | null>(null);
  #attempt = 0;
  #answer: ((approval: Approval | null) => void) | null = null;

  /** Lets calls of this window ask for approval. */
  open(): void {
    client.approver = this;
  }

  ask(refusal: FaultError): Promise<Approval | null> {
    this.#attempt += 1;
    this.pending = { refusal, attempt: this.#attempt, permission: missing(refusal) ?? this.pending?.permission ?? null };
    return new Promise((resolve) => (this.#answer = resolve));
  }

  done(): void {
    this.pending = null;
    this.#answer = null;
  }

  approve(approval: Approval): void {
    this.#settle(approval);
  }

  giveUp(): void {
    this.#settle(null);
  }

  #settle(approval: Approval | null): void {
    const answer = this.#answer;
    this.#answer = null;
    answer?.(approval);
  }
}

function missing({ fault }: FaultError): Permission | null {
  return fault.code === 'permission_denied' ? (fault.params['permission'] as Permission) : null;
}

export const approvals = new ApprovalDesk();
