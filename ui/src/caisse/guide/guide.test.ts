import { describe, expect, it, vi } from 'vitest';
import { guide } from './guide.svelte';
import { reached } from './marks';

vi.mock('#shell/session.svelte', () => ({ session: { train: async () => undefined } }));

describe('the guided sale', () => {
  it('goes on with the sale', () => {
    expect(reached('shift', { lines: 0, done: false })).toBe('article');
    expect(reached('article', { lines: 1, done: false })).toBe('line');
    expect(reached('line', { lines: 0, done: true })).toBe('done');
  });

  it('never goes back', () => {
    expect(reached('pay', { lines: 0, done: false })).toBe('pay');
    expect(reached('pay', { lines: 3, done: false })).toBe('pay');
    expect(reached('done', { lines: 0, done: false })).toBe('done');
  });

  it('does not take an earlier sale, which the screen still speaks of, for its own', async () => {
    await guide.start();
    guide.follow({ lines: 0, done: true });
    expect(guide.mark).toBe('article');
    guide.next();
    guide.follow({ lines: 0, done: true });
    expect(guide.mark).toBe('line');
    guide.follow({ lines: 1, done: false });
    guide.follow({ lines: 0, done: true });
    expect(guide.mark).toBe('done');
    guide.end();
  });
});
