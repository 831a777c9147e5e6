import { describe, expect, it } from 'vitest';
import { amountOf, pressAmount } from './amount';
import { EMPTY, type Effect, type Keypad, ONE, pendingQuantity, press } from './grammar';

/** Presses keys one after the other; multi-character names are in angle brackets. */
function type(keys: string, keypad: Keypad = EMPTY): { keypad: Keypad; effects: Effect[] } {
  const effects: Effect[] = [];
  for (const key of keys.match(/<\w+>|./gu) ?? []) {
    const step = press(keypad, key.replace(/^<(\w+)>$/u, '$1'));
    keypad = step.keypad;
    if (step.effect !== null) effects.push(step.effect);
  }
  return { keypad, effects };
}

describe('keypad grammar', () => {
  it('3 * waits for an article with three units', () => {
    const { keypad, effects } = type('3*');
    expect(pendingQuantity(keypad)).toBe(3 * ONE);
    expect(effects).toEqual([]);
  });

  it('takes both decimal signs, once', () => {
    expect(pendingQuantity(type('1,25*').keypad)).toBe(12_500);
    expect(pendingQuantity(type('1.25*').keypad)).toBe(12_500);
    expect(type('1,2,5').keypad.buffer).toBe('1,25');
  });

  it('SAL-15 3 * Enter sets the quantity of the selected line', () => {
    expect(type('12*<Enter>')).toEqual({ keypad: EMPTY, effects: [{ do: 'set_quantity', quantity: 12 * ONE }] });
  });

  it('SAL-14 + and − step the selected line while the buffer is empty', () => {
    expect(type('+-').effects).toEqual([
      { do: 'step', delta: 1 },
      { do: 'step', delta: -1 },
    ]);
    expect(type('3+').effects).toEqual([]);
  });

  it('digits and Enter are an internal code, with the pending quantity', () => {
    expect(type('12345<Enter>').effects).toEqual([{ do: 'code', code: '12345', quantity: ONE }]);
    expect(type('2*12345<Enter>').effects).toEqual([{ do: 'code', code: '12345', quantity: 2 * ONE }]);
  });

  it('Enter with nothing typed goes to payment', () => {
    expect(type('<Enter>').effects).toEqual([{ do: 'pay' }]);
  });

  it('Backspace takes back a digit, then the multiplication', () => {
    expect(type('3*12<Backspace><Backspace>').keypad).toEqual({ buffer: '', multiplier: '3' });
    expect(type('3*<Backspace>').keypad).toEqual({ buffer: '3', multiplier: null });
  });

  it('10 / is ten percent off the selected line', () => {
    expect(type('10/')).toEqual({ keypad: EMPTY, effects: [{ do: 'discount', rate: 10_000 }] });
    expect(type('12,5/').effects).toEqual([{ do: 'discount', rate: 12_500 }]);
    expect(type('100/').effects).toEqual([{ do: 'discount', rate: 100_000 }]);
  });

  it('a share that is none stays to be seen: nothing, more than all, a multiplication', () => {
    for (const keys of ['/', '0/', '101/', '3*/', '3*10/']) {
      const { keypad, effects } = type(keys);
      expect(effects, keys).toEqual([]);
      expect(keypad, keys).toEqual(type(keys.slice(0, -1)).keypad);
    }
  });

  it('zero is no quantity', () => {
    expect(type('0*').keypad).toEqual({ buffer: '0', multiplier: null });
  });
});

describe('amount pad', () => {
  const typed = (keys: string[]): number | null => amountOf(keys.reduce(pressAmount, ''));

  it('reads whole and decimal amounts', () => {
    expect(typed(['2', '0'])).toBe(2000);
    expect(typed(['7', ',', '4'])).toBe(740);
    expect(typed([',', '5'])).toBe(50);
    expect(typed(['5', '00'])).toBe(50_000);
  });

  it('refuses a third decimal and takes keys back', () => {
    expect(typed(['7', ',', '4', '5', '9'])).toBe(745);
    expect(typed(['7', 'Backspace'])).toBeNull();
    expect(typed(['7', '5', 'Clear', '3'])).toBe(300);
  });
});
