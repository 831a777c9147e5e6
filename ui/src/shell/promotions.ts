// What a promotion does, in words. The sale screen says it the same way.

import type { PromotionState, PromotionView } from '#bindings/api';
import type { PromotionRule } from '#bindings/domain';
import { fmt, t } from '#lib/i18n/index.svelte';

export function ruleText(rule: PromotionRule): string {
  if (rule.kind === 'percent') return t('promotion-percent-text', { rate: fmt().rate(rule.rate) });
  if (rule.kind === 'fixed_price') return t('promotion-fixed-text', { price: fmt().unitPrice(rule.unit_price) });
  return t('promotion-pieces-text', { pieces: rule.pieces, paid: rule.paid });
}

/** A local day as a person reads it; noon is on that day in every zone of the two countries. */
export function dayText(day: string): string {
  return fmt().date(Date.parse(`${day}T12:00:00Z`));
}

export function daysText(promotion: PromotionView): string {
  if (promotion.first_day === promotion.last_day) return dayText(promotion.first_day);
  return t('promotion-days-text', { first: dayText(promotion.first_day), last: dayText(promotion.last_day) });
}

export function stateText(state: PromotionState): string {
  if (state === 'upcoming') return t('promotion-upcoming');
  return state === 'running' ? t('promotion-running') : t('promotion-past');
}

/** What it is for; names of departments come from the lists that forms choose from. */
export function scopeText(promotion: PromotionView, departments: ReadonlyMap<string, string>): string {
  const { scope, articles } = promotion;
  if (scope.kind === 'everything') return t('promotion-scope-everything');
  if (scope.kind === 'departments') return scope.ids.map((id) => departments.get(id) ?? '').join(', ');
  return articles.length <= 2 ? articles.map((one) => one.name).join(', ') : t('promotion-articles-count', { count: articles.length });
}
