// Starts the parts of the page: panel, search, legend, address, and the interactive
// graph once the browser is idle.

/** @import {Proxynet, Position} from './proxynet.js' */
import { startAsk } from '../ask/ask.js';
import { asker } from '../ask/program.js';
import { startLegal } from '../legal/legal.js';
import { bindFrame } from '../embed/frame.js';
import { complete } from '../evidence/complete.js';
import { startExport } from '../export/export.js';
import { Evidence } from '../evidence/evidence.js';
import { bindKeys } from '../keys/keys.js';
import { t } from '../language/translate.js';
import { startSwitch } from '../language/switch.js';
import { startLegend, tokens } from '../legend/legend.js';
import { startZoomControls } from '../zoom/zoom.js';
import { bindLinks, shown, startPanel } from '../panel/panel.js';
import { startBottomSheet } from '../panel/bottomsheet.js';
import { startRovingFocus } from '../panel/rovingfocus.js';
import { startSearch } from '../search/search.js';
import { startStill } from '../still/still.js';
import { startStory, steps } from '../story/story.js';
import { startShare } from '../share/share.js';
import { bindAddress } from '../state/address.js';
import { Store } from '../state/store.js';
import { ContextLossRetries } from '../viewer/contextloss.js';
import { crashes, markRunning, MAX_CRASHES } from '../viewer/crash.js';
import { startTime } from '../time/time.js';
import { get } from './dom.js';
import { hintOnce } from './gesturehint.js';
import { isLean } from './lean.js';
import { scriptData } from './scriptdata.js';

const { emphasis: look, stops } = scriptData();
complete(document);
const root = document.documentElement;
const framed = window.parent !== window;
const evidence = new Evidence(get(document, '.evidence'));
const panel = get(document, '#panel');
const legend = get(document, '#legend');
const picture = get(document, '#picture');
const status = get(document, '#status');
const input = /** @type {HTMLInputElement} */ (get(document, '#search'));

const store = new Store({
  ids: evidence.ids(), nodes: evidence.ids('node'), relations: evidence.ids('relation'), tokens: tokens(legend), steps: steps(evidence.section),
});
bindAddress(store, window);
startPanel({ panel, evidence, picture, status, store });
startLegend(legend, store);
startStory({ panel, store });
const timeline = document.querySelector('#time');
if (timeline instanceof HTMLElement && stops) startTime({ timeline, stops, status, opener: document.querySelector('#time-open'), store });
bindLinks(document, store);
startSwitch(get(document, '.languages'), store);
const ask = asker({ wasm: meta('proxynet-viewer'), data: meta('proxynet-network'), large: !evidence.whole });
startShare({ button: get(document, '#share'), dialog: /** @type {HTMLDialogElement} */ (get(document, '#sharing')), picture, store, ask });

root.dataset.script = 'on'; // preload.js has set it, if it was loaded
const sheet = startBottomSheet({ panel, head: get(document, '.panel-top'), raise: get(document, '#raise') });
// In an article the picture comes first, unless the story is open.
if ((!framed || store.state.step !== null) && shown(store.state, store.known) !== null) sheet.raise('half');
delete root.dataset.entry;
store.on('change', (state, previous) => {
  const id = shown(state, store.known);
  if (id !== null && id !== shown(previous, store.known)) sheet.raise('half');
  else if (state.step === null && previous.step !== null) sheet.lower();
  else if (id === null && shown(previous, store.known) !== null) sheet.restore();
});
input.addEventListener('focus', () => sheet.raise('full'));

startExport({ dialog: /** @type {HTMLDialogElement} */ (get(document, '#sharing')), evidence, note: get(document, '#print-note'), store, ask });
startAsk({ panel, evidence, status, store, ask, onAnswer: () => sheet.raise('half') });
startLegal({ panel, store, ask });
const onPassed = framed ? hintOnce(get(document, '#gesture')) : null;
const still = startStill({ picture, cover: panel, evidence: evidence.section, store, ask, look, framed, onMove: load, onPassed: onPassed && (() => onPassed('touch')) });

