import { describe, expect, it } from 'vitest';
import { daysOf } from './period';

const NONE = { from: '', to: '' };
/** 2026-12-31T23:30Z: already the new year in Paris, not yet in Montréal. */
const NEW_YEAR = Date.UTC(2026, 11, 31, 23, 30);

describe('periods', () => {
  it('count days by the calendar of the shop', () => {
    expect(daysOf('today', NONE, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: '2027-01-01', to_day: '2027-01-01' });
    expect(daysOf('yesterday', NONE, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: '2026-12-31', to_day: '2026-12-31' });
    expect(daysOf('today', NONE, NEW_YEAR, 'America/Toronto')).toEqual({ from_day: '2026-12-31', to_day: '2026-12-31' });
  });

  it('hold as many days as they say, today included', () => {
    expect(daysOf('week', NONE, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: '2026-12-26', to_day: '2027-01-01' });
    expect(daysOf('month', NONE, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: '2026-12-03', to_day: '2027-01-01' });
  });

  it('may be open at either end', () => {
    expect(daysOf('all', NONE, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: null, to_day: null });
    expect(daysOf('custom', { from: '2026-01-05', to: '' }, NEW_YEAR, 'Europe/Paris')).toEqual({ from_day: '2026-01-05', to_day: null });
  });
});
