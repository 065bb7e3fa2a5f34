import { mainId } from "#app/components/skip-link.tsx";

const dialogs = ".dialog-scrim";

/** What had the focus last and what it stands in, from the inside out; of a dialog then what had the focus before it. */
let path: HTMLElement[] = [];

/**
 * What is pressed often goes with its deed: a row that is removed, a page that makes room for the next. The focus would be nowhere
 * then; keys would begin at the top again, and a screen reader would fall silent. It goes to what the lost thing stood in, or to the
 * main part of the new page. Where something takes the focus of its own account, a field or a summary, it stays there.
 */
export function keepFocus(): void {
  document.addEventListener("focusin", ({ target }) => (path = target instanceof HTMLElement ? wayBackFrom(target) : []));
  new MutationObserver(() => isLost() && afterOthers()).observe(document, { childList: true, subtree: true });
}

function wayBackFrom(target: HTMLElement): HTMLElement[] {
  const dialog = target.closest<HTMLElement>(dialogs);
  if (!dialog) return pathOf(target);
  return [...pathOf(target).filter((one) => dialog.contains(one)), ...path.filter((one) => !dialog.contains(one))];
}

function pathOf(from: HTMLElement): HTMLElement[] {
  return from.parentElement ? [from, ...pathOf(from.parentElement)] : [from];
}

const isLost = (): boolean => path[0]?.isConnected === false && (document.activeElement ?? document.body) === document.body;

let frame = 0;

/** A dialog gives the focus back in the frame after it has gone: it comes first, so that its going begins the wait anew. */
function afterOthers(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => (frame = requestAnimationFrame(giveOn)));
}

const isClosing = (): boolean => document.querySelector(dialogs) !== null;

function giveOn(): void {
  if (!isLost() || isClosing()) return;
  const main = document.getElementById(mainId);
  const place = path.find((one) => one.isConnected);
  path = [];
  if (place && main?.contains(place)) focusOn(place);
  if (document.activeElement === document.body) main?.focus({ preventScroll: true });
}

/** What takes no focus otherwise takes it this once. */
function focusOn(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  if (document.activeElement === place) return;
  place.setAttribute("tabindex", "-1");
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
}
