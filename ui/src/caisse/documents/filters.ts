// The filters of the document search as a person sets them, and the question that they make. All of them hold at once;
// an empty one lets everything through.

import { fromAbsolute, toCalendarDate } from '@internationalized/date';
import type { DocumentSearch } from '#bindings/api';

/** Something chosen from a list, with the name under which it was chosen. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Filters {
  /** Days as `2026-11-21`, times as `14:30`; ids of the choices. */
  from: string;
  to: string;
  fromTime: string;
  toTime: string;
  workstation: string;
  user: string;
  article: Named | null;
  customer: Named | null;
  number: string;
  last4: string;
}

export const NO_FILTERS: Filters = {
  from: '',
  to: '',
  fromTime: '',
  toTime: '',
  workstation: '',
  user: '',
  article: null,
  customer: null,
  number: '',
  last4: '',
};

export type PresetName = 'today' | 'yesterday' | 'week';

interface Preset {
  readonly name: PresetName;
  readonly from: string;
  readonly to: string;
}

/** Periods in one touch, by the calendar of the shop. */
export function presets(nowMs: number, timeZone: string): readonly Preset[] {
  const today = toCalendarDate(fromAbsolute(nowMs, timeZone));
  const yesterday = today.subtract({ days: 1 });
  return [
    { name: 'today', from: today.toString(), to: today.toString() },
    { name: 'yesterday', from: yesterday.toString(), to: yesterday.toString() },
    { name: 'week', from: today.subtract({ days: 6 }).toString(), to: today.toString() },
  ];
}

/** The question for the program. A card's digits count once all four are there. */
export function question(filters: Filters, offset: number, limit: number): DocumentSearch {
  const last4 = filters.last4.trim();
  return {
    from_day: given(filters.from),
    to_day: given(filters.to),
    from_minute: minuteOf(filters.fromTime),
    to_minute: minuteOf(filters.toTime),
    workstation_id: given(filters.workstation),
    article_id: filters.article?.id ?? null,
    customer_id: filters.customer?.id ?? null,
    user_id: given(filters.user),
    number: given(filters.number),
    card_last4: last4.length === 4 ? last4 : null,
    offset,
    limit,
  };
}

/** `14:30` as the minute of the day; null for no time. */
export function minuteOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})/u.exec(time);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** The same question about every day and hour. */
export function widened(filters: Filters): Filters {
  return { ...filters, from: '', to: '', fromTime: '', toTime: '' };
}

/** True when a day or an hour narrows the question. */
export function limitsTime({ from, to, fromTime, toTime }: Filters): boolean {
  return [from, to, fromTime, toTime].some((part) => part !== '');
}

/** True when anything narrows the question. */
export function limits(filters: Filters): boolean {
  return Object.values(question(filters, 0, 0)).some((part) => typeof part === 'string') || limitsTime(filters);
}

function given(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
