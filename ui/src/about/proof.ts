// What proves that the program complies, in words (D-58).

import { t } from '#lib/i18n/index.svelte';

/** The certificate, or else the publisher's individual attestation. */
export function proofText(certificate: string): string {
  return certificate === '' ? t('about-attested') : t('about-certified', { number: certificate });
}
