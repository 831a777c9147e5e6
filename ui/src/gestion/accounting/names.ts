// What uses of accounts, natures and categories are called.

import type { AccountGroup, AccountRow, SupplyNature } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';

const GROUPS: Record<AccountGroup, () => string> = {
  money: () => t('accounting-group-money'),
  customers: () => t('accounting-group-customers'),
  sales: () => t('accounting-group-sales'),
  taxes: () => t('accounting-group-taxes'),
  differences: () => t('accounting-group-differences'),
};

const USES: Record<string, () => string> = {
  cash: () => t('accounting-use-cash'),
  card: () => t('accounting-use-card'),
  cheque: () => t('accounting-use-cheque'),
  other: () => t('accounting-use-other'),
  transfer: () => t('accounting-use-transfer'),
  customers: () => t('accounting-use-customers'),
  customer_credit: () => t('accounting-use-customer-credit'),
  goods: () => t('accounting-use-goods'),
  services: () => t('accounting-use-services'),
  fees: () => t('accounting-use-fees'),
  loss: () => t('accounting-use-loss'),
  gain: () => t('accounting-use-gain'),
  gesture: () => t('accounting-use-gesture'),
};

const CATEGORIES: Record<string, () => string> = {
  TLB1: () => t('ereport-tlb1'),
  TPS1: () => t('ereport-tps1'),
  TNT1: () => t('ereport-tnt1'),
  TMA1: () => t('ereport-tma1'),
};

export const groupName = (group: AccountGroup): string => GROUPS[group]();
export const useName = (row: AccountRow): string => (row.name === '' ? (USES[row.key]?.() ?? row.key) : row.name);
export const natureName = (nature: SupplyNature): string => (nature === 'goods' ? t('accounting-nature-goods') : t('accounting-nature-services'));
export const categoryName = (category: string): string => CATEGORIES[category]?.() ?? category;
