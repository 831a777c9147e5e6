import { describe, expect, it } from 'vitest';
import { dayPattern, dayText, parseDay } from './day';

describe('a day', () => {
  it('is written as the country writes it', () => {
    expect(['fr-FR', 'en-GB', 'fr-CA', 'en-CA'].map((tag) => dayText('2026-11-21', tag))).toEqual(['21/11/2026', '21/11/2026', '2026-11-21', '2026-11-21']);
    expect(['fr-FR', 'en-GB', 'fr-CA', 'en-CA'].map(dayPattern)).toEqual(['jj/mm/aaaa', 'dd/mm/yyyy', 'aaaa-mm-jj', 'yyyy-mm-dd']);
    expect(dayText('', 'fr-FR')).toBe('');
  });

  it('is read as people type it', () => {
    for (const text of ['21/11/2026', '21-11-26', '21.11.2026', '21 11 2026', '21112026', '2026-11-21', ' 21/11/26 ']) {
      expect(parseDay(text, 'fr-FR'), text).toBe('2026-11-21');
    }
    for (const text of ['2026-11-21', '20261121', '26-11-21', '21/11/2026']) expect(parseDay(text, 'fr-CA'), text).toBe('2026-11-21');
    expect(parseDay('1/2/2026', 'fr-FR')).toBe('2026-02-01');
  });

  it('is one of the calendar, or none', () => {
    for (const text of ['31/02/2026', '21/13/2026', '2026', '21/11', 'demain', '21/11/20266', '']) expect(parseDay(text, 'fr-FR'), text).toBeNull();
    expect(parseDay('29/02/2028', 'fr-FR')).toBe('2028-02-29');
  });

  it('comes back from its own text', () => {
    for (const tag of ['fr-FR', 'en-GB', 'fr-CA', 'en-CA']) expect(parseDay(dayText('2026-02-03', tag), tag)).toBe('2026-02-03');
  });
});
