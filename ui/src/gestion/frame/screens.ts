// The screens of the back office: name, icon, and the right without which nothing of them can be read.

import type { Component } from 'svelte';
import Calculator from '@lucide/svelte/icons/calculator';
import Activity from '@lucide/svelte/icons/activity';
import ArchiveIcon from '@lucide/svelte/icons/archive';
import Barcode from '@lucide/svelte/icons/barcode';
import Building2 from '@lucide/svelte/icons/building-2';
import DatabaseBackup from '@lucide/svelte/icons/database-backup';
import Clock from '@lucide/svelte/icons/clock';
import Contact from '@lucide/svelte/icons/contact';
import Mail from '@lucide/svelte/icons/mail';
import KeyRound from '@lucide/svelte/icons/key-round';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import Monitor from '@lucide/svelte/icons/monitor';
import Package from '@lucide/svelte/icons/package';
import Percent from '@lucide/svelte/icons/percent';
import PrinterIcon from '@lucide/svelte/icons/printer';
import Info from '@lucide/svelte/icons/info';
import Handshake from '@lucide/svelte/icons/handshake';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Tag from '@lucide/svelte/icons/tag';
import Truck from '@lucide/svelte/icons/truck';
import Tags from '@lucide/svelte/icons/tags';
import Upload from '@lucide/svelte/icons/upload';
import UsersIcon from '@lucide/svelte/icons/users';
import type { Country, Permission } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';
import { session } from '#shell/session.svelte';
import Archives from '../archives/Archives.svelte';
import AboutPage from '../../about/AboutPage.svelte';
import Accounting from '../accounting/Accounting.svelte';
import Articles from '../articles/Articles.svelte';
import Backups from '../backups/Backups.svelte';
import Books from '../books/Books.svelte';
import Codes from '../codes/Codes.svelte';
import Company from '../company/Company.svelte';
import Customers from '../customers/Customers.svelte';
import Diagnostic from '../diagnostic/Diagnostic.svelte';
import Import from '../import/Import.svelte';
import Labels from '../labels/Labels.svelte';
import Layouts from '../layouts/Layouts.svelte';
import MailScreen from '../mail/Mail.svelte';
import Options from '../options/Options.svelte';
import PriceLists from '../pricelists/PriceLists.svelte';
import Printing from '../printing/Printing.svelte';
import Couriers from '../sellers/Couriers.svelte';
import Representatives from '../sellers/Representatives.svelte';
import Promotions from '../promotions/Promotions.svelte';
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
  /** Where the shop has a use for it; everywhere without one. */
  readonly country?: Country;
}

/** True where the shop has a use for the screen. */
export function isOffered(screen: Screen): boolean {
  return screen.country === undefined || screen.country === session.status?.shop?.country;
}

const workstations: Screen = { id: 'postes', label: () => t('office-workstations'), icon: Monitor, needs: null, content: Workstations };
const layouts: Screen = { id: 'schemas', label: () => t('office-layouts'), icon: LayoutGrid, needs: 'manage_layouts', content: Layouts };
const shifts: Screen = { id: 'quarts', label: () => t('office-shifts'), icon: Clock, needs: 'view_reports', content: Shifts };
const archives: Screen = { id: 'archives', label: () => t('archives-title'), icon: ArchiveIcon, needs: 'view_reports', content: Archives };
const accounting: Screen = { id: 'comptabilite', label: () => t('accounting'), icon: Calculator, needs: 'view_reports', content: Accounting };
const articles: Screen = { id: 'articles', label: () => t('office-articles'), icon: Package, needs: null, content: Articles };
const codes: Screen = { id: 'codes', label: () => t('codes'), icon: Barcode, needs: null, content: Codes };
const promotions: Screen = { id: 'promotions', label: () => t('promotions'), icon: Percent, needs: 'manage_catalogue', content: Promotions };
const priceLists: Screen = { id: 'tarifs', label: () => t('price-lists'), icon: Tags, needs: 'manage_catalogue', content: PriceLists };
const customers: Screen = { id: 'clients', label: () => t('customers'), icon: Contact, needs: null, content: Customers };
const users: Screen = { id: 'utilisateurs', label: () => t('users'), icon: UsersIcon, needs: 'manage_users', content: Users };
const importing: Screen = { id: 'import', label: () => t('office-import'), icon: Upload, needs: 'import', content: Import };
const printing: Screen = { id: 'impression', label: () => t('office-printing'), icon: PrinterIcon, needs: null, content: Printing };
const mail: Screen = { id: 'messagerie', label: () => t('mail'), icon: Mail, needs: 'manage_options', content: MailScreen };

const company: Screen = { id: 'societe', label: () => t('company'), icon: Building2, needs: 'manage_options', content: Company };

const options: Screen = { id: 'options', label: () => t('options-title'), icon: SlidersHorizontal, needs: 'manage_options', content: Options };

const labels: Screen = { id: 'etiquettes', label: () => t('labels-title'), icon: Tag, needs: null, content: Labels, country: 'quebec' };
const representatives: Screen = { id: 'representants', label: () => t('representatives'), icon: Handshake, needs: null, content: Representatives };
const couriers: Screen = { id: 'livreurs', label: () => t('couriers'), icon: Truck, needs: null, content: Couriers };
const diagnostic: Screen = { id: 'diagnostic', label: () => t('diag-title'), icon: Activity, needs: null, content: Diagnostic };

const about: Screen = { id: 'apropos', label: () => t('about-title'), icon: Info, needs: null, content: AboutPage };

const backups: Screen = { id: 'sauvegarde', label: () => t('backups'), icon: DatabaseBackup, needs: 'manage_options', content: Backups };

const books: Screen = { id: 'cles', label: () => t('books'), icon: KeyRound, needs: 'view_reports', content: Books };

/** «Point de vente»: below the link to the sale screen. */
export const SALE_SCREENS: readonly Screen[] = [workstations, layouts, shifts, archives, accounting];
export const FILE_SCREENS: readonly Screen[] = [articles, promotions, priceLists, codes, labels, customers, users, representatives, couriers, importing, printing, mail, company, options, backups, books, diagnostic, about];
export const ALL_SCREENS: readonly Screen[] = [...SALE_SCREENS, ...FILE_SCREENS];

/** The screen of an id; every id has one. */
export function screenFor(id: ScreenId): Screen {
  return ALL_SCREENS.find((screen) => screen.id === id) ?? workstations;
}
