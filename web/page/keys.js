// The page's keys: "/" searches, Escape goes back to the whole.

/**
 * Listens before everything else, since the live picture keeps keys to itself.
 * @param {{input: HTMLInputElement, clear: () => boolean, close: () => void}} parts
 */
export function bindKeys({ input, clear, close }) {
  addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return; // it has keys of its own
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '/' && !types(event.target)) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (!clear()) close();
    }
  }, true);
}

/** Whether keys pressed there are text. @param {EventTarget|null} target */
function types(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
