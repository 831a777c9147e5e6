// A time of day as a person types it, and as the program's forms keep it («14:30»): 24 hours everywhere, whatever the
// language of the browser or of the system is.

/**
 * A typed time; null when the text is none. `14:30`, `14h30`, `14.30`, `1430`, `930` and `9` are times. What names half a
 * day («2:30 pm») is none, rather than a time twelve hours off.
 */
export function parseTime(text: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s?[:.hH]\s?(\d{2})?)?$/u.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/u.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
