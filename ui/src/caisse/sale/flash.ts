// A short wash of colour on what just changed. Drawn by the Web Animations API, which needs no inline style.

const DURATION_MS = 400;

/** Use with `use:flash={n}`: flashes whenever `n` becomes another number that is not 0. */
export function flash(node: HTMLElement, revision: number): { update: (next: number) => void } {
  let shown = 0;
  const update = (next: number): void => {
    if (next !== 0 && next !== shown) play(node);
    shown = next;
  };
  update(revision);
  return { update };
}

function play(node: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const token = node.dataset['unknown'] === 'true' ? '--err-soft' : '--primary-soft';
  const color = getComputedStyle(node).getPropertyValue(token);
  node.animate([{ backgroundColor: color }, {}], { duration: DURATION_MS });
}
