import { describe, expect, it } from 'vitest';
import { parseTime } from './time';

describe('a time of day', () => {
  it('is read as people type it', () => {
    for (const text of ['14:30', '14h30', '14 h 30', '14.30', '1430', ' 14:30 ', '14H30']) expect(parseTime(text), text).toBe('14:30');
    for (const text of ['9:05', '09:05', '905', '0905', '9h05']) expect(parseTime(text), text).toBe('09:05');
    for (const text of ['9', '09', '9h', '9:']) expect(parseTime(text), text).toBe('09:00');
    expect(parseTime('0:00')).toBe('00:00');
  });

  it('is one of the day, or none', () => {
    for (const text of ['24:00', '12:60', '2:30 pm', '14:3', '14:300', '14305', 'midi', ':30', '']) expect(parseTime(text), text).toBeNull();
  });
});
