// The language of this window, as state: screens that call `t` or a format follow when it changes.

import type { Country } from '#bindings/domain';
import type { Fault } from '#bindings/api';
import { Catalogue } from './catalogue';
import { Formats } from './format';
import { type Language, localeTag, messageFolders } from './locale';
import type { Messages } from './messages';

const KEY = 'comptoir.language';

/** Parameters of faults that are amounts in minor units. */
const MONEY_PARAMS: ReadonlySet<string> = new Set(['due', 'denomination', 'step', 'available', 'ceiling', 'amount']);

interface Region {
  country: Country;
  currency: string;
  timeZone: string;
}

class I18n {
  language = $state<Language>(stored());
  region = $state.raw<Region>({ country: 'france', currency: 'EUR', timeZone: 'Europe/Paris' });
  readonly tag = $derived(localeTag(this.language, this.region.country));
  readonly catalogue = $derived(new Catalogue(this.tag, messageFolders(this.language, this.region.country)));
  readonly formats = $derived(new Formats(this.tag, this.region.currency, this.region.timeZone));

  choose(language: Language): void {
    this.language = language;
    localStorage.setItem(KEY, language);
    document.documentElement.lang = this.tag;
  }
}

/** French until a person chooses: it is the language of the first market and mandatory in the second. */
function stored(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'fr';
}

export const i18n = new I18n();

type Args<K extends keyof Messages> = Messages[K] extends Record<string, never> ? [] : [Messages[K]];

/** The text of a message in the language of the window. */
export function t<K extends keyof Messages>(id: K, ...args: Args<K>): string {
  return i18n.catalogue.format(id, args[0]);
}

/** The formats of the shop's country in the language of the window. */
export function fmt(): Formats {
  return i18n.formats;
}

/** A parameter of a fault as a person reads it. */
function readable(name: string, value: string | number): string | number {
  if (typeof value === 'number') return MONEY_PARAMS.has(name) ? i18n.formats.money(value) : value;
  return name === 'permission' ? i18n.catalogue.format(`permission-${value.replaceAll('_', '-')}`, undefined) : value;
}

/** The sentence for a refusal or failure. */
export function faultText(fault: Fault): string {
  const args = Object.entries(fault.params).map(([name, value]): [string, string | number] => [name, readable(name, value)]);
  const id = `fault-${fault.code.replaceAll('_', '-')}`;
  return i18n.catalogue.format(id, { ...Object.fromEntries(args), trace: fault.trace ?? '' });
}
