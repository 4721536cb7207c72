// Makes elements. Text is always set as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node|string|null|undefined|false|Child[]} Child  lists in lists count as one list */
/** @typedef {Record<string, unknown>} Attributes  "on…" is a listener, true is an empty attribute, null and false are none */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'value') Reflect.set(element, 'value', value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...nodesOf(children));
  return element;
}

/** The nodes and texts in a list. @param {Child} children @returns {(Node|string)[]} */
function nodesOf(children) {
  if (Array.isArray(children)) return children.flatMap(nodesOf);
  return children === null || children === undefined || children === false ? [] : [children];
}

/** A button. @param {string} label @param {(event: Event) => void} act @param {Attributes} [attributes] */
export const button = (label, act, attributes = {}) => el('button', { type: 'button', onclick: act, ...attributes }, label);

/** A button with an icon and its name as a label. @param {string} path @param {string} label @param {(event: Event) => void} act @param {Attributes} [attributes] */
export const iconButton = (path, label, act, attributes = {}) => (
  el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: act, ...attributes }, icon(path)));

/** An icon of 24 by 24. @param {string} path */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Text in its own direction, isolated from the text around it. @param {string} text @param {string} [lang] */
export const bdi = (text, lang) => el('bdi', { lang }, text);

/** An element of the page. Throws if it is missing. @param {string} id */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** Calls back once the browser has painted what is on the page now, or at once if nobody sees it. @param {() => void} call */
export function afterPaint(call) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  if (document.hidden) port2.postMessage(null);
  else requestAnimationFrame(() => port2.postMessage(null));
}

/** Whether an element's middle is visible. @param {HTMLElement} element */
function isSeen(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

let last = 0;
/** A unique element id. */
export const newId = () => `d${++last}`;

/**
 * Replaces an element's children and keeps the focus: on the element of the same
 * data-key, else on the element itself.
 * @param {HTMLElement} parent
 * @param {Child[]} children
 */
export function redraw(parent, children) {
  const held = parent.contains(document.activeElement) && document.activeElement !== parent ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const key = held?.dataset.key;
  const seen = held && isSeen(held);
  parent.replaceChildren(...nodesOf(children)); // without a look at its size, which would lay out the page, it stays scrolled
  if (!held || parent.contains(document.activeElement)) return;
  const next = key === undefined ? null : [...parent.querySelectorAll('[data-key]')].find((one) => /** @type {HTMLElement} */ (one).dataset.key === key);
  if (next instanceof HTMLElement) {
    next.focus({ preventScroll: true });
    if (seen && !isSeen(next)) next.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (!parent.hasAttribute('tabindex')) parent.tabIndex = -1;
  parent.focus({ preventScroll: true });
}
