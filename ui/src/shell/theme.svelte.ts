// Light or dark: the operating system's choice until a person makes one here.

export type Theme = 'light' | 'dark';

const KEY = 'comptoir.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

class ThemeChoice {
  #chosen = $state<Theme | null>(stored());
  #system = $state<Theme>(system.matches ? 'dark' : 'light');
  readonly current = $derived(this.#chosen ?? this.#system);

  constructor() {
    system.addEventListener('change', ({ matches }) => {
      this.#system = matches ? 'dark' : 'light';
      this.apply();
    });
  }

  toggle(): void {
    this.#chosen = this.current === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, this.#chosen);
    this.apply();
  }

  apply(): void {
    document.documentElement.dataset.theme = this.current;
  }
}

function stored(): Theme | null {
  const known = localStorage.getItem(KEY);
  return known === 'light' || known === 'dark' ? known : null;
}

export const theme = new ThemeChoice();
