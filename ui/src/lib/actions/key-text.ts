// What a key is called on the keyboard of the person who reads it.

import { t } from '#lib/i18n/index.svelte';
import type { KeyName } from './keys';

const NAMES: Record<string, () => string> = {
  Shift: () => t('key-shift'),
  Escape: () => t('key-escape'),
  Enter: () => t('key-enter'),
  Delete: () => t('key-delete'),
  Backspace: () => t('key-backspace'),
  Insert: () => t('key-insert'),
  ArrowUp: () => '↑',
  ArrowDown: () => '↓',
  ArrowLeft: () => '←',
  ArrowRight: () => '→',
};

/** What it is called where there is little room: the sign that is printed on the key. */
export function shortKeyText(key: KeyName): string {
  return keyText(key.replace('Enter', '⏎'));
}

export function keyText(key: KeyName): string {
  return key
    .split('+')
    .map((part) => NAMES[part]?.() ?? part)
    .join('+');
}
