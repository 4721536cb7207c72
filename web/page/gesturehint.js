// Says once how the picture is moved in a frame, when somebody tries it in the
// way that scrolls the article.

/** Milliseconds for which it is said. */
const TIME = 2500;

/**
 * @param {HTMLElement} line with its words as data-wheel, data-wheel-mac, data-touch
 * @returns {(by: 'wheel'|'touch') => void}
 */
export function hintOnce(line) {
  const told = new Set();
  return (by) => {
    if (told.has(by)) return;
    told.add(by);
    const mac = by === 'wheel' && /Mac/.test(navigator.platform);
    line.textContent = line.dataset[mac ? 'wheelMac' : by] ?? '';
    line.hidden = false;
    setTimeout(() => { line.hidden = true; }, TIME);
  };
}
