// How periods are called: the program names them by key, the person by date.

import type { ClosingScope } from '#bindings/api';
import { i18n, t } from '#lib/i18n/index.svelte';

/** «21/11/2026», «novembre 2026», «2026» or «avril 2026 – mars 2027». */
export function periodName(scope: ClosingScope, key: string): string {
  switch (scope) {
    case 'day':
      return format(key, { day: '2-digit', month: '2-digit', year: 'numeric' });
    case 'month':
      return monthName(key);
    case 'year':
      return key.split('/').map((part) => (part.length > 4 ? monthName(part) : part)).join(' – ');
  }
}

export function scopeName(scope: ClosingScope): string {
  return t(`closing-scope-${scope}`);
}

/** «janvier» of 1. */
export function monthOfYear(month: number): string {
  return format(`2026-${String(month).padStart(2, '0')}`, { month: 'long' });
}

function monthName(key: string): string {
  return format(key, { month: 'long', year: 'numeric' });
}

// A day of the shop is a date without a zone: noon of it in Greenwich is the same date wherever it is written out.
function format(key: string, options: Intl.DateTimeFormatOptions): string {
  const day = key.length === 7 ? `${key}-01` : key;
  return new Intl.DateTimeFormat(i18n.tag, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
