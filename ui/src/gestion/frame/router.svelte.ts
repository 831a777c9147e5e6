// Which screen the back office shows: the fragment of the address, so that links, the back button and a reload work.

/** Screens that answer to an address. */
export const SCREENS = ['postes', 'schemas', 'quarts', 'archives', 'comptabilite', 'articles', 'promotions', 'tarifs', 'codes', 'clients', 'utilisateurs', 'import', 'impression', 'messagerie', 'societe', 'options', 'diagnostic', 'sauvegarde', 'cles', 'apropos', 'etiquettes', 'representants', 'livreurs'] as const;
export type ScreenId = (typeof SCREENS)[number];

/** The screen of a fragment such as `#/articles`; the first screen for anything else. */
export function screenOf(fragment: string): ScreenId {
  const name = fragment.replace(/^#\/?/u, '');
  return SCREENS.find((screen) => screen === name) ?? SCREENS[0];
}

export function addressOf(screen: ScreenId): string {
  return `#/${screen}`;
}

/** Asked before another screen takes the place of this one: true holds it back, and `go` leaves after all. */
type Guard = (go: () => void) => boolean;

class Router {
  screen = $state<ScreenId>(screenOf(location.hash));
  #guard: Guard | null = null;

  /** Follows the address until the returned function is called. */
  attach(target: Window): () => void {
    const follow = (): void => {
      const wanted = screenOf(target.location.hash);
      if (wanted === this.screen) return;
      const go = (): void => {
        this.#guard = null;
        this.go(wanted);
      };
      if (this.#guard?.(go) === true) target.history.replaceState(null, '', addressOf(this.screen));
      else this.screen = wanted;
    };
    target.addEventListener('hashchange', follow);
    return () => target.removeEventListener('hashchange', follow);
  }

  go(screen: ScreenId): void {
    location.hash = addressOf(screen);
  }

  /** Guards what would be lost by leaving the screen, until the returned function is called. */
  guard(guard: Guard): () => void {
    this.#guard = guard;
    return () => {
      if (this.#guard === guard) this.#guard = null;
    };
  }
}

export const router = new Router();
