import { describe, expect, it } from 'vitest';
import { Arrivals } from './arrivals';

describe('scanner test', () => {
  it('times a scan from its own first key, not from what was typed before', () => {
    const arrivals = new Arrivals();
    for (const time of [0, 5000, 5010, 5020, 5030, 5040, 5050]) arrivals.key(time);
    expect(arrivals.scanned('376099', true, 5060)).toEqual({ code: '376099', scanner: true, keys: 6, ms: 60, repaired: true });
  });

  it('times what a person typed, and starts anew', () => {
    const arrivals = new Arrivals();
    for (const time of [100, 400, 900]) arrivals.key(time);
    expect(arrivals.typed('123')).toEqual({ code: '123', scanner: false, keys: 3, ms: 800, repaired: false });
    expect(arrivals.typed('4')).toMatchObject({ keys: 0, ms: null });
  });

  it('says nothing of time when no key was seen', () => {
    expect(new Arrivals().scanned('376099', false, undefined).ms).toBeNull();
  });
});
