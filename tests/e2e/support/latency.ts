// From the scanner's last key to the picture: a probe in the page, and how its figures are summed up.

import type { Page } from '@playwright/test';

/** Milliseconds after the time that the browser gave to the key event of the terminator. */
export interface Sample {
  /** The line is in the document: what the program and the interface needed. */
  readonly line: number;
  /** The browser has drawn the frame that first has the line and hands it to the compositor. */
  readonly drawn: number;
  /** The next frame begins, so the one with the line is on its way to the screen: an upper limit. */
  readonly next: number;
  /** When the browser says that the line's text was presented (Element Timing; rounded by it to 4 ms). */
  readonly presented: number;
}

export interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

type Open = { line: number; drawn: number; next: number; presented: number };
type Probed = Window & { samples?: Open[] };

/**
 * Installs the probe before anything of the page runs, so that its listener is the first to hear a key. A mutation
 * observer runs as soon as the line is in the document, before the browser draws. `requestAnimationFrame` from there
 * is called just before that state is drawn, a message posted in it arrives just after, and a second
 * `requestAnimationFrame` is called when the next frame begins. The observer also marks the line for Element Timing.
 */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const samples: Open[] = ((window as Probed).samples = []);
    const starts: number[] = [];
    let terminator = 0;
    let seen = 0;
    addEventListener('keydown', (event) => void (event.key === 'Enter' && (terminator = event.timeStamp)), { capture: true });

    const follow = (line: Element): void => {
      const start = terminator;
      const sample: Open = { line: performance.now() - start, drawn: 0, next: 0, presented: 0 };
      line.querySelector('[data-testid=line-name]')?.setAttribute('elementtiming', String(samples.length));
      samples.push(sample);
      starts.push(start);
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => (sample.drawn = performance.now() - start);
        after.port2.postMessage(null);
        requestAnimationFrame(() => (sample.next = performance.now() - start));
      });
    };

    new MutationObserver(() => {
      const lines = document.querySelectorAll('[data-testid=line]');
      const added = lines.length > seen ? lines[lines.length - 1] : undefined;
      seen = lines.length;
      if (added !== undefined) follow(added);
    }).observe(document, { childList: true, subtree: true });

    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { identifier: string; renderTime: number })[]) {
        const index = Number(entry.identifier);
        const sample = samples[index];
        if (sample !== undefined) sample.presented = entry.renderTime - (starts[index] ?? 0);
      }
    }).observe({ type: 'element', buffered: true });
  });
}

export function samplesOf(page: Page): Promise<Sample[]> {
  return page.evaluate(() => (window as Probed).samples ?? []);
}

/** Nearest-rank percentiles, to a tenth of a millisecond. */
export function figures(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number => Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

/** Scans with keys that the browser takes as those of a keyboard, as fast as they go through. */
export async function scanWithKeys(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const digits = [...code].map((digit) => session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: digit, code: `Digit${digit}`, text: digit }));
  const enter = { type: 'keyDown', key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 } as const;
  await Promise.all([...digits, session.send('Input.dispatchKeyEvent', enter)]);
  await session.detach();
}
