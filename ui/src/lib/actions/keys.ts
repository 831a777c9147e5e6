// Names of key combinations, and what a keyboard event is called.
//
// A combination is written `Ctrl+Shift+Z`, `F2`, `Escape`, `Enter`, `Delete` or a single upper-case letter. Letters
// follow the layout (`event.key`); no combination uses the digit row or punctuation, which AZERTY moves.

export type KeyName = string;

/** The combination of an event, with `Ctrl` also for the Mac's command key. */
export function keyOf(event: KeyboardEvent): KeyName {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && event.key !== 'Shift') parts.push('Shift');
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return parts.join('+');
}

/** The combination as `aria-keyshortcuts` wants it. */
export function ariaKey(key: KeyName): string {
  return key.replace('Ctrl', 'Control');
}
