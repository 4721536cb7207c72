// The panel shows a copy of one entry of the evidence at a time, so that the evidence
// itself stays complete for search and print.

/** @import {Evidence} from '../evidence/evidence.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Known, Store} from '../state/store.js' */
import { markIn } from '../evidence/missing.js';
import { t } from '../language/translate.js';
import { announce, get, isPlainClick, markCurrent } from '../page/dom.js';
import { canGoBack } from '../state/address.js';

/**
 * Shows the entry of the selection, and announces it.
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
    detail.scrollTop = 0; // before the content changes: afterwards it would force a layout
    for (const old of detail.querySelectorAll(':scope > .entry, :scope > .waiting')) old.remove();
    const entry = id === null ? null : evidence.find(id);
    if (entry) detail.append(copy(entry));
    else if (id !== null && !evidence.whole) wait(id);
    markCurrent(picture, id);
    overview.hidden = entry !== null || !evidence.whole && id !== null;
    close.hidden = !overview.hidden || (entry?.matches('.step') ?? false);
    hint.textContent = (entry && heading(entry)?.textContent) ?? idle;
    if (focused && !document.activeElement?.closest('#story')) (heading(detail) ?? detail).focus({ preventScroll: true });
  };

  /** Loads an entry of a large network, then shows it. @param {string} id */
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
      if (isShown()) announce(status, note.textContent);
      return;
    }
    if (!isShown()) return;
    if (evidence.find(id)) {
      show(id);
      announce(status, sentence(evidence, id));
    } else {
      note.textContent = t('parts.unknown');
      announce(status, note.textContent);
    }
  };

  const draw = () => {
    back.hidden = !canGoBack(history);
    hiding.hidden = store.state.hide.length === 0 && store.state.focus === null;
  };

  const first = shown(store.state, store.known);
  if (first !== null) show(first); // the page as built shows the overview
  draw();
  store.on('change', (state, previous) => {
    draw();
    const id = shown(state, store.known);
    if (id === shown(previous, store.known)) return;
    show(id);
    announce(status, sentence(evidence, id));
  });

  back.addEventListener('click', () => history.back());
  close.addEventListener('click', () => store.dispatch({ type: 'select', id: null }));
  get(hiding, 'button').addEventListener('click', () => store.dispatch({ type: 'replace', state: { ...store.state, hide: [], focus: null } }));
}

/**
 * The id of the entry to show: the step of the story if the selection is the step's
 * own, otherwise the selection.
 * @param {State} state
 * @param {Known} known
 */
export function shown({ select, step }, { steps }) {
  return step !== null && select === (steps.get(step)?.select ?? null) ? step : select;
}

/**
 * Makes every link to an entry select it, and highlight it in the graph on hover and
 * keyboard focus.
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
    if (id === null || !isPlainClick(event)) return;
    event.preventDefault();
    store.dispatch({ type: 'select', id });
  });
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, (event) => {
      const id = target(event);
      if (id === null || type === 'focusin' && !/** @type {Element} */ (event.target).matches(':focus-visible')) return; // focused by a script or click, not by the keyboard
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

/** A copy of an entry for the panel. @param {Element} entry */
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
 * The announcement of a selection.
 * @param {Evidence} evidence
 * @param {string|null} id
 */
function sentence(evidence, id) {
  if (id === null) return t('panel.nothing');
  return evidence.find(id)?.dataset.announcement ?? '';
}
