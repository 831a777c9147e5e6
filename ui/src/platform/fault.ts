// A refusal or failure of the program, as an exception.

import type { Fault } from '#bindings/api';

export class FaultError extends Error {
  override readonly name = 'FaultError';

  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** True for the JSON of a fault; anything else that a host rejects with is a broken link. */
export function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Fault).code === 'string' &&
    typeof (value as Fault).severity === 'string'
  );
}

/** True when `error` is the fault with this code. */
export function hasCode(error: unknown, code: Fault['code']): error is FaultError {
  return error instanceof FaultError && error.fault.code === code;
}
