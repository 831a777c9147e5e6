// The keys of the sale screen, as actions that the buttons share.

import type { SaleLineView, WorkstationView } from '#bindings/api';
import type { Action } from '#lib/actions/registry.svelte';
import { t } from '#lib/i18n/index.svelte';
import { type Effect, EMPTY, press, understands } from '#lib/keypad/grammar';
import { rpc } from '#platform/index';
import { attempt } from '#shell/errors';
import { session } from '#shell/session.svelte';
import { toasts } from '#shell/toasts.svelte';
import { type Sale, unknownCode } from './sale.svelte';
import type { Screen } from './screen.svelte';

export type SaleKeys = ReturnType<typeof saleKeys>;

export function saleKeys(sale: Sale, screen: Screen, workstation: () => WorkstationView) {
  const blocked = $derived(sale.view === null || sale.view.blocked !== null);

  const named = $derived({
    help: { id: 'help', label: t('help'), key: 'F1', run: () => screen.openHelp() },
    search: { id: 'search', label: t('sale-search'), key: 'F2', run: () => openSearch('') },
    customer: { id: 'customer', label: t('sale-customer'), key: 'F4', run: () => screen.toggle({ kind: 'customer' }) },
    note: { id: 'note', label: t('sale-note'), key: 'F7', run: () => screen.toggle({ kind: 'note' }) },
    actions: { id: 'actions', label: t('sale-actions'), key: 'F10', run: () => (screen.sheet = 'actions') },
    pay: { id: 'pay', label: t('sale-pay'), key: 'F12', disabled: blocked, run: pay },
    undo: { id: 'undo', label: t('undo'), key: 'Ctrl+Z', disabled: sale.view?.can_undo !== true, run: () => void sale.change('sale_undo', {}) },
    redo: { id: 'redo', label: t('redo'), key: 'Ctrl+Y', disabled: sale.view?.can_redo !== true, run: () => void sale.change('sale_redo', {}) },
    print: { id: 'reprint-last', label: t('sale-reprint'), key: 'Ctrl+P', run: () => attempt(printLast) },
    lock: { id: 'lock', label: t('lock'), key: 'Ctrl+Shift+L', run: () => attempt(() => session.close()) },
    remove: { id: 'remove-line', label: t('line-remove'), key: 'Delete', disabled: sale.selected === null, run: removeLine },
    settle: { id: 'settle-exact', label: t('sale-settle-exact'), key: 'Ctrl+Enter', disabled: blocked, run: settleExact },
  } satisfies Record<string, Action>);

  const typing = $derived<Action[]>([
    { id: 'enter', label: t('sale-enter'), key: 'Enter', run: () => typeKey('Enter') },
    { id: 'erase', label: t('key-backspace'), key: 'Backspace', run: () => typeKey('Backspace') },
    { id: 'escape', label: t('back'), key: 'Escape', inFields: true, run: escape },
    { id: 'line-up', label: t('line-previous'), key: 'ArrowUp', run: () => selectNext(-1) },
    { id: 'line-down', label: t('line-next'), key: 'ArrowDown', run: () => selectNext(1) },
  ]);

  /** The three ways out of a code that nobody knows, for the oldest one; none while there is none. */
  const resolving = $derived.by(() => {
    const line = sale.pending;
    if (line === null) return null;
    return {
      line: line.id,
      create: { id: 'unknown-create', label: t('unknown-create'), key: 'C', disabled: !session.may('manage_catalogue'), run: () => create(line) },
      search: { id: 'unknown-search', label: t('unknown-search'), key: 'R', run: () => resolve(line.id) },
      remove: { id: 'unknown-remove', label: t('unknown-remove'), key: 'X', run: () => void sale.change('sale_remove_line', { line_id: line.id }) },
    };
  });

  const list = $derived<Action[]>([
    ...Object.values(named),
    ...(resolving === null ? [] : [resolving.create, resolving.search, resolving.remove]),
    ...typing,
  ]);

  function create(line: SaleLineView): void {
    screen.open({ kind: 'create', code: unknownCode(line), line: line.id });
  }

  function resolve(line: string): void {
    screen.open({ kind: 'search', text: '', resolve: line });
  }

  function openSearch(text: string): void {
    screen.open({ kind: 'search', text, resolve: null });
  }

  function pay(): void {
    screen.closePanel();
    screen.paying = true;
  }

  function removeLine(): void {
    const line = sale.selected;
    if (line === null) return;
    void sale.change('sale_remove_line', { line_id: line.id }).then((done) => {
      if (done) toasts.say(t('line-removed', { name: line.name }), () => void sale.change('sale_undo', {}));
    });
  }

  function settleExact(): void {
    const cash = sale.view?.methods.find((method) => method.kind === 'cash');
    if (cash === undefined) return pay();
    if (sale.justChanged) return;
    const payment = { method_id: cash.id, amount: null, card_last4: null, reference: null, nature: null };
    void sale.validate(payment, workstation().print_policy === 'always');
  }

  async function printLast(): Promise<void> {
    const [last] = await rpc('document_recent', {});
    if (last === undefined) return toasts.say(t('recent-none'));
    await rpc('document_print', { document_id: last.id });
    toasts.say(t('print-asked', { number: last.number }));
    await sale.refresh();
  }

  function escape(): void {
    if (screen.panel !== null) screen.closePanel();
    else sale.clearKeypad();
  }

  function selectNext(step: number): void {
    const lines = sale.view?.lines ?? [];
    const at = lines.findIndex((line) => line.id === sale.view?.selected);
    const next = lines[Math.min(Math.max(at + step, 0), lines.length - 1)];
    if (next !== undefined && next.id !== sale.view?.selected) void sale.change('sale_select_line', { line_id: next.id });
  }

  function typeKey(key: string): void {
    const { keypad, effect } = press(sale.keypad, key);
    sale.keypad = keypad;
    if (effect !== null) carryOut(effect);
  }

  function carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'pay':
        if (!blocked) pay();
        break;
      case 'step':
        if (sale.selected !== null) void sale.change('sale_step_quantity', { line_id: sale.selected.id, steps: effect.delta });
        break;
      case 'set_quantity':
        if (sale.selected !== null) void sale.change('sale_set_quantity', { line_id: sale.selected.id, quantity: effect.quantity });
        break;
      case 'code':
        attempt(() => addByCode(effect.code, effect.quantity));
    }
  }

  /** An internal code adds its article; a code that nobody has opens the search with it. */
  async function addByCode(code: string, quantity: number): Promise<void> {
    const page = await rpc('catalogue_search', { text: code, department_id: null, offset: 0, limit: 20 });
    const article = page.rows.find((row) => row.active && (row.code === code || row.barcodes.includes(code)));
    if (article === undefined) return openSearch(code);
    sale.keypad = EMPTY;
    await sale.change('sale_add_article', { article_id: article.id, quantity });
  }

  return {
    get named() {
      return named;
    },
    get actions() {
      return list;
    },
    get resolving() {
      return resolving;
    },
    create,
    resolve,
    /** A character that no field wanted. */
    type(character: string): boolean {
      if (!understands(character)) return false;
      typeKey(character);
      return true;
    },
    typeKey,
    openSearch,
    /** The text of the buffer above the lines. */
    get buffer(): string {
      const { multiplier, buffer } = sale.keypad;
      return multiplier === null ? buffer : `${multiplier} × ${buffer}`;
    },
  };
}
