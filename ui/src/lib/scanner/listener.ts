// Listens to the keyboard before everybody else and parts scans from typing.
//
// Characters for a text field pass at once and are taken back if they prove to be a scan. Characters for nobody
// (the sale screen) are held until it is clear that a person pressed them, because a letter may be a shortcut that
// cannot be taken back.

import { decode, isOfAnotherLayout } from './decode';
import { ScanDetector, type ScanSettings, type Stroke, type Verdict } from './detector';
import { focusedField, snapshot } from './field';

export interface Keyboard {
  /** A code, whether its keys had to be read as those of another keyboard, and the time of the key that ended it. */
  scan(code: string, repaired: boolean, endedAt: number): void;
  /** A character that a person typed while no field had the focus. */
  character(character: string): void;
}

/** Scanners press these too. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

type Mark = { restore: (() => void) | null };

export class ScannerListener {
  readonly #detector: ScanDetector<Mark>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly keyboard: Keyboard,
    settings?: ScanSettings,
  ) {
    this.#detector = new ScanDetector(settings);
  }

  /** Listens on `target` until the returned function is called. */
  attach(target: Window): () => void {
    const onKey = (event: KeyboardEvent): void => this.#onKey(event);
    target.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(this.#timer);
      target.removeEventListener('keydown', onKey, { capture: true });
    };
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || MODIFIERS.has(event.key)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return this.#letGo();
    if (event.key === 'Enter' || event.key === 'Tab') return this.#onSuffix(event);
    if (event.key.length > 1) {
      this.#letGo();
      this.#detector.otherKey();
    }
    // A key held down repeats as fast as a scanner types.
    if (event.key.length === 1 && !event.repeat) this.#onCharacter(event);
  }

  #onCharacter(event: KeyboardEvent): void {
    const field = focusedField();
    const isSpaceOnButton = event.key === ' ' && field === null && document.activeElement?.closest('button, [role]') !== null;
    if (isSpaceOnButton) return;
    const mark: Mark = { restore: field === null ? null : snapshot(field) };
    const { key, code, shiftKey: shift, timeStamp: time } = event;
    this.#settle(this.#detector.character({ key, code, shift, time, mark }));
    if (field === null) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.#arm(time);
  }

  /** What was typed before a key that no scanner presses comes before that key. */
  #letGo(): void {
    clearTimeout(this.#timer);
    this.#settle(this.#detector.silence());
  }

  #onSuffix(event: KeyboardEvent): void {
    const echo = this.#detector.isEcho(event.timeStamp);
    const verdict = this.#detector.suffix(event.timeStamp);
    clearTimeout(this.#timer);
    if (echo || verdict.scan !== null) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#settle(verdict, event.timeStamp);
  }

  /**
   * Few characters are a person's after a short while; a growing burst waits for its end. A busy window gets strokes
   * late: the next ones are then late by as much, so it waits that much longer, and lets in what is there already.
   */
  #arm(pressed: number): void {
    clearTimeout(this.#timer);
    const lateness = Math.max(0, performance.now() - pressed);
    const { meanGapMs, silenceMs } = this.#detector.settings;
    // A lone character held for two gaps is a person's: from there on the detector takes the gap for a person's, too.
    const wait = this.#detector.pending < 3 ? 2 * meanGapMs : silenceMs;
    const settle = (): void => this.#settle(this.#detector.silence());
    this.#timer = setTimeout(() => (this.#timer = setTimeout(settle)), wait + lateness);
  }

  /** `endedAt` is the time of the suffix; a scan without one ended with its last character. */
  #settle(verdict: Verdict<Mark> | null, endedAt?: number): void {
    if (verdict === null) return;
    for (const stroke of verdict.typed) {
      if (stroke.mark.restore === null) this.keyboard.character(stroke.key);
    }
    if (verdict.scan !== null) this.#accept(verdict.scan, endedAt);
  }

  #accept(scan: Stroke<Mark>[], endedAt = scan.at(-1)?.time ?? 0): void {
    scan[0]?.mark.restore?.();
    const code = decode(scan);
    if (code !== '') this.keyboard.scan(code, isOfAnotherLayout(scan), endedAt);
  }
}
