// Questions about the network: chains, what-if, measures. Go computes the answers; the
// page's state, and with it the address, holds the questions.

/** @import {Evidence} from '../evidence/evidence.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
/** @import {Ask} from './program.js' */
import { t } from '../language/translate.js';
import { announce, get, make } from '../page/dom.js';
import { focusWithin, scrollWithin } from '../page/scroll.js';
import { shown } from '../panel/panel.js';
import { startActions } from './actions.js';
import { formatChains } from './chain.js';
import { fill } from './fields.js';
import { formatMeasure } from './measure.js';
import { AnswerFormatter, list } from './format.js';
import { formatWeakness, formatWithout } from './without.js';

/** An answer. end is the label of its button, “Clear” by default; null means no button. @typedef {{sentence: string, body: Node[], end?: string|null}} FormattedAnswer */

/**
 * One kind of question.
 * @typedef {object} Kind
 * @property {(state: State) => boolean} asked  reports whether a state asks it
 * @property {(answer: any) => FormattedAnswer} format
 * @property {Partial<State>} none  the fields of a state that does not ask it
 */

/**
 * Starts the questions.
 * @param {object} parts
 * @param {HTMLElement} parts.panel
 * @param {Evidence} parts.evidence
 * @param {HTMLElement} parts.status  the live region
 * @param {Store} parts.store
 * @param {Ask} parts.ask
 * @param {() => void} parts.onAnswer  called before an answer is scrolled into view
 */
export function startAsk({ panel, evidence, status, store, ask, onAnswer }) {
  const section = get(panel, '#ask');
  const formatter = new AnswerFormatter(evidence);
  const root = section.dataset.root ?? '';
  const fields = fill(section, evidence, root);

  /** @type {Record<string, Kind>} */
  const kinds = {
    chain: { asked: ({ chain }) => chain !== null, format: (answer) => formatChains(answer, formatter), none: { chain: null } },
    without: {
      asked: ({ remove }) => remove.length > 0,
      format: (answer) => formatWithout(answer, formatter, (ids) => store.dispatch({ type: 'restore', ids })),
      none: { remove: [] },
    },
    measure: { asked: ({ size }) => size !== null, format: (answer) => formatMeasure(answer, formatter), none: { size: null } },
  };

  for (const box of section.querySelectorAll('.question')) {
    const name = /** @type {HTMLElement} */ (box).dataset.ask ?? '';
    const { asked, format, none } = kinds[name];
    const out = get(box, '.answer');
    let last = '';
    const draw = () => {
      const key = asked(store.state) ? keyOf(store.state) : '';
      if (key === last) return;
      last = key;
      if (key === '') {
        out.hidden = true;
        out.replaceChildren();
        return;
      }
      out.setAttribute('aria-busy', 'true');
      if (out.hidden) show(out, { sentence: t('ask.working'), body: [], end: null }, () => {});
      ask({ ask: name, state: store.state }).then(format, () => ({ sentence: t('ask.failed'), body: [] })).then((/** @type {FormattedAnswer} */ answer) => {
        if (key !== last) return; // another question was asked since
        if (narrowed(store.state)) answer.body.unshift(make('p', 'note', t('ask.as-shown')));
        show(out, answer, () => store.dispatch({ type: 'replace', state: { ...store.state, ...none } }));
        out.removeAttribute('aria-busy');
        announce(status, answer.sentence);
      });
    };
    store.on('change', draw);
    draw();
  }

  startForms(store, fields);
  startWeakness(section, store, ask, formatter);
  startBar(panel, store, formatter);

  /** Scrolls the answer into view. */
  const reveal = () => {
    const box = section.querySelector('.answer:not([hidden])')?.closest('.question');
    if (!(box instanceof HTMLElement)) return;
    onAnswer();
    scrollWithin(box, 'start');
  };
  store.on('change', (state, previous) => {
    const what = whatOf(state);
    if (what === '' || shown(state, store.known) !== null) return;
    if (shown(previous, store.known) !== null || what !== whatOf(previous)) reveal();
  });
  if (whatOf(store.state) !== '' && shown(store.state, store.known) === null) queueMicrotask(reveal);
  return startActions({ panel, section, store, formatter, root, fields });
}

/** The question and the filters it depends on, as text. @param {State} state */
const keyOf = ({ hide, asOf, remove, chain, size }) => JSON.stringify([hide, asOf, remove, chain, size]);

/** The question as text, or "". @param {State} state */
const whatOf = ({ remove, chain, size }) => (remove.length > 0 || chain || size ? JSON.stringify([remove, chain, size]) : '');

