// Formats what happens to the chains when something is removed.

/** @import {Name, AnswerFormatter, AnswerRelation} from './format.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';
import { list } from './format.js';

/** The most names listed. */
const MAX_NAMES = 100;

/**
 * @typedef {{node: Name|null, relation: AnswerRelation|null, kind: string, family: string, ids: string[]}} Removed
 * @typedef {{n: number, more: boolean}} Count
 * @typedef {{node: Name, counted: boolean, before: Count, after: Count, apart: number, cutNodes: Name[], cutRelations: AnswerRelation[]}} Kept
 * @typedef {{root: Name, removed: Removed[], before: number, out: Name[], lost: Name[], kept: Kept[], weakest: {node: Name, cuts: Name[]}[], joints: Name[]}} Without
 */

/**
 * @param {Without} answer
 * @param {AnswerFormatter} formatter
 * @param {(ids: string[]) => void} restore
 * @returns {{sentence: string, body: Node[], end: string|null}}
 */
export function formatWithout(answer, formatter, restore) {
  const { root, removed, before, lost, kept } = answer;
  const names = removed.map((item) => nameOf(item, formatter));
  const sentence = sentenceOf(answer, list(names), formatter);
  const back = make('ul', 'removed', ...removed.map((item, at) => {
    const button = make('button', '', t('ask.restore', { name: names[at] }));
    button.type = 'button';
    button.addEventListener('click', () => restore(item.ids));
    return make('li', '', button);
  }));
  /** @type {Node[]} */
  const body = [back, make('p', 'note', t('ask.arithmetic'))];
  if (lost.length > 0) body.push(make('h4', 'lost', t('ask.lost')), links(lost, formatter, 'lost'));
  if (kept.length > 0) body.push(make('h4', '', t('ask.kept')), table(kept, formatter, before > 0));
  body.push(...weakness(answer, formatter));
  const end = removed.length > 1 ? t('ask.restore-all') : null;
  if (before === 0) return { sentence: t('ask.no-chains', { root: formatter.phrase(root) }), body: [back], end };
  return { sentence, body, end };
}

/**
 * The weak points of the chains while nothing is removed.
 * @param {Without} answer
 * @param {AnswerFormatter} formatter
 */
export function formatWeakness(answer, formatter) {
  const { root, kept } = answer;
  if (kept.length === 0) return [make('p', '', t('ask.no-chains', { root: formatter.phrase(root) }))];
  return [...weakness(answer, formatter), table(kept, formatter, false)];
}

/** @param {Without} answer @param {string} names @param {AnswerFormatter} formatter */
function sentenceOf({ root, removed, before, lost, kept }, names, formatter) {
  const values = { names, root: formatter.phrase(root), of: before, kept: kept.length };
  if (removed.some(({ node }) => node?.id === root.id)) return t('ask.without-root', values);
  if (lost.length === 0) return t('ask.none-lost', values);
  return kept.length > 0 ? t('ask.some-lost', { ...values, n: lost.length }) : t('ask.all-lost', { ...values, n: lost.length });
}

/** @param {Removed} taken @param {AnswerFormatter} formatter */
function nameOf({ node, relation, kind, family }, formatter) {
  if (node) return formatter.phrase(node);
  if (kind) return t('ask.all-of', { kind: t(`relation.${kind}`) });
  if (family) return t('ask.all-of', { kind: t(`family.${family}`) });
  return t('ask.the-relation', { sentence: formatter.title(/** @type {AnswerRelation} */ (relation).id) });
}

/**
 * A table of the nodes that keep a chain: their chains, the number of independent
 * ones, and the smallest cut.
 * @param {Kept[]} kept
 * @param {AnswerFormatter} formatter
 * @param {boolean} compare  shows the number before the removal too
 */
function table(kept, formatter, compare) {
  if (!kept[0].counted) return links(kept.map(({ node }) => node), formatter);
  const head = [t('ask.name'), t('ask.its-chains'), t('ask.independent'), t('ask.cut')].map((text) => make('th', '', text));
  for (const th of head) th.scope = 'col';
  const rows = kept.map(({ node, before, after, apart, cutNodes, cutRelations }) => {
    const name = make('th', '', formatter.link(node));
    name.scope = 'row';
    const changed = compare && (before.n !== after.n || before.more !== after.more);
    const chains = changed ? t('ask.from-to', { before: count(before), after: count(after) }) : count(after);
    const cut = cutNodes.length > 0 ? formatter.links(cutNodes) : [t('count.relations', { n: cutRelations.length })];
    return make('tr', '', name, make('td', '', chains), make('td', '', t('ask.number', { n: apart })), make('td', '', ...cut));
  });
  return make('div', 'kept', make('table', '', make('thead', '', make('tr', '', ...head)), make('tbody', '', ...rows)),
    make('p', 'note', t('ask.independent-means')));
}

/** The first names as links, and the number of the others. @param {Name[]} names @param {AnswerFormatter} formatter @param {string} [className] */
function links(names, formatter, className = '') {
  return make('p', className, ...formatter.links(names.slice(0, MAX_NAMES)), names.length > MAX_NAMES ? ` ${t('ask.and-more', { n: names.length - MAX_NAMES })}` : '');
}

/** The first names inside a sentence, and the number of the others. @param {Name[]} names @param {AnswerFormatter} formatter */
function phrases(names, formatter) {
  return names.length > MAX_NAMES ? `${names.slice(0, MAX_NAMES).map((name) => formatter.phrase(name)).join(t('evidence.comma'))} ${t('ask.and-more', { n: names.length - MAX_NAMES })}` : formatter.phrases(names);
}

/** @param {Count} count */
const count = ({ n, more }) => (more ? t('ask.at-least', { n }) : t('ask.number', { n }));

/** @param {Without} answer @param {AnswerFormatter} formatter */
function weakness({ weakest, joints }, formatter) {
  /** @type {Node[]} */
  const parts = [];
  if (weakest.length > 0) {
    const rows = weakest.slice(0, MAX_NAMES).map(({ node, cuts }) => (
      make('li', '', formatter.link(node), make('span', 'note', ' ', t('ask.rest-on-it', { names: phrases(cuts, formatter) })))));
    if (weakest.length > MAX_NAMES) rows.push(make('li', '', t('ask.and-more', { n: weakest.length - MAX_NAMES })));
    parts.push(make('h4', '', t('ask.weakest')), make('ul', 'weak', ...rows));
  }
  if (joints.length > 0) {
    parts.push(make('details', '', make('summary', '', t('ask.joints', { n: joints.length })), links(joints, formatter)));
  }
  return parts;
}
