// Shows, once for each kind of gesture, how to move the graph in a frame, when a
// reader tries the gesture that scrolls the article.

/** Milliseconds for which the hint is shown. */
const DURATION = 2500;

/**
 * @param {HTMLElement} line  with its texts in data-wheel, data-wheel-mac and data-touch
 * @returns {(by: 'wheel'|'touch') => void}
 */
export function hintOnce(line) {
  const shown = new Set();
  return (by) => {
    if (shown.has(by)) return;
    shown.add(by);
    const mac = by === 'wheel' && /Mac/.test(navigator.platform);
    line.textContent = line.dataset[mac ? 'wheelMac' : by] ?? '';
    line.hidden = false;
    setTimeout(() => { line.hidden = true; }, DURATION);
  };
}
