// Notes that go away by themselves. What needs a person is a banner, not a toast.

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'err';
  readonly undo: (() => void) | null;
}

const SHOWN_MS = 8_000;
const MOST = 3;

class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #next = 0;
  /** True while a screen shows the notes in a strip of its own. */
  docked = $state(false);

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Says something; with `undo`, offers to take it back. */
  say(text: string, undo: (() => void) | null = null): void {
    this.#add({ text, tone: 'plain', undo });
  }

  warn(text: string): void {
    this.#add({ text, tone: 'err', undo: null });
  }

  dismiss(toast: Toast): void {
    this.#list = this.#list.filter((other) => other.id !== toast.id);
  }

  undo(toast: Toast): void {
    this.dismiss(toast);
    toast.undo?.();
  }

  /** The cart moved on: an old error is over, and «Annuler» would take back something else. */
  outdate(): void {
    this.#list = this.#list.filter((toast) => toast.tone === 'plain' && toast.undo === null);
  }

  #add(content: Omit<Toast, 'id'>): void {
    const toast = { ...content, id: this.#next++ };
    const others = this.#list.filter((other) => other.text !== toast.text);
    this.#list = [...others.slice(1 - MOST), toast];
    setTimeout(() => this.dismiss(toast), SHOWN_MS);
  }
}

export const toasts = new Toasts();
