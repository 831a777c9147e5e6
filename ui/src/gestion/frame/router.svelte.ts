// Which screen the back office shows: the fragment of the address, so that links, the back button and a reload work.

/** Screens that answer to an address. */
export const SCREENS = ['postes', 'quarts', 'articles', 'clients', 'utilisateurs', 'import', 'impression'] as const;
export type ScreenId = (typeof SCREENS)[number];

/** Addresses that other windows link to, and the screen that does what they promise. */
const ALIASES: Readonly<Record<string, ScreenId>> = { schemas: 'postes' };

/** The screen of a fragment such as `#/articles`; the first screen for anything else. */
export function screenOf(fragment: string): ScreenId {
  const name = fragment.replace(/^#\/?/u, '');
  return SCREENS.find((screen) => screen === name) ?? ALIASES[name] ?? SCREENS[0];
}

export function addressOf(screen: ScreenId): string {
  return `#/${screen}`;
}

class Router {
  screen = $state<ScreenId>(screenOf(location.hash));

  /** Follows the address until the returned function is called. */
  attach(target: Window): () => void {
    const follow = (): void => {
      this.screen = screenOf(target.location.hash);
    };
    target.addEventListener('hashchange', follow);
    return () => target.removeEventListener('hashchange', follow);
  }

  go(screen: ScreenId): void {
    location.hash = addressOf(screen);
  }
}

export const router = new Router();
