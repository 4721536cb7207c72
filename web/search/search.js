// Search of the evidence: an ARIA combobox with the results in groups.
//
// It searches the entries in the page as they are shown: sending their texts again as data
// would cost a reader about a sixth more. The entries of a large network are not in the
// page; their texts come in files that parts.go of package web writes from the model.

/** @import {Evidence} from '../evidence/evidence.js' */
/** @import {Store} from '../state/store.js' */
import { t } from '../language/translate.js';
import { make } from '../page/dom.js';
import { whenIdle } from '../page/idle.js';
import { scrollWithin } from '../page/scroll.js';
import { find, fold, wordsOf } from './fold.js';
import { loadGroup } from './index.js';

/** The most rows shown of each group. */
const MAX_ROWS = 8;

/** The groups in their order: name, the file of a large network, and the entries and elements searched in the page. */
const GROUPS = [
  { name: () => t('search.names'), file: 'names', types: ['node', 'speaker'], fields: '.title, .names, .also, .role, .summary' },
  { name: () => t('search.relations'), file: 'relations', types: ['relation'], fields: '.title, .inference, .body > .note' },
  { name: () => t('search.events'), file: 'events', types: ['event'], fields: '.title, .summary' },
  { name: () => t('search.passages'), file: 'passages', types: ['passage'], fields: 'blockquote p' },
];

/** @typedef {{id: string, title: string, fields: {text: string, title: boolean, folded: ReturnType<typeof fold>}[]}} Entry */
/** @typedef {{entry: Entry, field: number, ranges: [number, number][]}} Match */

/**
 * Starts the search.
 * @param {{input: HTMLInputElement, list: HTMLElement, evidence: Evidence, store: Store, onOpen: () => void}} parts
 */
