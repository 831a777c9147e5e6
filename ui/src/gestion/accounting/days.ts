// Days of the shop as `2026-11-21`, and as a person reads them.

import { fromAbsolute, toCalendarDate } from '@internationalized/date';
import { i18n } from '#lib/i18n/index.svelte';
import { clock } from '#shell/clock.svelte';

/** Today, by the calendar of the shop. */
export function today(): string {
  return toCalendarDate(fromAbsolute(clock.now, i18n.region.timeZone)).toString();
}

/** The day before today: the last one that is over. */
export function yesterday(): string {
  return toCalendarDate(fromAbsolute(clock.now, i18n.region.timeZone)).subtract({ days: 1 }).toString();
}

/** A day for reading; what is no day stays as it is. */
export function readDay(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(i18n.tag, { dateStyle: 'short', timeZone: 'UTC' }).format(at);
}
