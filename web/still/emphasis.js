// Highlights in the picture before the live graph is loaded. The build writes what
// belongs together into the page's own script; web/emphasis.go documents it.

/** @import {State} from '../state/declaration.js' */

/**
 * @typedef {object} Step
 * @property {number[]} nodes      opacities; 0 is hidden
 * @property {number[]} relations  likewise
 * @property {number[]} [open]     relations of which it is open whether they held then
 * @property {Record<string, [number, number, number, number]>} [near]  by layout: x, y, width and height of what the step zooms to
 */
/**
 * @typedef {object} Emphasis
 * @property {number} dimmed       opacity of parts that are not highlighted
 * @property {Record<string, number>} text  opacities of labels that differ from those of their boxes, by the box's
 * @property {string[]} nodes      ids
 * @property {{id: string, from: number, to: number}[]} relations
 * @property {Record<string, {nodes?: number[], relations?: number[]}>} around  by id: the parts highlighted with it, unless they are just it and its relations
 * @property {Record<string, Step>} steps  by id
 * @property {{near: number, nearest: number, min: number, max: number, closest: number, open: number}} zoom
 */
/** Opacities of nodes and relations, in the network's order. @typedef {{nodes: number[], relations: number[]}} Levels */

/**
 * The opacities in a state; null if nothing is highlighted or hidden.
 * @param {Emphasis} look
 * @param {State} state
 * @param {string|null} own  the id that the state's step selects
 * @returns {Levels|null}
 */
export function levelsOf(look, { select, hover, step }, own) {
  const at = step === null ? null : look.steps[step];
  if (at && select === own && hover === null) return at;
  const highlighted = [select, hover].map((id) => around(look, id)).filter((parts) => parts !== null);
  if (highlighted.length === 0) return at ?? null;
  /** The step shows this node or relation. @param {'nodes'|'relations'} kind @param {number} i */
  const shows = (kind, i) => !at || at[kind][i] > 0;
  const nodes = look.nodes.map((_, i) => (shows('nodes', i) ? look.dimmed : 0));
  const relations = look.relations.map((_, i) => (shows('relations', i) ? look.dimmed : 0));
  for (const parts of highlighted) {
    for (const i of parts.nodes ?? []) if (nodes[i]) nodes[i] = 1;
    for (const i of parts.relations ?? []) {
      if (!relations[i]) continue;
      relations[i] = at?.open?.includes(i) ? look.zoom.open : 1;
      nodes[look.relations[i].from] = nodes[look.relations[i].to] = 1;
    }
  }
  return { nodes, relations };
}

/** The parts highlighted with an id; null if it is none or unknown. @param {Emphasis} look @param {string|null} id */
function around(look, id) {
  if (id === null) return null;
  if (Object.hasOwn(look.around, id)) return look.around[id];
  const own = look.relations.flatMap((relation, i) => ([relation.id, look.nodes[relation.from], look.nodes[relation.to]].includes(id) ? [i] : []));
  return own.length > 0 ? { nodes: [], relations: own } : null;
}

/** The opacity below which a reversed label is dark: its box has become too light. */
const OPAQUE = 0.75;

/** Whether the browser mixes colors. If not, faded lines that lie over each other are darker. */
const mixes = globalThis.CSS?.supports('color', 'color-mix(in srgb, red, blue)');

/**
 * Fades a mark: its colors are mixed with the paper, so that lines that lie over each
 * other stay as light as one. Null restores it.
 * @param {SVGElement} mark
 * @param {number|null} level
 */
function fade(mark, level) {
  const mixed = mixes && !mark.matches('text'); // a text is as light as its box shows through it
  mark.style.opacity = level === null ? '' : mixed ? '1' : String(level);
  if (!mixed) return;
  for (const name of mark.classList) {
    const [kind, paint] = [name.slice(0, 2), name.slice(2)];
    if (kind !== 'f-' && kind !== 's-') continue;
    mark.style.setProperty(kind === 'f-' ? 'fill' : 'stroke', level === null || level === 1 ? '' : `color-mix(in srgb, var(--pn-${paint}) ${100 * level}%, var(--pn-paper))`);
  }
}

/**
 * Shows opacities in a picture; null restores it.
 * @param {SVGSVGElement} svg
 * @param {Emphasis} look
 * @param {Levels|null} levels
 * @param {boolean} [drawn]  the picture was drawn for the state: highlights stay as they are
 */
export function showLevels(svg, look, levels, drawn = false) {
  /** @param {number|null} level */
  const shown = (level) => (drawn && level === 1 ? null : level);
  for (const mark of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll('[data-of]'))) {
    const level = levels && Math.max(...ofMark(mark).map((i) => levels.relations[i]));
    for (const part of /** @type {SVGElement[]} */ (mark.matches('.p-badge') ? [mark, ...mark.children] : [mark])) fade(part, shown(level));
    const link = /** @type {SVGElement} */ (mark.matches('.p-line') ? mark.parentNode : mark);
    link.style.visibility = level === 0 ? 'hidden' : '';
  }
  for (const box of svg.querySelectorAll('rect[data-node]')) {
    const level = levels && levels.nodes[look.nodes.indexOf(box.getAttribute('data-node') ?? '')];
    const link = /** @type {SVGElement} */ (box.parentNode);
    link.style.visibility = level === 0 ? 'hidden' : '';
    for (const part of /** @type {HTMLCollectionOf<SVGElement>} */ (link.children)) {
      if (part.matches('.p-ring')) continue;
      const isText = part.matches('text');
      const alpha = isText && level !== null ? look.text[String(level)] ?? level : level;
      fade(part, shown(alpha));
      if (isText && part.classList.contains('f-paper')) part.style.fill = level !== null && level < OPAQUE ? 'var(--pn-ink)' : '';
    }
  }
}

/**
 * Marks the links of a selection, or none: aria-current, a ring around a box, a band
 * under a line.
 * @param {SVGSVGElement} svg
 * @param {Emphasis|null} look
 * @param {string|null} id
 */
export function markSelection(svg, look, id) {
  for (const ring of svg.querySelectorAll('.p-ring')) ring.remove();
  const place = look?.relations.findIndex((relation) => relation.id === id) ?? -1;
  for (const link of svg.querySelectorAll('a[data-select]')) {
    const line = link.querySelector('.p-line[data-of]');
    const current = id !== null && (link.getAttribute('data-select') === id || line !== null && ofMark(line).includes(place));
    if (!current) {
      link.removeAttribute('aria-current');
      continue;
    }
    link.setAttribute('aria-current', 'true');
    const box = link.querySelector('rect[data-node]');
    if (box) link.prepend(ringOf(box));
  }
}

/** The space between a selected box and its ring; viz/scene/renderer.go has the same. */
const RING_GAP = 3;

/** @param {Element} box */
function ringOf(box) {
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ring.setAttribute('class', `p-ring ${[...box.classList].find((name) => name.startsWith('f-')) ?? ''}`);
  for (const [name, more] of Object.entries({ x: -1, y: -1, width: 2, height: 2, rx: 1 })) {
    ring.setAttribute(name, String(Number(box.getAttribute(name)) + more * RING_GAP));
  }
  return ring;
}

/** The relations of a mark. @param {Element} mark */
const ofMark = (mark) => (mark.getAttribute('data-of') ?? '').split(' ').map(Number);
