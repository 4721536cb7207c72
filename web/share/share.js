// The dialog that gives what is needed to show this elsewhere.

/** @import {Ask} from '../ask/program.js' */
/** @import {Store} from '../state/store.js' */
import { say } from '../language/say.js';
import { asPNG, asSVG, download, pictureOf } from './picture.js';
import { element, frame, link } from './snippet.js';

/**
 * @param {{button: HTMLElement, dialog: HTMLDialogElement, picture: HTMLElement, store: Store, ask: Ask}} parts
 */
export function startShare({ button, dialog, picture, store, ask }) {
  /** @param {string} shape @returns {[number, number]} */
  const size = (shape) => {
    const { width, height } = /** @type {SVGSVGElement} */ (picture.querySelector(`.poster-${shape}`)).viewBox.baseVal;
    return [Math.round(width), Math.round(height)];
  };
  const address = new URL('./', location.href).href;
  const root = new URL(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name="proxynet-site"]')).content, location.href).href;
  const site = { address, root, language: document.documentElement.lang, title: document.title, wide: size('wide'), tall: size('tall') };

  button.addEventListener('click', () => {
    for (const [id, text] of [['share-link', link], ['share-element', element], ['share-frame', frame]]) {
      /** @type {HTMLTextAreaElement} */ (dialog.querySelector(`#${id}`)).value = /** @type {typeof link} */ (text)(site, store.state);
    }
    for (const line of dialog.querySelectorAll('output')) line.textContent = '';
    dialog.showModal();
  });
  dialog.addEventListener('click', async (event) => {
    const pressed = /** @type {Element} */ (event.target);
    if (pressed === dialog || pressed.closest('.dialog-close')) dialog.close(); // beside it, or its button
    const copy = /** @type {HTMLElement|null} */ (pressed.closest('[data-copy]'));
    if (copy) await copyText(dialog, copy);
    const drawn = /** @type {HTMLElement|null} */ (pressed.closest('[data-picture]'));
    if (drawn) await save(drawn);
  });

  /** Saves the picture as it is seen now. @param {HTMLElement} button */
  async function save(button) {
    const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
    const kind = button.dataset.picture === 'png' ? 'png' : 'svg';
    const name = `${document.title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}.${kind}`;
    said.textContent = say('share.drawing');
    try {
      const made = await pictureOf({ ask, picture, state: store.state, address, credit: button.dataset.credit ?? '' });
      download(kind === 'png' ? await asPNG(made) : asSVG(made), name);
      said.textContent = say('share.drawn', { name });
    } catch (error) {
      said.textContent = say('share.undrawn');
      console.warn(`proxynet: no picture: ${/** @type {Error} */ (error).message}`);
    }
  }
}

/** @param {HTMLElement} dialog @param {HTMLElement} button */
async function copyText(dialog, button) {
  const field = /** @type {HTMLTextAreaElement} */ (dialog.querySelector(`#${button.dataset.copy}`));
  const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = say('share.copied');
  } catch {
    said.textContent = say('share.marked');
  }
}
