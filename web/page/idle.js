// Work that can wait until the browser has nothing else to do.

/** Milliseconds of work at a time in browsers that don't report when they are idle. */
const SLICE = 8;

/** The least milliseconds left of an idle period in which another step is taken. */
const LEFT = 2;

/**
 * Takes the steps of some work while the browser is idle.
 * @param {() => boolean} step  a few milliseconds of work; returns true after the last
 */
export function whenIdle(step) {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(function run(deadline) {
      while (deadline.timeRemaining() > LEFT) if (step()) return;
      requestIdleCallback(run);
    });
  } else {
    setTimeout(function run() { // Safari
      const begun = performance.now();
      while (performance.now() - begun < SLICE) if (step()) return;
      setTimeout(run, SLICE);
    }, 200);
  }
}
