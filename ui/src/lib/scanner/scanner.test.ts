import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { ScanDetector, type Stroke } from './detector';
import { ScanQueue } from './queue';

type S = Stroke<string>;

/** Types `text` from `start` with `gap` milliseconds between keys. */
function strokes(text: string, start: number, gap: number): S[] {
  return [...text].map((key, i) => ({ key, code: `Digit${key}`, shift: false, time: start + i * gap, mark: '' }));
}

function feed(detector: ScanDetector<string>, list: S[]): { typed: string; scans: string[] } {
  let typed = '';
  const scans: string[] = [];
  for (const stroke of list) {
    const ended = detector.character(stroke);
    typed += ended?.typed.map((s) => s.key).join('') ?? '';
    if (ended?.scan != null) scans.push(decode(ended.scan));
  }
  return { typed, scans };
}

const EAN = '3760000000017';
const OTHER = '4006381333931';

describe('scan detector', () => {
  it('takes a fast run that ends with the suffix', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes(EAN, 0, 8));
    expect(decode(detector.suffix(110).scan ?? [])).toBe(EAN);
  });

  it('takes a fast run that ends with silence', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes(EAN, 0, 8));
    expect(decode(detector.silence().scan ?? [])).toBe(EAN);
  });

  it('never merges two quick scans', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes(EAN, 0, 5));
    const first = detector.suffix(65);
    feed(detector, strokes(OTHER, 70, 5));
    const second = detector.suffix(135);
    expect([first, second].map((v) => decode(v.scan ?? []))).toEqual([EAN, OTHER]);
  });

  it('parts two scans without suffix by the pause between them', () => {
    const detector = new ScanDetector<string>();
    const seen = feed(detector, [...strokes(EAN, 0, 5), ...strokes(OTHER, 200, 5)]);
    expect(seen.scans).toEqual([EAN]);
    expect(decode(detector.silence().scan ?? [])).toBe(OTHER);
  });

  it('keeps up with ten scans in a second, in order', () => {
    const detector = new ScanDetector<string>();
    const codes = Array.from({ length: 50 }, (_, i) => String(3_000_000_000_000 + i));
    const read = codes.map((code, i) => {
      feed(detector, strokes(code, i * 100, 5));
      return decode(detector.suffix(i * 100 + 65).scan ?? []);
    });
    expect(read).toEqual(codes);
  });

  it('lets a person type, however long the number', () => {
    const detector = new ScanDetector<string>();
    const seen = feed(detector, strokes(EAN, 0, 120));
    const end = detector.suffix(13 * 120);
    expect(end.scan).toBeNull();
    expect(seen.typed + end.typed.map((s) => s.key).join('')).toBe(EAN);
  });

  it('does not take a short fast roll of fingers for a scan', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes('12345', 0, 20));
    expect(detector.suffix(100).scan).toBeNull();
  });

  it('parts a quantity from the scan that follows it at once', () => {
    const detector = new ScanDetector<string>();
    feed(detector, [...strokes('12*', 0, 20), ...strokes(EAN, 65, 5)]);
    const verdict = detector.suffix(130);
    expect(verdict.typed.map((s) => s.key).join('')).toBe('12*');
    expect(decode(verdict.scan ?? [])).toBe(EAN);
  });

  it('swallows the second suffix of a scanner, but not Enter after another key', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes(EAN, 0, 5));
    detector.suffix(65);
    expect(detector.isEcho(70)).toBe(true);
    detector.otherKey();
    expect(detector.isEcho(75)).toBe(false);
  });

  it('gives back what a person typed just before a scan', () => {
    const detector = new ScanDetector<string>();
    feed(detector, [...strokes('3', 0, 0), ...strokes(EAN, 90, 5)]);
    const verdict = detector.suffix(155);
    expect(verdict.typed.map((s) => s.key).join('')).toBe('3');
    expect(decode(verdict.scan ?? [])).toBe(EAN);
  });

  it('swallows the second suffix of a CR+LF scanner, but not a later Enter', () => {
    const detector = new ScanDetector<string>();
    feed(detector, strokes(EAN, 0, 5));
    detector.suffix(65);
    expect(detector.isEcho(70)).toBe(true);
    expect(detector.isEcho(215)).toBe(true);
    expect(detector.isEcho(216)).toBe(false);
  });
});

describe('decode', () => {
  it('reads digits that a French layout mangled', () => {
    const azerty = '&é"\'(-è_çà';
    const pressed = [...azerty].map((key, i) => ({ key, code: `Digit${(i + 1) % 10}`, shift: false }));
    expect(decode(pressed)).toBe('1234567890');
  });

  it('puts letters and dashes back where a US keyboard has them', () => {
    const pressed = [
      { key: 'q', code: 'KeyA', shift: false },
      { key: '&', code: 'Digit1', shift: false },
      { key: ')', code: 'Minus', shift: false },
      { key: 'W', code: 'KeyZ', shift: true },
    ];
    expect(decode(pressed)).toBe('a1-Z');
  });

  it('leaves a scanner alone that is set to the French layout', () => {
    const pressed = [
      { key: '3', code: 'Digit3', shift: true },
      { key: 'A', code: 'KeyQ', shift: true },
    ];
    expect(decode(pressed)).toBe('3A');
  });

  it('drops the AIM prefix', () => {
    const pressed = [...']E03760000000017'].map((key) => ({ key, code: '', shift: false }));
    expect(decode(pressed)).toBe(EAN);
  });
});

describe('scan queue', () => {
  it('handles one scan at a time, in order', async () => {
    const log: string[] = [];
    const queue = new ScanQueue(async ({ code }) => {
      log.push(`start ${code}`);
      await Promise.resolve();
      log.push(`end ${code}`);
    });
    ['a', 'b', 'c'].forEach((code) => queue.push(code));
    await expect.poll(() => log.length).toBe(6);
    expect(log).toEqual(['start a', 'end a', 'start b', 'end b', 'start c', 'end c']);
  });

  it('keeps a scan that cannot be dealt with now, with its key, until it is resumed', async () => {
    let up = false;
    const seen: string[] = [];
    const queue = new ScanQueue(async ({ code, key }) => {
      seen.push(`${code} ${key}`);
      if (!up) throw new Error('no answer');
    });
    queue.push('a');
    queue.push('b');
    await expect.poll(() => seen.length).toBe(1);
    expect(queue.length).toBe(2);
    up = true;
    await queue.resume();
    expect(queue.length).toBe(0);
    expect(new Set(seen.filter((s) => s.startsWith('a '))).size).toBe(1);
  });
});
