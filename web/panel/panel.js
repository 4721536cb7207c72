// The panel shows one entry of the evidence at a time: a copy of it, so that
// the evidence stays whole for search and print.

/** @import {Evidence} from '../evidence/evidence.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Known, Store} from '../state/store.js' */
import { markIn } from '../evidence/missing.js';
import { t } from '../language/translate.js';
import { canGoBack } from '../state/address.js';

/**
 * @param {{panel: HTMLElement, evidence: Evidence, picture: HTMLElement, status: HTMLElement, store: Store}} parts
 */
export function startPanel({ panel, evidence, picture, status, store }) {
  const detail = get(panel, '#detail');
  const overview = get(panel, '#overview');
  const back = get(panel, '#back');
  const close = get(panel, '#close');
  const hint = get(panel, '#hint');
  const idle = hint.textContent;
  const hiding = get(panel, '#hiding');

  /** @param {string|null} id */
  const show = (id) => {
    const focused = panel.contains(document.activeElement) && document.activeElement?.id !== 'search';
    for (const old of detail.querySelectorAll(':scope > .entry, :scope > .waiting')) old.remove();
    const entry = id === null ? null : evidence.find(id);
    if (entry) detail.append(copy(entry));
    else if (id !== null && !evidence.whole) wait(id);
    for (const link of picture.querySelectorAll('a[data-select]')) {
      if (link.getAttribute('data-select') === id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    overview.hidden = entry !== null || !evidence.whole && id !== null;
    close.hidden = !overview.hidden || (entry?.matches('.step') ?? false);
    detail.scrollTop = 0;
    hint.textContent = (entry && heading(entry)?.textContent) ?? idle;
    if (focused && !document.activeElement?.closest('#story')) (heading(detail) ?? detail).focus({ preventScroll: true });
  };

  /** Shows an entry of a large network when it has come. @param {string} id */
  const wait = async (id) => {
    const note = document.createElement('p');
    note.className = 'waiting';
    note.textContent = t('parts.loading');
    detail.append(note);
    const isShown = () => shown(store.state, store.known) === id;
    try {
      await evidence.fetch(id);
    } catch {
      note.textContent = t('parts.lost');
      if (isShown()) tell(note.textContent);
      return;
    }
    if (!isShown()) return;
    if (evidence.find(id)) {
      show(id);
      tell(sentence(evidence, id));
    } else {
      note.textContent = t('parts.unknown');
      tell(note.textContent);
    }
  };

  /** @param {string} text */
  const tell = (text) => {
    delete status.dataset.quiet;
    status.textContent = text;
  };

  const draw = () => {
    back.hidden = !canGoBack(history);
    hiding.hidden = store.state.hide.length === 0 && store.state.focus === null;
  };

  show(shown(store.state, store.known));
  draw();
  store.on('change', (state, previous) => {
    draw();
    const id = shown(state, store.known);
    if (id === shown(previous, store.known)) return;
    show(id);
    tell(sentence(evidence, id));
  });

  back.addEventListener('click', () => history.back());
  close.addEventListener('click', () => store.dispatch({ type: 'select', id: null }));
  get(hiding, 'button').addEventListener('click', () => store.dispatch({ type: 'replace', state: { ...store.state, hide: [], focus: null } }));
}

/**
 * The id of the entry that is shown: what is selected, unless it is the step of
 * the story that selects it.
 * @param {State} state
 * @param {Known} known
 */
export function shown({ select, step }, { steps }) {
  return step !== null && select === (steps.get(step)?.select ?? null) ? step : select;
}

/**
 * Makes what leads to an entry, anywhere in the page, select it, and raise it
 * in the picture when pointed at.
 * @param {Document} document
 * @param {Store} store
 */
export function bindLinks(document, store) {
  /** @param {Event} event @returns {string|null} */
  const target = (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('[data-select]');
    const id = link?.getAttribute('data-select') ?? '';
    return store.known.ids.has(id) ? id : null;
  };
  document.addEventListener('click', (event) => {
    const id = target(event);
    if (id === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    store.dispatch({ type: 'select', id });
  });
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, (event) => {
      const id = target(event);
      if (id === null || type === 'focusin' && !/** @type {Element} */ (event.target).matches(':focus-visible')) return; // it was given the focus, not sought
      store.dispatch({ type: 'hover', id });
    });
  }
  for (const type of ['pointerout', 'focusout']) {
    document.addEventListener(type, (event) => {
      if (target(event) !== null) store.dispatch({ type: 'hover', id: null });
    });
  }
}

/** @param {Element} entry @returns {HTMLElement|null} */
function heading(entry) {
  return entry.querySelector('.title') ?? entry.querySelector('.kicker');
}

/** @param {Element} entry */
function copy(entry) {
  const clone = /** @type {HTMLElement} */ (entry.cloneNode(true));
  markIn(clone);
  clone.removeAttribute('id');
  const head = heading(clone);
  head?.setAttribute('tabindex', '-1');
  head?.setAttribute('aria-level', '2');
  if (head && !head.matches('h4')) head.setAttribute('role', 'heading');
  for (const h5 of clone.querySelectorAll('h5')) h5.setAttribute('aria-level', '3');
  for (const h6 of clone.querySelectorAll('h6')) h6.setAttribute('aria-level', '4');
  return clone;
}

/**
 * What is selected, in a sentence.
 * @param {Evidence} evidence
 * @param {string|null} id
 */
function sentence(evidence, id) {
  if (id === null) return t('panel.nothing');
  return evidence.find(id)?.dataset.say ?? '';
}

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement} */
function get(parent, selector) {
  const found = parent.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}
