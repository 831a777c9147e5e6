// From the keys that a scanner pressed to the code that it read.
//
// A scanner presses keys as on a US keyboard. On a French layout the digits come out as `&é"'(-è_çà` and letters
// change places, so a burst that shows this is read again from the physical keys.

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
}

const US_PUNCTUATION: Record<string, readonly [string, string]> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Space: [' ', ' '],
};

const SHIFTED_DIGITS = ')!@#$%^&*(';

/** The code that a burst stands for, without the AIM symbology prefix (`]E0`) that some scanners add. */
export function decode(strokes: readonly Pressed[]): string {
  const characters = isOfAnotherLayout(strokes) ? strokes.map(usCharacter) : strokes.map((stroke) => stroke.key);
  return characters.join('').replace(/^\u0002?(\][A-Za-z]\d)?/u, '').trim();
}

/** True when the burst shows that the keyboard layout of the computer is not that of the scanner. */
export function isOfAnotherLayout(strokes: readonly Pressed[]): boolean {
  return strokes.some(isMangled);
}

/** An unshifted digit key that did not give a digit: the layout is not the scanner's. */
function isMangled(stroke: Pressed): boolean {
  return !stroke.shift && /^Digit\d$/u.test(stroke.code) && !/^\d$/u.test(stroke.key);
}

function usCharacter(stroke: Pressed): string {
  const digit = /^Digit(\d)$/u.exec(stroke.code)?.[1];
  if (digit !== undefined) return stroke.shift ? (SHIFTED_DIGITS[Number(digit)] ?? digit) : digit;
  const letter = /^Key([A-Z])$/u.exec(stroke.code)?.[1];
  if (letter !== undefined) return stroke.shift ? letter : letter.toLowerCase();
  const punctuation = US_PUNCTUATION[stroke.code];
  return punctuation === undefined ? stroke.key : punctuation[stroke.shift ? 1 : 0];
}
