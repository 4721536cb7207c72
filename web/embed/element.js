// <proxy-network src="…/">: the picture of a network in an article, and its live
// graph in a frame once it is near the viewport. embed.d.ts documents its API.

/** @import {Listener} from '../state/listeners.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Action} from '../state/store.js' */
/** @import {Position} from '../page/proxynet.js' */
/** @import {Report} from './message.js' */
import { Listeners } from '../state/listeners.js';
import { initialState } from '../state/store.js';
import { addressOf, pageOf } from './address.js';
import { changes, interactive, language, mode, refused, requested, STATE, theme } from './attribute.js';
import { Bar } from './bar.js';
import { Channel } from './channel.js';
import { defer, idle, make, setSource } from './dom.js';
import { setHeight } from './height.js';
import { Linked } from './linked.js';
import { LivePool } from './livepool.js';
import { shape, visibility } from './observers.js';
import { Print } from './print.js';
import { escaped, sandbox } from './sandbox.js';
import { heightFor, layoutFor, legendFor, mostHeightFor } from './size.js';
import { styles } from './styles.js';
import { tokensOf } from './tokens.js';
import { direction, stringsOf } from './words.js';

/** Milliseconds in which the page of the frame must load, and then send its greeting. */
const LOAD_TIMEOUT = 30_000;
const GREETING_TIMEOUT = 5_000;

const pool = new LivePool();

export class ProxyNetwork extends HTMLElement {
  static observedAttributes = ['src', 'article', ...STATE, 'theme', 'height', 'aspect-ratio', 'interactive', 'mode', 'lang'];

