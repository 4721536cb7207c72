// Formats a measure of the nodes as a ranked list.

/** @import {Name, AnswerFormatter} from './format.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';
import { collapsed } from './rest.js';

/** The number of nodes shown; the others are collapsed. */
const MAX_SHOWN = 8;

/** @typedef {{node: Name, value: number, share: number}} Measured */

/**
 * @param {{measure: 'degree'|'betweenness'|'reach', list: Measured[], of: number, starts: number}} answer  starts is the number of nodes from which the measure was estimated, or 0
 * @param {AnswerFormatter} formatter
 * @returns {{sentence: string, body: Node[]}}
 */
export function formatMeasure({ measure, list, of, starts }, formatter) {
  const means = make('p', 'note', t(`ask.${measure}-means`));
  if (starts) means.append(' ', t('ask.betweenness-estimated', { n: starts, of }));
  if (list.length === 0) return { sentence: t('ask.nothing-measured'), body: [means] };
  const first = list.filter(({ value }) => value === list[0].value).map(({ node }) => node);
  const sentence = t(`ask.${measure}-most`, { n: first.length, names: formatter.phrases(first), value: valueOf(measure, list[0].value) });
  const format = (/** @type {Measured} */ one) => row(measure, one, formatter);
  /** @type {Node[]} */
  const body = [means, make('ol', 'ranks', ...list.slice(0, MAX_SHOWN).map(format))];
  if (list.length > MAX_SHOWN) {
    body.push(collapsed(t('ask.other-names', { n: list.length - MAX_SHOWN }), make('ol', 'ranks'), list, format, MAX_SHOWN));
  }
  return { sentence, body };
}

/** @param {string} measure @param {Measured} measured @param {AnswerFormatter} formatter */
function row(measure, { node, value, share }, formatter) {
  const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  bar.setAttribute('class', 'bar');
  bar.setAttribute('viewBox', '0 0 100 8');
  bar.setAttribute('preserveAspectRatio', 'none');
  bar.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', String(share * 100));
  rect.setAttribute('height', '8');
  bar.append(rect);
  return make('li', '', formatter.link(node), ' ', make('span', 'value', valueOf(measure, value)), bar);
}

/** @param {string} measure @param {number} value */
function valueOf(measure, value) {
  return measure === 'betweenness' ? t('ask.percent', { n: Number((value * 100).toPrecision(2)) }) : t('ask.number', { n: value });
}
