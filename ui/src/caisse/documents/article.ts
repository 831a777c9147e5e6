// Which article a scanned code stands for, on screens that do not sell.

import type { ArticleView } from '#bindings/api';
import { rpc } from '#platform/index';

const LIMIT = 20;

/** The article with this internal code or bar code; null when none has it. */
export async function articleOfCode(code: string): Promise<ArticleView | null> {
  const { rows } = await rpc('catalogue_search', { text: code, department_id: null, offset: 0, limit: LIMIT });
  return rows.find((row) => row.code === code || row.barcodes.includes(code)) ?? null;
}
