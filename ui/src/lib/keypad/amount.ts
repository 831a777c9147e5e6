// The amount on the payment pad: plain decimal text, where «20» is twenty and both «,» and «.» put the point. An
// empty pad means the amount due.

import { parseMoney } from '#lib/i18n/parse';

const MAX_LENGTH = 12;

/** The text after a key, unchanged when the key would make it no amount. */
export function pressAmount(text: string, key: string): string {
  if (key === 'Backspace') return text.slice(0, -1);
  if (key === 'Clear') return '';
  if (key === '00') return pressAmount(pressAmount(text, '0'), '0');
  const sign = key === '.' ? ',' : key;
  if (!/^[\d,]$/u.test(sign) || text.length >= MAX_LENGTH) return text;
  const next = text + sign;
  return next === ',' || parseMoney(next) !== null ? next : text;
}

/** Minor units, or null for an empty or unfinished entry. */
export function amountOf(text: string): number | null {
  return parseMoney(text);
}
