// Which lines of the shop's identity a country asks for, and where each is printed. Whether a number can be right is
// decided by the program.

import type { Fault, FaultCode, ShopIdentity } from '#bindings/api';
import type { Country } from '#bindings/domain';
import { t } from '#lib/i18n/index.svelte';

export interface IdentityField {
  readonly name: keyof ShopIdentity;
  readonly label: () => string;
  /** Where it is printed. */
  readonly where: () => string;
  readonly required: boolean;
  readonly maxlength: number;
  /** Characters without spaces from which on a number is worth judging. */
  readonly full?: number;
}

const COMMON: readonly IdentityField[] = [
  { name: 'trading_name', label: () => t('identity-trading-name'), where: () => t('wizard-where-trading-name'), required: true, maxlength: 80 },
  { name: 'legal_name', label: () => t('identity-legal-name'), where: () => t('wizard-where-legal-name'), required: true, maxlength: 80 },
  { name: 'legal_form', label: () => t('identity-legal-form'), where: () => t('wizard-where-legal-form'), required: false, maxlength: 80 },
  { name: 'phone', label: () => t('identity-phone'), where: () => t('wizard-where-phone'), required: false, maxlength: 30 },
  { name: 'address', label: () => t('identity-address'), where: () => t('wizard-where-address'), required: true, maxlength: 120 },
  { name: 'postcode', label: () => t('identity-postcode'), where: () => t('wizard-where-address'), required: true, maxlength: 12 },
  { name: 'city', label: () => t('identity-city'), where: () => t('wizard-where-address'), required: true, maxlength: 60 },
];

const NATIONAL: Record<Country, readonly IdentityField[]> = {
  france: [
    { name: 'siret', label: () => t('identity-siret'), where: () => t('wizard-where-siret'), required: true, maxlength: 20, full: 14 },
    { name: 'vat_number', label: () => t('identity-vat-number'), where: () => t('wizard-where-vat'), required: true, maxlength: 20, full: 13 },
    { name: 'naf', label: () => t('identity-naf'), where: () => t('wizard-where-naf'), required: true, maxlength: 10 },
  ],
  quebec: [
    { name: 'tps_number', label: () => t('identity-tps'), where: () => t('wizard-where-tps'), required: true, maxlength: 20, full: 15 },
    { name: 'tvq_number', label: () => t('identity-tvq'), where: () => t('wizard-where-tvq'), required: true, maxlength: 20, full: 16 },
    { name: 'neq', label: () => t('identity-neq'), where: () => t('wizard-where-neq'), required: false, maxlength: 14, full: 10 },
  ],
};

export function identityFields(country: Country): readonly IdentityField[] {
  return [...COMMON, ...NATIONAL[country]];
}

/** True once a number is as long as it can get: before that it is still being typed. */
export function isFull(field: IdentityField, value: string): boolean {
  return field.full !== undefined && value.replaceAll(/[\s.-]/gu, '').length >= field.full;
}

/** Refusals that are about one field without naming it. */
const REFUSED: Partial<Record<FaultCode, keyof ShopIdentity>> = {
  siret_invalid: 'siret',
  vat_number_invalid: 'vat_number',
  neq_invalid: 'neq',
  tps_number_invalid: 'tps_number',
  tvq_number_invalid: 'tvq_number',
};

/** The field that a refusal is about; null where it is about none of these. */
export function fieldOf(fault: Fault): string | null {
  const named = fault.params['field'];
  return typeof named === 'string' ? named : (REFUSED[fault.code] ?? null);
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
    neq: '',
  };
}
