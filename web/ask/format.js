// Formats the parts of answers: names, relations and chains with their passages. The
// types are those of Go's package network/question.

import { listIn } from '../language/format.js';
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';

/** @import {Evidence} from '../evidence/evidence.js' */

/** @typedef {{id: string, label: string, phrase: string}} Name */
/** @typedef {{id: string, paragraph: number}} Passage */
/** @typedef {{speaker: string, says: string, passages: Passage[]}} Against */
/** @typedef {{id: string, lang: string, from: Name, to: Name, before: string, after: string, status: string, open: boolean, past: boolean, openThen: boolean, passages: Passage[], against: Against[], legal: string}} AnswerRelation */
/** @typedef {{from: Name, to: Name, relations: AnswerRelation[]}} Step */

export class AnswerFormatter {
  /** @param {Evidence} evidence  with the names in the page's language */
  constructor(evidence) {
    this.evidence = evidence;
  }

  /** The title of an entry, or the label if the page does not have it. @param {string} id @param {string} [label] */
  title(id, label = id) {
    return (this.evidence.find(id)?.querySelector('.title')?.textContent ?? label).replace(/\s+/g, ' ').trim();
  }

  /** A name inside a sentence: its phrase if the page has the name in the network's language, otherwise the page's title. @param {Name} name */
  phrase({ id, label, phrase }) {
    const title = this.title(id, label);
    return title === label ? phrase : title;
  }

  /** Names inside a sentence, as a list. @param {Name[]} names */
  phrases(names) {
    return list(names.map((name) => this.phrase(name)));
  }

  /** A name as a link to its entry. @param {Name} name */
  link({ id, label }) {
    return linkTo(id, this.title(id, label), this.evidence.find(id)?.querySelector('.title bdi')?.getAttribute('lang') ?? '');
  }

  /** Names as links, separated by commas. @param {Name[]} names */
  links(names) {
    return names.flatMap((name, at) => (at > 0 ? [t('evidence.comma'), this.link(name)] : [this.link(name)]));
  }

  /** The verb of a relation with its marks and passages. inside is the name that goes between the two parts of the verb. @param {AnswerRelation} relation @param {Node|string} [inside] */
  relation({ id, lang, before, after, status, open, past, openThen, passages, against, legal }, inside = '…') {
    const foreign = lang.split('-')[0] === document.documentElement.lang ? '' : lang;
    const part = make('span', 'relation', linkTo(id, before.trim(), foreign));
    if (after) part.append(' ', make('b', '', inside), ' ', linkTo(id, after.trim(), foreign));
    const cite = (/** @type {Passage[]} */ list) => {
      for (const [at, { id, paragraph }] of list.entries()) {
        const place = linkTo(id, t('ask.at', { n: paragraph }), '');
        place.className = 'at';
        place.setAttribute('aria-label', t('evidence.at-paragraph', { n: paragraph }));
        part.append(at > 0 ? t('evidence.comma') : ' ', place);
      }
    };
    cite(passages);
    const marks = [];
    if (status !== 'stated') marks.push(t(`mark.${status}`));
    if (open && status !== 'ambiguous') marks.push(t('mark.ambiguous'));
    if (past) marks.push(t('mark.past'));
    if (openThen) marks.push(t('mark.open-then'));
    if (legal) marks.push(t(`legal.${legal}`));
    for (const mark of marks) part.append(' ', make('span', 'mark', mark));
    for (const { speaker, says, passages: words } of against) {
      part.append(' ', make('span', 'mark', t(`objection.${says}`, { speaker })));
      cite(words);
    }
    return part;
  }

  /** A chain as a sentence. @param {Step[]} steps */
  chain(steps) {
    const line = make('li', '', this.link(steps[0].from));
    for (const { to, relations: [first, ...others] } of steps) {
      const step = make('span', 'step', first.after ? this.relation(first, this.link(to)) : this.relation(first));
      if (others.length > 0) {
        step.append(' ', make('span', 'others', '(', t('ask.also'), ' ', ...others.flatMap((other, at) => (at > 0 ? [t('evidence.comma'), this.relation(other)] : [this.relation(other)])), ')'));
      }
      const arrow = t('ask.arrow');
      line.append(`\u00a0${arrow} `, step); // a no-break space, so that no line begins with an arrow
      if (!first.after) line.append(`\u00a0${arrow} `, this.link(to));
    }
    return line;
  }
}

/**
 * A link to an entry.
 * @param {string} id
 * @param {string} text
 * @param {string} lang  the text's language, or "" if it is the page's
 */
function linkTo(id, text, lang) {
  const link = document.createElement('a');
  link.href = `#e-${id}`;
  link.dataset.select = id;
  const inner = make('bdi', '', text);
  if (lang) inner.lang = lang;
  link.append(inner);
  return link;
}

/** "a, b and c" in the page's language. @param {string[]} all */
export function list(all) {
  return listIn(document.documentElement.lang, all);
}
