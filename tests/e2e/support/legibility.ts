// What a person would call cut or covered text: found in the page, without comparing pictures.

import type { Page } from '@playwright/test';

/**
 * Every visible text that its own box or the window cuts off, or that something else lies over. Left out is what is meant
 * to be cut: text that says so with an ellipsis or a line clamp, what scrolls, what only screen readers meet, and what a
 * dialog, a sheet or a message of a moment covers on purpose.
 */
export function illegible(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top = [...document.querySelectorAll<HTMLElement>('dialog[open], [role=dialog]')].at(-1) ?? document.body;
    const found: string[] = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const holder = text.parentElement;
      if (holder === null || (text.nodeValue ?? '').trim() === '' || !shown(holder)) continue;
      const fault = faultOf(text, holder);
      if (fault !== null) found.push(`${fault}: «${(text.nodeValue ?? '').trim().slice(0, 40)}»`);
    }
    return found;

    function shown(holder: HTMLElement): boolean {
      if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
      if (holder.closest('option, [aria-live], [aria-hidden=true], svg, script, style, [inert]') !== null) return false;
      const { width, height } = holder.getBoundingClientRect();
      return width > 1 && height > 1;
    }

    function faultOf(text: Node, holder: HTMLElement): string | null {
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      for (const box of boxes) {
        const clip = clipOf(holder);
        if (clip === 'meant') return null;
        if (clip !== null && (box.right > clip.right + 1 || box.left < clip.left - 1)) return 'cut at the side';
        if (clip !== null && clip.firm && (box.bottom > clip.bottom + 3 || box.top < clip.top - 3)) return 'cut in height';
        if (box.right > innerWidth + 1 || box.left < -1) return 'outside the window';
        if (covered(box, holder)) return 'covered';
      }
      return null;
    }

    /** The nearest box that cuts what stands out of it. */
    function clipOf(holder: HTMLElement): { left: number; right: number; top: number; bottom: number; firm: boolean } | 'meant' | null {
      for (let box: HTMLElement | null = holder; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return 'meant';
        if (style.display === 'inline' || (style.overflowX === 'visible' && style.overflowY === 'visible')) continue;
        if (/auto|scroll/u.test(style.overflowX)) return 'meant';
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return { left, right, top, bottom, firm: !/auto|scroll/u.test(style.overflowY) };
      }
      return null;
    }

    function covered(box: DOMRect, holder: HTMLElement): boolean {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
      const over = document.elementFromPoint(x, y);
      if (over === null || over.contains(holder) || holder.contains(over)) return false;
      if (getComputedStyle(holder).pointerEvents === 'none' || over.closest('label')?.contains(holder) === true) return false;
      if (over.closest('[data-testid=toasts], [data-testid=toast], [popover]') !== null) return false;
      // A bar that stays in place while a list scrolls under it.
      for (let part: Element | null = over; part !== null && !part.contains(holder); part = part.parentElement) {
        if (/sticky|fixed/u.test(getComputedStyle(part).position)) return false;
      }
      return !scrolledAway(box, holder);
    }

    function scrolledAway(box: DOMRect, holder: HTMLElement): boolean {
      for (let part: HTMLElement | null = holder; part !== null; part = part.parentElement) {
        if (!/auto|scroll|hidden|clip/u.test(getComputedStyle(part).overflowY)) continue;
        const { top, bottom } = part.getBoundingClientRect();
        if (box.top + box.height / 2 < top || box.top + box.height / 2 > bottom) return true;
      }
      return false;
    }
  });
}
