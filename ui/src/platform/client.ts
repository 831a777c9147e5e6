// Typed calls. Puts the identity of the computer, the window and the session around a request, gives each mutation
// its idempotency key, and retries with the same key after a broken link: a mutation happens once or not at all.

import { v7 } from 'uuid';
import type { Approval, Call } from '#bindings/api';
import { MUTATIONS, type RpcSchema } from '#bindings/rpc';
import { LinkError, type Platform } from './platform';
import { FaultError, hasCode } from './fault';

export type Command = keyof RpcSchema;
export type Request<K extends Command> = RpcSchema[K][0];
export type Response<K extends Command> = RpcSchema[K][1];

/** Asks a supervisor to approve a refused action. */
export interface Approver {
  /** Resolves to null when nobody approves. Asked again when the approval itself is refused (a wrong PIN). */
  ask(refusal: FaultError): Promise<Approval | null>;
  /** Nothing more will be asked for this action. */
  done(): void;
}

const RETRY_MS = [150, 400, 1000];


export interface ClientOptions {
  readonly platform: Platform;
  readonly computer: string;
  /** Waits between attempts; tests pass one that does not wait. */
  readonly pause?: (ms: number) => Promise<void>;
}

export class Client {
  readonly id = crypto.randomUUID();
  session: string | null = null;
  approver: Approver | null = null;
  /** Called when the program no longer knows the session: it ended elsewhere, or the program was restarted. */
  onSessionLost: (() => void) | null = null;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  get platform(): Platform {
    return this.#options.platform;
  }

  /**
   * Calls a command. `key` is minted here, once per call: the caller passes its own only when one action of a person
   * can outlive this promise (a button that is pressed again after a failure).
   */
  async rpc<K extends Command>(command: K, request: Request<K>, key?: string): Promise<Response<K>> {
    const call: Call = {
      command,
      request,
      session: this.session,
      key: MUTATIONS.has(command) ? (key ?? v7()) : null,
      client: this.id,
      computer: this.#options.computer,
      approval: null,
    };
    try {
      return (await this.#deliver(call)) as Response<K>;
    } catch (error) {
      if (call.session !== null && call.session === this.session && hasCode(error, 'session_required')) this.onSessionLost?.();
      return (await this.#approved(call, error)) as Response<K>;
    }
  }

  /** Sends again, with a supervisor's approval, what the user's own rights refused. */
  async #approved(call: Call, error: unknown): Promise<unknown> {
    if (this.approver === null || !(error instanceof FaultError) || error.fault.code !== 'permission_denied') throw error;
    const approver = this.approver;
    try {
      return await this.#askUntilSettled(approver, call, error);
    } finally {
      approver.done();
    }
  }

  async #askUntilSettled(approver: Approver, call: Call, refused: FaultError): Promise<unknown> {
    let refusal = refused;
    for (;;) {
      const approval = await approver.ask(refusal);
      if (approval === null) throw refused;
      try {
        return await this.#deliver({ ...call, approval });
      } catch (again) {
        if (!(again instanceof FaultError) || !APPROVAL_FAULTS.has(again.fault.code)) throw again;
        refusal = again;
      }
    }
  }

  async #deliver(call: Call): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#options.platform.call(call);
      } catch (error) {
        const wait = RETRY_MS[attempt];
        if (wait === undefined || !mayRetry(error)) throw error;
        await (this.#options.pause ?? pause)(wait);
      }
    }
  }
}

const APPROVAL_FAULTS: ReadonlySet<string> = new Set(['permission_denied', 'wrong_pin', 'sign_in_locked', 'user_not_found']);

function mayRetry(error: unknown): boolean {
  if (error instanceof FaultError) return error.fault.retry === 'now';
  return error instanceof LinkError;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
