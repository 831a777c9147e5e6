// A chosen and ordered part of a list: what a workstation takes, in the order of its buttons.

/** `list` with `item` at its end, or without it when it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** `list` with `item` moved by `step` places, as far as there is room. */
export function moved<T>(list: readonly T[], item: T, step: number): T[] {
  const from = list.indexOf(item);
  if (from === -1) return [...list];
  const rest = list.filter((other) => other !== item);
  const to = Math.min(Math.max(from + step, 0), rest.length);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
