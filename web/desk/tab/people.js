// The names: their labels, kinds and relations, and actions to rename, merge and remove
// them. Below them, names of the article that the network doesn't have.

/** @import {Act, Node} from '../view.js' */
/** @import {Work} from '../work.js' */
/** @import {Way} from './claims.js' */
import { bdi, button, el, redraw } from '../dom.js';
import { t, written } from '../translate.js';
import { fold } from '../words.js';
import { acts, factList, row } from './claims.js';
import { passageList } from './passages.js';

/** Names of the article shown at first. */
const MOST = 20;

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {Way & {merge: (id: string) => void, find: (text: string) => void}} way
 */
export function drawNames(panel, work, way) {
  const { nodes = [], vocabulary } = work.view ?? {};
  const kinds = (vocabulary?.nodeKinds ?? []).map((kind) => ({ kind, own: nodes.filter((node) => node.kind === kind.id) })).filter(({ own }) => own.length > 0);
  /** @type {Map<string, {text: string, n: number}>} */
  const open = new Map();
  for (const { text, node } of work.here(work.view?.mentions)) {
    if (node) continue;
    const key = fold(text);
    open.set(key, { text, n: (open.get(key)?.n ?? 0) + 1 });
  }
  const candidates = [...open.values()].sort((a, b) => b.n - a.n);
  const item = ({ text = '', n = 0 }) => el('li', {}, el('button', { type: 'button', class: 'link', onclick: () => way.find(text), 'data-key': `open-${text}` }, bdi(text), n > 1 && el('span', { class: 'hint' }, ` ${written(n)}`)));
  redraw(panel, [
    nodes.length === 0 && el('p', { class: 'empty' }, t('desk.no-names')),
    ...kinds.flatMap(({ kind, own }) => [el('h3', {}, kind.label), el('ul', { class: 'records' }, own.map((node) => row(work, node.id, node.label, more, node, way)))]),
    candidates.length > 0 && el('section', {}, el('h3', {}, t('desk.not-yet')), el('p', { class: 'advice' }, t('desk.not-yet-help')),
      el('ul', { class: 'candidates' }, candidates.slice(0, MOST).map(item)),
      candidates.length > MOST && el('details', {}, el('summary', {}, t('desk.more', { n: candidates.length - MOST })), el('ul', { class: 'candidates' }, candidates.slice(MOST).map(item)))),
  ]);

  /** @param {Work} work @param {Node} node */
  function more(work, { id, aliases, summary, passages, facts, line }) {
    const ties = (work.view?.relations ?? []).filter(({ from, to }) => from === id || to === id);
    return [
      aliases.length > 0 && el('p', { class: 'facts' }, t('desk.also'), ' ', aliases.map((alias, i) => [i > 0 && t('evidence.comma'), bdi(alias)]).flat()),
      summary ? el('p', { dir: 'auto' }, summary) : el('p', { class: 'hint' }, t('desk.no-summary')),
      factList(work, id, facts, way.made),
      ties.length > 0 && el('ul', { class: 'ties' }, ties.map((tie) => el('li', {}, button(tie.sentence, () => work.choose(tie.id), { class: 'link', dir: 'auto', 'data-key': `tie-${tie.id}` })))),
      passageList(work, passages, id, way.made),
      acts(id, [
        [t('desk.edit'), () => way.edit(id)], [t('desk.add-passage'), () => way.add('cite', id)], [t('desk.fact'), () => way.add('fact', id)],
        [t('desk.merge'), () => way.merge(id)], [t('desk.in-file'), () => way.line(line)], [t('desk.remove'), () => way.remove([id])],
      ]),
    ];
  }
}
