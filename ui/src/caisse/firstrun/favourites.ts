// The rows of favourites while they are typed.

import type { Favourite } from '#bindings/api';
import type { TaxCategoryId } from '#bindings/domain';
import { scaled, UNIT_PRICE_DECIMALS } from '#lib/i18n/parse';

export interface FavouriteRow {
  name: string;
  price: string;
  tax: TaxCategoryId;
}

/** As many as the program takes at once. */
export const MOST_FAVOURITES = 5;

export function emptyRows(tax: TaxCategoryId): FavouriteRow[] {
  return Array.from({ length: MOST_FAVOURITES }, () => ({ name: '', price: '', tax }));
}

export function isTouched(row: FavouriteRow): boolean {
  return row.name.trim() !== '' || row.price.trim() !== '';
}

/** A unit price, or null when the text is none. */
export function priceOf(text: string): number | null {
  const price = scaled(text, UNIT_PRICE_DECIMALS);
  return price !== null && price >= 0 ? price : null;
}

/** The articles of the rows that were touched; null while one of them is not complete. */
export function favouritesOf(rows: readonly FavouriteRow[]): Favourite[] | null {
  const favourites: Favourite[] = [];
  for (const row of rows.filter(isTouched)) {
    const price = priceOf(row.price);
    if (row.name.trim() === '' || price === null || row.tax === '') return null;
    favourites.push({ name: row.name.trim(), unit_price: price, tax_category_id: row.tax });
  }
  return favourites;
}
