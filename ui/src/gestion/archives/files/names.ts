// Archives and what is in them, in words.

import type { ArchiveKind, ArchiveView } from '#bindings/api';
import { i18n, t } from '#lib/i18n/index.svelte';
import { periodName } from '../closings/period';

/** «21/11/2026», «du 01/11/2026 au 30/11/2026». */
export function periodOf(archive: Pick<ArchiveView, 'from_day' | 'to_day'>): string {
  const [from, to] = [periodName('day', archive.from_day), periodName('day', archive.to_day)];
  return from === to ? from : t('archive-period', { from, to });
}

export function kindName(kind: ArchiveKind): string {
  return t(`archive-kind-${kind}`);
}

/** What the disk did, in words. */
export function problemText(problem: string): string {
  return i18n.catalogue.format(`archive-problem-${problem.replaceAll('_', '-')}`, undefined);
}

/** «Ticket · VENTE»; an event is called by its label, which is signed with the apostrophe of typewriters. */
export function operationName(operation: { chain: string; kind: string; label: string }): string {
  const chain = i18n.catalogue.format(`archive-chain-${operation.chain.toLowerCase()}`, undefined);
  return `${chain} · ${operation.label === '' ? operation.kind : `${operation.kind} ${operation.label.replaceAll("'", '’')}`}`;
}
