// Words for values of the contract.

import type { MacroCommand, PrintJobKind, PrintJobState } from '#bindings/api';
import type { Role } from '#bindings/domain';
import { i18n, t } from '#lib/i18n/index.svelte';

export function roleName(role: Role): string {
  return i18n.catalogue.format(`role-${role.replaceAll('_', '-')}`, undefined);
}

/** Where a print job stands. One that training only imitated did not come out of any printer. */
export function printStateName(state: PrintJobState, problem: string | null = null): string {
  if (problem === 'simulated') return t('training-print-done');
  return i18n.catalogue.format(`print-state-${state}`, undefined);
}

export function printKindName(kind: PrintJobKind): string {
  return i18n.catalogue.format(`print-kind-${kind.replaceAll('_', '-')}`, undefined);
}

/** Why a print job does not move; an unknown code of a newer program is shown as it is. */
export function printProblemName(problem: string): string {
  const id = `print-problem-${problem.replaceAll('_', '-')}`;
  return i18n.catalogue.has(id) ? i18n.catalogue.format(id, undefined) : t('print-problem-unknown', { problem });
}

/** What a macro key runs. */
export function macroName(command: MacroCommand): string {
  return i18n.catalogue.format(`macro-${command.replaceAll('_', '-')}`, undefined);
}
