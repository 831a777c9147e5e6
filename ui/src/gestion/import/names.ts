// Fields, signs and reasons in words.

import type { ImportField, ImportKind, ImportRejection } from '#bindings/api';
import { fmt, i18n, t } from '#lib/i18n/index.svelte';

const SIGNS: Readonly<Record<string, () => string>> = {
  ';': () => t('import-semicolon'),
  ',': () => t('import-comma'),
  '.': () => t('import-point'),
  '\t': () => t('import-tab'),
  '|': () => t('import-bar'),
};

/** A delimiter or decimal sign in words: alone, a comma is hardly seen. */
export function signName(sign: string | null): string | null {
  return sign === null ? null : (SIGNS[sign]?.() ?? sign);
}

/** A field in words: what is the designation of an article is the name of a customer. */
export function fieldName(field: ImportField, kind: ImportKind): string {
  return i18n.catalogue.format(`import-field-${field.replaceAll('_', '-')}`, { kind });
}

export function reasonText(rejection: ImportRejection): string {
  const reason = i18n.catalogue.format(`import-reason-${rejection.reason.replaceAll('_', '-')}`, undefined);
  return rejection.first_line === null ? reason : `${reason} (${t('import-first-line', { line: fmt().integer(rejection.first_line) })})`;
}
