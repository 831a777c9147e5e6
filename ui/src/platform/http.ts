// A browser on the development host: calls over HTTP, events over a WebSocket.
//
// The bearer token comes in the fragment of the first address, which no server log ever sees, and stays in the
// storage of the tab.

import type { Call, Notice } from '#bindings/api';
import { FaultError, isFault } from './fault';
import { type DisplayPlace, type EventSink, LinkError, type Platform } from './platform';

const TOKEN_KEY = 'comptoir.token';
const RECONNECT_MS = [250, 500, 1000, 2000, 4000];
const CALL_TIMEOUT_MS = 20_000;

const token = takeToken();

function takeToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    fragment.delete('token');
    const rest = fragment.toString();
    history.replaceState(null, '', `${location.pathname}${location.search}${rest === '' ? '' : `#${rest}`}`);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

/** Base64url of UTF-8 JSON: headers carry ASCII only. */
function headerValue(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function headers(call: Call): Headers {
  const headers = new Headers({ 'Content-Type': 'application/json', Authorization: `Bearer ${token}` });
  if (call.session !== null) headers.set('X-Comptoir-Session', call.session);
  if (call.computer !== null) headers.set('X-Comptoir-Computer', call.computer);
  if (call.client !== null) headers.set('X-Comptoir-Client', call.client);
  if (call.key !== null) headers.set('Idempotency-Key', call.key);
  if (call.approval !== null) headers.set('X-Comptoir-Approval', headerValue(call.approval));
  return headers;
}

async function call(call: Call): Promise<unknown> {
  const { status, body } = await exchange(call);
  if (status >= 200 && status < 300) return body;
  if (isFault(body)) throw new FaultError(body);
  throw new LinkError(`${call.command}: HTTP ${status}`);
}

async function exchange(call: Call): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(`/rpc/${call.command}`, {
      method: 'POST',
      headers: headers(call),
      body: JSON.stringify(call.request),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    return { status: response.status, body: await response.json() };
  } catch (error) {
    throw new LinkError(String(error));
  }
}

function display(computer: string): Promise<unknown> {
  return call({ command: 'customer_display', request: {}, session: null, key: null, client: null, computer, approval: null });
}

/** A page of its own, when a person asks for it: browsers let nobody else open one. It shares the token of this tab. */
function showDisplay(place: DisplayPlace): Promise<void> {
  if (place === 'anywhere' && navigator.userActivation.isActive) window.open('afficheur.html', 'comptoir-afficheur');
  return Promise.resolve();
}

function saveFile(name: string, mime: string, base64: string): Promise<string | null> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return Promise.resolve(null);
}

/** The development host is restarted by whoever started it. */
function restart(): Promise<boolean> {
  return Promise.resolve(false);
}

function listen(sink: EventSink): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let stopped = false;

  const connect = (): void => {
    sink.link(attempt === 0 ? 'connecting' : 'down');
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/events?token=${encodeURIComponent(token)}`);
    socket.onopen = () => {
      attempt = 0;
      sink.link('up');
    };
    socket.onmessage = ({ data }) => sink.notice(JSON.parse(String(data)) as Notice);
    socket.onclose = () => {
      if (stopped) return;
      sink.link('down');
      timer = setTimeout(connect, RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]);
      attempt += 1;
    };
  };

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

export const host: Platform = { capabilities: { native: false }, call, display, showDisplay, restart, saveFile, listen };
