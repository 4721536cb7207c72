// The network being written: its files, what was done to them, and what the
// engine makes of them. The text is the only truth.

/** @import {Edit} from './edits.js' */
/** @import {Files, Steps, Step} from './history.js' */
/** @import {Act, Comparison, Done, Intake, Selection, Selected, View} from './view.js' */
/** @import {Engine} from './engine.js' */
import { afterPaint } from './dom.js';
import { History } from './history.js';
import { t } from './translate.js';

/**
 * All that is kept of a network.
 * @typedef {object} Kept
 * @property {string} id      of this work in the browser's storage
 * @property {string} name    of the network's file
 * @property {Files} files    texts by name: the network's, its translations, review.yaml
 * @property {Record<string, string>} articles  texts by name
 * @property {Steps} steps
 * @property {string} title
 * @property {number} changed when, in milliseconds
 * @property {string} [saved] the network's text as it was last saved to a file
 * @property {Drafts} [drafts]
 * @property {Intake} [intake] an article that is reviewed; there is no network yet
 */
/**
 * What is being filled in, by its place: "form", "note" with a claim's id, and so on.
 * @typedef {Record<string, any>} Drafts
 */
/** Keeps a form while it is filled in. @typedef {{values?: unknown[], note: (values: unknown[]|null) => void, sending: (on: boolean) => void}} Keep  values: as it was filled in before; null: it is left */

/** @typedef {'text'|'joined'|'view'|'chosen'|'fault'|'locked'|'draft'} News */

/** The review's file. */
export const REVIEW = 'review.yaml';

export class Work {
  /** @type {View|null} what the engine last answered about the text as it is */
  view = null;
  /** @type {View|null} the engine's last answer; parts that stay the same are the same objects as before */
  #whole = null;
  /** @type {string|null} id of the node, relation, event or step that is looked at */
  chosen = null;
  /** Whether another tab writes this network. */
  locked = false;
  revision = 0;
  /** Id of the source whose article is shown; "" for the first. */
  shown = '';
  /** @type {Map<News, Set<(detail?: any) => void>>} */
  #listeners = new Map();
  /** The revision that the engine was sent last, and answers that are awaited. */
  #sent = -1;
  #waiting = 0;
  /** Whether the form that is open is being sent. */
  #sending = false;
  /** Acts that are made one step are being made. */
  #together = false;

  /** @param {Engine} engine @param {Kept} kept */
  constructor(engine, kept) {
    this.engine = engine;
    this.id = kept.id;
    this.name = kept.name;
    this.files = kept.files;
    this.articles = kept.articles;
    this.title = kept.title;
    this.saved = kept.saved ?? '';
    this.drafts = kept.drafts ?? {};
    this.history = new History(kept.steps);
  }

  /** Takes what another tab or program wrote. @param {Kept} kept */
  async take({ name, files, articles, title, saved = '', steps, drafts = {} }) {
    const same = name === this.name && isSame(files, this.files) && isSame(articles, this.articles);
    Object.assign(this, { name, files, articles, title, saved, drafts, history: new History(steps) });
    if (!same) this.revision++;
    this.tell('text');
    if (!same || !this.view) await this.open();
  }

  /** What is to be kept. @returns {Kept} */
  kept() {
    const { id, name, files, articles, title, saved, drafts } = this;
    return { id, name, files, articles, steps: this.history.steps, title, saved, drafts, changed: Date.now() };
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
    this.tell('view', this.view);
  }

  /** Marks in the article that is shown. @template {{source: string}} T @param {T[]|undefined} marks */
  here(marks) {
    const { source } = this;
    return (marks ?? []).filter((mark) => mark.source === source?.id);
  }

  /** @param {News} news @param {(detail?: any) => void} listener */
  on(news, listener) {
    if (!this.#listeners.has(news)) this.#listeners.set(news, new Set());
    this.#listeners.get(news)?.add(listener);
  }

  /** @param {News} news @param {any} [detail] */
  tell(news, detail) {
    for (const listener of this.#listeners.get(news) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error); // one listener's fault must not silence the others
      }
    }
  }

  /** What a new engine must know. */
  opened() {
    const { [this.name]: text, [REVIEW]: _, ...files } = this.files;
    return { op: 'open', args: { name: this.name, text, articles: this.articles, files, language: document.documentElement.lang, revision: this.revision } };
  }

  /** Opens the network in the engine. */
  open() {
    this.#sent = this.revision;
    return this.#take(this.engine.ask('open', this.opened().args));
  }

  /** Keeps what is being filled in; null once it isn't any more. @param {string} place @param {unknown} draft */
  drafted(place, draft) {
    if (this.locked || draft === null && !(place in this.drafts)) return;
    if (draft === null) this.#drop(place);
    else this.drafts = { ...this.drafts, [place]: draft };
    this.tell('draft');
  }

