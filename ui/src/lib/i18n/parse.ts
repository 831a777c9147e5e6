// What a person types, as scaled integers. Decimal text is cut into digits, never multiplied as a float.

/** Digits after the point, for `scaled`. */
export const MONEY_DECIMALS = 2;
export const QUANTITY_DECIMALS = 4;
export const UNIT_PRICE_DECIMALS = 6;
export const RATE_DECIMALS = 3;
/** A hundred percent, in thousandths of a percent. */
export const WHOLE = 100_000;

/**
 * `12,5`, `12.5`, `1 234,50` with `decimals` = 2 → 1250, 1250, 123450. Null when the text is no number, has more
 * decimals than the scale, or is too large to be exact.
 */
export function scaled(text: string, decimals: number): number | null {
  const compact = text.replaceAll(/[\s\u00a0\u202f']/gu, '');
  const match = /^(-?)(\d*)(?:[.,](\d*))?$/u.exec(compact);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const kept = fraction.replace(/0+$/u, '');
  if (kept.length > decimals) return null;
  const value = Number(`${whole}${kept.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(value)) return null;
  return sign === '-' && value !== 0 ? -value : value;
}

/** An amount of money in minor units. */
export function parseMoney(text: string): number | null {
  return scaled(text, MONEY_DECIMALS);
}

/** A quantity in ten-thousandths. */
export function parseQuantity(text: string): number | null {
  return scaled(text, QUANTITY_DECIMALS);
}

/** A share above nothing and up to 100 %, in thousandths of a percent. */
export function parseRate(text: string): number | null {
  const rate = scaled(text, RATE_DECIMALS);
  return rate !== null && rate > 0 && rate <= WHOLE ? rate : null;
}

/** The plain text of a scaled integer, as a person would type it: 12500 with 3 decimals is `12,5`. Never negative. */
export function decimalText(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/u, '');
  const whole = digits.slice(0, -decimals);
  return fraction === '' ? whole : `${whole},${fraction}`;
}

/** A whole number that is not negative. */
export function parseCount(text: string): number | null {
  const value = scaled(text, 0);
  return value !== null && value >= 0 ? value : null;
}
