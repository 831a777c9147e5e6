// Periods in one touch, by the calendar of the shop.

import { fromAbsolute, toCalendarDate } from '@internationalized/date';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'all', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Days as `2026-11-21`, the last one included; null where the period has no end. */
export interface Days {
  readonly from_day: string | null;
  readonly to_day: string | null;
}

const LENGTH = { week: 7, month: 30 } as const;

/** The days of a period, seen from this moment; `custom` are those that a person chose. */
export function daysOf(period: PeriodName, custom: { readonly from: string; readonly to: string }, nowMs: number, timeZone: string): Days {
  const today = toCalendarDate(fromAbsolute(nowMs, timeZone));
  switch (period) {
    case 'all':
      return { from_day: null, to_day: null };
    case 'custom':
      return { from_day: custom.from === '' ? null : custom.from, to_day: custom.to === '' ? null : custom.to };
    case 'today':
      return { from_day: today.toString(), to_day: today.toString() };
    case 'yesterday': {
      const yesterday = today.subtract({ days: 1 }).toString();
      return { from_day: yesterday, to_day: yesterday };
    }
    default:
      return { from_day: today.subtract({ days: LENGTH[period] - 1 }).toString(), to_day: today.toString() };
  }
}