  #slot = document.createElement('slot');
  #outer = make('div', { className: 'outer' });
  #box = make('div', { className: 'box' });
  #picture = make('img', { className: 'picture', alt: '', loading: 'lazy', decoding: 'async' });
  /** Beneath the box, if the host's picture leaves room for it. */
  #legend = make('img', { className: 'legend', alt: '', loading: 'lazy', decoding: 'async' });
  #start = make('button', { className: 'start', type: 'button' });
  #whole = make('a', { className: 'whole', target: '_blank', rel: 'noopener' });
  /** @type {HTMLIFrameElement|null} */
  #frame = null;
  /** @type {Channel|null} */
  #channel = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #isLive = false;
  #poolMember = { start: () => this.#goLive(), stop: () => this.#goStill() };
  /** @type {URL|null} */
  #src = null;
  /** The last state of the graph; null before it was first live. @type {State|null} */
  #state = null;
  #print = new Print();
  #stop = new AbortController();
  #listeners = new Listeners();
  #ready = defer();
  #bar = new Bar(this);
  /** The name of the file with the passages. @type {string|null} */
  #passages = null;
  #linked = new Linked(this, this.#bar, {
    dispatch: (action) => this.dispatch(action).catch((why) => this.#warn(why.message)),
    warn: (what) => this.#warn(what),
  });

  /** @type {'light'|'dark'|null} */
  #theme = null;
  /** A host that switches between light and dark sets a class or an attribute of its page. */
  #hostChanges = new MutationObserver(() => {
    if (theme(this) === this.#theme) return;
    this.#setColorScheme();
    this.#sendTheme();
  });

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [styles];
    this.#start.append(make('span', {}));
    this.#start.addEventListener('click', () => pool.request(this.#poolMember, true));
    this.#picture.addEventListener('load', () => {
      this.#box.classList.remove('bare');
      this.#box.classList.add('drawn');
      this.#cover();
    });
    this.#picture.addEventListener('error', () => {
      this.#box.classList.add('bare');
      this.#warn('its picture can’t be loaded');
    });
    this.#box.append(this.#picture, this.#start, this.#whole);
    const measure = () => {
      this.#choosePicture();
      this.#outer.classList.add('measured');
    };
    for (const end of ['load', 'error']) this.#legend.addEventListener(end, measure);
    this.#outer.append(this.#box, this.#bar.element, this.#legend);
    shadow.append(this.#slot, this.#outer);
    shadow.addEventListener('shape', () => this.#choosePicture());
  }

  /** Resolves when the graph is live; rejects when it can’t be. */
  get ready() { return this.#ready.promise; }

  /** The current or last known state of the graph. */
  get state() {
    return this.#state ?? initialState;
  }

  /**
   * Changes the state, and makes the graph live if it isn’t.
   * @param {Action} action
   * @returns {Promise<void>} rejects with a TypeError if the graph refuses the action
   */
  async dispatch(action) {
    await this.#goLiveAndWait();
    return this.#channel?.ask(structuredClone(action));
  }

  /**
   * The positions of the visible nodes and relations, in CSS pixels of the frame.
   * @returns {Promise<Record<string, Position>>}
   */
  async positions() {
    return this.#isLive && this.#channel ? this.#channel.ask('positions') : Object.create(null);
  }

  /**
   * The number of frames that the graph has drawn. It draws none while nothing changes.
   * @returns {Promise<number>}
   */
  async frames() {
    return this.#isLive && this.#channel ? this.#channel.ask('frames') : 0;
  }

  /**
   * The ids of the passages that are in the article and those that are not, and of
   * those whose paragraph has changed since the network was made. Empty until the
   * article has been searched.
   * @returns {{found: string[], missing: string[], changed: string[]}}
   */
  get passages() {
    return this.#linked.passages;
  }

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} removes the listener
   */
  on(event, listener) {
    return this.#listeners.on(event, listener);
  }

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('beforeprint', () => this.#print.addTo(this.#outer, this.#t), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#sendTheme(), { signal });
    this.#hostChanges.observe(document.documentElement, { attributes: true });
    this.#hostChanges.observe(document.body, { attributes: true });
    this.#bar.element.hidden = !this.hasAttribute('article');
    setHeight(this, this.#slot, this.#outer, this.#box);
    this.#show();
    visibility.observe(this);
    shape.observe(this.#box);
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#hostChanges.disconnect();
    visibility.unobserve(this);
    shape.unobserve(this.#box);
    pool.remove(this.#poolMember);
    this.#goStill();
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === 'src' || name === 'lang' || name === 'mode') {
      pool.remove(this.#poolMember);
      this.#goStill();
      this.#state = null;
      this.#print = new Print();
      this.#ready = defer();
      this.#show();
      visibility.unobserve(this);
      visibility.observe(this);
    } else if (name === 'article') {
      this.#bar.element.hidden = now === null;
      this.#linked.stop();
      this.#link();
    } else if (name === 'theme') {
      this.#setColorScheme();
      this.#sendTheme();
    } else if (STATE.includes(name)) {
      for (const action of this.#isLive ? changes(this, name, before, this.state) : []) this.dispatch(action).catch((why) => this.#warn(why.message));
    } else if (name === 'height' || name === 'aspect-ratio') {
      setHeight(this, this.#slot, this.#outer, this.#box);
    }
  }

  /** Records that the element is near the viewport, or no longer. @param {boolean} is */
  setNear(is) {
    pool.setNear(this.#poolMember, is);
    if (is && this.#src && !this.#failed && interactive(this) === 'visible') pool.request(this.#poolMember);
  }

  get #failed() { return this.#box.classList.contains('failed'); }

  /** The strings in the requested language or in English. */
  get #t() {
    return stringsOf(language(this) ?? 'en');
  }

  /** Sets every text of the embed, in the requested language. */
  #translate() {
    const t = this.#t;
    this.#outer.lang = language(this) ?? 'en';
    this.#outer.dir = direction(this.#outer.lang);
    this.#picture.alt = this.title || t('embed.picture');
    /** @type {HTMLElement} */ (this.#start.firstChild).textContent = t('embed.explore');
    this.#whole.textContent = t('embed.open');
    this.#bar.setLanguage(t);
    if (this.#src) this.#whole.href = this.#page.href;
  }

  get #page() { return pageOf(/** @type {URL} */ (this.#src), language(this)); }

  /** Shows the picture of the network in src. */
  #show() {
    const text = this.getAttribute('src');
    this.#src = text && URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
    if (this.#src && !/^https?:$/.test(this.#src.protocol)) this.#src = null;
    this.#box.classList.remove('failed', 'bare', 'drawn');
    if (!this.#src) {
      this.#start.hidden = true;
      this.#warn(text ? `src="${text}" is not the address of a network` : 'it has no src, the address of a network');
      return;
    }
    this.#start.hidden = false;
    this.#translate();
    this.#setColorScheme();
    this.#choosePicture();
  }

  #setColorScheme() {
    this.#theme = theme(this);
    const scheme = this.#theme ?? 'light dark';
    this.#picture.style.colorScheme = scheme;
    this.#legend.style.colorScheme = scheme;
    if (this.#frame) this.#frame.style.colorScheme = scheme;
  }

  /** Sends the theme and the theme tokens to the frame. */
  #sendTheme() {
    this.#channel?.send({ type: 'theme', theme: theme(this) });
    this.#channel?.send({ type: 'dress', dress: tokensOf(this) });
  }

  #choosePicture() {
    const column = this.#outer.clientWidth;
    this.#outer.style.setProperty('--height', `${heightFor(column)}px`);
    const available = this.#outer.clientHeight - this.#bar.element.offsetHeight - this.#legend.offsetHeight;
    this.#outer.style.setProperty('--most', `${mostHeightFor(column, available)}px`);
    const { width, height } = this.#picture.getBoundingClientRect();
    if (!this.#src || width === 0) return;
    setSource(this.#picture, new URL(`picture.${layoutFor(width, height)}.svg`, this.#page));
    if (!this.#outer.classList.contains('over')) return;
    const legend = legendFor(column);
    this.#legend.style.inlineSize = `${legend.most}px`;
    setSource(this.#legend, new URL(legend.file, this.#page));
  }

  #goLive() {
    if (!this.#src) return;
    const frame = make('iframe', { title: this.title || this.#t('embed.network'), referrerPolicy: 'no-referrer' });
    sandbox(frame, this.#page);
    this.#frame = frame;
    this.#setColorScheme();
    this.#channel = new Channel(frame, {
      here: () => {
        clearTimeout(this.#timer);
        this.#setIdle(); // the page may have loaded again
        const focused = this.shadowRoot?.activeElement === this.#start;
        this.#box.classList.add('live');
        this.#cover();
        if (focused) frame.focus({ preventScroll: true });
        this.#sendTheme();
      },
      report: (report) => this.#receive(report),
      other: (version) => this.#fail(`its page has protocol version ${version}, and this script another: load embed.js from the same site`),
    });
    const wait = (/** @type {number} */ time) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail('it does not answer'), time);
    };
    wait(LOAD_TIMEOUT);
    frame.addEventListener('load', () => {
      if (escaped(frame)) this.#fail('it redirects to another origin, for which it has no sandbox: use that address in src');
      else if (!this.#box.classList.contains('live')) wait(GREETING_TIMEOUT);
    });
    frame.src = addressOf(this.#page, this.#state, { ...initialState, ...requested(this) }, theme(this), mode(this));
    this.#box.append(frame);
  }

  #goStill() {
    clearTimeout(this.#timer);
    this.#linked.stop();
    this.#channel?.close();
    this.#channel = null;
    this.#frame?.remove();
    this.#frame = null;
    this.#setIdle();
    this.#box.classList.remove('live');
    this.#cover();
  }

  /** Hides the fallback content under the picture or the graph. */
  #cover() {
    const covered = ['drawn', 'live'].some((name) => this.#box.classList.contains(name));
    this.#slot.style.visibility = covered ? 'hidden' : '';
  }

  /** Records that the graph is no longer live. */
  #setIdle() {
    if (this.#isLive) this.#ready = defer();
    this.#isLive = false;
  }

  /** @param {Report} report */
  #receive(report) {
    switch (report.type) {
      case 'ready':
        this.#isLive = true;
        if (!this.#state) {
          for (const text of refused(this, report.state)) this.#warn(`${text} is not in this network`);
        }
        this.#state = report.state;
        this.#ready.resolve();
        this.#link();
        idle(() => this.#channel?.send({ type: 'print' })); // requested now: when printing starts it is too late
        break;
      case 'passages':
        this.#passages = report.file;
        break;
      case 'claims':
        this.#print.claims = report.claims;
        break;
      case 'withheld':
        this.#warn(`its claims are not printed: ${report.why}`);
        this.#print.isWithheld = true;
        break;
      case 'failed': // the frame shows the picture and the evidence
        this.#warn(report.why);
        this.#ready.reject(new Error(report.why));
        break;
      case 'change': {
        const previous = this.state;
        this.#state = report.state;
        if (previous.select !== report.state.select) this.#linked.setSelected(report.state.select);
        this.#listeners.notify(report.state, previous, report.action);
      }
    }
  }

  /** Links the passages in the article while the graph is live. */
  #link() {
    if (!this.#isLive || !this.#src || !this.#channel || !this.#passages) return;
    this.#linked.setSelected(this.state.select);
    this.#linked.start(new URL(this.#passages, this.#src), this.#channel);
  }

  /** Makes the graph live, and waits for that. */
  async #goLiveAndWait() {
    if (this.#isLive) return;
    if (!this.#src) throw new Error('it has no src, the address of a network');
    if (!this.#failed) pool.request(this.#poolMember, true);
    await this.#ready.promise;
  }

  /** Shows the picture again, and gives up on the graph. @param {string} why */
  #fail(why) {
    this.#box.classList.add('failed');
    pool.remove(this.#poolMember);
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
