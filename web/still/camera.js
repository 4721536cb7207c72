// The view of the still picture: the same as that of the live graph, so that nothing
// moves when the graph takes over. See viz/scene/camera.go.

/** @import {State, View} from '../state/declaration.js' */
/** @import {Sides} from '../viewer/geometry.js' */
/** @import {Emphasis} from './emphasis.js' */
import { clamp } from '../page/dom.js';

/** The least CSS pixels around a selection that is moved into view. */
const FREE = 12;

/** A layout, and the parts of the page that show it. @typedef {{width: number, height: number, area: Sides, visible: Sides}} Place */
/** x, y, width and height in the layout. @typedef {[number, number, number, number]} Box */

/** The view that fits the layout into the area. @param {Place} place @returns {View} */
export function fitted({ width, height, area }) {
  return { x: width / 2, y: height / 2, zoom: Math.min(area[2] / width, area[3] / height) || 1 };
}

/**
 * The view in a state.
 * @param {Place} place
 * @param {Emphasis['zoom']} limits
 * @param {State} state
 * @param {Box|null} near      what the step zooms to
 * @param {Box|null} selected  what must not be covered
 * @returns {View}
 */
export function viewOf(place, limits, { view }, near, selected) {
  const fit = fitted(place);
  const clamped = (/** @type {number} */ zoom) => clamp(zoom, fit.zoom * limits.min, Math.max(fit.zoom * limits.max, limits.closest));
  const goal = view ? { ...view, zoom: clamped(view.zoom) } : near && nearView(place, limits, clamped, near) || fit;
  return selected ? uncovered(place, goal, selected) : goal;
}

/** @param {Place} place @param {Emphasis['zoom']} limits @param {(zoom: number) => number} clamped @param {Box} box @returns {View|null} */
function nearView({ area, visible }, limits, clamped, [x, y, width, height]) {
  const wanted = Math.min((visible[2] - 2 * limits.near) / width, (visible[3] - 2 * limits.near) / height, limits.nearest);
  if (!(wanted > 0)) return null;
  const zoom = clamped(wanted);
  const [[ax, ay], [vx, vy]] = [middle(area), middle(visible)];
  return { x: x + width / 2 - (vx - ax) / zoom, y: y + height / 2 - (vy - ay) / zoom, zoom };
}

/** The view, changed just so far that a box is not covered. @param {Place} place @param {View} view @param {Box} box @returns {View} */
function uncovered({ area, visible }, view, [x, y, width, height]) {
  const room = Math.min((visible[2] - 2 * FREE) / width, (visible[3] - 2 * FREE) / height);
  const zoom = room > 0 && room < view.zoom ? room : view.zoom;
  const [ax, ay] = middle(area);
  const [left, top] = [ax + (x - view.x) * zoom, ay + (y - view.y) * zoom];
  return {
    x: view.x - shift(left - FREE, left + width * zoom + FREE, visible[0], visible[0] + visible[2]) / zoom,
    y: view.y - shift(top - FREE, top + height * zoom + FREE, visible[1], visible[1] + visible[3]) / zoom,
    zoom,
  };
}

/** How far a range must move into another; to its middle if it is too large. @param {number} from @param {number} to @param {number} low @param {number} high */
function shift(from, to, low, high) {
  if (to - from > high - low) return (low + high) / 2 - (from + to) / 2;
  return from < low ? low - from : to > high ? high - to : 0;
}

/**
 * A view moved by CSS pixels and zoomed about a point of the page.
 * @param {Place} place
 * @param {Emphasis['zoom']} limits
 * @param {View} view
 * @param {{dx: number, dy: number, factor: number, at: [number, number]}} by
 * @returns {View}
 */
export function moved(place, limits, view, { dx, dy, factor, at }) {
  const fit = fitted(place);
  const zoom = clamp(view.zoom * factor, fit.zoom * limits.min, Math.max(fit.zoom * limits.max, limits.closest));
  const [ax, ay] = middle(place.area);
  const held = (/** @type {number} */ x, /** @type {number} */ off) => x + off / view.zoom - off / zoom;
  return {
    x: clamp(held(view.x, at[0] - ax) - dx / zoom, 0, place.width),
    y: clamp(held(view.y, at[1] - ay) - dy / zoom, 0, place.height),
    zoom,
  };
}

/** @param {Sides} sides @returns {[number, number]} */
export const middle = ([x, y, width, height]) => [x + width / 2, y + height / 2];

/** Shows a picture in a view. @param {SVGSVGElement} svg @param {Place} place @param {View} view */
export function show(svg, place, view) {
  const fit = fitted(place);
  const [x, y, scale] = [(place.width / 2 - view.x) * view.zoom, (place.height / 2 - view.y) * view.zoom, view.zoom / fit.zoom];
  svg.style.transform = Math.hypot(x, y) < 0.05 && Math.abs(scale - 1) < 1e-4 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
}
