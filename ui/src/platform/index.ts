// The one client of this window.

import { host } from '#host';
import type { DisplayView, FileContent } from '#bindings/api';
import { Client, type Command, type Request, type Response } from './client';
import { computerId } from './computer';
import type { DisplayPlace } from './platform';

export const client = new Client({ platform: host, computer: computerId() });

/** Calls a command of the program. See `Client.rpc`. */
export function rpc<K extends Command>(command: K, request: Request<K>, key?: string): Promise<Response<K>> {
  return client.rpc(command, request, key);
}

/** What this computer's customers may see. */
export async function customerDisplay(): Promise<DisplayView> {
  return (await host.display(computerId())) as DisplayView;
}

/** Shows or closes the customer's display, where the host has a window for it. */
export function showDisplay(place: DisplayPlace): Promise<void> {
  return host.showDisplay(place);
}

/** Keeps a file of the program where the person finds it. Tells the path, where the host knows it. */
export function saveFile(file: FileContent): Promise<string | null> {
  return host.saveFile(file.name, file.mime, file.base64);
}

/** Starts the program anew, where the host can. */
export function restart(): Promise<boolean> {
  return host.restart();
}

export { FaultError, hasCode } from './fault';
export { LinkError } from './platform';
export type { Command, Request, Response } from './client';
