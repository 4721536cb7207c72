// The desk: an author makes a network by marking its article. This script starts the
// parts and connects them.

/** @import {Behind} from './served.js' */
/** @import {Intake} from './view.js' */
/** @import {Kept} from './work.js' */
import { compile, loadText } from '../viewer/load.js';
import { el, part } from './dom.js';
import { Engine, workers } from './engine.js';
import { newKept } from './files.js';
import { reviewArticle } from './intake.js';
import { changedAt, forget, keepPaste, keeper, recall, recallAll, recallPaste } from './keep.js';
import { hold, holdSoon } from './lock.js';
import { announce } from './notice.js';
import { dress, t } from './translate.js';
import { openServed } from './served.js';
import { startScreen } from './start.js';
import * as storage from './storage.js';
import { startDesk } from './desktop.js';
import { Work } from './work.js';

/** Milliseconds after which a read-only tab looks for changes by another tab. */
const FOLLOW = 1000;

dress();

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="proxynet-${name}"]`)?.getAttribute('content') ?? '';

/** @type {Work|null} */
let work = null;
const start = workers({ compile, loadText }, { engine: meta('desk'), exec: meta('exec'), worker: meta('worker') });
const engine = new Engine({
  start,
  again: () => (work ? [work.opened()] : []),
  onState: (state, why) => {
    document.documentElement.dataset.engine = state;
    if (state === 'failed') announce(t('desk.engine-failed', { why: why ?? '' }), true);
  },
});
void engine.run();

/** Opens a network, and keeps each change of it from now on. @param {Kept} kept @param {Behind} [behind] the content of the files behind it */
async function open(kept, behind) {
  history.replaceState(null, '', `#work=${kept.id}`);
  document.documentElement.dataset.state = 'desk';
  part('start').hidden = true;
  part('desk').hidden = false;
  const mine = await hold(kept.id, async () => {
    clearInterval(timer);
    const fresh = await recall(now.id).catch(() => undefined); // the last version of the other tab
    now.locked = false; // not before that is here: what is typed into an older text would be lost
    if (fresh) void now.take(fresh);
    now.emit('locked');
  });
  const now = work = new Work(engine, mine ? await latest(kept) : kept);
  now.locked = !mine;
  /** @type {ReturnType<typeof startDesk>} */
  let desk;
  const { keep } = keeper(() => now.kept(), (state, why) => desk?.kept(state, why));
  let seen = kept.changed;
  const again = async () => {
    if (await changedAt(now.id) === seen) return;
    const fresh = await recall(now.id);
    if (!fresh || !now.locked) return; // this tab writes meanwhile
    seen = fresh.changed;
    await now.take(fresh);
  };
  const timer = now.locked ? setInterval(again, FOLLOW) : undefined;
  for (const change of /** @type {const} */ (['text', 'draft'])) now.on(change, () => { if (!now.locked) keep(); });
  const artist = new Engine({ start, again: () => [], onState: () => {} });
  desk = startDesk(now, artist, { behind, programs: meta('programs') });
  if (!now.locked) keep();
  await now.open();
  if (document.activeElement === document.body) document.getElementById('article')?.focus({ preventScroll: true });
}

async function begin() {
  const served = storage.isServed() ? await openServed(recall) : null;
  if (served) return open(served.kept, served.behind);
  const id = /^#work=(\w+)$/.exec(location.hash)?.[1];
  const kept = id ? await recall(id).catch(() => undefined) : undefined;
  if (kept?.intake && await holdSoon(kept.id)) return goOn(await latest(kept));
  if (kept && !kept.intake) return open(kept);
  await first();
}

/** Opens a network that is kept, or the review of an article, which only one tab can do at a time. @param {Kept} kept */
async function goOn(kept) {
  const { intake } = kept;
  if (!intake) return open(kept);
  if (!await holdSoon(kept.id)) throw new Error(t('desk.locked'));
  await review({ ...kept, intake });
}

/** The last version of a network that only this tab can write now: another may have written it since it was read. @param {Kept} kept @returns {Promise<Kept>} */
async function latest(kept) {
  try {
    const fresh = await changedAt(kept.id) > kept.changed ? await recall(kept.id) : undefined;
    return fresh && (kept.intake || !fresh.intake) ? fresh : kept; // not the article of which a network was just made
  } catch {
    return kept; // nothing can be kept here, as the page says
  }
}

/** Shows the first screen. */
async function first() {
  history.replaceState(null, '', location.pathname + location.search);
  document.documentElement.dataset.state = 'start';
  startScreen(engine, await recallAll().catch(() => []), await recallPaste().catch(() => ''), {
    open: (one) => void open(one),
    review: (name, intake, pasted) => void review({ ...newKept(name, {}, {}), title: intake.title, intake, ...(pasted && { drafts: { pasted } }) }),
    goOn: async (id) => {
      const one = await recall(id);
      if (one) await goOn(one);
    },
  });
}

/** Opens the review of an article, and keeps each change of it from now on. @param {Kept & {intake: Intake}} kept */
async function review(kept) {
  let now = kept;
  await hold(kept.id);
  history.replaceState(null, '', `#work=${kept.id}`);
  document.documentElement.dataset.state = 'start';
  const { keep, stop } = keeper(() => now, () => {});
  keep();
  reviewArticle(engine, kept, {
    open: (network) => {
      stop();
      void open(network);
      if (now.drafts?.pasted) keepPaste('').catch(() => {}); // now it is an article
    },
    filled: ({ title, values }) => {
      now = { ...now, title, drafts: { ...now.drafts, article: values }, changed: Date.now() };
      keep();
    },
    back: async () => {
      stop();
      if (now === kept && !kept.drafts?.article) await forget(kept.id).catch(() => {}); // nothing was changed
      await first();
    },
  });
  const screen = part('start');
  for (const type of ['dragover', 'drop']) screen.addEventListener(type, (event) => event.preventDefault()); // the browser would leave the page
  screen.hidden = false;
}

begin().catch((why) => { // the files behind the page can't be read
  document.documentElement.dataset.state = 'start';
  const screen = part('start');
  screen.replaceChildren(el('p', { class: 'start-page form-error', role: 'alert' }, /** @type {Error} */ (why).message));
  screen.hidden = false;
});
