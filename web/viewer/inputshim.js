// Keeps Ebiten from capturing the page's focus, keys and wheel, and wakes it on events.

/** Reports whether the browser has WebGL 2, which the graph needs. */
export function hasWebGL2() {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** The events over the canvas that may change the picture. */
const WAKING = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerout', 'wheel', 'touchstart', 'touchmove', 'touchend'];

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} hooks
 * @param {AbortSignal} hooks.signal            removes all listeners
 * @param {() => void} hooks.wake
 * @param {(over: boolean) => void} hooks.over  called when the mouse enters or leaves the canvas
 * @param {() => void} hooks.lost               the graphics context is lost
 */
export function shimInput(canvas, { signal, wake, over, lost }) {
  canvas.setAttribute('aria-hidden', 'true'); // the evidence is its accessible equivalent
  canvas.tabIndex = -1;
  canvas.focus = () => {}; // otherwise each click would take the focus, and with it the keys
  // Ebiten adds a second viewport element.
  document.querySelectorAll('meta[name="viewport"]').forEach((meta, i) => i > 0 && meta.remove());

  let isOver = false;
  /** @param {boolean} now */
  const turn = (now) => {
    if (now !== isOver) over((isOver = now));
  };
  for (const type of WAKING) {
    canvas.addEventListener(type, (event) => {
      if (event instanceof PointerEvent) turn(event.type !== 'pointerout' && event.pointerType === 'mouse');
      wake();
    }, { signal, capture: true, passive: true });
  }
  // A drag continues over elements on top of the canvas.
  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
  }, { signal });
  // Ebiten does not handle touchcancel.
  canvas.addEventListener('touchcancel', () => {
    canvas.dispatchEvent(new TouchEvent('touchend', { targetTouches: [] }));
    wake();
  }, { signal });

  // In the capture phase of the window, before Ebiten: it would reload the page when
  // the context is lost, and fails on a drop without files.
  /** @param {string} type @param {(event: Event) => void} act */
  const keep = (type, act) => {
    addEventListener(type, (event) => {
      if (event.target !== canvas) return;
      event.stopImmediatePropagation();
      act(event);
    }, { signal, capture: true });
  };
  keep('webglcontextlost', lost);
  keep('drop', (event) => event.preventDefault());
  keep('dragover', () => {});
}
