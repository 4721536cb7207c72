// Keyboard navigation of the article: a word is always selected, arrow keys move to the
// next one, and with Shift they extend the selection. Ctrl with Shift moves its end by
// one letter.

/** @import {Selection as Stretch} from './view.js' */
import { placeOf, selectStretch, textAt } from './place.js';
import { spansOf } from './words.js';

/** Where the caret is, and where the selection began. @typedef {{paragraph: number, offset: number}} Place */

/**
 * @param {HTMLElement} root  the article
 * @param {(stretch: Stretch) => void} moved
 */
export function cursor(root, moved) {
  const count = () => root.querySelectorAll('p[data-n]').length;
  const lang = () => root.lang;
  const rtl = () => root.dir === 'rtl';

  /** The ends of the selection: its anchor and its focus. @returns {[Place, Place]|null} */
  const ends = () => {
    const selection = getSelection();
    if (!selection?.anchorNode || !selection.focusNode || !root.contains(selection.anchorNode)) return null;
    const anchor = placeOf(root, selection.anchorNode, selection.anchorOffset, false);
    const focus = placeOf(root, selection.focusNode, selection.focusOffset, false);
    return anchor && focus ? [anchor, focus] : null;
  };

  /** @param {Place} anchor @param {Place} focus */
  const select = (anchor, focus) => {
    const back = isBefore(focus, anchor);
    const [from, to] = back ? [focus, anchor] : [anchor, focus];
    const stretch = { paragraph: from.paragraph, from: from.offset, toParagraph: to.paragraph, to: to.offset };
    selectStretch(root, stretch, back);
    reveal(root);
    moved(stretch);
  };

  /** Selects a word. @param {Place} place in it, or before it */
  const word = ({ paragraph, offset }) => {
    for (let n = paragraph; n <= count(); n++, offset = 0) {
      const span = spansOf(textAt(root, n), lang()).find(({ to }) => to > offset);
      if (span) return select({ paragraph: n, offset: span.from }, { paragraph: n, offset: span.to });
    }
  };

  /** The end of the next word, or the beginning of the one before. @param {Place} place @param {1|-1} step @returns {Place|null} */
  const next = ({ paragraph, offset }, step) => {
    for (let n = paragraph; n >= 1 && n <= count(); n += step) {
      const spans = spansOf(textAt(root, n), lang());
      const at = n === paragraph ? offset : step > 0 ? -1 : Infinity;
      const span = step > 0 ? spans.find(({ to }) => to > at) : spans.findLast(({ from }) => from < at);
      if (span) return { paragraph: n, offset: step > 0 ? span.to : span.from };
    }
    return null;
  };

  /** @param {Place} place @param {1|-1} step @returns {Place} */
  const letter = ({ paragraph, offset }, step) => ({ paragraph, offset: Math.min(Math.max(offset + step, 0), textAt(root, paragraph).length) });

  /** A line up or down, if the browser can tell. @param {1|-1} step @returns {Place|null} */
  const line = (step) => {
    const selection = getSelection();
    if (!selection?.focusNode) return null;
    selection.collapse(selection.focusNode, selection.focusOffset);
    selection.modify('move', step > 0 ? 'forward' : 'backward', 'line');
    return selection.focusNode && placeOf(root, selection.focusNode, selection.focusOffset, step < 0);
  };

  root.addEventListener('keydown', (event) => {
    if (event.target !== root || event.altKey || event.metaKey) return;
    const forward = rtl() ? 'ArrowLeft' : 'ArrowRight';
    const now = ends();
    const grow = event.shiftKey && now !== null;
    const [anchor, focus] = now ?? [{ paragraph: firstSeen(root), offset: 0 }, { paragraph: firstSeen(root), offset: 0 }];
    const [first, last] = isBefore(focus, anchor) ? [focus, anchor] : [anchor, focus];
    /** @type {Place|null} */
    let to = null;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const step = event.key === forward ? 1 : -1;
      if (grow && event.ctrlKey) to = letter(focus, step);
      else if (grow) to = next(focus, step);
      else if (now === null) to = first;
      else if (step > 0) to = next(last, 1) && { ...last };
      else to = next(first, -1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      to = now === null ? first : line(event.key === 'ArrowDown' ? 1 : -1);
      if (grow && to) to = next(to, isBefore(to, anchor) ? -1 : 1) ?? to;
    } else if (event.key === 'Home' || event.key === 'End') {
      const end = event.key === 'End';
      if (event.ctrlKey) to = end ? next({ paragraph: count(), offset: Infinity }, -1) : { paragraph: 1, offset: 0 };
      else if (grow) to = { paragraph: focus.paragraph, offset: end ? textAt(root, focus.paragraph).length : 0 };
      else to = end ? next({ paragraph: focus.paragraph, offset: Infinity }, -1) : { paragraph: focus.paragraph, offset: 0 };
    } else {
      return;
    }
    event.preventDefault();
    if (!to) return;
    if (grow) select(anchor, to);
    else word(to);
  });
}

/** @param {Place} a @param {Place} b */
const isBefore = (a, b) => a.paragraph < b.paragraph || a.paragraph === b.paragraph && a.offset < b.offset;

/** The first visible paragraph. @param {HTMLElement} root */
function firstSeen(root) {
  const top = root.getBoundingClientRect().top;
  const seen = [...root.querySelectorAll('p[data-n]')].find((one) => one.getBoundingClientRect().bottom > top + 8);
  return Number(/** @type {HTMLElement|undefined} */ (seen)?.dataset.n ?? 1);
}

/** Scrolls to the moving end of the selection. @param {HTMLElement} root */
export function reveal(root) {
  const selection = getSelection();
  if (!selection?.focusNode) return;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  const rect = range.getClientRects()[0] ?? selection.getRangeAt(0).getBoundingClientRect();
  const box = root.getBoundingClientRect();
  const margin = 80;
  if (rect.top < box.top + margin) root.scrollTop -= box.top + margin - rect.top;
  else if (rect.bottom > box.bottom - margin) root.scrollTop += rect.bottom - box.bottom + margin;
}
