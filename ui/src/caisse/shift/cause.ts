// A likely cause of a cash difference, as a sentence.

import type { DrawerCause } from '#bindings/api';
import type { Catalogue } from '#lib/i18n/catalogue';
import type { Formats } from '#lib/i18n/format';

/** What may have happened. Names what should have been there where the cause does. */
export function causeText(cause: DrawerCause, catalogue: Catalogue, formats: Formats): string {
  const id = `cause-${cause.kind.replaceAll('_', '-')}`;
  const missing = cause.amount < 0 ? 'yes' : 'no';
  const named = `${id}-instead`;
  if (cause.instead_of === null || !catalogue.has(named)) return catalogue.format(id, { missing });
  return catalogue.format(named, { missing, instead: formats.money(cause.instead_of) });
}
