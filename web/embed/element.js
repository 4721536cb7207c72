// <proxy-network src="…/">: the picture of a network in an article, and its live
// graph in a frame when the reader comes near. embed.d.ts tells what it offers.

/** @import {Listener} from '../state/listeners.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Action} from '../state/store.js' */
/** @import {Position} from '../page/proxynet.js' */
/** @import {Report} from './message.js' */
import { Listeners } from '../state/listeners.js';
import { start } from '../state/store.js';
import { addressOf, pageOf } from './address.js';
import { changes, height, interactive, language, proportion, refused, requested, STATE, theme } from './attribute.js';
import { setClaims } from './claims.js';
import { Crowd } from './crowd.js';
import { dressOf } from './dress.js';
import { Bar } from './bar.js';
import { look, narrow } from './look.js';
import { Linked } from './linked.js';
import { defer, idle, make } from './part.js';
import { bind, escaped } from './sandbox.js';
import { shape, sight } from './sight.js';
import { Talk } from './talk.js';
import { direction, words } from './words.js';

/** Milliseconds that a page has to arrive, and then to say that it is one of ours. */
const ARRIVE = 30_000;
const SPEAK = 5_000;
/** Ratio of width to height from which on a picture is the wide one; page.css has the same. */
const WIDE = 1.1;
/** Pixels: content of the host that is lower than this does not hold the picture’s place. */
const LOW = 320;

const crowd = new Crowd();

export class ProxyNetwork extends HTMLElement {
  static observedAttributes = ['src', 'article', ...STATE, 'theme', 'height', 'aspect-ratio', 'interactive', 'lang'];

