// A promotion while it is being edited. Prices and rates are scaled integers; texts of fields are cut into digits.

import type { PromotionArticle, PromotionSave, PromotionView } from '#bindings/api';
import type { DepartmentId, PromotionId, PromotionRule, PromotionScope } from '#bindings/domain';
import { decimalText, parseCount, parseRate, RATE_DECIMALS } from '#lib/i18n/parse';
import { priceOf, priceText } from '../articles/draft';

export type RuleKind = PromotionRule['kind'];
export type ScopeKind = PromotionScope['kind'];

export interface PromotionDraft {
  name: string;
  kind: RuleKind;
  rate: string;
  price: string;
  pieces: string;
  paid: string;
  scope: ScopeKind;
  articles: readonly PromotionArticle[];
  departments: readonly DepartmentId[];
  /** Local days, `2026-12-01`; empty while none is chosen. */
  firstDay: string;
  lastDay: string;
}

/** A promotion that begins and ends on `day`. */
export function emptyPromotion(day: string): PromotionDraft {
  return { name: '', kind: 'percent', rate: '', price: '', pieces: '3', paid: '2', scope: 'articles', articles: [], departments: [], firstDay: day, lastDay: day };
}

export function draftOf(promotion: PromotionView, sign: string): PromotionDraft {
  const { rule, scope } = promotion;
  const draft: PromotionDraft = {
    ...emptyPromotion(promotion.first_day),
    name: promotion.name,
    kind: rule.kind,
    scope: scope.kind,
    articles: promotion.articles,
    departments: scope.kind === 'departments' ? scope.ids : [],
    lastDay: promotion.last_day,
  };
  if (rule.kind === 'percent') return { ...draft, rate: decimalText(rule.rate, RATE_DECIMALS).replace(',', sign) };
  if (rule.kind === 'fixed_price') return { ...draft, price: priceText(rule.unit_price, sign) };
  return { ...draft, pieces: String(rule.pieces), paid: String(rule.paid) };
}

/** The rule of a draft, or null while it is not complete. */
export function ruleOf(draft: PromotionDraft): PromotionRule | null {
  if (draft.kind === 'percent') {
    const rate = parseRate(draft.rate);
    return rate === null ? null : { kind: 'percent', rate };
  }
  if (draft.kind === 'fixed_price') {
    const price = priceOf(draft.price);
    return price === null ? null : { kind: 'fixed_price', unit_price: price };
  }
  const pieces = parseCount(draft.pieces);
  const paid = parseCount(draft.paid);
  return pieces === null || paid === null || paid < 1 || paid >= pieces ? null : { kind: 'n_for_m', pieces, paid };
}

function scopeOf(draft: PromotionDraft): PromotionScope | null {
  if (draft.scope === 'everything') return { kind: 'everything' };
  if (draft.scope === 'departments') return draft.departments.length === 0 ? null : { kind: 'departments', ids: [...draft.departments] };
  return draft.articles.length === 0 ? null : { kind: 'articles', ids: draft.articles.map((one) => one.article_id) };
}

export function daysWrong(draft: PromotionDraft): boolean {
  return draft.firstDay !== '' && draft.lastDay !== '' && draft.lastDay < draft.firstDay;
}

/** The command of a draft, or null while it is not complete. */
export function saveOf(id: PromotionId | null, draft: PromotionDraft): PromotionSave | null {
  const rule = ruleOf(draft);
  const scope = scopeOf(draft);
  const days = draft.firstDay !== '' && draft.lastDay !== '' && !daysWrong(draft);
  if (draft.name.trim() === '' || rule === null || scope === null || !days) return null;
  return { id, name: draft.name.trim(), rule, scope, first_day: draft.firstDay, last_day: draft.lastDay };
}
