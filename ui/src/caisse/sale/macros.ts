// Macro keys of a layout: what each runs. They do what the keys and «Actions» of the till do, with the same rights and
// the same refusals.

import type { Component } from 'svelte';
import type { MacroCommand } from '#bindings/api';
import ArrowDownToLine from '@lucide/svelte/icons/arrow-down-to-line';
import ArrowUpFromLine from '@lucide/svelte/icons/arrow-up-from-line';
import CircleDollarSign from '@lucide/svelte/icons/circle-dollar-sign';
import FileText from '@lucide/svelte/icons/file-text';
import Lock from '@lucide/svelte/icons/lock';
import PackageX from '@lucide/svelte/icons/package-x';
import Pause from '@lucide/svelte/icons/pause';
import Play from '@lucide/svelte/icons/play';
import Search from '@lucide/svelte/icons/search';
import Vault from '@lucide/svelte/icons/vault';
import type { SaleKeys } from './keys.svelte';
import type { Screen } from './screen.svelte';

/** Their icons, so that a key is known before it is read. */
export const MACRO_ICONS: Record<MacroCommand, Component<{ size?: number; 'aria-hidden'?: 'true' }>> = {
  cash_in: ArrowDownToLine,
  cash_out: ArrowUpFromLine,
  open_drawer: Vault,
  park: Pause,
  recall: Play,
  price_check: CircleDollarSign,
  missing: PackageX,
  search_tickets: Search,
  x_report: FileText,
  lock: Lock,
};

/** Runs one; a command that cannot be now does nothing, as its key. */
export function runMacro(command: MacroCommand, keys: SaleKeys, screen: Screen): void {
  const { park, recall, price, missing, lock } = keys.named;
  const runs: Record<MacroCommand, () => void> = {
    cash_in: () => (screen.sheet = 'cash-in'),
    cash_out: () => (screen.sheet = 'cash-out'),
    open_drawer: () => (screen.sheet = 'drawer'),
    park: () => park.disabled !== true && park.run(),
    recall: () => recall.run(),
    price_check: () => price.run(),
    missing: () => missing.run(),
    search_tickets: () => (screen.sheet = 'search'),
    x_report: () => (screen.sheet = 'report'),
    lock: () => lock.run(),
  };
  runs[command]();
}
