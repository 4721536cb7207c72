// Reads the text of a part of a page as readers see it, and maps offsets in that text
// back to the page.

import { BREAK, LINE } from './fold.js';

/**
 * A stretch of a text node, or a break without a node. Its kind is '' if it is certainly
 * text; `boxed` if it is beside the text or quoted in it.
 * @typedef {{node: Text|null, offset: number, text: string, kind: Kind, boxed: boolean}} Piece
 */

/**
 * The kinds of text that may or may not belong to an article: the number of a note,
 * superscripts and subscripts, a mark such as [1] or † in the text, text hidden from
 * assistive software, text for assistive software only, deleted text, and the label of a
 * button.
 * @typedef {''|'note'|'raised'|'mark'|'unspoken'|'spoken'|'struck'|'control'} Kind
 */

/**
 * One reading of a container's text: its raw string, and the stretches that it consists
 * of, in order, each with its offset in the string.
 * @typedef {{raw: string, segments: {node: Text, offset: number, length: number, start: number}[]}} PageText
 */

// Elements that are not text of the article: those without text, form controls, ruby
// annotations, and embeds with their own quotations.
const SKIPPED = 'script, style, noscript, template, iframe, object, embed, canvas, svg, audio, video, ' +
  'input, textarea, select, datalist, progress, meter, rt, rp, [hidden], proxy-network';

/** Boxes, which may repeat parts of the text. */
const BOXES = 'aside, blockquote, figure, nav, footer, [role=complementary], [role=note]';

/** The longest drop cap, in characters: such a float is not a block. */
const INITIAL = 2;

/** The mark of a note without an element of its own. */
const MARK = /\[\d{1,3}\]|[¹²³⁰⁴-⁹]+|[*†‡]+/g;

/** The kinds that are not part of the text in most pages. @type {Kind[]} */
const LEFT_OUT = ['note', 'spoken', 'struck', 'control'];

/**
 * Reads a container, without text that CSS hides.
 * @param {Element} container
 * @returns {Piece[]}
 */
export function piecesOf(container) {
  /** @type {Piece[]} */
  const pieces = [];
  const part = (/** @type {string} */ text, /** @type {Kind} */ kind) => pieces.push({ node: null, offset: 0, text, kind, boxed });
  let boxed = false;
  const style = (/** @type {Element} */ element) => /** @type {Window} */ (container.ownerDocument.defaultView).getComputedStyle(element);

  /** @param {Text} node @param {Kind} kind */
  const readNode = (node, kind) => {
    const { data } = node;
    let offset = 0;
    const push = (/** @type {number} */ end, /** @type {Kind} */ kind) => {
      if (end > offset) pieces.push({ node, offset, text: data.slice(offset, end), kind, boxed });
      offset = end;
    };
    if (kind === '') {
      for (const { 0: mark, index } of data.matchAll(MARK)) {
        push(index, '');
        push(index + mark.length, 'mark');
      }
    }
    push(data.length, kind);
  };
  /** @param {Element} element @param {boolean} visible @param {Kind} kind */
  const read = (element, visible, kind) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && visible) readNode(/** @type {Text} */ (node), kind);
      else if (node instanceof Element) enter(node, kind);
    }
  };
  /** @param {Element} element @param {Kind} outer */
  const enter = (element, outer) => {
    if (element.matches(SKIPPED)) return;
    if (element.localName === 'br') {
      part(LINE, outer);
      return;
    }
    if (element.localName === 'wbr') return;
    const its = style(element);
    const { display, visibility, float } = its;
    if (display === 'none') return;
    const kind = outer || kindOf(element, its);
    const initial = float !== 'none' && (element.textContent ?? '').trim().length <= INITIAL;
    const block = !initial && !/^(inline|contents|ruby)/.test(display);
    const wasBoxed = boxed;
    if (block) part(BREAK, kind);
    boxed ||= element.matches(BOXES);
    read(element, visibility === 'visible', kind);
    boxed = wasBoxed;
    if (block) part(BREAK, kind);
  };
  read(container, style(container).visibility === 'visible', '');
  return pieces;
}

/** @param {Element} element @param {CSSStyleDeclaration} style @returns {Kind} */
function kindOf(element, style) {
  if (isNote(element)) return 'note';
  if (element.matches('sup, sub')) return 'raised';
  if (element.matches('del, s, strike')) return 'struck';
  if (element.matches('button')) return 'control';
  if (element.matches('[aria-hidden="true"]')) return 'unspoken';
  return isSpoken(style) ? 'spoken' : '';
}

