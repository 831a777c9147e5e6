// The words of the exclusions of the policy on accurate pricing.

import type { PriceExclusion } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';

const NAMES: Record<PriceExclusion, () => string> = {
  no_barcode: () => t('exclusion-no-barcode'),
  already_compensated: () => t('exclusion-already-compensated'),
  clothing: () => t('exclusion-clothing'),
  milk: () => t('exclusion-milk'),
  tobacco: () => t('exclusion-tobacco'),
  alcohol: () => t('exclusion-alcohol'),
  drug: () => t('exclusion-drug'),
  corrected_advertisement: () => t('exclusion-corrected-advertisement'),
};

export function exclusionName(exclusion: PriceExclusion): string {
  return NAMES[exclusion]();
}
