// Every test has its own devhost, data folder and, where it prints, simulated printer; nothing is shared, so tests run
// side by side. The suite is meant for two cores. A test that fails now and then is a bug, so nothing is repeated here; where
// one such test would keep everybody's work from landing (`.ci/run`), it is run once more and named as flaky, to be mended.

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { Settings } from './support/fixtures.ts';
import { SLOWER } from './support/slow.ts';

/** Chromium as Debian packages it; the one without windows is much quicker. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** What is waited for comes within a fraction of this on a computer that has nothing else to do. */
const WAIT_MS = 10_000 * SLOWER;

/** Milliseconds after every act of a test: what was to be seen for a moment only is over then (`COMPTOIR_LATE=300 npm test`). */
const LATE_MS = Number(process.env['COMPTOIR_LATE'] ?? '0');

export default defineConfig<Settings>({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: Number(process.env['COMPTOIR_RETRIES'] ?? '0'),
  timeout: 60_000 * SLOWER * (LATE_MS > 0 ? 5 : 1),
  expect: { timeout: WAIT_MS },
  reporter: [['list']],
  snapshotPathTemplate: '{testDir}/__snapshots__/{arg}{ext}',
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    actionTimeout: WAIT_MS,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? BROWSERS.find((path) => existsSync(path)) ?? 'chromium',
      slowMo: LATE_MS,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
