// Whether the sidebar is folded: the choice of a person, or the width of the window until there is one.

const KEY = 'comptoir.sidebar';
const narrow = matchMedia('(max-width: 1199px)');

class SidebarState {
  #chosen = $state<string | null>(localStorage.getItem(KEY));
  #narrow = $state(narrow.matches);
  readonly folded = $derived(this.#chosen === null ? this.#narrow : this.#chosen === 'folded');

  constructor() {
    narrow.addEventListener('change', ({ matches }) => {
      this.#narrow = matches;
    });
  }

  toggle(): void {
    this.#chosen = this.folded ? 'open' : 'folded';
    localStorage.setItem(KEY, this.#chosen);
  }
}

export const sidebar = new SidebarState();
