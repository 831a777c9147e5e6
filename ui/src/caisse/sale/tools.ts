// What stands beside selling: discounts, fees, prices asked for, sales put aside, articles that are missing. Each is an
// action that its button shares.

import type { ServiceMode } from '#bindings/domain';
import type { Action } from '#lib/actions/registry.svelte';
import { fmt, t } from '#lib/i18n/index.svelte';
import { rpc } from '#platform/index';
import { toasts } from '#shell/toasts.svelte';
import type { Sale } from './sale.svelte';
import type { Screen } from './screen.svelte';

/** In the order of their buttons. */
export const SERVICE_MODES: readonly ServiceMode[] = ['on_site', 'takeaway', 'delivered'];

export function toolActions(sale: Sale, screen: Screen) {
  const empty = (sale.view?.lines.length ?? 0) === 0;
  // Articles brought back are put aside with the sale that waits for its first line.
  const nothing = empty && (sale.view?.exchange ?? null) === null;
  const line = sale.selected;
  const corrects = sale.view?.price_accuracy === true && line?.known === true && !line.fee;
  return {
    fee: { id: 'fee', label: t('fee-button'), key: 'Insert', run: () => screen.toggle({ kind: 'fee' }) },
    price: { id: 'price', label: t('price-button'), key: 'F5', run: () => screen.toggle({ kind: 'price' }) },
    discountLine: { id: 'discount-line', label: t('discount-button'), key: 'F6', disabled: line?.known !== true, run: () => line !== null && screen.toggleDiscount(line.id) },
    discountSale: { id: 'discount-sale', label: t('discount-sale-button'), key: 'Shift+F6', disabled: empty, run: () => screen.toggleDiscount(null) },
    label: { id: 'price-accuracy', label: t('shelf-button'), key: 'Shift+F5', disabled: !corrects, run: () => line !== null && screen.toggle({ kind: 'label', line: line.id }) },
    labels: { id: 'labels', label: t('labels-title'), key: 'Alt+F7', disabled: sale.view?.price_accuracy !== true, run: () => screen.toggle({ kind: 'labels' }) },
    park: { id: 'park', label: t('park-button'), key: 'F9', disabled: nothing && sale.view?.parked === 0, run: () => (nothing ? screen.toggle({ kind: 'parked' }) : void park(sale)) },
    recall: { id: 'recall', label: t('recall-button'), key: 'Shift+F9', run: () => screen.toggle({ kind: 'parked' }) },
    missing: { id: 'missing', label: t('missing-button'), key: 'Shift+F2', run: () => screen.toggle({ kind: 'missing', article: null, text: '' }) },
    seller: { id: 'seller', label: t('seller-title'), key: 'Shift+F4', run: () => screen.toggle({ kind: 'seller' }) },
    service: { id: 'service', label: t('service-next'), key: 'Shift+F3', disabled: sale.view?.service == null, run: () => nextService(sale) },
  } satisfies Record<string, Action>;
}

/** Puts the sale aside in one key. Digits in the buffer become its name: a table, a number called out. */
async function park(sale: Sale): Promise<void> {
  const cart = sale.view?.cart_id;
  const label = sale.keypad.multiplier === null ? sale.keypad.buffer : '';
  if (cart === undefined || !(await sale.change('sale_park', { label }))) return;
  sale.clearKeypad();
  toasts.say(t('parked-done'), () => void sale.change('sale_recall', { cart_id: cart }));
}

function nextService(sale: Sale): void {
  void sale.change('sale_set_service', () => {
    const at = SERVICE_MODES.findIndex((mode) => mode === sale.view?.service);
    return { service: SERVICE_MODES[(at + 1) % SERVICE_MODES.length] ?? 'takeaway' };
  });
}

/**
 * `10 /`: a share off the selected line, at once, for the first of the shop's reasons; the line shows it and the panel
 * changes it. A shop without reasons is asked for one.
 */
export async function discountAtOnce(sale: Sale, screen: Screen, rate: number): Promise<void> {
  const line = sale.selected;
  if (line?.known !== true) return;
  const [reason] = (await rpc('shop_options', {})).discount_reasons;
  if (reason === undefined) return screen.open({ kind: 'discount', line: line.id, rate, custom: false });
  const discount = { reduction: { kind: 'percent' as const, rate }, reason };
  if (!(await sale.change('sale_set_line_discount', { line_id: line.id, discount }))) return;
  toasts.say(t('discount-given', { rate: fmt().rate(rate), name: line.name, reason }), () => void sale.change('sale_undo', {}));
}
