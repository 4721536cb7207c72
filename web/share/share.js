// The dialog that gives what is needed to show this elsewhere.

/** @import {Ask} from '../ask/program.js' */
/** @import {Store} from '../state/store.js' */
import { t } from '../language/translate.js';
import { asPNG, asSVG, download, pictureOf } from './picture.js';
import { addressOf, reachOf } from './published.js';
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
  const meta = (/** @type {string} */ name) => /** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="${name}"]`)).content;
  const reach = reachOf(location);
  const address = addressOf(location, meta('proxynet-viewer').startsWith('inline:'));
  const note = /** @type {HTMLElement} */ (dialog.querySelector('#share-note'));
  note.textContent = { file: t('share.file'), computer: t('share.computer'), web: '' }[reach];
  note.hidden = reach === 'web';
  const fields = /** @type {HTMLTextAreaElement[]} */ ([...dialog.querySelectorAll('textarea')]);
  for (const field of address === null ? fields : []) /** @type {HTMLElement} */ (field.closest('.share-part')).hidden = true;

  button.addEventListener('click', () => {
    if (address !== null) {
      const site = { address, root: new URL(meta('proxynet-site'), address).href, language: document.documentElement.lang, title: document.title, wide: size('wide'), tall: size('tall') };
      const texts = { 'share-link': link(site, store.state), 'share-element': element(site, store.state), 'share-frame': frame(site, store.state) };
      for (const field of fields) field.value = texts[/** @type {keyof typeof texts} */ (field.id)];
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
    said.textContent = t('share.drawing');
    try {
      const made = await pictureOf({ ask, picture, state: store.state, address: reach === 'web' ? address : null, credit: button.dataset.credit ?? '' });
      download(kind === 'png' ? await asPNG(made) : asSVG(made), name);
      said.textContent = t('share.drawn', { name });
    } catch (error) {
      said.textContent = t('share.undrawn');
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
    said.textContent = t('share.copied');
  } catch {
    said.textContent = t('share.marked');
  }
}
