// Reads the Fluent files. The same files are embedded by the Rust side for paper, so wording exists once.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

const files = import.meta.glob<string>('../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

/** The messages of some folders, the first one winning; isolation marks are off because all text runs left to right. */
export class Catalogue {
  readonly #bundles: FluentBundle[];

  constructor(tag: string, folders: readonly string[]) {
    this.#bundles = folders.map((folder) => {
      const bundle = new FluentBundle(tag, { useIsolating: false });
      for (const [path, text] of Object.entries(files)) {
        if (path.includes(`/locales/${folder}/`)) bundle.addResource(new FluentResource(text));
      }
      return bundle;
    });
  }

  has(id: string): boolean {
    return this.#bundles.some((bundle) => bundle.hasMessage(id));
  }

  /** The text of a message. An unknown id shows itself: a visible mistake is found, a blank is not. */
  format(id: string, args: Record<string, FluentVariable> | undefined): string {
    for (const bundle of this.#bundles) {
      const pattern = bundle.getMessage(id)?.value;
      if (pattern) return bundle.formatPattern(pattern, args ?? null, []);
    }
    return id;
  }
}