/** Reports whether filters exclude part of the network. @param {State} state */
const narrowed = ({ hide, asOf }) => hide.length > 0 || asOf !== null;

/** Shows an answer; stop ends the question. @param {HTMLElement} out @param {FormattedAnswer} answer @param {() => void} stop */
function show(out, { sentence, body, end = t('ask.end') }, stop) {
  const focused = document.activeElement?.matches('.sentence') && out.contains(document.activeElement);
  const head = make('p', 'sentence', sentence);
  head.tabIndex = -1;
  const button = make('button', 'end', end ?? '');
  button.hidden = end === null;
  button.type = 'button';
  button.addEventListener('click', () => {
    const field = out.closest('.question')?.querySelector('select, input');
    stop();
    if (field instanceof HTMLElement) focusWithin(field);
  });
  out.replaceChildren(head, ...body, button);
  out.hidden = false;
  if (focused) head.focus({ preventScroll: true });
}

/**
 * @param {Store} store
 * @param {ReturnType<typeof fill>} fields
 */
function startForms(store, { from, to, part, measures, load }) {
  const go = (/** @type {Element|null|undefined} */ field) => field?.closest('.question')?.querySelector('button[name="go"]');
  go(from)?.addEventListener('click', () => {
    if (!from || !to) return;
    const open = [from, to].find((field) => field.value === '');
    if (open) return focusWithin(open);
    store.dispatch({ type: 'chain', from: from.value, to: to.value });
  });
  go(part)?.addEventListener('click', () => {
    if (!part) return;
    if (part.value === '') return focusWithin(part);
    store.dispatch({ type: 'remove', ids: part.value.split(' ') });
    part.value = '';
  });
  /** Sets the fields to the questions of the state. @param {State|null} previous */
  const draw = (previous) => {
    const { chain, size } = store.state;
    if (chain && from && to && JSON.stringify(chain) !== JSON.stringify(previous?.chain)) {
      load();
      [from.value, to.value] = [chain.from, chain.to];
    }
    for (const radio of measures) radio.checked = radio.value === (size ?? '');
  };
  store.on('change', (_, previous) => draw(previous));
  draw(null);
  for (const radio of measures) {
    radio.addEventListener('change', () => {
      store.dispatch({ type: 'size', measure: /** @type {State['size']} */ (radio.value || null) });
    });
  }
}

/**
 * Fills the details on weak points of the chains when they are opened.
 * @param {HTMLElement} section
 * @param {Store} store
 * @param {Ask} ask
 * @param {AnswerFormatter} formatter
 */
function startWeakness(section, store, ask, formatter) {
  const details = section.querySelector('details.weakness');
  if (!(details instanceof HTMLDetailsElement)) return; // the network has no root
  const out = get(details, 'div');
  const draw = async () => {
    details.hidden = store.state.remove.length > 0; // its answer includes them
    if (!details.open || details.hidden) return;
    const key = keyOf(store.state);
    const answer = await ask({ ask: 'without', state: store.state }).catch(() => null);
    if (key !== keyOf(store.state)) return;
    out.replaceChildren(...(answer ? formatWeakness(answer, formatter) : [t('ask.failed')]));
  };
  details.addEventListener('toggle', draw);
  store.on('change', (state, previous) => {
    if (keyOf(state) !== keyOf(previous)) draw();
  });
  draw();
}

/**
 * Shows the current question in a bar while an entry is shown.
 * @param {HTMLElement} panel
 * @param {Store} store
 * @param {AnswerFormatter} formatter
 */
function startBar(panel, store, formatter) {
  const bar = get(panel, '#asking');
  const draw = () => {
    const { remove, chain, size } = store.state;
    const parts = [];
    if (chain) parts.push(t('ask.bar-chain', { from: formatter.title(chain.from), to: formatter.title(chain.to) }));
    if (remove.length > 3) parts.push(t('ask.bar-many', { n: remove.length }));
    else if (remove.length > 0) parts.push(t('ask.bar-without', { names: list(remove.map((id) => formatter.title(id))) }));
    if (size) parts.push(t(`ask.${size}-bar`));
    bar.hidden = parts.length === 0 || shown(store.state, store.known) === null;
    get(bar, 'span').textContent = parts.join(' · ');
  };
  get(bar, 'button[name="answer"]').addEventListener('click', () => {
    store.dispatch({ type: 'replace', state: { ...store.state, select: null, step: null } });
  });
  get(bar, 'button[name="end"]').addEventListener('click', () => {
    store.dispatch({ type: 'replace', state: { ...store.state, remove: [], chain: null, size: null } });
  });
  store.on('change', draw);
  draw();
}
