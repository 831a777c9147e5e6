// The Tauri shell: one command, one event. The only file that imports @tauri-apps.

import { invoke } from '@tauri-apps/api/core';
import { listen as onEvent } from '@tauri-apps/api/event';
import type { Call, Notice } from '#bindings/api';
import { FaultError, isFault } from './fault';
import { type DisplayPlace, type EventSink, LinkError, type Platform } from './platform';

const EVENT_NAME = 'comptoir://event';

async function call(call: Call): Promise<unknown> {
  try {
    return await invoke('rpc', { call });
  } catch (error) {
    throw isFault(error) ? new FaultError(error) : new LinkError(String(error));
  }
}

/** Of a window that may not call `rpc`. */
async function display(computer: string): Promise<unknown> {
  try {
    return await invoke('display', { computer });
  } catch (error) {
    throw isFault(error) ? new FaultError(error) : new LinkError(String(error));
  }
}

async function showDisplay(place: DisplayPlace): Promise<void> {
  await invoke('show_display', { place });
}

function saveFile(name: string, _mime: string, base64: string): Promise<string | null> {
  return invoke<string>('save_file', { name, base64 });
}

async function restart(): Promise<boolean> {
  await invoke('restart');
  return true;
}

function listen(sink: EventSink): () => void {
  sink.link('connecting');
  const subscription = onEvent<Notice>(EVENT_NAME, ({ payload }) => sink.notice(payload));
  subscription.then(
    () => sink.link('up'),
    () => sink.link('down'),
  );
  return () => void subscription.then((stop) => stop());
}

export const host: Platform = { capabilities: { native: true }, call, display, showDisplay, restart, saveFile, listen };
