// A day as a person reads and types it in the shop's country, and as the program stores it («2026-11-21»).

import { parseDate } from '@internationalized/date';

/** Parts of a day in the order of a country, and what stands between them. */
interface DayForm {
  readonly order: readonly ('day' | 'month' | 'year')[];
  readonly separator: string;
}

/** Any day: only its form is looked at. */
const SAMPLE = Date.UTC(2026, 10, 21);

/** `21/11/2026` in France and Britain, `2026-11-21` in Canada: what Intl says, not what the browser's language is. */
function formOf(tag: string): DayForm {
  const parts = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).formatToParts(SAMPLE);
  const order = parts.map(({ type }) => type).filter((type) => type === 'day' || type === 'month' || type === 'year');
  return { order, separator: parts.find(({ type }) => type === 'literal')?.value ?? '/' };
}

/** The form in letters, for an empty field: `jj/mm/aaaa`. */
export function dayPattern(tag: string): string {
  const french = tag.startsWith('fr');
  const letters = { day: french ? 'jj' : 'dd', month: 'mm', year: french ? 'aaaa' : 'yyyy' };
  const { order, separator } = formOf(tag);
  return order.map((part) => letters[part]).join(separator);
}

/** A stored day as the country writes it; empty for none. */
export function dayText(day: string, tag: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (match === null) return '';
  const [, year = '', month = '', date = ''] = match;
  const parts = { day: date, month, year };
  const { order, separator } = formOf(tag);
  return order.map((part) => parts[part]).join(separator);
}

/**
 * A typed day as it is stored; null when the text is none. Any mark may stand between the parts, or none at all where
 * all eight digits are there; a year of two digits is of this century. What starts with a year of four digits is read
 * year first everywhere.
 */
export function parseDay(text: string, tag: string): string | null {
  const { order } = formOf(tag);
  const parts = split(text.trim(), order);
  if (parts === null) return null;
  const yearFirst = parts[0]?.length === 4;
  const names = yearFirst ? (['year', 'month', 'day'] as const) : order[0] === 'year' && parts[2]?.length === 4 ? (['day', 'month', 'year'] as const) : order;
  const value = (name: 'day' | 'month' | 'year'): string => parts[names.indexOf(name)] ?? '';
  const year = value('year').length === 2 ? `20${value('year')}` : value('year');
  const day = `${year}-${value('month').padStart(2, '0')}-${value('day').padStart(2, '0')}`;
  try {
    return parseDate(day).toString();
  } catch {
    return null;
  }
}

/** Three groups of digits, whatever stands between them. */
function split(text: string, order: DayForm['order']): string[] | null {
  const groups = text.split(/[^\d]+/u).filter((group) => group !== '');
  if (groups.length === 3) return groups.every((group) => group.length <= 4) ? groups : null;
  const [digits = ''] = groups;
  if (groups.length !== 1 || digits.length !== 8) return null;
  const lengths = order.map((part) => (part === 'year' ? 4 : 2));
  let from = 0;
  return lengths.map((length) => digits.slice(from, (from += length)));
}
