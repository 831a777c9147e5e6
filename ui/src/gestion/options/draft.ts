// The options of the shop while they are being edited: texts as typed, and what they come to.

import type { ShopOptions } from '#bindings/api';
import type { Formats } from '#lib/i18n/format';
import { decimalText, parseMoney, RATE_DECIMALS, scaled, WHOLE } from '#lib/i18n/parse';

export interface OptionsDraft {
  serviceModes: boolean;
  priceAccuracy: boolean;
  /** Percent. */
  discountLimit: string;
  writeOffLimit: string;
  /** One reason a line. */
  discountReasons: string;
  returnReasons: string;
}

export function draftOf(options: ShopOptions, formats: Formats): OptionsDraft {
  return {
    serviceModes: options.service_modes,
    priceAccuracy: options.price_accuracy,
    discountLimit: decimalText(options.discount_limit, RATE_DECIMALS),
    writeOffLimit: formats.amount(options.write_off_limit),
    discountReasons: options.discount_reasons.join('\n'),
    returnReasons: options.return_reasons.join('\n'),
  };
}

/** A share from nothing to all of it, in thousandths of a percent; null when the text is none. */
export function limitOf(text: string): number | null {
  const rate = scaled(text, RATE_DECIMALS);
  return rate !== null && rate >= 0 && rate <= WHOLE ? rate : null;
}

/** An amount that is not negative; null when the text is none. */
export function amountOf(text: string): number | null {
  const amount = parseMoney(text);
  return amount !== null && amount >= 0 ? amount : null;
}

export function reasonsOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** What is saved; null while a figure is none. */
export function optionsOf(draft: OptionsDraft): ShopOptions | null {
  const discountLimit = limitOf(draft.discountLimit);
  const writeOffLimit = amountOf(draft.writeOffLimit);
  if (discountLimit === null || writeOffLimit === null) return null;
  return {
    service_modes: draft.serviceModes,
    price_accuracy: draft.priceAccuracy,
    discount_limit: discountLimit,
    write_off_limit: writeOffLimit,
    discount_reasons: reasonsOf(draft.discountReasons),
    return_reasons: reasonsOf(draft.returnReasons),
  };
}
