import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Action, actions, keysAfter } from './registry.svelte';

function action(id: string, key: string, run: () => void = () => undefined): Action {
  return { id, label: id, key, run };
}

describe('keys', () => {
  it('are asleep under a dialog, all but help', () => {
    const pressed: string[] = [];
    const undo = [
      actions.push(() => [action('help', 'F1', () => pressed.push('help'))], { everywhere: true }),
      actions.push(() => [action('pay', 'F12', () => pressed.push('pay'))]),
      actions.push(() => [action('save', 'Ctrl+Enter', () => pressed.push('save'))], { exclusive: true }),
    ];
    expect(actions.press('F12', false)).toBe(false);
    expect(actions.press('F1', true)).toBe(true);
    expect(actions.press('Ctrl+Enter', true)).toBe(true);
    expect(pressed).toEqual(['help', 'save']);
    expect(actions.reachable.map(({ id }) => id)).toEqual(['save', 'help']);
    undo.reverse().forEach((end) => end());
    expect(actions.reachable).toEqual([]);
  });

  it('are listed once: what is nearest has them', () => {
    const undo = [
      actions.push(() => [action('help', 'F1')], { everywhere: true }),
      actions.push(() => [action('screen-help', 'F1'), action('search', 'F2')]),
    ];
    expect(actions.reachable.map(({ id }) => id)).toEqual(['screen-help', 'search']);
    undo.reverse().forEach((end) => end());
  });
});

describe('keys pressed ahead of a screen', () => {
  afterEach(() => void vi.useRealTimers());

  /** A panel that knows its choices only when they have been read. */
  function panel(): { pressed: string[]; read: () => void; close: () => void } {
    const pressed: string[] = [];
    let choices: Action[] = [];
    let done = (): void => undefined;
    const reading = new Promise<void>((resolve) => (done = resolve));
    const apply = action('apply', 'Enter', () => pressed.push('apply'));
    const leave = action('leave', 'Escape', () => pressed.push('leave'));
    const close = actions.push(() => [apply, leave, ...choices], { characters: (digit) => pressed.push(digit) > 0 });
    const read = (): void => {
      choices = [action('first', 'A', () => pressed.push('first reason'))];
      done();
    };
    keysAfter(reading);
    return { pressed, read, close };
  }

  /** Long enough for everything that waits for nothing but its turn. */
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };

  it('wait for what it reads, in their order', async () => {
    const { pressed, read, close } = panel();
    for (const character of '10a') actions.character(character);
    expect(actions.press('Enter', false)).toBe(true);
    expect(actions.press('F9', false), 'a key that is nobody’s is not kept').toBe(false);
    await turns();
    expect(pressed).toEqual([]);
    read();
    await turns();
    expect(pressed).toEqual(['1', '0', 'first reason', 'apply']);
    actions.character('2');
    expect(pressed.at(-1), 'nothing waits any more').toBe('2');
    close();
  });

  it('are dropped by Escape, which does not wait', async () => {
    const { pressed, read, close } = panel();
    actions.character('1');
    actions.press('Escape', false);
    expect(pressed).toEqual(['leave']);
    read();
    await turns();
    expect(pressed).toEqual(['leave']);
    close();
  });

  it('are dropped when it takes so long that nobody remembers them', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { pressed, read, close } = panel();
    actions.press('Enter', false);
    vi.advanceTimersByTime(4_000);
    actions.character('a');
    read();
    await turns();
    expect(pressed).toEqual(['first reason']);
    close();
  });

  it('go on when the reading fails', async () => {
    const pressed: string[] = [];
    const close = actions.push(() => [action('retry', 'Enter', () => pressed.push('retry'))]);
    keysAfter(Promise.reject(new Error('offline')));
    actions.press('Enter', false);
    await turns();
    expect(pressed).toEqual(['retry']);
    close();
  });

  it('never do what cannot be taken back: a second, impatient one does not confirm what the first opened', async () => {
    const pressed: string[] = [];
    let step = 'check';
    const keys = (): Action[] => [{ ...action(step, 'Ctrl+Enter', () => pressed.push(step)), deliberate: step === 'confirm' }];
    const close = actions.push(keys);
    keysAfter(Promise.resolve().then(() => (step = 'confirm')));
    for (const repeated of [false, true, false]) actions.press('Ctrl+Enter', false, repeated);
    await turns();
    expect(pressed).toEqual([]);
    actions.press('Ctrl+Enter', false);
    expect(pressed).toEqual(['confirm']);
    close();
  });

  it('that go wrong do not hold up those after them', async () => {
    const pressed: string[] = [];
    const close = actions.push(() => [
      action('wrong', 'F8', () => {
        throw new Error('a key that goes wrong');
      }),
      action('right', 'F9', () => pressed.push('right')),
    ]);
    const complaints: unknown[] = [];
    const complain = (reason: unknown): unknown => complaints.push(reason);
    process.once('unhandledRejection', complain);
    keysAfter(Promise.resolve());
    actions.press('F8', false);
    await turns();
    await new Promise((resolve) => setTimeout(resolve));
    expect(complaints).toHaveLength(1);
    keysAfter(Promise.resolve());
    actions.press('F9', false);
    await turns();
    expect(pressed).toEqual(['right']);
    close();
  });
});
