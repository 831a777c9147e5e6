// Filtering a short list that is in the window anyway (screens, actions). Long lists are searched by the program.

/** Text without accents and case, for comparing. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase();
}

/** The items whose name contains every word of `text`. */
export function matching<T>(items: readonly T[], text: string, nameOf: (item: T) => string): readonly T[] {
  const words = folded(text).split(/\s+/u).filter((word) => word !== '');
  return items.filter((item) => words.every((word) => folded(nameOf(item)).includes(word)));
}
