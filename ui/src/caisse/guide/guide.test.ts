import { describe, expect, it } from 'vitest';
import { reached } from './marks';

describe('the guided sale', () => {
  it('goes on with the sale', () => {
    expect(reached('shift', { lines: 0, done: false })).toBe('article');
    expect(reached('article', { lines: 1, done: false })).toBe('line');
    expect(reached('line', { lines: 0, done: true })).toBe('done');
  });

  it('does not take an earlier sale, which the screen still speaks of, for its own', () => {
    expect(reached('shift', { lines: 0, done: true })).toBe('article');
    expect(reached('article', { lines: 0, done: true })).toBe('article');
  });

  it('never goes back', () => {
    expect(reached('pay', { lines: 0, done: false })).toBe('pay');
    expect(reached('pay', { lines: 3, done: false })).toBe('pay');
    expect(reached('done', { lines: 0, done: false })).toBe('done');
  });
});
