// The dialog with links, snippets and pictures of the current view.

/** @import {Ask} from '../ask/program.js' */
/** @import {Store} from '../state/store.js' */
import { t } from '../language/translate.js';
import { asPNG, asSVG, download, pictureOf } from './picture.js';
import { addressOf, reachOf } from './published.js';
import { element, frame, link, policy } from './snippet.js';

/**
 * Starts the dialog.
 * @param {{button: HTMLElement, dialog: HTMLDialogElement, picture: HTMLElement, store: Store, ask: Ask}} parts
 */
export function startShare({ button, dialog, picture, store, ask }) {
  const meta = (/** @type {string} */ name) => /** @type {HTMLMetaElement|null} */ (document.querySelector(`meta[name="${name}"]`))?.content ?? '';
  const size = /** @type {[number, number]} */ (meta('proxynet-figure').split(' ').map(Number));
  const reach = reachOf(location);
  const address = addressOf(location, meta('proxynet-viewer').startsWith('inline:'));
  const note = /** @type {HTMLElement} */ (dialog.querySelector('#share-note'));
  note.textContent = { file: t('share.file'), computer: t('share.computer'), web: '' }[reach];
  note.hidden = reach === 'web';
  const fields = /** @type {HTMLTextAreaElement[]} */ ([...dialog.querySelectorAll('textarea')]);
  for (const field of address === null ? fields : []) /** @type {HTMLElement} */ (field.closest('.share-part')).hidden = true;

  button.addEventListener('click', () => {
    if (address !== null) {
      const site = { address, root: new URL(meta('proxynet-site'), address).href, language: document.documentElement.lang, title: document.title, figure: size };
      const texts = { 'share-link': link(site, store.state), 'share-element': element(site, store.state), 'share-policy': policy(site), 'share-frame': frame(site, store.state) };
      for (const field of fields) field.value = texts[/** @type {keyof typeof texts} */ (field.id)];
    }
    for (const line of dialog.querySelectorAll('output')) line.textContent = '';
    dialog.showModal();
  });
  dialog.addEventListener('click', async (event) => {
    const pressed = /** @type {Element} */ (event.target);
    if (pressed === dialog || pressed.closest('.dialog-close')) dialog.close(); // the backdrop or the close button
    const copy = /** @type {HTMLElement|null} */ (pressed.closest('[data-copy]'));
    if (copy) await copyText(dialog, copy);
    const picked = /** @type {HTMLElement|null} */ (pressed.closest('[data-picture]'));
    if (picked) await save(picked);
  });

  /** Saves the picture of the current view. @param {HTMLElement} button */
  async function save(button) {
    const output = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
    const kind = button.dataset.picture === 'png' ? 'png' : 'svg';
    const name = `${document.title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}.${kind}`;
    output.textContent = t('share.drawing');
    try {
      const made = await pictureOf({ ask, picture, state: store.state, address: reach === 'web' ? address : null, credit: button.dataset.credit ?? '' });
      download(kind === 'png' ? await asPNG(made) : asSVG(made), name);
      output.textContent = t('share.drawn', { name });
    } catch (error) {
      output.textContent = t('share.undrawn');
      console.warn(`proxynet: no picture: ${/** @type {Error} */ (error).message}`);
    }
  }
}

/** @param {HTMLElement} dialog @param {HTMLElement} button */
async function copyText(dialog, button) {
  const field = /** @type {HTMLTextAreaElement} */ (dialog.querySelector(`#${button.dataset.copy}`));
  const output = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    output.textContent = t('share.copied');
  } catch {
    output.textContent = t('share.marked');
  }
}
