// The buttons with questions about the entry that the panel shows.

/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
/** @import {AnswerFormatter} from './format.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';
import { focusWithin } from '../page/scroll.js';

/**
 * Adds the buttons, and updates them.
 * @param {object} parts
 * @param {HTMLElement} parts.panel
 * @param {HTMLElement} parts.section
 * @param {Store} parts.store
 * @param {AnswerFormatter} parts.formatter
 * @param {string} parts.root
 * @param {{from: HTMLSelectElement|null, to: HTMLSelectElement|null, load: () => void}} parts.fields
 */
export function startActions({ panel, section, store, formatter, root, fields }) {
  /** Asks a question, and shows the answer instead of the entry. @param {Partial<State>} part */
  const ask = (part) => {
    store.dispatch({ type: 'replace', state: { ...store.state, select: null, step: null, ...part } });
    const head = section.querySelector('.answer:not([hidden]) .sentence');
    if (head instanceof HTMLElement) head.focus({ preventScroll: true });
  };

  /** The labels and handlers of the buttons of an entry. @param {string} id @param {string} type @returns {[string, () => void][]} */
  const actionsOf = (id, type) => {
    const { remove, focus } = store.state;
    const removed = remove.includes(id);
    /** @type {[string, () => void][]} */
    const actions = [];
    const isNode = type === 'node';
    if (isNode && root && id !== root) {
      actions.push([t('ask.chain-from', { root: formatter.title(root) }), () => ask({ chain: { from: root, to: id } })]);
    }
    const { from, to } = fields;
    if (isNode && formatter.evidence.whole && from && to) {
      actions.push([t('ask.chain-from-here'), () => {
        fields.load();
        ask({});
        from.value = id;
        focusWithin(to);
      }]);
    }
    if (root) {
      actions.push(removed
        ? [t('ask.bring-back'), () => store.dispatch({ type: 'restore', ids: [id] })]
        : [t('ask.without-it'), () => ask({ remove: [...remove, id] })]);
    }
    if (isNode) {
      actions.push(focus === id
        ? [t('ask.show-all'), () => store.dispatch({ type: 'focus', id: null })]
        : [t('ask.only-around'), () => store.dispatch({ type: 'focus', id })]);
    }
    return actions;
  };

  const draw = () => {
    const entry = /** @type {HTMLElement|null} */ (panel.querySelector('#detail > .entry'));
    const id = entry?.dataset.id ?? '';
    const type = entry?.dataset.type ?? '';
    if (!entry || type !== 'node' && type !== 'relation') return;
    const old = entry.querySelector('.actions');
    const at = old ? [...old.children].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    const line = make('p', 'actions', ...actionsOf(id, type).map(([text, act]) => {
      const button = make('button', '', text);
      button.type = 'button';
      button.addEventListener('click', act);
      return button;
    }));
    if (old) old.replaceWith(line);
    else (entry.querySelector('.body .quotes') ?? entry.querySelector('header'))?.after(line); // after the passages
    if (at >= 0) focusWithin(/** @type {HTMLElement|undefined} */ (line.children[at]));
  };
  store.on('change', (state, previous) => {
    if (state.select !== previous.select || state.remove.join() !== previous.remove.join() || state.focus !== previous.focus) draw();
  });
  draw();
}
