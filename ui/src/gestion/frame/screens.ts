// The screens of the back office: name, icon, and the right without which nothing of them can be read.

import type { Component } from 'svelte';
import Clock from '@lucide/svelte/icons/clock';
import Contact from '@lucide/svelte/icons/contact';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import Monitor from '@lucide/svelte/icons/monitor';
import Package from '@lucide/svelte/icons/package';
import PrinterIcon from '@lucide/svelte/icons/printer';
import Upload from '@lucide/svelte/icons/upload';
import UsersIcon from '@lucide/svelte/icons/users';
import type { Permission } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';
import Articles from '../articles/Articles.svelte';
import Customers from '../customers/Customers.svelte';
import Import from '../import/Import.svelte';
import Layouts from '../layouts/Layouts.svelte';
import Printing from '../printing/Printing.svelte';
import Shifts from '../shifts/Shifts.svelte';
import Users from '../users/Users.svelte';
import Workstations from '../workstations/Workstations.svelte';
import type { ScreenId } from './router.svelte';

export interface Screen {
  readonly id: ScreenId;
  readonly label: () => string;
  readonly icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  readonly needs: Permission | null;
  readonly content: Component;
}

const workstations: Screen = { id: 'postes', label: () => t('office-workstations'), icon: Monitor, needs: null, content: Workstations };
const layouts: Screen = { id: 'schemas', label: () => t('office-layouts'), icon: LayoutGrid, needs: 'manage_catalogue', content: Layouts };
const shifts: Screen = { id: 'quarts', label: () => t('office-shifts'), icon: Clock, needs: 'view_reports', content: Shifts };
const articles: Screen = { id: 'articles', label: () => t('office-articles'), icon: Package, needs: null, content: Articles };
const customers: Screen = { id: 'clients', label: () => t('customers'), icon: Contact, needs: null, content: Customers };
const users: Screen = { id: 'utilisateurs', label: () => t('users'), icon: UsersIcon, needs: 'manage_users', content: Users };
const importing: Screen = { id: 'import', label: () => t('office-import'), icon: Upload, needs: 'import', content: Import };
const printing: Screen = { id: 'impression', label: () => t('office-printing'), icon: PrinterIcon, needs: null, content: Printing };

/** «Point de vente»: below the link to the sale screen. */
export const SALE_SCREENS: readonly Screen[] = [workstations, layouts, shifts];
export const FILE_SCREENS: readonly Screen[] = [articles, customers, users, importing, printing];
export const ALL_SCREENS: readonly Screen[] = [...SALE_SCREENS, ...FILE_SCREENS];

/** The screen of an id; every id has one. */
export function screenFor(id: ScreenId): Screen {
  return ALL_SCREENS.find((screen) => screen.id === id) ?? workstations;
}
