// The first screen: continue with a network, start with an article, or open a file.

/** @import {Given} from './files.js' */
/** @import {Engine} from './engine.js' */
/** @import {Head} from './keep.js' */
/** @import {Intake} from './view.js' */
/** @import {Kept} from './work.js' */
import { momentOf } from './calendar.js';
import { confirm } from './dialog.js';
import { button, el, part } from './dom.js';
import { bytesOf, choose, openNetwork, take } from './files.js';
import { forget, keepPaste } from './keep.js';
import { languageLinks } from './top.js';
import { t } from './translate.js';

/** Networks listed. */
const MOST = 6;

/**
 * @param {Engine} engine
 * @param {Head[]} kept  networks in the browser's storage, the last first
 * @param {string} pasted  an article pasted earlier, from which no network was begun
 * @param {object} to
 * @param {(kept: Kept) => void} to.open
 * @param {(name: string, intake: Intake, pasted: boolean) => void} to.review  opens the review of an article
 * @param {(id: string) => Promise<void>} to.goOn  opens a network that is kept
 */
export function startScreen(engine, kept, pasted, { open, review, goOn }) {
  const screen = part('start');
  const error = el('p', { class: 'form-error', role: 'alert' });
  /** @param {Given|null} given */
  const taken = async (given) => {
    if (!given) return;
    if ('kept' in given) open(given.kept);
    else if ('article' in given) await read(given.article.name, await bytesOf(given.article));
    else error.textContent = t('desk.only-proposals');
  };
  /** @param {string} name @param {Uint8Array} bytes @param {boolean} [fromBox] */
  const read = async (name, bytes, fromBox = false) => {
    error.textContent = t('desk.reading');
    try {
      const intake = await engine.ask('article', { name, bytes });
      error.textContent = '';
      review(name, intake, fromBox);
    } catch (why) {
      const { message } = /** @type {Error} */ (why);
      error.textContent = fromBox ? message : `${name}: ${message}`;
    }
  };
  const tried = (/** @type {() => Promise<unknown>} */ act) => () => void act().catch((why) => { error.textContent = why.message; });

  const draw = () => {
    const paste = el('textarea', { id: 'paste', class: 'field-input', rows: '5', dir: 'auto', placeholder: t('desk.paste'), value: pasted });
    paste.addEventListener('input', () => {
      pasted = paste.value;
      keepPaste(pasted).catch(() => {}); // a browser without storage is reported once there is a network
    });
    const begin = button(t('desk.go-on'), tried(() => (paste.value.trim() === '' ? Promise.resolve(paste.focus()) : read('article.txt', new TextEncoder().encode(paste.value), true))), { class: 'primary' });
    const pick = tried(async () => taken(await take(await choose({ multiple: false }))));
    const drop = el('div', { class: 'drop' },
      el('h2', {}, t('desk.begin')),
      matchMedia('(pointer: coarse)').matches ? button(t('desk.choose-article'), pick, { class: 'secondary' }) : el('p', {}, t('desk.drop'), ' ', button(t('desk.choose-file'), pick, { class: 'link' })),
      el('label', { for: 'paste', class: 'for-ear' }, t('desk.paste')), paste, begin, error);
    screen.replaceChildren(el('div', { class: 'start-page' },
      el('header', {}, el('p', { class: 'wordmark', lang: 'en' }, 'proxynet'), languageLinks()),
      el('h1', {}, t('desk.start-title')), el('p', { class: 'standfirst' }, t('desk.start-text')),
      kept.length > 0 && el('section', { class: 'recent' }, el('h2', {}, t('desk.continue')), el('ul', {}, kept.slice(0, MOST).map((one) => el('li', {},
        el('button', { type: 'button', class: 'recent-open', onclick: tried(() => goOn(one.id)) }, el('b', { dir: 'auto' }, one.title || one.name), el('span', {}, momentOf(one.changed))),
        button(t('desk.forget'), tried(async () => {
          if (!await confirm(t('desk.forget-n', { name: one.title || one.name }), [el('p', {}, t('desk.forget-sure'))], t('desk.forget'))) return;
          await forget(one.id);
          kept = kept.filter((other) => other !== one);
          draw();
        }), { class: 'link', 'aria-label': t('desk.forget-n', { name: one.title || one.name }) }))))),
      drop,
      el('section', {}, el('h2', {}, t('desk.open-title')), el('p', { class: 'hint' }, t('desk.open-help')), button(t('desk.open'), tried(async () => taken(await openNetwork())), { class: 'secondary' })),
      el('p', { class: 'hint promise' }, t('desk.promise'))));
  };
  screen.ondragover = (event) => {
    event.preventDefault();
    screen.dataset.over = '';
  };
  screen.ondragleave = () => delete screen.dataset.over;
  screen.ondrop = (event) => {
    event.preventDefault();
    delete screen.dataset.over;
    const files = [...event.dataTransfer?.files ?? []];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) void take(files).then(taken).catch((why) => { error.textContent = why.message; });
    else if (text !== '') void read('article.txt', new TextEncoder().encode(text));
  };
  draw();
  screen.hidden = false;
  scrollTo(0, 0);
}
