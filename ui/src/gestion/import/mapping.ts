// Which column of a file holds which field. A field is in one column at most.

import type { ImportColumn, ImportField, ImportKind } from '#bindings/api';

/** Every field of a kind of file, the required ones first. */
export const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  articles: ['name', 'price', 'barcode', 'code', 'department', 'tax', 'unit', 'stock'],
  customers: ['name', 'first_name', 'company', 'code', 'address', 'postcode', 'city', 'country', 'phone', 'email', 'siret', 'siren', 'vat_number', 'neq', 'note'],
};

/** The field of a column; null when it is left out. */
export function fieldOf(mapping: readonly ImportColumn[], column: number): ImportField | null {
  return mapping.find((entry) => entry.column === column)?.field ?? null;
}

/** The mapping after a column got another field; the column that had the field before loses it. */
export function remapped(mapping: readonly ImportColumn[], column: number, field: ImportField | null): ImportColumn[] {
  const rest = mapping.filter((entry) => entry.column !== column && entry.field !== field);
  const next = field === null ? rest : [...rest, { column, field }];
  return next.toSorted((a, b) => a.column - b.column);
}