export function startSearch({ input, list, evidence, store, onOpen }) {
  const groups = GROUPS.map(({ name }) => ({ name: name(), entries: /** @type {Entry[]} */ ([]) }));
  /** Reads the entries of the page, one at each step. */
  const reading = evidence.whole ? readAll(evidence.section, groups) : null;
  if (reading) whenIdle(() => reading.next().done === true);
  let waiting = !evidence.whole;
  /** Loads the groups of a large network one after the other, at the first search. */
  const loadAll = once(async () => {
    for (const [at, { file }] of GROUPS.entries()) {
      await loadGroup(file, (entries) => {
        groups[at].entries = entries;
        if (!list.hidden) draw();
      });
    }
    waiting = false;
    if (!list.hidden) draw();
  });
  if (!evidence.whole) input.addEventListener('focus', () => void loadAll().catch(() => {}));
  /** @type {HTMLElement[]} */
  let options = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };

  /** @param {number} index */
  const activate = (index) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    scrollWithin(option);
    input.setAttribute('aria-activedescendant', option.id);
  };

  const draw = () => {
    const words = wordsOf(input.value);
    if (words.length === 0) return close();
    while (reading?.next().done === false); // what was not read yet
    options = [];
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...groups.flatMap(({ name, entries }, at) => {
      const found = search(entries, words);
      return found.count > 0 ? [group(name, `found-${at}`, found, options)] : [];
    }));
    if (options.length === 0) list.append(make('p', 'none', waiting ? t('parts.loading') : t('search.none')));
    if (list.hidden) onOpen();
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };

  /** @param {HTMLElement|undefined} option */
  const choose = (option) => {
    if (!option?.dataset.id) return;
    input.value = '';
    close();
    store.dispatch({ type: 'select', id: option.dataset.id });
  };

  input.addEventListener('input', () => {
    draw();
    if (waiting) void loadAll().catch(() => {});
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden || options.length === 0) return;
    if (event.key === 'ArrowDown') activate((active + 1) % options.length);
    else if (event.key === 'ArrowUp') activate((Math.max(active, 0) - 1 + options.length) % options.length);
    else if (event.key === 'Enter') choose(options[Math.max(active, 0)]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus in the field
  list.addEventListener('click', (event) => {
    choose(/** @type {HTMLElement|undefined} */ (/** @type {Element} */ (event.target).closest('[role="option"]') ?? undefined));
  });

  return {
    /** Clears the field; reports whether it had a text. */
    clear() {
      const had = input.value !== '';
      input.value = '';
      close();
      return had;
    },
  };
}

/** Runs work once; after a failure the next call runs it again. @param {() => Promise<void>} work */
function once(work) {
  /** @type {Promise<void>|null} */
  let running = null;
  return () => {
    running ??= work().catch((why) => {
      running = null;
      throw why;
    });
    return running;
  };
}

/**
 * Reads the entries of the page into the groups, one at each step.
 * @param {HTMLElement} evidence
 * @param {{entries: Entry[]}[]} groups
 */
function* readAll(evidence, groups) {
  for (const [at, { types, fields }] of GROUPS.entries()) {
    for (const type of types) {
      for (const entry of evidence.querySelectorAll(`.entry[data-type="${type}"]`)) {
        groups[at].entries.push(read(/** @type {HTMLElement} */ (entry), fields));
        yield;
      }
    }
  }
}

/** @param {HTMLElement} entry @param {string} fields  selector of the elements to search @returns {Entry} */
function read(entry, fields) {
  return {
    id: entry.dataset.id ?? '',
    title: text(entry.querySelector('.title') ?? entry.querySelector('.kicker')),
    fields: [...entry.querySelectorAll(fields)].map((field) => ({
      text: text(field), title: field.matches('.title'), folded: fold(text(field)),
    })),
  };
}

/** The text of an element. Text in another language than the page's is put between Unicode isolates. @param {Element|null} node */
function text(node) {
  if (node?.querySelector('bdi[lang]')) {
    node = /** @type {Element} */ (node.cloneNode(true));
    for (const part of node.querySelectorAll('bdi[lang]')) {
      part.prepend('\u2068');
      part.append('\u2069');
    }
  }
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The number of entries that have all words in one field, and the first rows of them.
 * Matches in titles come first, those at the beginning of a title before the others;
 * otherwise in the order of the evidence. A large network has hundreds of thousands of
 * entries, so ranges are only found for the rows.
 * @param {Entry[]} entries
 * @param {string[]} words
 * @returns {{count: number, rows: Match[]}}
 */
function search(entries, words) {
  /** The first matches by rank: at the beginning of a title, in a title, elsewhere. @type {{entry: Entry, field: number}[][]} */
  const ranked = [[], [], []];
  let count = 0;
  for (const entry of entries) {
    for (let field = 0; field < entry.fields.length; field++) {
      const { title, folded } = entry.fields[field];
      if (!hasAll(folded.text, words)) continue;
      const list = ranked[!title ? 2 : words.some((word) => folded.text.startsWith(word)) ? 0 : 1];
      if (list.length < MAX_ROWS) list.push({ entry, field });
      count++;
      break;
    }
  }
  const rows = ranked.flat().slice(0, MAX_ROWS).map(({ entry, field }) => ({ entry, field, ranges: find(entry.fields[field].folded, words) ?? [] }));
  return { count, rows };
}

/** @param {string} text @param {string[]} words */
function hasAll(text, words) {
  for (const word of words) {
    if (!text.includes(word)) return false;
  }
  return true;
}

/**
 * A group of results.
 * @param {string} name
 * @param {string} id
 * @param {{count: number, rows: Match[]}} found
 * @param {HTMLElement[]} options  gets the rows
 */
function group(name, id, { count, rows }, options) {
  const box = make('div', 'group');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-labelledby', id);
  const head = make('div', 'group-name');
  head.id = id;
  head.append(make('span', '', name), make('span', '', count > rows.length ? t('search.some', { shown: rows.length, n: count }) : t('search.all', { n: count })));
  box.append(head);
  for (const match of rows) {
    const option = row(match);
    option.id = `${id}-${options.length}`;
    options.push(option);
    box.append(option);
  }
  return box;
}

/** @param {Match} match */
function row({ entry, field, ranges }) {
  const option = make('div', '');
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.id = entry.id;
  const { text, title } = entry.fields[field];
  const hit = make('bdi', title ? '' : 'context');
  hit.append(...mark(text, ranges));
  if (text.startsWith('\u2068')) hit.dir = document.documentElement.dir || 'ltr'; // a leading isolate would give the wrong direction
  const isPassage = text.startsWith('“');
  if (isPassage) hit.className = 'quote';
  if (!title && !isPassage) option.append(make('bdi', '', entry.title));
  option.append(hit);
  if (isPassage) option.append(make('span', 'context', entry.title));
  return option;
}

/**
 * A text with marked ranges.
 * @param {string} text
 * @param {[number, number][]} ranges
 */
function mark(text, ranges) {
  /** @type {(string|Node)[]} */
  const parts = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(at, from), make('mark', '', text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}
