// The screens of the manager's view: name, icon, content.

import type { Component } from 'svelte';
import Info from '@lucide/svelte/icons/info';
import Clock from '@lucide/svelte/icons/clock';
import FileCheck from '@lucide/svelte/icons/file-check';
import Monitor from '@lucide/svelte/icons/monitor';
import Scale from '@lucide/svelte/icons/scale';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import { t } from '#lib/i18n/index.svelte';
import AboutPage from '../../about/AboutPage.svelte';
import Differences from '../differences/Differences.svelte';
import Journal from '../journal/Journal.svelte';
import Reports from '../reports/Reports.svelte';
import Shifts from '../shifts/Shifts.svelte';
import Workstations from '../workstations/Workstations.svelte';
import type { ScreenId } from './router.svelte';

export interface Screen {
  readonly id: ScreenId;
  readonly label: () => string;
  readonly icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  readonly content: Component;
}

const shifts: Screen = { id: 'quarts', label: () => t('pilot-shifts'), icon: Clock, content: Shifts };

export const ALL_SCREENS: readonly Screen[] = [
  shifts,
  { id: 'ecarts', label: () => t('pilot-differences'), icon: Scale, content: Differences },
  { id: 'rapports', label: () => t('pilot-reports'), icon: FileCheck, content: Reports },
  { id: 'postes', label: () => t('pilot-workstations'), icon: Monitor, content: Workstations },
  { id: 'journal', label: () => t('pilot-journal'), icon: ScrollText, content: Journal },
  { id: 'apropos', label: () => t('about-title'), icon: Info, content: AboutPage },
];

/** The screen of an id; every id has one. */
export function screenFor(id: ScreenId): Screen {
  return ALL_SCREENS.find((screen) => screen.id === id) ?? shifts;
}
