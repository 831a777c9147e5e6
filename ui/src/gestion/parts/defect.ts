// What is wrong with a record or an anchor, in words.

import { i18n } from '#lib/i18n/index.svelte';

/** The sentence for a defect, by its stable name: those of the verifier, and those of anchors. */
export function defectText(code: string): string {
  return i18n.catalogue.format(`defect-${code.replaceAll('_', '-')}`, undefined);
}
