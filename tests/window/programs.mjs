// Starts and stops the programs of a journey: the driver, the till's data folder, the simulated printer.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './webdriver.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program that `cargo xtask test` has built. */
export const built = (name) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', name);

const undo = new WeakMap();

/** Calls `step` at the end of the test: last in, first out, each once whatever the others do. */
export function atEnd(t, step) {
  if (!undo.has(t)) {
    undo.set(t, []);
    t.after(async () => {
      for (const last of undo.get(t).reverse()) await last().catch(() => undefined);
    });
  }
  undo.get(t).push(async () => step());
}

/** A folder that is removed at the end of the test. */
export async function temporaryFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-window-'));
  atEnd(t, () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program that is stopped at the end of the test, together with whatever it has started itself. */
export function start(t, program, args, options = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true, ...options });
  const failed = new Promise((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  atEnd(t, async () => {
    if (child.pid === undefined) return;
    const running = child.exitCode === null && child.signalCode === null;
    if (running) child.kill();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    process.kill(-child.pid, 'SIGKILL');
  });
  return { child, failed, ended };
}

/** Starts the driver of the web view; returns its address once it answers. */
export async function startDriver(t, folder, screen = process.env) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const home = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
  const env = { ...screen, ...home, TAURI_WEBVIEW_AUTOMATION: 'true' };
  const { child, failed } = start(t, 'WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env });
  child.stdout.resume();
  const answers = () => fetch(`${address}/status`).then((response) => response.ok, () => false);
  await Promise.race([until('the driver to answer', answers), failed]);
  return address;
}

/** Reads the standard output of a program as lines. */
export async function* linesOf(child) {
  let rest = '';
  for await (const chunk of child.stdout) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines;
  }
}
