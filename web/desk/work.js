// The network being edited: its files, their history, and the engine's view of them.
// The text is the single source of truth.

/** @import {Edit} from './edits.js' */
/** @import {Files, Steps, Step} from './history.js' */
/** @import {Act, Comparison, Done, Intake, Selection, Selected, View} from './view.js' */
/** @import {Engine} from './engine.js' */
import { afterPaint } from './dom.js';
import { History } from './history.js';
import { t } from './translate.js';

/**
 * The data that is kept of a network.
 * @typedef {object} Kept
 * @property {string} id      of this work in the browser's storage
 * @property {string} name    of the network's file
 * @property {Files} files    texts by name: the network's, its translations, review.yaml
 * @property {Record<string, string>} articles  texts by name
 * @property {Steps} steps
 * @property {string} title
 * @property {number} changed when, in milliseconds
 * @property {string} [saved] the network's text as it was last saved to a file
 * @property {Record<string, string>} [behind]  under `proxynet edit`: all texts as they were last saved, see served.js
 * @property {Drafts} [drafts]
 * @property {Intake} [intake] an article that is reviewed; there is no network yet
 */
/**
 * Unfinished input by its place: "form", "note" with a claim's id, and so on.
 * @typedef {Record<string, any>} Drafts
 */
/**
 * A form that is kept while it is filled in.
 * @typedef {object} Keep
 * @property {string} place    of its draft
 * @property {unknown[]} [values]  as it was filled in before
 * @property {(values: unknown[]) => void} note
 * @property {AbortSignal} signal  the form is closed: it changes nothing any more
 * @property {() => void} close
 */

/** @typedef {'text'|'view'|'chosen'|'error'|'locked'|'draft'} WorkEvent */

/** The review's file. */
export const REVIEW = 'review.yaml';

export class Work {
  /** @type {View|null} what the engine last answered about the text as it is */
  view = null;
  /** @type {View|null} the engine's last answer; parts that stay the same are the same objects as before */
  #whole = null;
  /** @type {string|null} id of the current node, relation, event or step */
  chosen = null;
  /** Whether another tab writes this network. */
  locked = false;
  revision = 0;
  /** Id of the source whose article is shown; "" for the first. */
  shown = '';
  /** @type {Map<WorkEvent, Set<(detail?: any) => void>>} */
  #listeners = new Map();
  /** The revision that the engine was last sent, and the number of open requests. */
  #sent = -1;
  #waiting = 0;

  /** @param {Engine} engine @param {Kept} kept */
  constructor(engine, kept) {
    this.engine = engine;
    this.id = kept.id;
    this.name = kept.name;
    this.files = kept.files;
    this.articles = kept.articles;
    this.title = kept.title;
    this.saved = kept.saved ?? '';
    this.behind = kept.behind;
    this.drafts = kept.drafts ?? {};
    this.history = new History(kept.steps);
  }

  /** Takes over the version of another tab or program. @param {Kept} kept */
  async take({ name, files, articles, title, saved = '', behind, steps, drafts = {} }) {
    const same = name === this.name && isSame(files, this.files) && isSame(articles, this.articles);
    Object.assign(this, { name, files, articles, title, saved, behind, drafts, history: new History(steps) });
    if (!same) this.revision++;
    this.emit('text');
    if (!same || !this.view) await this.open();
  }

  /** The data to keep. @returns {Kept} */
  kept() {
    const { id, name, files, articles, title, saved, behind, drafts } = this;
    return { id, name, files, articles, steps: this.history.steps, title, saved, behind, drafts, changed: Date.now() };
  }

  get text() {
    return this.files[this.name] ?? '';
  }

  /** The source whose article is shown; undefined before the first view. */
  get source() {
    const sources = this.view?.sources ?? [];
    return sources.find(({ id }) => id === this.shown) ?? sources[0];
  }

  /** The text of the article that is shown. */
  get article() {
    return this.articles[this.source?.article ?? ''] ?? Object.values(this.articles)[0] ?? '';
  }

  /** Shows the article of another source. @param {string} id */
  show(id) {
    if (id === this.shown || !this.view?.sources.some((source) => source.id === id)) return;
    this.shown = id;
    this.emit('view', this.view);
  }

  /** Filters marks by the current article. @template {{source: string}} T @param {T[]|undefined} marks */
  here(marks) {
    const { source } = this;
    return (marks ?? []).filter((mark) => mark.source === source?.id);
  }

