// What is open over the sale: one panel over section A at most, the payment, a sheet, help.

import type { ArticleTile, ArticleView } from '#bindings/api';
import { type Action, actions } from '#lib/actions/registry.svelte';

export type Panel =
  | { readonly kind: 'group'; readonly name: string; readonly articles: readonly ArticleTile[] }
  /** `resolve` names the pending line that the chosen article stands for. */
  | { readonly kind: 'search'; readonly text: string; readonly resolve: string | null }
  | { readonly kind: 'create'; readonly code: string; readonly line: string }
  /** `then` goes on to payment with the customer who was chosen. */
  | { readonly kind: 'customer'; readonly then?: 'pay' }
  | { readonly kind: 'note' }
  | { readonly kind: 'line-note'; readonly line: string }
  | { readonly kind: 'seller' }
  | { readonly kind: 'quantity'; readonly line: string }
  /** Of a line, or of the whole sale when `line` is null. `rate` was typed already; `custom` is «rabais personnalisé». */
  | { readonly kind: 'discount'; readonly line: string | null; readonly rate: number | null; readonly custom: boolean }
  | { readonly kind: 'fee' }
  /** Why a line, or the whole sale when `line` is null, bears no VAT. */
  | { readonly kind: 'exemption'; readonly line: string | null }
  /** «Exactitude des prix» of a line, and the labels that are to be corrected. */
  | { readonly kind: 'label'; readonly line: string }
  | { readonly kind: 'labels' }
  | { readonly kind: 'price' }
  | { readonly kind: 'parked' }
  /** What was asked for: an article, or words. */
  | { readonly kind: 'missing'; readonly article: ArticleView | null; readonly text: string };

export type Sheet = 'actions' | 'prints' | 'cash-in' | 'cash-out' | 'drawer' | 'report' | 'recent' | 'search' | 'return' | 'diagnostics' | 'about';

export class Screen {
  panel = $state.raw<Panel | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  /** The ticket that the return starts with; empty when it is still to be found. */
  ticket = $state('');
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

  /** Discount of a line, or of the whole sale: the key of what is open closes it, that of the other one goes there. */
  toggleDiscount(line: string | null): void {
    if (this.panel?.kind === 'discount' && this.panel.line === line) this.closePanel();
    else this.open({ kind: 'discount', line, rate: null, custom: false });
  }

  /** A scanned ticket starts its return, over whatever is open. */
  openReturn(ticket: string): void {
    this.ticket = ticket;
    this.sheet = 'return';
  }

  openHelp(): void {
    this.help = actions.reachable;
  }

  closePanel(): void {
    this.panel = null;
  }
}
