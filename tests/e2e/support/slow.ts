// A slow computer: `COMPTOIR_SLOW=4 npm test` gives every page a quarter of the processor and holds answers of the program
// back by chance. What fails then and not otherwise works only as long as nothing is late, in the test or in the screen.

import { randomInt } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';

/** How many times slower than this computer. */
export const SLOWER = Number(process.env['COMPTOIR_SLOW'] ?? '1');

/** The longest that an answer is held back, in milliseconds. */
const LATEST_MS = 400;

/** Slows every page of a context, those included that are still to open. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (SLOWER <= 1) return;
  context.on('page', (page) => void throttle(page));
  await context.route('**/rpc/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, randomInt(LATEST_MS)));
    await route.continue().catch(() => undefined);
  });
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}
