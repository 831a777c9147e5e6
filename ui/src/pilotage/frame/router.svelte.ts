// Which screen the manager sees, and which shift is open on it: the fragment of the address (`#/ecarts/<shift>`), so that
// links, the back button and a reload work.

/** Screens that answer to an address. */
export const SCREENS = ['quarts', 'ecarts', 'rapports', 'postes', 'journal', 'apropos'] as const;
export type ScreenId = (typeof SCREENS)[number];

interface Place {
  readonly screen: ScreenId;
  /** The shift that is open on the screen. */
  readonly shift: string | null;
}

/** The place of a fragment; the first screen for what names none. */
export function placeOf(fragment: string): Place {
  const [name = '', shift = ''] = fragment.replace(/^#\/?/u, '').split('/');
  const screen = SCREENS.find((one) => one === name);
  return screen === undefined ? { screen: SCREENS[0], shift: null } : { screen, shift: shift === '' ? null : shift };
}

export function addressOf(screen: ScreenId, shift: string | null = null): string {
  return shift === null ? `#/${screen}` : `#/${screen}/${shift}`;
}

class Router {
  place = $state.raw<Place>(placeOf(location.hash));

  /** Follows the address until the returned function is called. */
  attach(target: Window): () => void {
    const follow = (): void => {
      this.place = placeOf(target.location.hash);
    };
    target.addEventListener('hashchange', follow);
    return () => target.removeEventListener('hashchange', follow);
  }

  go(screen: ScreenId): void {
    location.hash = addressOf(screen);
  }
}

export const router = new Router();
