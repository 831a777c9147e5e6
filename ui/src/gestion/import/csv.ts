// Rejected rows as a CSV file that a spreadsheet opens in columns.

/** A table as text; `delimiter` is what spreadsheets of the person's country expect. */
export function csv(rows: readonly (readonly string[])[], delimiter: ';' | ','): string {
  return rows.map((row) => row.map((value) => cell(value, delimiter)).join(delimiter)).join('\r\n') + '\r\n';
}

/** Quoted where needed. A text that a spreadsheet would run as a formula is kept a text; plain numbers stay as they are. */
function cell(value: string, delimiter: string): string {
  const isFormula = /^[=+@\t\r]/u.test(value) || (value.startsWith('-') && !/^-[\d\s.,]*$/u.test(value));
  const safe = isFormula ? `'${value}` : value;
  const needsQuotes = safe.includes(delimiter) || /["\r\n]/u.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The mark by which spreadsheets tell UTF-8 from an older encoding. */
const BOM = '\ufeff';

/** Offers a text as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([BOM, text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