  /** @param {WorkEvent} event @param {(detail?: any) => void} listener */
  on(event, listener) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, new Set());
    this.#listeners.get(event)?.add(listener);
  }

  /** @param {WorkEvent} event @param {any} [detail] */
  emit(event, detail) {
    for (const listener of this.#listeners.get(event) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error); // one listener's error must not silence the others
      }
    }
  }

  /** The requests that bring a new engine up to date. */
  opened() {
    const { [this.name]: text, [REVIEW]: _, ...files } = this.files;
    return { op: 'open', args: { name: this.name, text, articles: this.articles, files, language: document.documentElement.lang, revision: this.revision } };
  }

  /** Opens the network in the engine. */
  open() {
    this.#sent = this.revision;
    return this.#take(this.engine.ask('open', this.opened().args));
  }

  /** Keeps unfinished input; null removes it. @param {string} place @param {unknown} draft */
  drafted(place, draft) {
    if (this.locked || draft === null && !(place in this.drafts)) return;
    if (draft === null) this.#drop(place);
    else this.drafts = { ...this.drafts, [place]: draft };
    this.emit('draft');
  }

  /**
   * Keeps a form that is about to open.
   * @param {string} place
   * @param {object} [about]  how to open it again
   * @param {unknown[]} [values]  as it was filled in before
   * @returns {Keep}
   */
  keepForm(place, about, values) {
    const closing = new AbortController();
    const { signal } = closing;
    return {
      place, values, signal,
      note: (values) => { if (!signal.aborted) this.drafted(place, about ? { ...about, values } : values); },
      close: () => {
        closing.abort();
        this.drafted(place, null);
      },
    };
  }

  /** @param {string} place */
  #drop(place) {
    const { [place]: _, ...others } = this.drafts;
    this.drafts = others;
  }

  /** Waits for a view and uses it unless the text has changed since. @param {Promise<View & {since?: number}>} answer */
  async #take(answer) {
    const asked = this.revision;
    this.#waiting++;
    try {
      const { since, ...parts } = await answer;
      if (since !== undefined && since !== this.#whole?.revision) return void (this.#sent = -1); // of another engine: ask again
      const view = this.#whole = /** @type {View} */ (since === undefined ? parts : { ...this.#whole, ...parts });
      if (asked === this.revision) {
        this.view = view;
        if (view.title) this.title = view.title;
        this.emit('view', view);
      }
    } catch (why) {
      this.emit('error', /** @type {Error} */ (why).message);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0 && this.#sent !== this.revision) void this.#send();
    }
  }

  /** Sends the text to the engine unless it was sent. */
  #send() {
    if (this.#sent === this.revision) return;
    this.#sent = this.revision;
    void this.#take(this.engine.ask('text', this.changed()));
  }

  /** The request that brings an engine with an earlier text up to date. */
  changed() {
    const { revision, text, files } = this.opened().args;
    return { revision, text, files, have: this.#whole?.revision };
  }

  /** @param {(send: () => void) => void} [when] */
  #changed(when = (send) => send()) {
    this.revision++;
    this.emit('text');
    when(() => {
      if (this.#waiting === 0) this.#send(); // otherwise after the engine has answered
    });
  }

  /**
   * Changes files as one step.
   * @param {(Edit & {file?: string})[]} edits
   * @param {string} label
   * @param {string} [place]  of the draft that this was; both are kept at once, so that no draft returns that was taken
   */
  edit(edits, label, place = '') {
    if (this.locked || edits.length === 0) return;
    /** @type {Map<string, Edit[]>} */
    const byFile = new Map();
    for (const { file = this.name, ...edit } of edits) byFile.set(file, [...byFile.get(file) ?? [], edit]);
    const [[file, first], ...more] = [...byFile];
    this.files = this.history.change(this.files, file, first, label, more.map(([file, edits]) => ({ file, edits })));
    this.#drop(place);
    this.#changed();
  }

  /** Records the text of a file after typing. @param {string} text @param {string} label @param {string} [file] */
  type(text, label, file = this.name) {
    if (this.locked) return;
    this.files = this.history.type({ [file]: '', ...this.files }, file, text, label, Date.now());
    this.#changed(afterPaint); // the keystroke first
  }

  /** Replaces a file's text as one step. @param {string} text @param {string} label @param {string} [file] @param {string} [place] of the draft that this was */
  put(text, label, file = this.name, place = '') {
    const before = this.files[file] ?? '';
    if (before !== text) this.edit([{ from: 0, to: before.length, text, file }], label, place);
  }

  /** @returns {Step|null} what was undone */
  undo() {
    return this.#turn(this.locked ? null : this.history.undo(this.files));
  }

  /** @returns {Step|null} what was redone */
  redo() {
    return this.#turn(this.locked ? null : this.history.redo(this.files));
  }

  /** @param {{files: Files, step: Step}|null} turned */
  #turn(turned) {
    if (!turned) return null;
    this.files = turned.files;
    this.#changed();
    return turned.step;
  }

  /**
   * Asks the engine for an act's changes and applies them. If other records depend on
   * it, nothing changes, and the answer lists them. Rejects with the engine's error, or
   * with that of an aborted request if the form is closed before they are applied.
   * @param {Act} act
   * @param {string} label
   * @param {Keep} [form]  that asks for it
   * @returns {Promise<Done>}
   */
  async act(act, label, form) {
    if (this.locked) throw new Error(t('desk.locked'));
    for (;;) {
      const { revision } = this;
      this.#send();
      /** @type {Done} */
      const done = await this.engine.ask('act', { revision, act }, form?.signal);
      if (revision !== this.revision) continue; // the text has changed in the meantime
      const others = Object.entries(done.files ?? {}).flatMap(([file, edits]) => edits.map((edit) => ({ ...edit, file })));
      if (!done.depends?.length) this.edit([...done.edits, ...others], label, form?.place);
      return done;
    }
  }

  /** The selection in the article, and the suggestions of its words. @param {Selection} selection @returns {Promise<Selected>} */
  select(selection) {
    this.#send();
    return this.engine.ask('select', { revision: this.revision, ...selection });
  }

  /** @param {string} before @returns {Promise<Comparison>} */
  compare(before) {
    return this.engine.ask('compare', { revision: this.revision, before });
  }

  /** Makes a record the current one: shows its passages in the article, its line in the picture, and its entry. @param {string|null} id */
  choose(id) {
    if (this.chosen === id) return;
    this.chosen = id;
    this.emit('chosen', id);
  }

  /** The name of a node. @param {string} id */
  label(id) {
    return this.view?.nodes?.find((node) => node.id === id)?.label ?? id;
  }
}

/** @param {Files} a @param {Files} b */
const isSame = (a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, text]) => text === b[name]);
