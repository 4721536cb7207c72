// Counts how often the page crashed while the graph ran: browsers end pages that take
// too much memory, and reload them. The count is in the history entry, which survives
// that; nothing is stored.

/** The crashes after which the graph is not started again in the same visit. */
export const MAX_CRASHES = 2;

/** @typedef {{running?: boolean, crashes?: number}} Mark */

/**
 * The crashes of this visit so far. Call it once, before markRunning.
 * @param {History} history
 */
export function crashes(history) {
  const { running = false, crashes = 0 } = /** @type {Mark} */ (history.state ?? {});
  return crashes + Number(running);
}

/**
 * Records that the graph runs, until the page ends in the usual way.
 * @param {Window} window
 * @param {number} crashes  so far
 */
export function markRunning(window, crashes) {
  const { history } = window;
  /** @param {boolean} running */
  const mark = (running) => {
    try {
      history.replaceState({ ...history.state, running, crashes }, '');
    } catch {
      // A sandboxed frame has no history of its own.
    }
  };
  mark(true);
  window.addEventListener('pagehide', () => mark(false));
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) mark(true); });
}
