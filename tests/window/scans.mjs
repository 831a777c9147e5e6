// How long a scan takes to be seen in the real window: 100 scans by keys of the X server, one every 300 ms, into one order
// of the sample shop, as `npm run measure` in tests/e2e takes it in Chromium. A measurement: it asserts no time.
//
//   xvfb-run -a node tests/window/scans.mjs [--data-dir DIR] [--trace FILE]
//
// COMPTOIR names the program; by default the release build. Needs xdotool and WebKitWebDriver. DIR keeps the shop, for
// a shop that was filled before; codes are those of the sample shop. The trace has every scan with its four moments.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startDriver } from './programs.mjs';
import { Till } from './till.mjs';
import { Browser } from './webdriver.mjs';

const SCANS = 100;
const EVERY_MS = 300;
const KEY_GAP_MS = 3;
const articles = new URL('../../crates/demo/src/content/fr/articles.csv', import.meta.url);

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' }, trace: { type: 'string' } } });
const program = process.env.COMPTOIR ?? 'target/release/comptoir';
const run = promisify(execFile);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The same moments as `installProbe` of tests/e2e/support/latency.ts, which says what each is. */
const PROBE = `
  const samples = (window.samples = []);
  let last = 0, seen = document.querySelectorAll('[data-testid=line]').length;
  // The till keeps the terminator to itself, so the last digit counts: a key gap earlier, which the figures include.
  addEventListener('keydown', (event) => {
    if (/\\d/u.test(event.key)) last = event.timeStamp;
  }, { capture: true });
  new MutationObserver(() => {
    const count = document.querySelectorAll('[data-testid=line]').length;
    const added = count > seen;
    seen = count;
    if (!added) return;
    const start = last;
    const sample = { line: performance.now() - start, drawn: 0, next: 0 };
    samples.push(sample);
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => (sample.drawn = performance.now() - start);
      after.port2.postMessage(null);
      requestAnimationFrame(() => (sample.next = performance.now() - start));
    });
  }).observe(document, { childList: true, subtree: true });`;

/** Different codes of the sample shop, each of an article that needs no question. */
async function codes() {
  const rows = (await readFile(articles, 'utf8')).trim().split('\n').slice(1).map((row) => row.split(';'));
  return rows.filter(([, , , , , unit, code]) => unit === 'piece' && code).map(([, , , , , , code]) => code).slice(0, SCANS);
}

/** Nearest-rank percentiles, to a tenth of a millisecond. */
function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const rank = (share) => Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

async function measure(window) {
  await new Till(window).toSale();
  await window.execute(PROBE);
  const before = loadavg();
  for (const code of await codes()) {
    await run('xdotool', ['key', '--delay', String(KEY_GAP_MS), ...code, 'Return']);
    await pause(EVERY_MS);
  }
  const samples = await window.execute('return window.samples');
  if (samples.length !== SCANS) throw new Error(`${samples.length} lines of ${SCANS} scans`);
  const of = (part) => figures(samples.map((sample) => sample[part]));
  const result = { unit: 'ms after the key event of the last digit', line: of('line'), drawn: of('drawn'), next: of('next') };
  if (values.trace) await writeFile(values.trace, JSON.stringify(samples, null, 1));
  return { scans: SCANS, ...result, load: { before, after: loadavg() } };
}

const ends = [];
const folder = await mkdtemp(join(tmpdir(), 'comptoir-scans-'));
const driver = await startDriver({ after: (step) => ends.push(step) }, folder);
const window = await Browser.start(driver, program, ['--data-dir', values['data-dir'] ?? join(folder, 'data'), '--shop', 'fr']);
try {
  console.log(JSON.stringify(await measure(window)));
} finally {
  await window.close().catch(() => undefined);
  for (const step of ends) await step();
  await rm(folder, { recursive: true, force: true });
}
