// The one client of this window.

import { host } from '#host';
import { Client, type Command, type Request, type Response } from './client';
import { computerId } from './computer';

export const client = new Client({ platform: host, computer: computerId() });

/** Calls a command of the program. See `Client.rpc`. */
export function rpc<K extends Command>(command: K, request: Request<K>, key?: string): Promise<Response<K>> {
  return client.rpc(command, request, key);
}

export { FaultError, hasCode } from './fault';
export { LinkError } from './platform';
export type { Command, Request, Response } from './client';
