// The view of the still picture: the same as that of the live graph, so that nothing
// moves when the graph takes over. See viz/scene/camera.go.

/** @import {State, View} from '../state/declaration.js' */
/** @import {Sides} from '../viewer/geometry.js' */
/** @import {Emphasis} from './emphasis.js' */
import { clamp } from '../page/dom.js';

/** The least CSS pixels around a selection that is moved into view. */
const FREE = 12;

/**
 * A layout, and the parts of the page that show it. natural is the zoom at which a
 * layout is shown that is too long to be shown whole, else 0. A mirrored one reads from
 * right to left.
 * @typedef {{width: number, height: number, area: Sides, visible: Sides, natural: number, mirrored: boolean}} Place
 */
/** x, y, width and height in the layout. @typedef {[number, number, number, number]} Box */

/** The zoom at which the area shows the whole layout. @param {Place} place */
const whole = ({ width, height, area }) => Math.min(area[2] / width, area[3] / height) || 1;

/** The view at first: the whole layout or, if it is long, its top. @param {Place} place @returns {View} */
export function fitted(place) {
  const { width, height, area, natural } = place;
  const zoom = Math.min(area[2] / width, natural);
  if (zoom > whole(place)) return { x: width / 2, y: area[3] / zoom / 2, zoom };
  return { x: width / 2, y: height / 2, zoom: whole(place) };
}

/** The nearest zoom that is allowed. @param {Place} place @param {Emphasis['zoom']} limits @param {number} zoom */
const clamped = (place, limits, zoom) => clamp(zoom, whole(place) * limits.min, Math.max(fitted(place).zoom * limits.max, limits.closest));

/**
 * The view of a mirrored layout for one of the state, and the other way round: there a
 * view is of the same part of the network in every language.
 * @param {Place} place @param {View} view @returns {View}
 */
export const mirrored = (place, view) => (place.mirrored ? { ...view, x: place.width - view.x } : view);

/**
 * The view in a state.
 * @param {Place} place
 * @param {Emphasis['zoom']} limits
 * @param {State} state
 * @param {Box|null} near      the area that the step zooms to
 * @param {Box|null} selected  what must not be covered
 * @returns {View}
 */
export function viewOf(place, limits, { view }, near, selected) {
  const goal = view ? { ...mirrored(place, view), zoom: clamped(place, limits, view.zoom) } : near && nearView(place, limits, near) || fitted(place);
  return selected ? uncovered(place, goal, selected) : goal;
}

/** @param {Place} place @param {Emphasis['zoom']} limits @param {Box} box @returns {View|null} */
function nearView(place, limits, [x, y, width, height]) {
  const { area, visible } = place;
  const wanted = Math.min((visible[2] - 2 * limits.near) / width, (visible[3] - 2 * limits.near) / height, limits.nearest);
  if (!(wanted > 0)) return null;
  const zoom = clamped(place, limits, wanted);
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
  const zoom = clamped(place, limits, view.zoom * factor);
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

/** Shows a picture, which the page shows as fitted does, in a view. @param {SVGSVGElement} svg @param {Place} place @param {View} view */
export function show(svg, place, view) {
  const fit = fitted(place);
  const middleOf = (/** @type {View} */ v) => [(place.width / 2 - v.x) * v.zoom, (place.height / 2 - v.y) * v.zoom];
  const [from, to] = [middleOf(fit), middleOf(view)];
  const [x, y, scale] = [to[0] - from[0], to[1] - from[1], view.zoom / fit.zoom];
  svg.style.transform = Math.hypot(x, y) < 0.05 && Math.abs(scale - 1) < 1e-4 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
}
