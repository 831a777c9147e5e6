// Which language the person reads and which conventions the country writes numbers with.

import type { Country } from '#bindings/domain';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const TAGS: Record<Country, Record<Language, string>> = {
  france: { fr: 'fr-FR', en: 'en-GB' },
  quebec: { fr: 'fr-CA', en: 'en-CA' },
};

/** BCP 47 tag for Intl: a person reading English in France still sees European dates. */
export function localeTag(language: Language, country: Country): string {
  return TAGS[country][language];
}

/** Folders of messages, the first that has a message wins. */
export function messageFolders(language: Language, country: Country): string[] {
  return language === 'fr' && country === 'quebec' ? ['fr-CA', 'fr'] : [language];
}
