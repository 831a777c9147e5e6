// Fields and reasons in words.

import type { ImportField, ImportRejection } from '#bindings/api';
import { fmt, i18n, t } from '#lib/i18n/index.svelte';

export function fieldName(field: ImportField): string {
  return i18n.catalogue.format(`import-field-${field}`, undefined);
}

export function reasonText(rejection: ImportRejection): string {
  const reason = i18n.catalogue.format(`import-reason-${rejection.reason.replaceAll('_', '-')}`, undefined);
  return rejection.first_line === null ? reason : `${reason} (${t('import-first-line', { line: fmt().integer(rejection.first_line) })})`;
}
