// Starts and stops the programs behind a test. Each prints one line of JSON when it is ready.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A program that `cargo xtask test` has built. */
export const built = (name: string): string => join(process.env['CARGO_TARGET_DIR'] ?? join(root, 'target'), 'debug', name);

/** The interface that devhost serves. */
export const ui = process.env['COMPTOIR_UI'] ?? join(root, 'ui/dist/http');

export class Program {
  readonly #ended: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    /** The line that the program printed when it was ready. */
    readonly ready: Record<string, string>,
  ) {
    this.#ended = new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once('exit', () => resolve());
    });
  }

  /** Starts a program and waits until it is ready. Its standard input stays open as long as it runs. */
  static async start(name: string, args: readonly string[]): Promise<Program> {
    const env = { ...process.env, RUST_LOG: process.env['RUST_LOG'] ?? 'error' };
    const child = spawn(built(name), args, { stdio: ['pipe', 'pipe', 'inherit'], env });
    const line = new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
      createInterface({ input: child.stdout }).once('line', resolve);
    });
    return new Program(child, JSON.parse(await line) as Record<string, string>);
  }

  /** Sends a signal and waits for the end: SIGKILL is a power cut. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.#ended;
  }
}
