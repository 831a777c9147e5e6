// Words for the steps and the checklist of the first run.

import type { FirstRunItem } from '#bindings/api';
import { i18n } from '#lib/i18n/index.svelte';
import type { Step } from './wizard.svelte';

export function stepName(step: Step): string {
  return i18n.catalogue.format(`wizard-step-${step}`, undefined);
}

export function itemName(item: FirstRunItem): string {
  return i18n.catalogue.format(`wizard-item-${item}`, undefined);
}
