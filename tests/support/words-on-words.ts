import type { Page } from "playwright-core";

/** Pairs of texts of a screen that lie over each other; what floats on purpose, is unfolded elsewhere or only heard does not count. */
export const wordsOnWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const floats = new Map<Element, boolean>();
    const isApart = (element: Element): boolean => {
      const known = floats.get(element);
      if (known !== undefined) return known;
      const { position, overflow, clipPath } = getComputedStyle(element);
      const clipped = (overflow !== "visible" && (element.clientWidth <= 1 || element.clientHeight <= 1)) || (clipPath !== "none" && position === "absolute");
      const apart = position === "fixed" || position === "sticky" || clipped || (element.parentElement !== null && isApart(element.parentElement));
      floats.set(element, apart);
      return apart;
    };
    const lines: { text: string; box: DOMRect }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim();
      const element = texts.currentNode.parentElement;
      if (!text || !element || element.closest("script, style, noscript, title, select, textarea, svg, dialog")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isApart(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) if (box.width > 2 && box.height > 4) lines.push({ text: text.slice(0, 30), box });
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    return lines.flatMap(({ text, box }, index) => {
      const over: string[] = [];
      for (let next = index + 1; next < lines.length; next += 1) {
        const other = lines[next] as (typeof lines)[number];
        if (other.box.top >= box.bottom) break;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (wide > 2 && high > 0.45 * Math.min(box.height, other.box.height)) over.push(`"${text}" on "${other.text}"`);
      }
      return over;
    });
  });
