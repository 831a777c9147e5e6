// A shop: a data folder and the devhost that serves it. The sample shops are created once per worker and copied.

import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { RpcSchema } from '../../../ui/src/bindings/rpc.ts';
import type { PrinterSettings, WorkstationView } from '../../../ui/src/bindings/api.ts';
import { Program, ui } from './programs.ts';

export type Sample = 'fr' | 'qc' | 'empty';
export type Command = keyof RpcSchema;
export type Request<K extends Command> = RpcSchema[K][0];
export type Response<K extends Command> = RpcSchema[K][1];

/** People of the sample shops. */
export const PEOPLE = {
  fr: { manager: 'Claire Delmas', lead: 'Hugo Marchand', cashier: 'Inès Carpentier' },
  qc: { manager: 'Geneviève Tremblay', lead: 'Mathieu Gagnon', cashier: 'Audrey Bouchard' },
} as const;

export const PINS = { manager: '1234', lead: '2345', cashier: '3456' } as const;
export type Role = keyof typeof PINS;

/** A refusal of the program, with its code. */
export class Refusal extends Error {
  constructor(
    command: string,
    readonly code: string,
  ) {
    super(`${command}: ${code}`);
  }
}

export class Shop {
  #program: Program;
  readonly origin: string;
  readonly token: string;

  private constructor(
    readonly folder: string,
    readonly sample: Sample,
    program: Program,
  ) {
    this.#program = program;
    this.origin = new URL(program.ready['address'] ?? '').origin;
    this.token = program.ready['token'] ?? '';
  }

  /** Opens a copy of the folder, or an empty one. Printers are looked for at an address, never on the network of the computer. */
  static async open(sample: Sample, template: string | null, printersAt = NOWHERE): Promise<Shop> {
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-e2e-'));
    if (template !== null) await cp(template, folder, { recursive: true });
    return new Shop(folder, sample, await serve(folder, '0', null, printersAt));
  }

  /** A sample shop that was created some days ago, with the clock still there. */
  static async openInThePast(sample: Sample, daysAgo: number): Promise<Shop> {
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-e2e-'));
    const args = ['--data-dir', folder, '--shop', sample, '--port', '0', '--ui', ui, '--days-ago', String(daysAgo)];
    return new Shop(folder, sample, await Program.start('devhost', args));
  }

  /** The address of a page, with the token that opens it. */
  address(page = 'index.html'): string {
    return `${this.origin}/${page}#token=${this.token}`;
  }

  /** Ends the host without warning and starts it again at the same address. */
  async cutPower(): Promise<void> {
    await this.#program.stop('SIGKILL');
    await this.#serveAgain();
  }

  /** Ends the host in order and starts it again, with the computer's own clock; something may happen to its files meanwhile. */
  async restart(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.#program.stop();
    await meanwhile();
    await this.#serveAgain();
  }

  async close(): Promise<void> {
    await this.#program.stop('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Signs in behind the interface. */
  async signIn(role: Role, computer: string = randomUUID()): Promise<Seat> {
    const names = PEOPLE[this.sample === 'qc' ? 'qc' : 'fr'];
    const seat = new Seat(this, randomUUID(), computer);
    const user = (await seat.call('sign_in_users', {})).find((one) => one.name === names[role]);
    if (user === undefined) throw new Error(`nobody is called ${names[role]}`);
    await seat.call('session_open', { user_id: user.id, pin: PINS[role], token: seat.session });
    return seat;
  }

  async #serveAgain(): Promise<void> {
    this.#program = await serve(this.folder, new URL(this.origin).port, this.token);
  }
}

/** Somebody signed in at a computer, calling the program without the interface. */
export class Seat {
  constructor(
    private readonly shop: Shop,
    readonly session: string,
    readonly computer: string,
  ) {}

  async call<K extends Command>(command: K, request: Request<K>): Promise<Response<K>> {
    const response = await fetch(`${this.shop.origin}/rpc/${command}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${this.shop.token}`,
        'X-Comptoir-Session': this.session,
        'X-Comptoir-Computer': this.computer,
        'Idempotency-Key': v7(),
      },
      body: JSON.stringify(request),
    });
    const answer = (await response.json()) as { code?: string };
    if (!response.ok) throw new Refusal(command, answer.code ?? String(response.status));
    return answer as Response<K>;
  }

  async workstation(name: string): Promise<WorkstationView> {
    const found = (await this.call('workstation_list', {})).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no workstation is called ${name}`);
    return found;
  }

  /** Enters a workstation, makes it the default of this computer and opens its shift. */
  async openShift(name: string, float: number): Promise<void> {
    const { id, shift } = await this.workstation(name);
    await this.call('workstation_enter', { workstation_id: id });
    if (shift === null) await this.call('shift_open', { opening_float: float, count: [], note: '' });
  }

  /** Saves a workstation with some of its settings changed. */
  async configure(name: string, change: Partial<Request<'workstation_save'>>): Promise<void> {
    const { id, code, layout_id, default_customer_id, methods, printer, print_policy, customer_display, active } = await this.workstation(name);
    const method_ids = methods.map((method) => method.id);
    const known = { id, code, name, layout_id, default_customer_id, method_ids, printer, print_policy, customer_display, active };
    await this.call('workstation_save', { ...known, ...change });
  }
}

/** A ticket printer on the network, with a drawer. */
export function networkPrinter(address: string): PrinterSettings {
  const [host = '', port] = address.split(':');
  return { connection: { kind: 'tcp', host, port: Number(port) }, columns: 48, confirmation: 'process_id', drawer: true };
}

/** Creates a sample shop in a new folder and leaves it closed. */
export async function createTemplate(sample: Exclude<Sample, 'empty'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-e2e-template-'));
  const program = await Program.start('devhost', ['--data-dir', folder, '--shop', sample, '--port', '0', '--ui', ui]);
  await program.stop();
  return folder;
}

/** An address at which no printer answers. */
const NOWHERE = '127.0.0.1:1';

function serve(folder: string, port: string, token: string | null, printersAt = NOWHERE): Promise<Program> {
  const args = ['--data-dir', folder, '--port', port, '--ui', ui, '--printers-at', printersAt];
  return Program.start('devhost', token === null ? args : [...args, '--token', token]);
}
