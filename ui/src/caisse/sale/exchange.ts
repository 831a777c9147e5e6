// Where articles that pay for a sale come from, as a sentence.

import type { SaleExchange } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';

/** The ticket on which they were sold, or that there is none; and why they come back. */
export function exchangeOrigin({ number, reason }: SaleExchange): string {
  return number === null ? t('exchange-without', { reason }) : t('exchange-from', { number, reason });
}
