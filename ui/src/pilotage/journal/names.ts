// Events of the journal in the language of the reader.

import { i18n } from '#lib/i18n/index.svelte';

/** A short name; the signed label for a code that this version has no words for. */
export function eventName(event: { readonly code: number; readonly label: string }): string {
  const id = `journal-${event.code}`;
  return i18n.catalogue.has(id) ? i18n.catalogue.format(id, undefined) : event.label;
}
