// Gestures in a frame. The wheel and a drag with one finger scroll the article
// around it. The graph takes the wheel with Ctrl or ⌘, two fingers, and taps.

/** The most CSS pixels that a finger may move in a tap. */
const SLOP = 10;
/** The longest tap in milliseconds; after it browsers select text or open menus. */
const MAX_TAP = 500;

/**
 * Hides the gestures of the article from Ebiten, which would prevent their default.
 * @param {HTMLCanvasElement} canvas
 * @param {object} hooks
 * @param {AbortSignal} hooks.signal     removes all listeners
 * @param {() => void} hooks.wake
 * @param {() => number} hooks.frames    the number of frames drawn
 * @param {(by: 'wheel'|'touch') => void} hooks.passed  called when a gesture was left to the article
 */
export function handleFrameGestures(canvas, { signal, wake, frames, passed }) {
  /** @type {{touch: Touch, time: number}|null} */
  let tap = null;
  let pinching = false; // until all fingers are lifted
  let replaying = false;

  /** @param {'wheel'|'touchstart'|'touchmove'|'touchend'|'touchcancel'} type @param {(event: any) => void} act @param {boolean} passive */
  const listen = (type, act, passive = true) => {
    addEventListener(type, (event) => {
      if (event.target === canvas && !replaying) act(event);
    }, { signal, capture: true, passive });
  };

  listen('wheel', (/** @type {WheelEvent} */ event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopImmediatePropagation();
    passed('wheel');
  });
  listen('touchstart', (/** @type {TouchEvent} */ event) => {
    pinching ||= event.targetTouches.length > 1;
    tap = null;
    if (pinching) return;
    event.stopImmediatePropagation();
    tap = { touch: event.targetTouches[0], time: event.timeStamp };
  });
  listen('touchmove', (/** @type {TouchEvent} */ event) => {
    if (pinching) return;
    event.stopImmediatePropagation();
    const now = event.targetTouches[0];
    if (tap && Math.hypot(now.clientX - tap.touch.clientX, now.clientY - tap.touch.clientY) > SLOP) {
      tap = null;
      passed('touch');
    }
  });
  listen('touchend', (/** @type {TouchEvent} */ event) => {
    if (pinching) {
      pinching = event.targetTouches.length > 0;
      return;
    }
    event.stopImmediatePropagation();
    if (tap && event.timeStamp - tap.time < MAX_TAP) {
      event.preventDefault(); // otherwise the browser sends an emulated click too
      replay(tap.touch);
    }
    tap = null;
  }, false);
  listen('touchcancel', () => {
    if (tap) passed('touch'); // the browser scrolls with it
    tap = null;
  });

  /** Sends a tap to Ebiten, which polls touches once a frame. @param {Touch} touch */
  async function replay(touch) {
    /** @param {string} type @param {Touch[]} targetTouches */
    const send = (type, targetTouches) => {
      replaying = true;
      canvas.dispatchEvent(new TouchEvent(type, { targetTouches, cancelable: true }));
      replaying = false;
      wake();
    };
    send('touchstart', [touch]);
    const seen = frames() + 2;
    for (let i = 0; i < 60 && frames() < seen && !signal.aborted; i++) {
      wake();
      await new Promise((next) => setTimeout(next, 16));
    }
    send('touchend', []);
  }
}
