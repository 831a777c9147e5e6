// An article while it is being edited. Prices are scaled integers; the text of a field is cut into digits, never
// multiplied.

import type { ArticleListPrice, ArticleSave, ArticleView, PlannedPrice } from '#bindings/api';
import type { ArticleId, DepartmentId, PriceListId, TaxCategoryId } from '#bindings/domain';
import { scaled, UNIT_PRICE_DECIMALS } from '#lib/i18n/parse';

export interface ArticleDraft {
  code: string;
  name: string;
  unit: string;
  price: string;
  /** Prices in price lists; empty for the public price. */
  listPrices: Record<PriceListId, string>;
  /** A public price to come and its first local day; both or neither. */
  nextPrice: string;
  nextFrom: string;
  tax: TaxCategoryId;
  /** Other taxes on site and delivered; null for the same. */
  onSiteTax: TaxCategoryId | null;
  deliveredTax: TaxCategoryId | null;
  /** Empty for none. */
  department: DepartmentId;
  /** One per line. */
  barcodes: string;
  stocked: boolean;
  durable: boolean;
  active: boolean;
}

/** Decimals that an amount always shows. */
const LEAST_DECIMALS = 2;

/**
 * A unit price in millionths as text to edit: 2 450 000 → `2,45`, 2 455 000 → `2,455`. `sign` is the decimal sign of
 * the person's language; reading takes both.
 */
export function priceText(micro: number, sign: string): string {
  const digits = String(micro).padStart(UNIT_PRICE_DECIMALS + 1, '0');
  const whole = digits.slice(0, -UNIT_PRICE_DECIMALS);
  const fraction = digits.slice(-UNIT_PRICE_DECIMALS).replace(/0+$/u, '').padEnd(LEAST_DECIMALS, '0');
  return `${whole}${sign}${fraction}`;
}

/** Millionths, or null when the text is no price. */
export function priceOf(text: string): number | null {
  const price = scaled(text, UNIT_PRICE_DECIMALS);
  return price !== null && price >= 0 ? price : null;
}

export function emptyArticle(tax: TaxCategoryId): ArticleDraft {
  return { code: '', name: '', unit: '', price: '', listPrices: {}, nextPrice: '', nextFrom: '', tax, onSiteTax: null, deliveredTax: null, department: '', barcodes: '', stocked: true, durable: false, active: true };
}

export function draftOf(article: ArticleView, sign: string): ArticleDraft {
  return {
    code: article.code,
    name: article.name,
    unit: article.unit,
    price: priceText(article.unit_price, sign),
    listPrices: Object.fromEntries(article.list_prices.map((one) => [one.price_list_id, priceText(one.unit_price, sign)])),
    nextPrice: article.next_price === null ? '' : priceText(article.next_price.unit_price, sign),
    nextFrom: article.next_price?.from_day ?? '',
    tax: article.tax_category_id,
    onSiteTax: article.on_site_tax_category_id,
    deliveredTax: article.delivered_tax_category_id,
    department: article.department_id ?? '',
    barcodes: article.barcodes.join('\n'),
    stocked: article.stock !== null,
    durable: article.durable,
    active: article.active,
  };
}

/** The bar codes of a text, one per line or parted by spaces, each once. */
export function barcodesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter((code) => code !== ''))];
}

/** The text with one more bar code, as a scanner adds it. */
export function withBarcode(text: string, code: string): string {
  return [...new Set([...barcodesOf(text), code])].join('\n');
}

/** The prices in price lists, or null while one is no price. */
export function listPricesOf(draft: ArticleDraft): ArticleListPrice[] | null {
  const given = Object.entries(draft.listPrices).filter(([, text]) => text.trim() !== '');
  const prices = given.map(([list, text]) => ({ price_list_id: list, unit_price: priceOf(text) }));
  return prices.every((one): one is ArticleListPrice => one.unit_price !== null) ? prices : null;
}

/** The price to come: null for none, undefined while it is not complete. */
export function plannedOf(draft: ArticleDraft): PlannedPrice | null | undefined {
  if (draft.nextPrice.trim() === '' && draft.nextFrom === '') return null;
  const price = priceOf(draft.nextPrice);
  return price === null || draft.nextFrom === '' ? undefined : { unit_price: price, from_day: draft.nextFrom };
}

/** The command of a draft, or null while it is not complete. */
export function saveOf(id: ArticleId | null, draft: ArticleDraft): ArticleSave | null {
  const price = priceOf(draft.price);
  const listed = listPricesOf(draft);
  const planned = plannedOf(draft);
  if (draft.name.trim() === '' || price === null || draft.tax === '' || listed === null || planned === undefined) return null;
  return {
    id,
    code: draft.code.trim(),
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    unit_price: price,
    list_prices: listed,
    next_price: planned,
    tax_category_id: draft.tax,
    on_site_tax_category_id: draft.onSiteTax,
    delivered_tax_category_id: draft.deliveredTax,
    department_id: draft.department === '' ? null : draft.department,
    barcodes: barcodesOf(draft.barcodes),
    stocked: draft.stocked,
    durable: draft.durable,
    active: draft.active,
  };
}
