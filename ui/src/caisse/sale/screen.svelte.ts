// What is open over the sale: one panel over section A at most, the payment, a sheet, help.

import type { ArticleTile } from '#bindings/api';
import { type Action, actions } from '#lib/actions/registry.svelte';

export type Panel =
  | { readonly kind: 'group'; readonly name: string; readonly articles: readonly ArticleTile[] }
  /** `resolve` names the pending line that the chosen article stands for. */
  | { readonly kind: 'search'; readonly text: string; readonly resolve: string | null }
  | { readonly kind: 'create'; readonly code: string; readonly line: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'note' }
  | { readonly kind: 'seller' }
  | { readonly kind: 'quantity'; readonly line: string };

export type Sheet = 'actions' | 'prints' | 'cash-in' | 'cash-out' | 'drawer' | 'report' | 'recent';

export class Screen {
  panel = $state.raw<Panel | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  paying = $state(false);
  /** The keys that worked when help was asked for; null while it is closed. */
  help = $state.raw<readonly Action[] | null>(null);

  /** Opens a panel; payment makes room for it. */
  open(panel: Panel): void {
    this.paying = false;
    this.panel = panel;
  }

  /** Opens a panel, or closes it when the same key is pressed again. */
  toggle(panel: Panel): void {
    if (this.panel?.kind === panel.kind) this.closePanel();
    else this.open(panel);
  }

  openHelp(): void {
    this.help = actions.reachable;
  }

  closePanel(): void {
    this.panel = null;
  }
}
