import { describe, expect, it } from 'vitest';
import type { DrawerCause } from '#bindings/api';
import type { CauseKind } from '#bindings/domain';
import { Catalogue } from '#lib/i18n/catalogue';
import { Formats } from '#lib/i18n/format';
import { causeText } from './cause';

const KINDS: readonly CauseKind[] = ['swapped_method', 'swapped_digits', 'shifted_digits', 'ticket', 'ticket_pair', 'change_on_other_note', 'refund', 'movement', 'count'];
const formats = new Formats('fr-FR', 'EUR', 'Europe/Paris');
const french = new Catalogue('fr-FR', ['fr']);
const cause = (kind: CauseKind, amount: number, instead_of: number | null = null): DrawerCause => ({ kind, amount, instead_of, likelihood: 50, documents: [] });

describe('a cause of a difference', () => {
  it.each(['fr', 'en'])('is a whole sentence for every kind, whether money is missing or too much (%s)', (language) => {
    const catalogue = new Catalogue(language, [language]);
    for (const kind of KINDS) {
      for (const amount of [-450, 450]) expect(causeText(cause(kind, amount), catalogue, formats), kind).toMatch(/^\p{Lu}[^{}]{20,}\.$/u);
    }
  });

  it('reads the other way round when there is too much', () => {
    for (const kind of ['swapped_method', 'ticket', 'change_on_other_note', 'refund'] as const) {
      expect(causeText(cause(kind, -450), french, formats), kind).not.toBe(causeText(cause(kind, 450), french, formats));
    }
  });

  it('names the amount that should have been there', () => {
    expect(causeText(cause('swapped_digits', -900, 5400), french, formats).replaceAll(/[\u00a0\u202f]/gu, ' ')).toContain('54,00 €');
  });
});