  /**
   * Keeps a form that is about to open.
   * @param {object} about  how to open it again
   * @param {unknown[]} [values]  as it was filled in before
   * @returns {Keep}
   */
  keepForm(about, values) {
    return {
      values,
      note: (values) => this.drafted('form', values && { ...about, values }),
      sending: (on) => { this.#sending = on; },
    };
  }

  /** @param {string} place */
  #drop(place) {
    const { [place]: _, ...others } = this.drafts;
    this.drafts = others;
  }

  /** Waits for a view and takes it, unless the text has changed since. @param {Promise<View & {since?: number}>} answer */
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
        this.tell('view', view);
      }
    } catch (why) {
      this.tell('fault', /** @type {Error} */ (why).message);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0 && this.#sent !== this.revision) void this.#send();
    }
  }

  /** Sends the text to the engine, if it was not sent. */
  #send() {
    if (this.#sent === this.revision) return;
    this.#sent = this.revision;
    void this.#take(this.engine.ask('text', this.changed()));
  }

  /** What an engine that knows an earlier text must know. */
  changed() {
    const { revision, text, files } = this.opened().args;
    return { revision, text, files, have: this.#whole?.revision };
  }

  /** @param {(send: () => void) => void} [when] */
  #changed(when = (send) => send()) {
    this.revision++;
    this.tell('text');
    when(() => {
      if (this.#waiting === 0) this.#send(); // else once the engine has answered
    });
  }

  /**
   * Changes files as one step.
   * @param {(Edit & {file?: string})[]} edits
   * @param {string} label
   * @param {string} [place]  of the draft that this was; both are kept at once, so that no draft returns that was taken
   */
  edit(edits, label, place = this.#sending && !this.#together ? 'form' : '') {
    if (this.locked || edits.length === 0) return;
    /** @type {Map<string, Edit[]>} */
    const byFile = new Map();
    for (const { file = this.name, ...edit } of edits) byFile.set(file, [...byFile.get(file) ?? [], edit]);
    const [[file, first], ...more] = [...byFile];
    this.files = this.history.change(this.files, file, first, label, more.map(([file, edits]) => ({ file, edits })));
    this.#drop(place);
    this.#changed();
  }

  /** Takes the text of a file as it was typed. @param {string} text @param {string} label @param {string} [file] */
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
   * Asks the engine for an act's changes and makes them. An act on which other
   * records depend changes nothing; what depends is in the answer. Rejects with
   * what is wrong.
   * @param {Act} act
   * @param {string} label
   * @returns {Promise<Done>}
   */
  async act(act, label) {
    if (this.locked) throw new Error(t('desk.locked'));
    for (;;) {
      const { revision } = this;
      this.#send();
      /** @type {Done} */
      const done = await this.engine.ask('act', { revision, act });
      if (revision !== this.revision) continue; // the text has changed meanwhile
      const others = Object.entries(done.files ?? {}).flatMap(([file, edits]) => edits.map((edit) => ({ ...edit, file })));
      if (!done.depends?.length) this.edit([...done.edits, ...others], label);
      return done;
    }
  }

  /**
   * Makes several acts one step, to be undone as one.
   * @template T
   * @param {string} label
   * @param {(act: (act: Act) => Promise<Done>) => Promise<T>} body
   * @returns {Promise<T>}
   */
  async together(label, body) {
    const before = this.history.steps.done.length;
    this.#together = true;
    try {
      const answer = await body((act) => this.act(act, label));
      if (this.#sending) this.#drop('form');
      return answer;
    } finally {
      this.#together = false;
      this.history.join(before, label);
      if (this.history.steps.done.length > before) this.tell('joined', label);
    }
  }

  /** What is selected in the article, and what its words suggest. @param {Selection} selection @returns {Promise<Selected>} */
  select(selection) {
    this.#send();
    return this.engine.ask('select', { revision: this.revision, ...selection });
  }

  /** @param {string} before @returns {Promise<Comparison>} */
  compare(before) {
    return this.engine.ask('compare', { revision: this.revision, before });
  }

  /** Looks at a record: its passages in the article, its line in the picture, its entry. @param {string|null} id */
  choose(id) {
    if (this.chosen === id) return;
    this.chosen = id;
    this.tell('chosen', id);
  }

  /** The name of a node. @param {string} id */
  label(id) {
    return this.view?.nodes?.find((node) => node.id === id)?.label ?? id;
  }
}

/** @param {Files} a @param {Files} b */
const isSame = (a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, text]) => text === b[name]);
