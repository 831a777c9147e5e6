// The legal grounds for selling without VAT, as the screen names them. The sentence of the law comes with the paper.

import type { ExemptionGround } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';

/** The grounds in the order of the list. */
export function groundNames(): { readonly value: ExemptionGround; readonly label: string }[] {
  return [
    { value: 'export', label: t('exemption-export') },
    { value: 'intra_eu', label: t('exemption-intra-eu') },
    { value: 'exempt', label: t('exemption-exempt') },
    { value: 'franchise', label: t('exemption-franchise') },
    { value: 'disbursement', label: t('exemption-disbursement') },
  ];
}

/** The name of a ground. */
export function groundName(ground: ExemptionGround): string {
  return groundNames().find(({ value }) => value === ground)?.label ?? '';
}
