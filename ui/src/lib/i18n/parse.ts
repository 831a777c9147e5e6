// What a person types, as scaled integers. Decimal text is cut into digits, never multiplied as a float.

/** Digits after the point, for `scaled`. */
export const MONEY_DECIMALS = 2;
export const QUANTITY_DECIMALS = 4;
export const UNIT_PRICE_DECIMALS = 6;

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

/** A whole number that is not negative. */
export function parseCount(text: string): number | null {
  const value = scaled(text, 0);
  return value !== null && value >= 0 ? value : null;
}