const search = startSearch({ input, list: get(document, '#found'), evidence, store, onOpen: () => sheet.raise('full') });
const rovingFocus = startRovingFocus(get(document, '#detail'), store);
const zoomControls = startZoomControls(document, store, (...by) => panZoom(...by));
bindKeys({
  input, dialog: /** @type {HTMLDialogElement} */ (get(document, '#keys')), open: get(document, '#keys-open'), others: [rovingFocus, zoomControls],
  clear: search.clear,
  close() {
    const { select, step } = store.state;
    if (select !== null) store.dispatch({ type: 'select', id: null });
    else if (step !== null) get(document, '#story-leave').click();
    else sheet.lower();
  },
});

/** @type {() => Record<string, Position>} */
let positions = still.positions;
let frames = () => 0;
/** @type {import('../zoom/zoom.js').PanZoom} */
let panZoom = still.panZoom;
const crashed = crashes(history);
/** The picture responds by itself, and the graph is loaded once the reader moves it. */
const waits = look !== null && (root.dataset.mode === 'picture' || isLean(window));
const ready = crashed >= MAX_CRASHES ? Promise.reject(new Error('the page has crashed twice while the graph was live')) : waits ? wait() : idle().then(begin);
ready.catch(stayStatic);
const retries = new ContextLossRetries();

/** @type {Proxynet} */
const proxynet = Object.freeze({
  ready,
  get state() {
    return store.state;
  },
  dispatch: store.dispatch.bind(store),
  on: store.on.bind(store),
  positions: () => positions(),
  frames: () => frames(),
});
Object.defineProperty(window, 'proxynet', { value: proxynet, enumerable: true });
if (framed) bindFrame(window, proxynet);

/** Starts the graph for the first time. */
function begin() {
  markRunning(window, crashed);
  return startPicture();
}

async function wait() {
  root.dataset.viewer = 'picture';
  root.toggleAttribute('data-movable', true);
}

/** Loads the graph if it waits for the reader. */
function load() {
  if (root.dataset.viewer === 'picture' && root.dataset.mode !== 'picture') begin().catch(stayStatic);
}

/** Shows the static picture instead of the graph. @param {'failed'|'lost'} why */
function showStatic(why) {
  root.dataset.viewer = why;
  positions = () => Object.create(null);
  frames = () => 0;
  panZoom = still.panZoom;
  root.toggleAttribute('data-movable', look !== null);
  get(document, '#progress').hidden = true;
}

/** Keeps the static picture, and announces it. */
function stayStatic() {
  showStatic('failed');
  status.dataset.quiet = '';
  status.textContent = t('page.still');
}

/** Handles the end of the graph. @param {Error} why @param {boolean} lost  only the graphics context was lost */
function end(why, lost) {
  const wait = lost ? retries.next(performance.now()) : null;
  if (wait === null) return stayStatic();
  showStatic('lost');
  setTimeout(() => startPicture().catch(stayStatic), wait);
}

async function startPicture() {
  root.dataset.viewer = 'loading';
  const progress = get(document, '#progress');
  progress.hidden = false;
  /** @param {number} share of the download that is done, 0 to 1 */
  const show = (share) => {
    progress.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    progress.style.setProperty('--share', String(share));
  };
  let arranging = false; // the layout of a draft may start before the graph is live
  const { startViewer } = await import('../viewer/viewer.js');
  const viewer = await startViewer({
    store, picture, cover: panel, wasm: meta('proxynet-viewer'), data: meta(document.querySelector('meta[name="proxynet-graph"]') ? 'proxynet-graph' : 'proxynet-network'),
    layout: document.querySelector('meta[name="proxynet-layout"]') && meta('proxynet-layout'), onEnd: end,
    onPassed,
    onProgress: show,
    onRefined(share) {
      arranging = share < 1;
      progress.setAttribute('aria-label', t('page.arranging'));
      progress.hidden = !arranging;
      show(share);
    },
  });
  ({ positions, frames, panZoom } = viewer);
  progress.hidden = !arranging;
  await still.released();
  if (!await viewer.settle()) return;
  root.dataset.viewer = 'live';
  root.toggleAttribute('data-movable', true);
}

/** Waits until the page has been drawn and the browser is idle. @returns {Promise<void>} */
function idle() {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 1000 });
    else setTimeout(done, 200); // Safari
  });
}

/** The address of a file that a meta element names. @param {string} name */
function meta(name) {
  return new URL(/** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="${name}"]`)).content, document.baseURI).href;
}
