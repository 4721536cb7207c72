// The text of a part of a page as its reader sees it, and the way back from
// that text to the page.

import { BREAK, LINE } from './fold.js';

/**
 * A container's text: its raw string, and the text nodes it is made of, in
 * order, each with where it begins in the string.
 * @typedef {{raw: string, segments: {node: Text, start: number}[]}} PageText
 */

// Not text of the article: what is no text at all, what a reader fills in or
// presses, what is struck out, the reading of a ruby, a graph with its own
// quotations.
const SKIPPED = 'script, style, noscript, template, iframe, object, embed, canvas, svg, audio, video, ' +
  'input, textarea, select, button, datalist, progress, meter, del, s, strike, rt, rp, [hidden], proxy-network';

/** A float of so few characters is an initial, not a block. */
const INITIAL = 2;

/**
 * Reads a container. What CSS hides is not read; what only assistive software
 * is spared (aria-hidden) is.
 * @param {Element} container
 * @returns {PageText}
 */
export function readText(container) {
  /** @type {PageText} */
  const text = { raw: '', segments: [] };
  // One string per node, joined once: a long text is not copied over and over.
  /** @type {string[]} */
  const parts = [];
  let length = 0;
  const push = (/** @type {string} */ part) => {
    parts.push(part);
    length += part.length;
  };
  const style = (/** @type {Element} */ element) => /** @type {Window} */ (container.ownerDocument.defaultView).getComputedStyle(element);

  /** @param {Element} element @param {boolean} visible */
  const read = (element, visible) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && visible) {
        text.segments.push({ node: /** @type {Text} */ (node), start: length });
        push(/** @type {Text} */ (node).data);
      } else if (node instanceof Element) {
        enter(node);
      }
    }
  };
  /** @param {Element} element */
  const enter = (element) => {
    if (element.matches(SKIPPED) || isNote(element)) return;
    if (element.localName === 'br') return push(LINE);
    if (element.localName === 'wbr') return;
    const { display, visibility, float } = style(element);
    if (display === 'none') return;
    const initial = float !== 'none' && (element.textContent ?? '').trim().length <= INITIAL;
    const block = !initial && !/^(inline|contents|ruby)/.test(display);
    if (block) push(BREAK);
    read(element, visibility === 'visible');
    if (block) push(BREAK);
  };
  read(container, style(container).visibility === 'visible');
  text.raw = parts.join('');
  return text;
}

/** Whether an element is the number of a note: a raised link. 10² is none. @param {Element} element */
function isNote(element) {
  if (element.localName !== 'sup') return false;
  const { parentElement: parent, textContent: number } = element;
  return element.querySelector('a') !== null || (parent?.localName === 'a' && parent.textContent === number);
}

/**
 * The range of a page that is [from, to) of its text; null if the page no
 * longer has that text.
 * @param {PageText} text
 * @param {number} from
 * @param {number} to
 */
export function rangeOf({ raw, segments }, from, to) {
  const first = segmentAt(segments, from);
  const last = segmentAt(segments, to - 1);
  for (const { node, start } of segments.slice(first, last + 1)) {
    if (!node.isConnected || !raw.startsWith(node.data, start)) return null;
  }
  const range = segments[first].node.ownerDocument.createRange();
  range.setStart(segments[first].node, from - segments[first].start);
  range.setEnd(segments[last].node, to - segments[last].start);
  return range;
}

/** Which segment holds a place of the text. @param {PageText['segments']} segments @param {number} at */
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
