// Words and colours of keys and anchors.

import type { AnchorMedium, AnchorState, KeyState } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';
import type { Tone } from '#ui/Pill.svelte';

export const KEY_TONES: Record<KeyState, Tone> = { ready: 'ok', missing: 'err', foreign: 'err' };
export const ANCHOR_TONES: Record<AnchorState, Tone> = { holds: 'ok', absent: 'neutral', untrusted: 'err', ahead: 'err', contradicts: 'err' };

export function keyState(state: KeyState): string {
  return { ready: t('books-key-ready'), missing: t('books-key-missing'), foreign: t('books-key-foreign') }[state];
}

export function anchorName(medium: AnchorMedium): string {
  return { keyring: t('books-anchor-keyring'), file: t('books-anchor-file') }[medium];
}

export function anchorState(state: AnchorState): string {
  return {
    holds: t('books-anchor-holds'),
    absent: t('books-anchor-absent'),
    untrusted: t('books-anchor-untrusted'),
    ahead: t('books-anchor-ahead'),
    contradicts: t('books-anchor-contradicts'),
  }[state];
}
