// Every key of a screen, in one place: what it does, when it may, and what it is called. Buttons take the same
// actions, so a key without a button or a button that hides its key cannot happen; F1 lists what is registered.
//
// Scopes stack. A dialog pushes an exclusive scope: the keys of the screen below are asleep while it is open.

import { untrack } from 'svelte';
import { TypeAhead } from './ahead';
import { keyOf, type KeyName } from './keys';

export interface Action {
  /** Stable name, also the `data-testid` of its button. */
  readonly id: string;
  readonly label: string;
  readonly key?: KeyName;
  /** Further keys that do the same. */
  readonly alsoKeys?: readonly KeyName[];
  readonly disabled?: boolean;
  /**
   * Cannot be taken back: done only by a key that is pressed once the action stands on the screen, never by one that was
   * pressed ahead of it, perhaps a second time out of impatience.
   */
  readonly deliberate?: boolean;
  /** Works while the cursor is in a text field too. Function keys and Ctrl combinations always do. */
  readonly inFields?: boolean;
  readonly run: () => void;
}

interface Scope {
  readonly actions: () => readonly Action[];
  readonly characters: ((character: string) => boolean) | undefined;
  readonly exclusive: boolean;
  readonly everywhere: boolean;
}

export interface ScopeOptions {
  /** Receives characters that no field wants (digits, letters); true when it used one. */
  readonly characters?: (character: string) => boolean;
  /** Nothing below hears a key while this scope exists. */
  readonly exclusive?: boolean;
  /** Heard after every other scope, under dialogs too: help. */
  readonly everywhere?: boolean;
}

class ActionRegistry {
  #scopes = $state.raw<readonly Scope[]>([]);
  readonly #ahead = new TypeAhead();

  /** Actions that can be reached now, nearest first; the help screen lists them. A key that something nearer has taken is left out. */
  get reachable(): readonly Action[] {
    const taken = new Set<KeyName>();
    return this.#audible()
      .flatMap((scope) => scope.actions())
      .filter(({ key }) => key === undefined || (!taken.has(key) && taken.add(key)));
  }

  push(actions: () => readonly Action[], options: ScopeOptions = {}): () => void {
    const scope: Scope = { actions, characters: options.characters, exclusive: options.exclusive ?? false, everywhere: options.everywhere ?? false };
    // Not tracked: a component that registers must not run again whenever another one does.
    untrack(() => (this.#scopes = [...this.#scopes, scope]));
    return () => untrack(() => (this.#scopes = this.#scopes.filter((other) => other !== scope)));
  }

  /** Keys pressed until `read` has ended wait for what it brings. */
  after(read: Promise<unknown>): void {
    this.#ahead.until(read);
  }

  /**
   * Runs the action of a key. True when the key was ours, even if the action may not run now or not yet. A key held down,
   * which repeats, never waits.
   */
  press(key: KeyName, inField: boolean, repeated = false): boolean {
    const action = this.#actionOf(key, inField);
    if (key === 'Escape') this.#ahead.forget();
    else if (action !== null && this.#ahead.waits) {
      if (!repeated) this.#ahead.keep(() => this.#runKept(key, inField));
      return true;
    }
    run(action);
    return action !== null;
  }

  /** Offers a character to the scopes, nearest first: a shortcut letter, then the scope's own use of it. */
  character(character: string): void {
    if (this.#ahead.waits) this.#ahead.keep(() => this.#offer(character));
    else this.#offer(character);
  }

  #runKept(key: KeyName, inField: boolean): void {
    const action = this.#actionOf(key, inField);
    if (action?.deliberate !== true) run(action);
  }

  #actionOf(key: KeyName, inField: boolean): Action | null {
    for (const scope of this.#audible()) {
      const action = scope.actions().find((a) => a.key === key || a.alsoKeys?.includes(key));
      if (action !== undefined && (!inField || worksInFields(action, key))) return action;
    }
    return null;
  }

  #offer(character: string): void {
    const key = character.toUpperCase();
    for (const scope of this.#audible()) {
      const action = scope.actions().find((a) => a.key === key || a.alsoKeys?.includes(key));
      if (action !== undefined) return run(action);
      if (scope.characters?.(character) === true) return;
    }
  }

  /** From the nearest scope down to the first exclusive one, then what is heard everywhere. */
  #audible(): readonly Scope[] {
    const nearestFirst = this.#scopes.filter((scope) => !scope.everywhere).toReversed();
    const wall = nearestFirst.findIndex((scope) => scope.exclusive);
    const heard = wall === -1 ? nearestFirst : nearestFirst.slice(0, wall + 1);
    return [...heard, ...this.#scopes.filter((scope) => scope.everywhere)];
  }
}

function run(action: Action | null): void {
  if (action !== null && action.disabled !== true) action.run();
}

function worksInFields(action: Action, key: KeyName): boolean {
  return action.inFields === true || /^(Shift\+)?F\d+$/u.test(key) || (key.startsWith('Ctrl+') && key !== 'Ctrl+Z' && key !== 'Ctrl+Y');
}

export const actions = new ActionRegistry();

/** Keys pressed until `read` has ended wait for what it brings: what a screen reads first, a search for the words typed. */
export function keysAfter(read: Promise<unknown>): void {
  actions.after(read);
}

/** Registers the keys of a component for as long as it is shown. Call while the component is set up. */
export function useActions(list: () => readonly Action[], options?: ScopeOptions): void {
  $effect(() => actions.push(list, options));
}

/** Keys of the browser that would leave or reload the program, or open its own search. */
const BROWSER_KEYS = /^(F1|F3|F5|F6|F7|F10|F12|Shift\+F\d+|Ctrl\+(F|P|R|K|D|Shift\+R))$/u;

/** Routes keyboard events of the window to the registry until the returned function is called. */
export function attachKeys(target: Window, focusedField: () => Element | null): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const key = keyOf(event);
    if (isOwnedByControl(event)) return;
    if (actions.press(key, focusedField() !== null, event.repeat) || BROWSER_KEYS.test(key)) event.preventDefault();
  };
  // Before any control: a trigger of the component library would take this for an Enter of its own.
  const onConfirm = (event: KeyboardEvent): void => {
    if (keyOf(event) === 'Ctrl+Enter') onKey(event);
  };
  target.addEventListener('keydown', onConfirm, { capture: true });
  target.addEventListener('keydown', onKey);
  return () => {
    target.removeEventListener('keydown', onConfirm, { capture: true });
    target.removeEventListener('keydown', onKey);
  };
}

/** Enter and Space on a focused button or link belong to it. */
function isOwnedByControl(event: KeyboardEvent): boolean {
  const isActivation = event.key === 'Enter' || event.key === ' ';
  const element = event.target instanceof Element ? event.target : null;
  return isActivation && !event.ctrlKey && element?.closest('button, a[href], [role="option"], [role="menuitem"]') != null;
}
