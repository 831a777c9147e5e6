import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Alarm } from './alarm';

describe('an alarm', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('rings once, a little late, and only as it was told last', () => {
    const ring = vi.fn();
    const alarm = new Alarm(ring);
    alarm.in(60_000);
    alarm.in(120_000);
    vi.advanceTimersByTime(120_500);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(ring).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000_000);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('is silenced', () => {
    const ring = vi.fn();
    const alarm = new Alarm(ring);
    alarm.in(1_000);
    alarm.in(null);
    vi.advanceTimersByTime(10_000);
    expect(ring).not.toHaveBeenCalled();
  });
});