  #slot = document.createElement('slot');
  #outer = make('div', { className: 'outer' });
  #box = make('div', { className: 'box' });
  #picture = make('img', { className: 'picture', alt: '', loading: 'lazy', decoding: 'async' });
  #start = make('button', { className: 'start', type: 'button' });
  #whole = make('a', { className: 'whole', target: '_blank', rel: 'noopener' });
  /** @type {HTMLIFrameElement|null} */
  #frame = null;
  /** @type {Talk|null} */
  #talk = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #isLive = false;
  #member = { start: () => this.#goLive(), stop: () => this.#goStill() };
  /** @type {URL|null} */
  #src = null;
  /** @type {State|null} what the graph showed last; null before it ever did */
  #state = null;
  /** @type {import('./claims.js').Claims|null} what is printed, once the graph has been live */
  #claims = null;
  /** Whether the graph's page could not send what is printed. */
  #isUnprinted = false;
  #stop = new AbortController();
  #listeners = new Listeners();
  #ready = defer();
  #bar = new Bar(this);
  /** The file of the network's passages. @type {string|null} */
  #passages = null;
  #linked = new Linked(this, this.#bar, {
    dispatch: (action) => this.dispatch(action).catch((why) => this.#warn(why.message)),
    warn: (what) => this.#warn(what),
  });

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [look];
    this.#start.append(make('span', {}));
    this.#start.addEventListener('click', () => crowd.ask(this.#member, true));
    this.#picture.addEventListener('load', () => {
      this.#box.classList.remove('bare');
      this.#box.classList.add('drawn');
      this.#cover();
    });
    this.#picture.addEventListener('error', () => {
      this.#box.classList.add('bare');
      this.#warn('its picture can’t be had');
    });
    this.#box.append(this.#picture, this.#start, this.#whole);
    this.#outer.append(this.#box, this.#bar.element);
    shadow.append(this.#slot, this.#outer);
    shadow.addEventListener('shape', () => this.#choosePicture());
  }

  /** Resolves when the graph is live; rejects when it can’t be. */
  get ready() { return this.#ready.promise; }

  /** What is selected, hovered, hidden and in view: as the graph has it, or had it last. */
  get state() {
    return this.#state ?? start;
  }

  /**
   * Changes the state; makes the graph live where it isn’t.
   * @param {Action} action
   * @returns {Promise<void>} rejects with a TypeError for an action that the graph refuses
   */
  async dispatch(action) {
    await this.#awake();
    return this.#talk?.ask(structuredClone(action));
  }

  /**
   * Where each node and relation that shows stands, in CSS pixels of the frame.
   * @returns {Promise<Record<string, Position>>}
   */
  async positions() {
    return this.#isLive && this.#talk ? this.#talk.ask('positions') : Object.create(null);
  }

  /**
   * How many frames the graph has drawn: none while nothing changes.
   * @returns {Promise<number>}
   */
  async frames() {
    return this.#isLive && this.#talk ? this.#talk.ask('frames') : 0;
  }

  /**
   * Which passages are in the article, by their ids, and those whose paragraph
   * has changed since the network was made. Empty until the article was read.
   * @returns {{found: string[], missing: string[], changed: string[]}}
   */
  get passages() {
    return this.#linked.passages;
  }

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} takes the listener off again
   */
  on(event, listener) {
    return this.#listeners.on(event, listener);
  }

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('beforeprint', () => this.#print(), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#dress(), { signal });
    this.#bar.element.hidden = !this.hasAttribute('article');
    this.#measure();
    this.#show();
    sight.observe(this);
    shape.observe(this.#box);
  }

  disconnectedCallback() {
    this.#stop.abort();
    sight.unobserve(this);
    shape.unobserve(this.#box);
    crowd.leave(this.#member);
    this.#goStill();
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === 'src' || name === 'lang') {
      crowd.leave(this.#member);
      this.#goStill();
      this.#state = this.#claims = null;
      this.#isUnprinted = false;
      this.#ready = defer();
      this.#show();
      sight.unobserve(this);
      sight.observe(this);
    } else if (name === 'article') {
      this.#bar.element.hidden = now === null;
      this.#linked.stop();
      this.#link();
    } else if (name === 'theme') {
      this.#paint();
      this.#dress();
    } else if (STATE.includes(name)) {
      for (const action of this.#isLive ? changes(this, name, before, this.state) : []) this.dispatch(action).catch((why) => this.#warn(why.message));
    } else if (name === 'height' || name === 'aspect-ratio') {
      this.#measure();
    }
  }

  /** The element has come near what the reader sees, or gone. @param {boolean} is */
  near(is) {
    crowd.see(this.#member, is);
    if (is && this.#src && !this.#failed && interactive(this) === 'visible') crowd.ask(this.#member);
  }

  get #failed() { return this.#box.classList.contains('failed'); }

  /** What says its words, in the language asked for or in English. */
  get #say() {
    return words(language(this) ?? 'en');
  }

  /** Says its words, in the page’s language if it asks for one. */
  #speak() {
    const say = this.#say;
    this.#outer.lang = language(this) ?? 'en';
    this.#outer.dir = direction(this.#outer.lang);
    this.#picture.alt = this.title || say('embed.picture');
    /** @type {HTMLElement} */ (this.#start.firstChild).textContent = say('embed.explore');
    this.#whole.textContent = say('embed.open');
    this.#bar.speak(say);
    if (this.#src) this.#whole.href = this.#page.href;
  }

  get #page() { return pageOf(/** @type {URL} */ (this.#src), language(this)); }

  /** Gives the box its height, once and for good. */
  #measure() {
    const [high, ratio] = [height(this), proportion(this)];
    const stands = high === null && ratio === null && this.querySelector('img, picture, svg') !== null && this.offsetHeight >= LOW;
    this.#slot.hidden = !stands;
    this.#slot.style.display = stands ? 'contents' : 'none';
    this.#outer.classList.toggle('over', stands);
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = stands ? [look, narrow] : [look];
    this.#box.style.blockSize = high !== null ? `${high}px` : ratio !== null ? 'auto' : '';
    this.#box.style.aspectRatio = high === null && ratio !== null ? String(ratio) : '';
  }

  /** Shows the picture of what src names. */
  #show() {
    const text = this.getAttribute('src');
    this.#src = text && URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
    if (this.#src && !/^https?:$/.test(this.#src.protocol)) this.#src = null;
    this.#box.classList.remove('failed', 'bare', 'drawn');
    if (!this.#src) {
      this.#start.hidden = true;
      this.#warn(text ? `src="${text}" is no address of a network` : 'it has no src, the address of a network');
      return;
    }
    this.#start.hidden = false;
    this.#speak();
    this.#paint();
    this.#choosePicture();
  }

  #paint() {
    const scheme = theme(this) ?? 'light dark';
    this.#picture.style.colorScheme = scheme;
    if (this.#frame) this.#frame.style.colorScheme = scheme;
  }

  /** Tells the frame which theme the embed has, and what the host says of colours and fonts. */
  #dress() {
    this.#talk?.send({ type: 'theme', theme: theme(this) });
    this.#talk?.send({ type: 'dress', dress: dressOf(this) });
  }

  #choosePicture() {
    const { width, height } = this.#picture.getBoundingClientRect();
    if (!this.#src || width === 0) return;
    const file = new URL(`picture.${width >= WIDE * height ? 'wide' : 'tall'}.svg`, this.#page).href;
    if (this.#picture.src !== file) this.#picture.src = file;
  }

  #goLive() {
    if (!this.#src) return;
    const frame = make('iframe', { title: this.title || this.#say('embed.network'), referrerPolicy: 'no-referrer' });
    bind(frame, this.#page);
    this.#frame = frame;
    this.#paint();
    this.#talk = new Talk(frame, {
      here: () => {
        clearTimeout(this.#timer);
        this.#rest(); // it may have loaded anew
        const focused = this.shadowRoot?.activeElement === this.#start;
        this.#box.classList.add('live');
        this.#cover();
        if (focused) frame.focus({ preventScroll: true });
        this.#dress();
      },
      report: (report) => this.#hear(report),
      other: (version) => this.#fail(`it is of another version, ${version}, than this script: load the embed.js that stands beside it`),
    });
    const wait = (/** @type {number} */ time) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail('it does not answer'), time);
    };
    wait(ARRIVE);
    frame.addEventListener('load', () => {
      if (escaped(frame)) this.#fail('it leads to another origin, for which it has no sandbox: name that address in src');
      else if (!this.#box.classList.contains('live')) wait(SPEAK);
    });
    frame.src = addressOf(this.#page, this.#state, { ...start, ...requested(this) }, theme(this));
    this.#box.append(frame);
  }

  #goStill() {
    clearTimeout(this.#timer);
    this.#linked.stop();
    this.#talk?.close();
    this.#talk = null;
    this.#frame?.remove();
    this.#frame = null;
    this.#rest();
    this.#box.classList.remove('live');
    this.#cover();
  }

  /** Hides the host’s content where our own picture or the graph is over it. */
  #cover() {
    const covered = ['drawn', 'live'].some((name) => this.#box.classList.contains(name));
    this.#slot.style.visibility = covered ? 'hidden' : '';
  }

  /** The graph is live no more. */
  #rest() {
    if (this.#isLive) this.#ready = defer();
    this.#isLive = false;
  }

  /** @param {Report} report */
  #hear(report) {
    switch (report.type) {
      case 'ready':
        this.#isLive = true;
        if (!this.#state) {
          for (const text of refused(this, report.state)) this.#warn(`${text} names nothing of this network`);
        }
        this.#state = report.state;
        this.#ready.resolve();
        this.#link();
        idle(() => this.#talk?.send({ type: 'print' })); // the page may be printed at any time, and then it is too late to ask
        break;
      case 'passages':
        this.#passages = report.file;
        break;
      case 'claims':
        this.#claims = report.claims;
        break;
      case 'withheld':
        this.#warn(`its claims are not printed: ${report.why}`);
        this.#isUnprinted = true;
        break;
      case 'failed': // the frame shows its own picture, and the evidence
        this.#warn(report.why);
        this.#ready.reject(new Error(report.why));
        break;
      case 'change': {
        const previous = this.state;
        this.#state = report.state;
        if (previous.select !== report.state.select) this.#linked.tell(report.state.select);
        this.#listeners.notify(report.state, previous, report.action);
      }
    }
  }

  /** Sets what the network says, and the passages, for paper. */
  #print() {
    this.#outer.querySelector('.claims')?.remove();
    if (this.#claims) this.#outer.append(setClaims(this.#claims));
    else if (this.#isUnprinted) this.#outer.append(make('p', { className: 'claims', textContent: this.#say('embed.unprinted') }));
  }

  /** Reads the article along while the graph is live. */
  #link() {
    if (!this.#isLive || !this.#src || !this.#talk || !this.#passages) return;
    this.#linked.tell(this.state.select);
    this.#linked.start(new URL(this.#passages, this.#src), this.#talk);
  }

  /** Makes the graph live, and waits until it is. */
  async #awake() {
    if (this.#isLive) return;
    if (!this.#src) throw new Error('it has no src, the address of a network');
    if (!this.#failed) crowd.ask(this.#member, true);
    await this.#ready.promise;
  }

  /** Goes back to the picture, for good. @param {string} why */
  #fail(why) {
    this.#box.classList.add('failed');
    crowd.leave(this.#member);
    this.#goStill();
    this.#warn(why);
    this.#ready.reject(new Error(why));
  }

  /** @param {string} what */
  #warn(what) {
    console.warn(`<proxy-network>${this.#src ? ` of ${this.#src.href}` : ''}: ${what}`);
  }
}

if (!customElements.get('proxy-network')) customElements.define('proxy-network', ProxyNetwork);
