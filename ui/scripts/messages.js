// Writes src/lib/i18n/messages.ts: the type of every Fluent message and of its variables, so that a wrong id or a
// missing variable does not compile. French is the reference; the tests compare the other languages with it.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FluentParser, Visitor } from '@fluent/syntax';

const root = new URL('../src/', import.meta.url);

class Variables extends Visitor {
  /** @type {Set<string>} */
  names = new Set();
  /**
   * @override
   * @param {import('@fluent/syntax').VariableReference} node
   */
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

/**
 * Messages of one language, as [id, sorted variable names].
 * @param {string} language folder name
 * @returns {[string, string[]][]}
 */
export function messagesOf(language) {
  const folder = new URL(`locales/${language}/`, root);
  const parser = new FluentParser();
  /** @type {[string, string[]][]} */
  const messages = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort()) {
    const resource = parser.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const entry of resource.body) {
      if (entry.type === 'Junk') throw new Error(`${language}/${file}: ${entry.annotations[0]?.message}\n${entry.content}`);
      if (entry.type !== 'Message') continue;
      const variables = new Variables();
      variables.visit(entry);
      messages.push([entry.id.name, [...variables.names].sort()]);
    }
  }
  return messages;
}

function source() {
  const lines = messagesOf('fr').map(([id, names]) => {
    const type = names.length === 0 ? 'none' : `{ ${names.map((name) => `${name}: value`).join('; ')} }`;
    return `  '${id}': ${type};`;
  });
  return `// Generated from src/locales/fr by scripts/messages.js; not committed.

type value = string | number;
type none = Record<string, never>;

/** Every message and the variables that it needs. */
export interface Messages {
${lines.join('\n')}
}
`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('lib/i18n/messages.ts', root), source());
}
