// Arrow keys walk the buttons of a group (or what `selector` names), as in any menu; the first takes the focus when the
// group appears.

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Use with `use:rove`. */
export function rove(group: HTMLElement, selector = 'button:not(:disabled)'): { destroy: () => void } {
  const buttons = (): HTMLElement[] => [...group.querySelectorAll<HTMLElement>(selector)];
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const all = buttons();
    if (step === undefined || all.length === 0) return;
    const at = all.findIndex((button) => button === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  group.addEventListener('keydown', onKey);
  buttons()[0]?.focus();
  return { destroy: () => group.removeEventListener('keydown', onKey) };
}
