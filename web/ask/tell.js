// What answers are told with: names, chains, and the passages behind each step.
// The shapes of answers are those of Go's package network/question.

import { say } from '../language/say.js';

/** @import {Evidence} from '../evidence/evidence.js' */

/** @typedef {{id: string, label: string, phrase: string}} Name */
/** @typedef {{id: string, paragraph: number}} Passage */
/** @typedef {{speaker: string, says: string, passages: Passage[]}} Against */
/** @typedef {{id: string, from: Name, to: Name, before: string, after: string, status: string, open: boolean, past: boolean, openThen: boolean, passages: Passage[], against: Against[], legal: string}} Told */
/** @typedef {{from: Name, to: Name, relations: Told[]}} Step */

export class Teller {
  /**
   * @param {Evidence} evidence has the names as the page's language has them
   * @param {string} language of the network's own words
   */
  constructor(evidence, language) {
    this.evidence = evidence;
    this.language = language;
  }

  /** The title of an entry; for one that isn't in the page, what stands in for it. @param {string} id @param {string} [label] */
  title(id, label = id) {
    return (this.evidence.find(id)?.querySelector('.title')?.textContent ?? label).replace(/\s+/g, ' ').trim();
  }

  /** A name inside a sentence: its phrase, where the page has the name in the network's language. @param {Name} name */
  phrase({ id, label, phrase }) {
    const title = this.title(id, label);
    return title === label ? phrase : title;
  }

  /** @param {Name[]} names */
  phrases(names) {
    return list(names.map((name) => this.phrase(name)));
  }

  /** @param {Name} name */
  link({ id, label }) {
    return linkTo(id, this.title(id, label), this.evidence.find(id)?.querySelector('.title bdi')?.getAttribute('lang') ?? '');
  }

  /** Names as links, with commas between. @param {Name[]} names */
  links(names) {
    return names.flatMap((name, at) => (at > 0 ? [say('evidence.comma'), this.link(name)] : [this.link(name)]));
  }

  /** A relation's verb, its marks and its passages. @param {Told} told */
  relation({ id, before, after, status, open, past, openThen, passages, against, legal }) {
    const verb = after ? `${before.trimEnd()} … ${after.trimStart()}` : before.trim();
    const part = make('span', 'told', linkTo(id, verb, this.language === document.documentElement.lang ? '' : this.language));
    const cite = (/** @type {Passage[]} */ list) => {
      for (const { id, paragraph } of list) {
        const at = linkTo(id, say('ask.at', { n: paragraph }), '');
        at.className = 'at';
        at.setAttribute('aria-label', say('evidence.at-paragraph', { n: paragraph }));
        part.append(' ', at);
      }
    };
    cite(passages);
    const marks = [];
    if (status !== 'stated') marks.push(say(`mark.${status}`));
    if (open && status !== 'ambiguous') marks.push(say('mark.ambiguous'));
    if (past) marks.push(say('mark.past'));
    if (openThen) marks.push(say('mark.open-then'));
    if (legal) marks.push(say(`legal.${legal}`));
    for (const mark of marks) part.append(' ', make('span', 'mark', mark));
    for (const { speaker, says, passages: words } of against) {
      part.append(' ', make('span', 'mark', say(`objection.${says}`, { speaker })));
      cite(words);
    }
    return part;
  }

  /** A chain, read as a sentence. @param {Step[]} steps */
  chain(steps) {
    const line = make('li', '', this.link(steps[0].from));
    for (const { to, relations: [first, ...others] } of steps) {
      const step = make('span', 'step', this.relation(first));
      if (others.length > 0) {
        step.append(' ', make('span', 'others', '(', say('ask.also'), ' ', ...others.flatMap((other, at) => (at > 0 ? [say('evidence.comma'), this.relation(other)] : [this.relation(other)])), ')'));
      }
      const arrow = say('ask.arrow');
      line.append(` ${arrow} `, step, ` ${arrow} `, this.link(to));
    }
    return line;
  }
}

/**
 * @param {string} id
 * @param {string} text
 * @param {string} lang  where it isn't the page's
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

/** "a, b and c", as the page's language has it. @param {string[]} all */
export function list(all) {
  return new Intl.ListFormat(document.documentElement.lang).format(all);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {...(string|Node)} content
 */
export function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}
