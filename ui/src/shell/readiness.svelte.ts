// What keeps the till from selling (fiscal.md 1.10). The clock is part of it, so it is asked again now and then.

import type { SaleNeed, SaleReadiness } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';
import { rpc } from '#platform/index';
import { report } from './errors';
import { events } from './events.svelte';

/** How often it is asked, in milliseconds. */
const LOOK = 20_000;

class Readiness {
  value = $state.raw<SaleReadiness | null>(null);

  async read(): Promise<void> {
    this.value = await rpc('sale_readiness', {});
  }

  /** Reads again what this window shows of it, for it hears nothing of its own changes. */
  async again(): Promise<void> {
    if (this.value !== null) await this.read();
  }

  accept(value: SaleReadiness): void {
    this.value = value;
  }

  /** Keeps it read until the returned function is called. */
  watch(): () => void {
    const read = (): void => void this.read().catch(report);
    read();
    const timer = setInterval(read, LOOK);
    const off = events.onTopics(['shop', 'workstations', 'closings', 'books'], read);
    return () => {
      clearInterval(timer);
      off();
      this.value = null;
    };
  }
}

export const readiness = new Readiness();

/** What is missing, as a sentence. */
export function needText(need: SaleNeed): string {
  return t(`readiness-${dashed(need)}`);
}

function dashed<Name extends string>(name: Name): Dashed<Name> {
  return name.replaceAll('_', '-') as Dashed<Name>;
}

type Dashed<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : Name;

const IDENTITY: readonly SaleNeed[] = ['legal_name', 'address', 'siret', 'ape', 'vat_number', 'tps_number', 'tvq_number'];

/** The page on which it is mended; null where it is mended on the spot, or by nobody but time. */
export function mendedAt(need: SaleNeed): string | null {
  if (IDENTITY.includes(need)) return 'gestion.html#/societe';
  if (need === 'journal') return 'gestion.html#/postes';
  if (need === 'signing_key' || need === 'records') return 'gestion.html#/cles';
  return null;
}
