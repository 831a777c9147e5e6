// What goes back to the customer, by what the program recorded.

import type { SaleDone, TenderView } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';

export interface Given {
  readonly label: string;
  readonly minor: number;
}

/** The payments of a return or cancellation are negative; to hand over, the figure is said without its sign. */
export function givenBack(done: SaleDone): Given[] {
  return done.tenders.map((tender) => ({ label: givenLabel(tender), minor: Math.abs(tender.received) }));
}

/** «À rendre» for cash, «Au crédit du client» for credit, the method for the rest. */
export function givenLabel({ kind, name }: Pick<TenderView, 'kind' | 'name'>): string {
  if (kind === 'cash') return t('given-cash');
  if (kind === 'credit') return t('given-credit');
  return t('given-other', { name });
}
