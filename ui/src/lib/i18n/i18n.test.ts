import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../scripts/messages.js';
import { Catalogue } from './catalogue';
import { Formats } from './format';
import { parseMoney, parseQuantity } from './parse';

const source = join(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.(svelte|ts)$/u.test(entry.name) && !/\.test\.ts$|messages\.ts$/u.test(entry.name) ? [path] : [];
  });
}

const code = files(source).map((path) => readFileSync(path, 'utf8'));
const french = new Map(messagesOf('fr'));
const english = new Map(messagesOf('en'));

describe('messages', () => {
  it('are the same in French and in English, with the same variables', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
    for (const [id, variables] of french) expect(english.get(id), id).toEqual(variables);
  });

  it('of Québec override French ones only', () => {
    for (const [id, variables] of messagesOf('fr-CA')) expect(french.get(id), id).toEqual(variables);
  });

  it('used in the source all exist', () => {
    const used = code.flatMap((text) => [...text.matchAll(/\bt\(\s*'([\w-]+)'/gu)].map((match) => match[1]));
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((id) => id !== undefined && !french.has(id))).toEqual([]);
  });

  it('are all used', () => {
    const all = code.join('\n');
    const stems = [...all.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/gu)].map((match) => match[1] ?? '');
    const unused = [...french.keys()].filter((id) => !all.includes(`'${id}'`) && !stems.some((stem) => id.startsWith(stem)));
    expect(unused).toEqual([]);
  });

  it('exist for every fault of the program', () => {
    const api = readFileSync(join(source, 'bindings/api.ts'), 'utf8');
    const union = /export type FaultCode = ([^;]+);/u.exec(api)?.[1] ?? '';
    const codes = [...union.matchAll(/"(\w+)"/gu)].map((match) => match[1] ?? '');
    expect(codes.length).toBeGreaterThan(50);
    const ids = codes.map((name) => `fault-${name.replaceAll('_', '-')}`);
    expect(ids.filter((id) => !french.has(id))).toEqual([]);
    expect([...french.keys()].filter((id) => id.startsWith('fault-') && !ids.includes(id))).toEqual([]);
  });

  it('fall back from Québec to French', () => {
    const quebec = new Catalogue('fr-CA', ['fr-CA', 'fr']);
    expect(quebec.format('sale-pay', undefined)).toBe(new Catalogue('fr-FR', ['fr']).format('sale-pay', undefined));
    expect(quebec.format('customer-email', undefined)).toBe('Courriel');
  });
});

describe('formats', () => {
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

  it('write money as each country does', () => {
    expect(plain(new Formats('fr-FR', 'EUR', 'Europe/Paris').money(123_450))).toBe('1 234,50 €');
    expect(plain(new Formats('fr-CA', 'CAD', 'America/Toronto').money(123_450))).toBe('1 234,50 $');
    expect(new Formats('en-CA', 'CAD', 'America/Toronto').money(123_450)).toBe('$1,234.50');
    expect(plain(new Formats('fr-FR', 'EUR', 'Europe/Paris').amount(-4_120))).toBe('-41,20');
  });

  it('write rates, quantities and short amounts', () => {
    const formats = new Formats('fr-FR', 'EUR', 'Europe/Paris');
    expect(plain(formats.rate(9_975))).toBe('9,975 %');
    expect(formats.quantity(12_500)).toBe('1,25');
    expect(plain(formats.shortMoney(3_000))).toBe('30 €');
    expect(plain(formats.shortMoney(2_740))).toBe('27,40 €');
  });

  it('write times in the time zone of the shop', () => {
    const noon = Date.UTC(2026, 10, 21, 13, 32);
    expect(plain(new Formats('fr-FR', 'EUR', 'Europe/Paris').dateTime(noon))).toBe('21/11/2026 14:32');
    expect(plain(new Formats('fr-CA', 'CAD', 'America/Toronto').time(noon))).toBe('08 h 32');
  });
});

describe('parsing', () => {
  it('takes both decimal signs and spaces, exactly', () => {
    expect(parseMoney('12,5')).toBe(1_250);
    expect(parseMoney('12.50')).toBe(1_250);
    expect(parseMoney('1 234,50')).toBe(123_450);
    expect(parseMoney('-3')).toBe(-300);
    expect(parseMoney('0,07')).toBe(7);
    expect(parseMoney('8,29')).toBe(829);
    expect(parseQuantity('0,125')).toBe(1_250);
  });

  it('refuses what is no amount', () => {
    for (const text of ['', ',', 'abc', '1,2,3', '1,234', '99999999999999999']) expect(parseMoney(text), text).toBeNull();
  });
});
