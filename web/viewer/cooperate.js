// In a frame the wheel and one finger belong to the article around it: they
// scroll it. The graph takes what nobody scrolls with: the wheel with Ctrl or ⌘
// held, two fingers, and taps.

/** CSS pixels up to which a finger that moves is still a tap. */
const SLOP = 10;
/** Milliseconds up to which a press is a tap; beyond, browsers mark text or open menus. */
const LONG = 500;

/**
 * Ebiten prevents what it hears of, so it must not hear of the article's.
 * @param {HTMLCanvasElement} canvas
 * @param {object} hooks
 * @param {AbortSignal} hooks.signal     ends it
 * @param {() => void} hooks.wake
 * @param {() => number} hooks.frames    how many have been drawn
 * @param {(by: 'wheel'|'touch') => void} hooks.passed  something was left to the article
 */
export function cooperate(canvas, { signal, wake, frames, passed }) {
  /** @type {{touch: Touch, time: number}|null} */
  let tap = null;
  let pinching = false; // until all fingers are up
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
    if (tap && event.timeStamp - tap.time < LONG) {
      event.preventDefault(); // or a mouse would be made up that clicks once more
      replay(tap.touch);
    }
    tap = null;
  }, false);
  listen('touchcancel', () => {
    if (tap) passed('touch'); // the browser scrolls with it
    tap = null;
  });

  /** Plays a tap to Ebiten, which looks at fingers once a frame. @param {Touch} touch */
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
