// The simulated printer and mail server (crates/hwsim): faults are set, paper and letters are read over its control port,
// one JSON line each.

import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { Program } from './programs.ts';

interface Span {
  readonly text: string;
}

interface Job {
  readonly items: readonly { readonly kind: string; readonly spans?: readonly Span[]; readonly data?: readonly number[] }[];
  readonly finished: boolean;
}

export interface Letter {
  readonly to: string;
  readonly content: string;
}

export class Printer {
  private constructor(private readonly program: Program) {}

  static async start(): Promise<Printer> {
    return new Printer(await Program.start('hwsim', []));
  }

  get address(): string {
    return this.program.ready['printer'] ?? '';
  }

  /** Where its mail server listens. */
  get mailServer(): string {
    return this.program.ready['mail'] ?? '';
  }

  /** The letters that came, oldest first. */
  async letters(): Promise<readonly Letter[]> {
    return ((await this.#ask({ get: 'letters' })) as { letters: Letter[] }).letters;
  }

  /** Makes the mail server fail; `none` takes it away. */
  async mailFault(fault: 'none' | 'busy' | 'unknown_recipient' | 'breaks'): Promise<void> {
    expect(await this.#ask({ mail: fault })).toEqual({ ok: true });
  }

  /** Sets a fault; `none` takes it away. */
  async fault(fault: string, more: Record<string, number> = {}): Promise<void> {
    expect(await this.#ask({ set: { fault, ...more } })).toEqual({ ok: true });
  }

  /** The text of every finished paper so far, oldest first. */
  async papers(): Promise<string[]> {
    const { jobs } = (await this.#ask({ get: 'jobs' })) as { jobs: Job[] };
    return jobs.map(paper).filter((text) => text.trim() !== '');
  }

  /** Of every finished paper, whether a picture with black dots stands at its head. */
  async logos(): Promise<boolean[]> {
    const { jobs } = (await this.#ask({ get: 'jobs' })) as { jobs: Job[] };
    const printed = jobs.filter((job) => paper(job).trim() !== '');
    return printed.map(({ items: [first] }) => first?.kind === 'raster' && (first.data ?? []).some((dots) => dots !== 0));
  }

  /** Waits for that many papers, and shows that there are no more. */
  async expectPapers(count: number): Promise<string[]> {
    await expect.poll(async () => (await this.papers()).length, { message: 'papers printed' }).toBe(count);
    return this.papers();
  }

  async drawerPulses(): Promise<number> {
    return ((await this.#ask({ get: 'status' })) as { drawer_pulses: number }).drawer_pulses;
  }

  async stop(): Promise<void> {
    await this.program.stop();
  }

  #ask(question: object): Promise<unknown> {
    const [host, port] = (this.program.ready['control'] ?? '').split(':');
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), host, () => socket.write(`${JSON.stringify(question)}\n`));
      socket.setEncoding('utf8').on('error', reject);
      socket.on('data', (chunk: string) => {
        answer += chunk;
        if (!answer.endsWith('\n')) return;
        socket.destroy();
        resolve(JSON.parse(answer));
      });
    });
  }
}

function paper(job: Job): string {
  const lines = job.items.filter((item) => item.kind === 'line');
  return lines.map((line) => (line.spans ?? []).map((span) => span.text).join('')).join('\n');
}
