// Prepares a shop before the window opens it: the demonstration shop, with the simulated printer on its first till.

import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { built, linesOf, start } from './programs.mjs';
import { until } from './webdriver.mjs';

/** The manager of the French demonstration shop. */
export const MANAGER = { name: 'Claire Delmas', pin: '1234' };

/** Starts the simulated printer. `job(wanted)` waits for a printed job that is wanted. */
export async function startPrinter(t) {
  const { child, failed } = start(t, built('hwsim'), [], { stdio: ['pipe', 'pipe', 'inherit'] });
  const first = await Promise.race([linesOf(child).next(), failed]);
  const { printer, control } = JSON.parse(first.value);
  return {
    address: hostAndPort(printer),
    job: (wanted) => until('the printer', async () => (await ask(control, { get: 'jobs' })).jobs.find(wanted)),
    status: () => ask(control, { get: 'status' }),
  };
}

/** Creates the demonstration shop in `dataDir` and gives its first till the printer; returns the till's name. */
export async function createShop(t, dataDir, printer, more = {}) {
  const { child, failed, ended } = start(t, built('devhost'), ['--shop', 'fr', '--port', '0', '--data-dir', dataDir]);
  const { value } = await Promise.race([linesOf(child).next(), failed]);
  const { address, token } = JSON.parse(value);
  const session = randomUUID();
  const rpc = (command, request) => call(new URL(`/rpc/${command}`, address), token, session, request);

  const users = await rpc('sign_in_users', {});
  const manager = users.find((user) => user.name === MANAGER.name);
  await rpc('session_open', { user_id: manager.id, pin: MANAGER.pin, token: session });
  const [till] = await rpc('workstation_list', {});
  await rpc('workstation_save', {
    id: till.id,
    code: till.code,
    name: till.name,
    layout_id: till.layout_id,
    default_customer_id: till.default_customer_id,
    method_ids: till.methods.map((method) => method.id),
    printer: { connection: { kind: 'tcp', ...printer.address }, columns: 48, confirmation: 'process_id', drawer: true },
    print_policy: till.print_policy,
    customer_display: till.customer_display,
    active: true,
    ...more,
  });
  child.kill();
  await ended;
  return till.name;
}

/** A UUID of version 7: the time, then chance. */
function newKey() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

async function call(address, token, session, request) {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'X-Comptoir-Session': session,
      'Idempotency-Key': newKey(),
    },
    body: JSON.stringify(request),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${address.pathname}: ${JSON.stringify(answer)}`);
  return answer;
}

/** One question to the printer's control port. */
function ask(control, question) {
  const { host, port } = hostAndPort(control);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, host, () => socket.write(`${JSON.stringify(question)}\n`));
    socket.setEncoding('utf8').on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk;
      if (!answer.endsWith('\n')) return;
      socket.destroy();
      resolve(JSON.parse(answer));
    });
  });
}

function hostAndPort(address) {
  const [host, port] = address.split(':');
  return { host, port: Number(port) };
}
