// Ebiten takes a page for its own: the focus, every key, the wheel. Here its
// canvas is made a good citizen of a page, and events wake it.

/** Whether the graph can be drawn here at all. */
export function hasWebGL2() {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Events over the canvas after which something may change. */
const WAKING = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerout', 'wheel', 'touchstart', 'touchmove', 'touchend'];

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} hooks
 * @param {AbortSignal} hooks.signal            ends it
 * @param {() => void} hooks.wake
 * @param {(over: boolean) => void} hooks.over  the mouse has come over the canvas, or left it
 * @param {() => void} hooks.lost               the graphics context is lost
 */
export function guardCanvas(canvas, { signal, wake, over, lost }) {
  canvas.setAttribute('aria-hidden', 'true'); // the evidence is the accessible twin
  canvas.tabIndex = -1;
  canvas.focus = () => {}; // else each press takes the focus, and then every key
  // Ebiten adds a viewport of its own, which forbids nothing but is one too many.
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
  // A drag goes on over what lies on the canvas.
  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
  }, { signal });
  // Ebiten doesn't know that a touch can be taken away.
  canvas.addEventListener('touchcancel', () => {
    canvas.dispatchEvent(new TouchEvent('touchend', { targetTouches: [] }));
    wake();
  }, { signal });

  // At the window and first of all, since Ebiten would reload the page, and
  // fails on things dropped that are no files.
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
