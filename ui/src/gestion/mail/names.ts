// What the states and problems of letters are called.

import type { MailJobState } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';
import type { Tone } from '#ui/Pill.svelte';

export const TONES: Record<MailJobState, Tone> = { queued: 'info', sending: 'info', blocked: 'warn', sent: 'ok', refused: 'err', cancelled: 'neutral' };

export function stateName(state: MailJobState): string {
  const names: Record<MailJobState, string> = {
    queued: t('mail-queued'),
    sending: t('mail-sending'),
    blocked: t('mail-blocked'),
    sent: t('mail-sent'),
    refused: t('mail-refused'),
    cancelled: t('mail-cancelled'),
  };
  return names[state];
}

/** Why a letter waits or was refused, and what to do. */
export function problemName(problem: string): string {
  switch (problem) {
    case 'unreached':
      return t('mail-problem-unreached');
    case 'unprotected':
      return t('mail-problem-unprotected');
    case 'login':
      return t('mail-problem-login');
    case 'no_password':
      return t('mail-problem-no-password');
    case 'later':
      return t('mail-problem-later');
    case 'refused':
      return t('mail-problem-refused');
    case 'address':
      return t('mail-problem-address');
    default:
      return t('mail-problem-other');
  }
}
