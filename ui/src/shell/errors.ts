// Errors as sentences, in one place.

import { faultText, t } from '#lib/i18n/index.svelte';
import { FaultError } from '#platform/fault';
import { LinkError } from '#platform/platform';
import { toasts } from './toasts.svelte';

/** The sentence for anything that was thrown. */
export function errorText(error: unknown): string {
  if (error instanceof FaultError) return faultText(error.fault);
  if (error instanceof LinkError) return t('link-error');
  return t('fault-internal', { trace: '' });
}

/** Shows an error that no field or screen has a place for. */
export function report(error: unknown): void {
  if (!(error instanceof FaultError) && !(error instanceof LinkError)) console.error(error);
  toasts.warn(errorText(error));
}

/** Runs work that a button started; its failure is shown, never lost. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(report);
}
