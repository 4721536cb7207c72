// Moves the still picture with fingers. In a frame one finger scrolls the article, and
// two move the picture, as in the live graph; see viewer/gesturehandling.js.

/** The CSS pixels after which a press moves the picture. */
const SLOP = 10;

/** A move by CSS pixels, with a zoom about a point of the page. @typedef {{dx: number, dy: number, factor: number, at: [number, number]}} Move */

/**
 * @param {HTMLElement} picture
 * @param {object} hooks
 * @param {() => boolean} hooks.listens  reports whether the still picture is shown
 * @param {boolean} hooks.framed
 * @param {() => void} hooks.begin       called when fingers start to move the picture
 * @param {(by: Move) => void} hooks.move
 * @param {() => void} hooks.end         called when all fingers are lifted after a move
 * @param {(() => void)|null} hooks.passed  called when a drag was left to the article
 */
export function bindFingers(picture, { listens, framed, begin, move, end, passed }) {
  /** Fingers on the picture, in the order in which they touched it. @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let moving = false;
  let from = { x: 0, y: 0 };

  const middle = () => {
    const all = [...fingers.values()];
    const [a, b = a] = all;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const start = () => {
    if (moving) return;
    moving = true;
    begin();
  };

  picture.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' || !listens()) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) from = { x: event.clientX, y: event.clientY };
    else if (fingers.size === 2) start();
  });
  picture.addEventListener('pointermove', (event) => {
    const finger = fingers.get(event.pointerId);
    if (!finger || fingers.size > 2) return;
    const before = middle();
    Object.assign(finger, { x: event.clientX, y: event.clientY });
    if (!moving && !framed && Math.hypot(finger.x - from.x, finger.y - from.y) > SLOP) start();
    if (!moving) return;
    const now = middle();
    move({ dx: now.x - before.x, dy: now.y - before.y, factor: before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1, at: [before.x, before.y] });
  });
  const lift = (/** @type {PointerEvent} */ event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (event.type === 'pointercancel' && !moving) passed?.(); // the browser scrolls with it
    if (fingers.size > 0 || !moving) return;
    moving = false;
    end();
    // The click that may follow selects nothing.
    picture.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => picture.removeEventListener('click', swallow, { capture: true }));
  };
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) addEventListener(type, lift);
}

/** @param {Event} event */
function swallow(event) {
  event.stopPropagation();
  event.preventDefault();
}
