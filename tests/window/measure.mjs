// Measures the real window of two shops in turns: from the start of the program to a sale screen that takes a scan, and the
// memory of its processes after a number of sales.
//
//   node tests/window/measure.mjs EMPTY LARGE [--starts 10] [--sales 200] [--bare target/release/examples/bare]
//
// EMPTY and LARGE are data folders (an empty folder becomes the sample shop). COMPTOIR names the program; by default the
// release build. Needs a display (xvfb-run -a) and WebKitWebDriver, like the tests beside it. The time contains typing the
// PIN, which is the same for both; memory is the proportional set size, so that libraries shared by processes count once.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDriver } from './programs.mjs';
import { Till } from './till.mjs';
import { Browser } from './webdriver.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { starts: { type: 'string', default: '10' }, sales: { type: 'string', default: '200' }, bare: { type: 'string' } },
});
const program = process.env.COMPTOIR ?? 'target/release/comptoir';
const CODE = '3760999010011';

/** Runs `work` in a window of its own, and stops everything that was started for it. */
async function inWindow(binary, args, work) {
  const ends = [];
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-measure-'));
  const t = { after: (step) => ends.push(step) };
  const driver = await startDriver(t, folder);
  const started = performance.now();
  const window = await Browser.start(driver, binary, args);
  try {
    return await work(window, started);
  } finally {
    await window.close().catch(() => undefined);
    for (const step of ends) await step();
    await rm(folder, { recursive: true, force: true });
  }
}

const inShop = (dataDir, work) => inWindow(program, ['--data-dir', dataDir, '--shop', 'fr'], work);

async function startMs(dataDir) {
  return inShop(dataDir, async (window, started) => {
    await new Till(window).toSale();
    return performance.now() - started;
  });
}

/** Kilobytes of the program's processes, by their proportional set size. */
async function memoryKb() {
  const processes = new Map();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const [, name, parent] = /\((.*)\) \S (\d+)/u.exec(stat) ?? [];
    if (name !== undefined) processes.set(pid, { name, parent });
  }
  const ours = (pid) => {
    const process = processes.get(pid);
    return process !== undefined && (['comptoir', 'bare'].includes(process.name) || ours(process.parent));
  };
  let sum = 0;
  for (const pid of [...processes.keys()].filter(ours)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    sum += Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1] ?? 0);
  }
  return sum;
}

async function memoryAfter(dataDir, sales) {
  return inShop(dataDir, async (window) => {
    const till = new Till(window);
    await till.toSale();
    const fresh = await memoryKb();
    for (let sale = 0; sale < sales; sale += 1) {
      await till.scan({ code: CODE }, 1);
      await till.takeCash('2');
      await window.byTestId('change');
    }
    return { fresh_kb: fresh, after_kb: await memoryKb() };
  });
}

const [empty, large] = positionals;
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const times = { empty: [], large: [] };
// The first start of each opens the shift, and is not counted.
for (let n = 0; n <= Number(values.starts); n += 1) {
  for (const [name, dir] of Object.entries({ empty, large })) {
    const ms = await startMs(dir);
    if (n > 0) times[name].push(Math.round(ms));
  }
}
const start = { empty_ms: median(times.empty), large_ms: median(times.large) };
const memory = {
  empty: await memoryAfter(empty, Number(values.sales)),
  large: await memoryAfter(large, Number(values.sales)),
  bare_kb: values.bare && (await inWindow(values.bare, [], memoryKb)),
};
console.log(JSON.stringify({ start: { ...start, ratio: start.large_ms / start.empty_ms, times }, sales: Number(values.sales), memory }));
