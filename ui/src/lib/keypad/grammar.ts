// What the keys of the numeric pad mean on the sale screen (ux.md 1.3): a visible buffer, a multiplier, and the
// effects that leave it. Pure: a state and a key give a state and perhaps an effect.

import { parseQuantity, parseRate } from '#lib/i18n/parse';

export interface Keypad {
  /** Digits typed so far. */
  readonly buffer: string;
  /** The text before `*`, waiting for an article or for Enter. */
  readonly multiplier: string | null;
}

export type Effect =
  /** The selected line gets this quantity (ten-thousandths). */
  | { readonly do: 'set_quantity'; readonly quantity: number }
  /** The selected line gets one more or one less. */
  | { readonly do: 'step'; readonly delta: 1 | -1 }
  /** An article by its internal code. */
  | { readonly do: 'code'; readonly code: string; readonly quantity: number }
  /** The selected line gets this discount (thousandths of a percent). */
  | { readonly do: 'discount'; readonly rate: number }
  | { readonly do: 'pay' };

export interface Step {
  readonly keypad: Keypad;
  readonly effect: Effect | null;
}

export const EMPTY: Keypad = { buffer: '', multiplier: null };
export const ONE = 10_000;

const MAX_LENGTH = 14;

export function isEmpty(keypad: Keypad): boolean {
  return keypad.buffer === '' && keypad.multiplier === null;
}

/** The quantity that the next article is entered with. */
export function pendingQuantity(keypad: Keypad): number {
  return keypad.multiplier === null ? ONE : (parseQuantity(keypad.multiplier) ?? ONE);
}

/** True for a character that the grammar knows. */
export function understands(key: string): boolean {
  return /^[\d.,*+/-]$/u.test(key);
}

export function press(keypad: Keypad, key: string): Step {
  if (/^\d$/u.test(key)) return stay(type(keypad, key));
  switch (key) {
    case '.':
    case ',':
      return stay(/[.,]/u.test(keypad.buffer) ? keypad : type(keypad, key));
    case '*':
      return stay(multiply(keypad));
    case '+':
    case '-':
      return isEmpty(keypad) ? { keypad, effect: { do: 'step', delta: key === '+' ? 1 : -1 } } : stay(keypad);
    case '/':
      return discount(keypad);
    case 'Backspace':
      return stay(erase(keypad));
    case 'Enter':
      return enter(keypad);
    default:
      return stay(keypad);
  }
}

function stay(keypad: Keypad): Step {
  return { keypad, effect: null };
}

function type(keypad: Keypad, character: string): Keypad {
  return keypad.buffer.length < MAX_LENGTH ? { ...keypad, buffer: keypad.buffer + character } : keypad;
}

function multiply(keypad: Keypad): Keypad {
  const quantity = parseQuantity(keypad.buffer);
  return quantity !== null && quantity > 0 ? { buffer: '', multiplier: keypad.buffer } : keypad;
}

/** A share of the price: more than nothing, at most all of it. Anything else stays in the buffer to be seen. */
function discount(keypad: Keypad): Step {
  const rate = keypad.multiplier === null ? parseRate(keypad.buffer) : null;
  return rate === null ? stay(keypad) : { keypad: EMPTY, effect: { do: 'discount', rate } };
}

function erase(keypad: Keypad): Keypad {
  if (keypad.buffer !== '') return { ...keypad, buffer: keypad.buffer.slice(0, -1) };
  return { buffer: keypad.multiplier ?? '', multiplier: null };
}

function enter(keypad: Keypad): Step {
  const quantity = pendingQuantity(keypad);
  if (keypad.buffer !== '') return { keypad: EMPTY, effect: { do: 'code', code: keypad.buffer, quantity } };
  if (keypad.multiplier !== null) return { keypad: EMPTY, effect: { do: 'set_quantity', quantity } };
  return { keypad: EMPTY, effect: { do: 'pay' } };
}
