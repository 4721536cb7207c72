// Converts between positions in the page's DOM and offsets in the article's paragraphs.
// Each paragraph is one element with one text node, word for word.

/** @import {Selection as Stretch} from './view.js' */

/** The paragraphs of an article, as in network/file: lines that aren't blank. @param {string} text */
export const paragraphsOf = (text) => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n').filter((line) => line.trim() !== '');

/** The paragraph that a node is in; null outside of any. @param {Node|null} node @returns {HTMLElement|null} */
export function paragraphOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('p[data-n]') ?? null;
}

/** @param {HTMLElement} paragraph */
const textOf = (paragraph) => /** @type {Text} */ (paragraph.firstChild);

/**
 * A DOM position as an offset in a paragraph; one between paragraphs is at the
 * beginning of the next or, backwards, at the end of the one before.
 * @param {HTMLElement} root  that holds the paragraphs
 * @param {Node} node
 * @param {number} offset
 * @param {boolean} back
 * @returns {{paragraph: number, offset: number}|null}
 */
export function placeOf(root, node, offset, back) {
  const inside = paragraphOf(node);
  if (inside && root.contains(inside)) {
    const at = node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? textOf(inside).length : 0;
    return { paragraph: Number(inside.dataset.n), offset: at };
  }
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('p[data-n]')]);
  const range = document.createRange();
  range.setStart(node, offset);
  if (back) {
    const before = all.filter((one) => range.comparePoint(one, 0) < 0).at(-1);
    return before ? { paragraph: Number(before.dataset.n), offset: textOf(before).length } : null;
  }
  const after = all.find((one) => range.comparePoint(one, 0) >= 0);
  return after ? { paragraph: Number(after.dataset.n), offset: 0 } : null;
}

/**
 * The selection in the article without surrounding spaces; null if there is none.
 * @param {HTMLElement} root
 * @returns {Stretch|null}
 */
export function selected(root) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const from = placeOf(root, range.startContainer, range.startOffset, false);
  const to = placeOf(root, range.endContainer, range.endOffset, true);
  if (!from || !to) return null;
  return trim(root, { paragraph: from.paragraph, from: from.offset, toParagraph: to.paragraph, to: to.offset });
}

/** @param {HTMLElement} root @param {Stretch} stretch @returns {Stretch|null} */
function trim(root, stretch) {
  const first = textAt(root, stretch.paragraph);
  const last = textAt(root, stretch.toParagraph);
  let { from, to } = stretch;
  while (from < first.length && /\s/.test(first[from])) from++;
  while (to > 0 && /\s/.test(last[to - 1])) to--;
  const empty = stretch.paragraph > stretch.toParagraph || stretch.paragraph === stretch.toParagraph && from >= to;
  return empty ? null : { ...stretch, from, to };
}

/** The words of a selection. @param {HTMLElement} root @param {Stretch} stretch */
export function wordsOf(root, { paragraph, from, toParagraph, to }) {
  if (paragraph === toParagraph) return textAt(root, paragraph).slice(from, to);
  const between = [];
  for (let n = paragraph + 1; n < toParagraph; n++) between.push(textAt(root, n));
  return [textAt(root, paragraph).slice(from), ...between, textAt(root, toParagraph).slice(0, to)].join('\n');
}

/** The nth paragraph; each is in a row of its own. @param {HTMLElement} root @param {number} n @returns {HTMLElement|null} */
export const paragraphAt = (root, n) => root.children[n - 1]?.querySelector('p') ?? null;

/** @param {HTMLElement} root @param {number} n */
export const textAt = (root, n) => paragraphAt(root, n)?.textContent ?? '';

/** The range of a selection in the page; null if the article has no such place. @param {HTMLElement} root @param {Stretch} stretch */
export function rangeOf(root, { paragraph, from, toParagraph = paragraph, to }) {
  const first = paragraphAt(root, paragraph);
  const last = paragraphAt(root, toParagraph);
  if (!first || !last || from > textOf(first).length || to > textOf(last).length) return null;
  const range = document.createRange();
  range.setStart(textOf(first), from);
  range.setEnd(textOf(last), to);
  return range;
}

/** Selects a range. @param {HTMLElement} root @param {Stretch} stretch @param {boolean} [back] with the caret at its beginning */
export function selectStretch(root, stretch, back = false) {
  const range = rangeOf(root, stretch);
  if (!range) return;
  const selection = getSelection();
  const [a, b] = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
  const [[anchor, anchorAt], [focus, focusAt]] = /** @type {[Node, number][]} */ (back ? [b, a] : [a, b]);
  selection?.setBaseAndExtent(anchor, anchorAt, focus, focusAt);
}

/** The offset under the pointer. @param {HTMLElement} root @param {number} x @param {number} y */
export function placeAt(root, x, y) {
  const position = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  const [node, offset] = position ? [position.offsetNode, position.offset] : older(x, y);
  return node && paragraphOf(node) ? placeOf(root, node, offset, false) : null;
}

/** Safari before 26.2. @param {number} x @param {number} y @returns {[Node|null, number]} */
function older(x, y) {
  const range = /** @type {{caretRangeFromPoint?: (x: number, y: number) => Range|null}} */ (/** @type {unknown} */ (document)).caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : [null, 0];
}
