import { describe, expect, it } from 'vitest';
import { type Action, actions } from './registry.svelte';

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
