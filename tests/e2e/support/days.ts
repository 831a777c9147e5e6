// Days as a French shop's calendar has them.

/** The local day that many days from now, `2026-12-01`. */
export function localDay(ahead: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + ahead * 86_400_000);
}
