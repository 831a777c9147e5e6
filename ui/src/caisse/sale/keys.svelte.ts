// The keys of the sale screen, as actions that the buttons share.

import type { GiveBack, SaleLineView, WorkstationView } from '#bindings/api';
import type { PaymentKind } from '#bindings/domain';
import type { Action } from '#lib/actions/registry.svelte';
import { fmt, t } from '#lib/i18n/index.svelte';
import { type Effect, EMPTY, press, understands } from '#lib/keypad/grammar';
import { rpc } from '#platform/index';
import { attempt } from '#shell/errors';
import { toggleFullscreen } from '#shell/fullscreen';
import { session } from '#shell/session.svelte';
import { toasts } from '#shell/toasts.svelte';
import { type Sale, unknownCode } from './sale.svelte';
import type { Screen } from './screen.svelte';
import { discountAtOnce, toolActions } from './tools';

export class SaleKeys {
  readonly #sale: Sale;
  readonly #screen: Screen;
  readonly #workstation: () => WorkstationView;
  readonly #blocked = $derived.by(() => this.#sale.view === null || this.#sale.view.blocked !== null);

  /** Actions that stand on buttons. */
  readonly named = $derived.by(() => ({ ...this.#named(), ...toolActions(this.#sale, this.#screen) }));
  /** The three ways out of a code that nobody knows, for the oldest one; none while there is none. */
  readonly resolving = $derived.by(() => this.#resolving());
  readonly actions = $derived.by<Action[]>(() => [
    ...Object.values(this.named),
    ...(this.resolving === null ? [] : [this.resolving.create, this.resolving.search, this.resolving.remove]),
    ...this.#typing(),
  ]);

  constructor(sale: Sale, screen: Screen, workstation: () => WorkstationView) {
    this.#sale = sale;
    this.#screen = screen;
    this.#workstation = workstation;
  }

  /** The text of the buffer above the lines. */
  get buffer(): string {
    const { multiplier, buffer } = this.#sale.keypad;
    return multiplier === null ? buffer : `${multiplier} × ${buffer}`;
  }

  /** A character that no field wanted; true when the pad knows it. */
  type(character: string): boolean {
    if (!understands(character)) return false;
    this.#typeKey(character);
    return true;
  }

  openSearch(text: string): void {
    this.#screen.open({ kind: 'search', text, resolve: null });
  }

  /** Makes the article that a scanned code stands for. */
  create(line: SaleLineView): void {
    this.#screen.open({ kind: 'create', code: unknownCode(line), line: line.id });
  }

  /** Says which known article a scanned code stands for. */
  resolve(line: SaleLineView): void {
    this.#screen.open({ kind: 'search', text: '', resolve: line.id });
  }

  remove(line: SaleLineView): void {
    void this.#sale.change('sale_remove_line', { line_id: line.id }).then((done) => {
      if (done) toasts.say(t('line-removed', { name: line.name }), () => void this.#sale.change('sale_undo', {}));
    });
  }

  #named() {
    const sale = this.#sale;
    const screen = this.#screen;
    const selected = sale.selected;
    return {
      help: { id: 'help', label: t('help'), key: 'F1', run: () => screen.openHelp() },
      search: { id: 'search', label: t('sale-search'), key: 'F2', run: () => this.openSearch('') },
      customer: { id: 'customer', label: t('sale-customer'), key: 'F4', run: () => screen.toggle({ kind: 'customer' }) },
      lineNote: { id: 'line-note', label: t('line-note-key'), key: 'F7', run: () => screen.toggle(selected === null ? { kind: 'note' } : { kind: 'line-note', line: selected.id }) },
      note: { id: 'note', label: t('order-note'), key: 'Shift+F7', run: () => screen.toggle({ kind: 'note' }) },
      actions: { id: 'actions', label: t('sale-actions'), key: 'F10', run: () => (screen.sheet = 'actions') },
      pay: { id: 'pay', label: this.#payLabel(), key: 'F12', disabled: this.#blocked, run: () => this.#pay() },
      undo: { id: 'undo', label: t('undo'), key: 'Ctrl+Z', disabled: sale.view?.can_undo !== true, run: () => void sale.change('sale_undo', {}) },
      redo: { id: 'redo', label: t('redo'), key: 'Ctrl+Y', disabled: sale.view?.can_redo !== true, run: () => void sale.change('sale_redo', {}) },
      print: { id: 'reprint-last', label: t('sale-reprint'), key: 'Ctrl+P', run: () => attempt(() => this.#printLast()) },
      lock: { id: 'lock', label: session.training ? t('training-leave') : t('lock'), key: 'Ctrl+Shift+L', run: () => attempt(() => session.close()) },
      fullscreen: { id: 'fullscreen', label: t('fullscreen'), key: 'F11', run: () => attempt(toggleFullscreen) },
      remove: { id: 'remove-line', label: t('line-remove'), key: 'Delete', disabled: selected === null, run: () => selected !== null && this.remove(selected) },
      settle: { id: 'settle-exact', label: t('sale-settle-exact'), key: 'Ctrl+Enter', disabled: this.#blocked, run: () => this.#settle('cash') },
      settleCard: { id: 'settle-card', label: t('settle-card'), key: 'Shift+F12', disabled: this.#blocked, run: () => this.#settle('card_standalone') },
    } satisfies Record<string, Action>;
  }

  #resolving() {
    const line = this.#sale.pending;
    if (line === null) return null;
    return {
      line: line.id,
      create: { id: 'unknown-create', label: t('unknown-create'), key: 'C', run: () => this.create(line) },
      search: { id: 'unknown-search', label: t('unknown-search'), key: 'R', run: () => this.resolve(line) },
      remove: { id: 'unknown-remove', label: t('unknown-remove'), key: 'X', run: () => this.remove(line) },
    };
  }

  #typing(): Action[] {
    return [
      { id: 'enter', label: t('sale-enter'), key: 'Enter', run: () => this.#typeKey('Enter') },
      { id: 'erase', label: t('key-backspace'), key: 'Backspace', run: () => this.#typeKey('Backspace') },
      { id: 'escape', label: t('back'), key: 'Escape', inFields: true, run: () => this.#escape() },
      { id: 'line-up', label: t('line-previous'), key: 'ArrowUp', run: () => this.#selectNext(-1) },
      { id: 'line-down', label: t('line-next'), key: 'ArrowDown', run: () => this.#selectNext(1) },
    ];
  }

  #pay(): void {
    this.#screen.closePanel();
    this.#screen.paying = true;
  }

  #payLabel(): string {
    const give = this.#sale.view?.exchange?.give_back?.amount ?? 0;
    return give > 0 && !this.#blocked ? t('exchange-give-amount', { amount: fmt().money(give) }) : t('sale-pay');
  }

  /** An exchange that gives money back asks how; one of articles that are worth the same is finished at once. */
  #settleExchange(give: GiveBack): void {
    if (give.amount > 0) return this.#pay();
    if (this.#sale.justChanged || this.#sale.sealing) return;
    this.#screen.closePanel();
    void this.#sale.exchange(null, this.#workstation().print_policy === 'always');
  }

  /** Finishes the sale with all that is due by one method; a workstation without it goes to payment. */
  #settle(kind: PaymentKind): void {
    const give = this.#sale.view?.exchange?.give_back ?? null;
    if (give !== null) return this.#settleExchange(give);
    const by = this.#sale.view?.methods.find((method) => method.kind === kind);
    if (by === undefined) return this.#pay();
    if (this.#sale.justChanged || this.#sale.sealing) return;
    this.#screen.closePanel();
    const payment = { method_id: by.id, amount: null, card_last4: null, reference: null, nature: null };
    void this.#sale.validate(payment, this.#workstation().print_policy === 'always');
  }

  async #printLast(): Promise<void> {
    const [last] = await rpc('document_recent', {});
    if (last === undefined) return toasts.say(t('recent-none'));
    await rpc('document_print', { document_id: last.id });
    toasts.say(t('print-asked', { number: last.number }));
    await this.#sale.refresh();
  }

  #escape(): void {
    if (this.#screen.panel !== null) this.#screen.closePanel();
    else this.#sale.clearKeypad();
  }

  #selectNext(step: number): void {
    const view = this.#sale.view;
    if (view === null) return;
    const at = view.lines.findIndex((line) => line.id === view.selected);
    const next = view.lines[Math.min(Math.max(at + step, 0), view.lines.length - 1)];
    if (next !== undefined && next.id !== view.selected) void this.#sale.change('sale_select_line', { line_id: next.id });
  }

  #typeKey(key: string): void {
    const { keypad, effect } = press(this.#sale.keypad, key);
    this.#sale.keypad = keypad;
    if (effect !== null) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    const line = this.#sale.selected;
    switch (effect.do) {
      case 'pay':
        if (!this.#blocked) this.#pay();
        break;
      case 'step':
        if (line !== null) void this.#sale.change('sale_step_quantity', { line_id: line.id, steps: effect.delta });
        break;
      case 'set_quantity':
        if (line !== null) void this.#sale.change('sale_set_quantity', { line_id: line.id, quantity: effect.quantity });
        break;
      case 'code':
        attempt(() => this.#addByCode(effect.code, effect.quantity));
        break;
      case 'discount':
        attempt(() => discountAtOnce(this.#sale, this.#screen, effect.rate));
    }
  }

  /** An internal code adds its article; a code that nobody has opens the search with it. */
  async #addByCode(code: string, quantity: number): Promise<void> {
    const page = await rpc('catalogue_search', { text: code, department_id: null, offset: 0, limit: 20 });
    if (page.label !== null) {
      this.#sale.keypad = EMPTY;
      await this.#sale.change('sale_scan', { code, quantity });
      return;
    }
    const article = page.rows.find((row) => row.active && (row.code === code || row.barcodes.includes(code)));
    if (article === undefined) return this.openSearch(code);
    this.#sale.keypad = EMPTY;
    await this.#sale.change('sale_add_article', { article_id: article.id, quantity });
  }
}
