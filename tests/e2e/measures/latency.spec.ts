// How long a scan takes to be seen: 100 scans by keys, one every 300 ms, into one order. A measurement: it takes the time
// of every scan and asserts none. `npm run measure` writes test-results/measures/scan-latency.json and prints it.

import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { figures, installProbe, type Sample, samplesOf, scanWithKeys } from '../support/latency.ts';

const SCANS = 100;
const EVERY_MS = 300;

test('from the last key of a scan to its line on the screen', async ({ till, seat, browser }, info) => {
  const { rows } = await seat.call('catalogue_search', { text: '', department_id: null, offset: 0, limit: 200 });
  const codes = rows.flatMap((row) => row.barcodes.slice(0, 1)).slice(0, SCANS);
  expect(codes, 'as many articles with a bar code').toHaveLength(SCANS);
  await installProbe(till.page);
  await till.page.reload();
  await expect(till.id('sale')).toBeVisible();
  const before = loadavg();
  for (const code of codes) {
    await scanWithKeys(till.page, code);
    // A pause without polling: a test that watches the page would make it draw.
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  await expect(till.lines).toHaveCount(SCANS);
  const samples = await samplesOf(till.page);
  expect(samples).toHaveLength(SCANS);
  for (const part of ['line', 'drawn', 'next', 'presented'] as const) {
    expect(samples.filter((sample) => sample[part] > 0), part).toHaveLength(SCANS);
  }
  const of = (part: keyof Sample) => figures(samples.map((sample) => sample[part]));
  const result = {
    unit: 'ms after the key event of the terminator',
    scans: SCANS,
    line: of('line'),
    drawn: of('drawn'),
    next: of('next'),
    presented: of('presented'),
    browser: `Chromium ${browser.version()}, without GPU`,
    program: 'devhost, debug build, over HTTP on the same machine',
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
    load: { before, after: loadavg() },
    samples,
  };
  await mkdir(info.project.outputDir, { recursive: true });
  await writeFile(join(info.project.outputDir, 'scan-latency.json'), JSON.stringify(result, null, 1));
  console.log(JSON.stringify({ ...result, samples: undefined }, null, 1));
});
