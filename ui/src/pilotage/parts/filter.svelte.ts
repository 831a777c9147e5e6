// What a list is narrowed to: a period and a workstation.

import { i18n } from '#lib/i18n/index.svelte';
import { clock } from '#shell/clock.svelte';
import { type Days, daysOf, type PeriodName } from './period';

export class Filter {
  period = $state<PeriodName>('all');
  from = $state('');
  to = $state('');
  /** Empty for all of them. */
  workstation = $state('');

  constructor(period: PeriodName) {
    this.period = period;
  }

  get days(): Days {
    return daysOf(this.period, { from: this.from, to: this.to }, clock.now, i18n.region.timeZone);
  }

  get question(): Days & { workstation_id: string | null } {
    return { ...this.days, workstation_id: this.workstation === '' ? null : this.workstation };
  }

  get narrows(): boolean {
    const { from_day, to_day, workstation_id } = this.question;
    return from_day !== null || to_day !== null || workstation_id !== null;
  }

  clear(): void {
    this.period = 'all';
    this.workstation = '';
  }
}
