// Which lines of the shop's identity a country asks for. What may be printed is decided by the program.

import type { ShopIdentity } from '#bindings/api';
import type { Country } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';

export interface IdentityField {
  readonly name: keyof ShopIdentity;
  readonly label: () => string;
  readonly required: boolean;
}

const COMMON: readonly IdentityField[] = [
  { name: 'trading_name', label: () => t('identity-trading-name'), required: true },
  { name: 'legal_name', label: () => t('identity-legal-name'), required: true },
  { name: 'legal_form', label: () => t('identity-legal-form'), required: false },
  { name: 'address', label: () => t('identity-address'), required: true },
  { name: 'postcode', label: () => t('identity-postcode'), required: true },
  { name: 'city', label: () => t('identity-city'), required: true },
  { name: 'phone', label: () => t('identity-phone'), required: false },
];

const NATIONAL: Record<Country, readonly IdentityField[]> = {
  france: [
    { name: 'siret', label: () => t('identity-siret'), required: true },
    { name: 'naf', label: () => t('identity-naf'), required: false },
    { name: 'vat_number', label: () => t('identity-vat-number'), required: true },
  ],
  quebec: [
    { name: 'tps_number', label: () => t('identity-tps'), required: true },
    { name: 'tvq_number', label: () => t('identity-tvq'), required: true },
  ],
};

export function identityFields(country: Country): readonly IdentityField[] {
  return [...COMMON, ...NATIONAL[country]];
}

export function emptyIdentity(): ShopIdentity {
  return {
    legal_name: '',
    trading_name: '',
    legal_form: '',
    address: '',
    postcode: '',
    city: '',
    siret: '',
    naf: '',
    vat_number: '',
    tps_number: '',
    tvq_number: '',
    phone: '',
  };
}
