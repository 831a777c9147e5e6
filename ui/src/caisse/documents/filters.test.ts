import { describe, expect, it } from 'vitest';
import { limits, limitsTime, minuteOf, NO_FILTERS, presets, question, widened } from './filters';

const LATE = Date.UTC(2026, 10, 21, 23, 30);

describe('presets', () => {
  it('follow the calendar of the shop, not that of the computer', () => {
    const day = (zone: string): string | undefined => presets(LATE, zone).find((preset) => preset.name === 'today')?.from;
    expect(day('Europe/Paris')).toBe('2026-11-22');
    expect(day('America/Toronto')).toBe('2026-11-21');
  });

  it('count seven days with today, across the end of a month', () => {
    const week = presets(Date.UTC(2026, 2, 3, 12), 'Europe/Paris').find((preset) => preset.name === 'week');
    expect(week).toEqual({ name: 'week', from: '2026-02-25', to: '2026-03-03' });
  });
});

describe('the question', () => {
  it('lets everything through while nothing is set', () => {
    const { offset, limit, ...parts } = question(NO_FILTERS, 100, 50);
    expect([offset, limit]).toEqual([100, 50]);
    expect(Object.values(parts).every((part) => part === null)).toBe(true);
    expect(limits(NO_FILTERS)).toBe(false);
  });

  it('carries every filter at once', () => {
    const filters = {
      ...NO_FILTERS,
      from: '2026-11-20',
      to: '2026-11-21',
      fromTime: '14:00',
      toTime: '18:05',
      workstation: 'w',
      user: 'u',
      article: { id: 'a', name: 'Baguette' },
      customer: { id: 'c', name: 'Durand' },
      number: ' C01-00000012 ',
      last4: '4242',
    };
    expect(question(filters, 0, 100)).toEqual({
      from_day: '2026-11-20',
      to_day: '2026-11-21',
      from_minute: 840,
      to_minute: 1085,
      workstation_id: 'w',
      user_id: 'u',
      article_id: 'a',
      customer_id: 'c',
      number: 'C01-00000012',
      card_last4: '4242',
      offset: 0,
      limit: 100,
    });
    expect(limits(filters)).toBe(true);
  });

  it('waits for the fourth digit of a card', () => {
    expect(question({ ...NO_FILTERS, last4: '424' }, 0, 1).card_last4).toBeNull();
  });

  it('reads midnight as a time and an empty field as none', () => {
    expect(minuteOf('00:00')).toBe(0);
    expect(minuteOf('')).toBeNull();
    expect(limits({ ...NO_FILTERS, fromTime: '00:00' })).toBe(true);
  });

  it('widens days and hours and keeps the rest', () => {
    const narrow = { ...NO_FILTERS, from: '2026-11-20', toTime: '12:00', number: '42' };
    expect(limitsTime(narrow)).toBe(true);
    expect(widened(narrow)).toEqual({ ...NO_FILTERS, number: '42' });
  });
});