/** Reports whether an element is the number of a note: a superscript link, or a link to a fragment with such a label. 10² is not one. @param {Element} element */
function isNote(element) {
  if (element.matches('[role=doc-noteref], [epub\\:type=noteref]')) return true;
  const { parentElement: parent, textContent } = element;
  const number = (textContent ?? '').trim();
  if (element.localName === 'sup') return element.querySelector('a') !== null || (parent?.localName === 'a' && parent.textContent?.trim() === number);
  return element.matches('a[href^="#"]') && /^(\[\w{1,3}\]|\(?\d{1,3}\)?|[*†‡§¶]+)$/.test(number) && !/\s$/.test(element.previousSibling?.textContent ?? '');
}

/** Reports whether an element is for assistive software only: clipped to nothing. @param {CSSStyleDeclaration} style */
function isSpoken({ position, clip, clipPath, width, height, overflow }) {
  if (position !== 'absolute' && position !== 'fixed') return false;
  return /^rect\(0(px)?(, | )0|^rect\(1px, 1px, 1px, 1px/.test(clip) || /^inset\((50%|100%)/.test(clipPath)
    || (overflow !== 'visible' && parseFloat(width) <= 1 && parseFloat(height) <= 1);
}

/**
 * The readings of a page's text: first without the kinds that are rarely part of it, then
 * with all kinds, then with none, then with each kind inverted. All of these come first
 * without the boxes, which may repeat a paragraph, and then with them. The usual reading
 * is the first one with boxes.
 * @param {Piece[]} pieces
 * @returns {{list: (() => PageText)[], usual: number}}
 */
export function readings(pieces) {
  const kinds = [...new Set(pieces.map(({ kind }) => kind))].filter((kind) => kind !== '');
  const usual = kinds.filter((kind) => LEFT_OUT.includes(kind));
  const turned = kinds.map((kind) => (usual.includes(kind) ? usual.filter((other) => other !== kind) : [...usual, kind]));
  const boxes = pieces.some(({ boxed }) => boxed) ? [true, false] : [false];
  /** @type {Map<string, {leftOut: Kind[], withBoxes: boolean}>} */
  const distinct = new Map();
  for (const withoutBoxes of boxes) {
    for (const leftOut of [usual, [], kinds, ...turned]) {
      const name = [withoutBoxes, ...kinds.filter((kind) => leftOut.includes(kind))].join();
      if (!distinct.has(name)) distinct.set(name, { leftOut, withBoxes: !withoutBoxes });
    }
  }
  const list = [...distinct.values()].map(({ leftOut, withBoxes }) => {
    /** @type {PageText|undefined} */
    let text;
    return () => text ??= compose(pieces, leftOut, withBoxes);
  });
  return { list, usual: [...distinct.values()].findIndex(({ withBoxes }) => withBoxes) };
}

/** The usual reading of a container. @param {Element} container */
export function readText(container) {
  const { list, usual } = readings(piecesOf(container));
  return list[usual]();
}

/** @param {Piece[]} pieces @param {Kind[]} leftOut @param {boolean} withBoxes @returns {PageText} */
function compose(pieces, leftOut, withBoxes) {
  // Joined once, so that a long text is not copied for each piece.
  const parts = [];
  const segments = [];
  let start = 0;
  for (const { node, offset, text, kind, boxed } of pieces) {
    if (leftOut.includes(kind) || (boxed && !withBoxes)) continue;
    if (node) segments.push({ node, offset, length: text.length, start });
    parts.push(text);
    start += text.length;
  }
  return { raw: parts.join(''), segments };
}

/**
 * The range of a page for [from, to) of its text, or null if the page no longer has
 * that text.
 * @param {PageText} text
 * @param {number} from
 * @param {number} to
 */
export function rangeOf({ raw, segments }, from, to) {
  const first = segmentAt(segments, from);
  const last = segmentAt(segments, to - 1);
  for (const { node, offset, length, start } of segments.slice(first, last + 1)) {
    if (!node.isConnected || node.data.slice(offset, offset + length) !== raw.slice(start, start + length)) return null;
  }
  const range = segments[first].node.ownerDocument.createRange();
  range.setStart(segments[first].node, segments[first].offset + from - segments[first].start);
  range.setEnd(segments[last].node, segments[last].offset + to - segments[last].start);
  return range;
}

/** The index of the segment at an offset. @param {PageText['segments']} segments @param {number} at */
function segmentAt(segments, at) {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
