// The tabs of «Clôtures et archives» (B-26), in their order.

import type { Component } from 'svelte';
import { t } from '#lib/i18n/index.svelte';
import Closings from './closings/Closings.svelte';
import Archives from './files/Archives.svelte';
import Verification from './verification/Verification.svelte';

export interface Tab {
  readonly id: string;
  readonly label: () => string;
  readonly content: Component;
}

export const TABS: readonly Tab[] = [
  { id: 'clotures', label: () => t('closings'), content: Closings },
  { id: 'archives', label: () => t('archives'), content: Archives },
  { id: 'verification', label: () => t('verification'), content: Verification },
];
