// Measurements: they take figures and assert no time, so they are no part of `npm test`. One worker, nothing beside it.

import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, { testDir: 'measures', outputDir: 'test-results/measures', workers: 1, timeout: 180_000 });
