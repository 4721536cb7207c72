// The desk: a network is made by marking its article. This script starts the parts
// and passes on what they ask of each other.

/** @import {Behind} from './served.js' */
/** @import {Kept} from './work.js' */
import { compile, loadText } from '../viewer/load.js';
import { part } from './dom.js';
import { Engine, workers } from './engine.js';
import { changedAt, keeper, recall, recallAll } from './keep.js';
import { hold } from './lock.js';
import { announce } from './notice.js';
import { dress, t } from './translate.js';
import { openServed } from './served.js';
import { startScreen } from './start.js';
import * as storage from './storage.js';
import { startDesk } from './desktop.js';
import { Work } from './work.js';

/** Milliseconds after which a tab that only reads looks for what another has written. */
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
  tell: (state, why) => {
    document.documentElement.dataset.engine = state;
    if (state === 'failed') announce(t('desk.engine-failed', { why: why ?? '' }), true);
  },
});
void engine.run();

/** Opens a network: from now on each change of it is kept. @param {Kept} kept @param {Behind} [behind] what is in the files behind it */
async function open(kept, behind) {
  history.replaceState(null, '', `#work=${kept.id}`);
  document.documentElement.dataset.state = 'desk';
  part('start').hidden = true;
  part('desk').hidden = false;
  const now = work = new Work(engine, kept);
  /** @type {ReturnType<typeof startDesk>} */
  let desk;
  const keepNow = keeper(() => now.kept(), (state, why) => desk?.kept(state, why));
  const again = async () => {
    if (now.locked && await changedAt(now.id) === seen) return;
    const fresh = await recall(now.id);
    if (!fresh) return;
    seen = fresh.changed;
    await now.take(fresh);
  };
  let seen = kept.changed;
  now.locked = !await hold(kept.id, async () => {
    clearInterval(timer);
    now.locked = false;
    await again(); // what the other tab wrote last
    now.tell('locked');
  });
  const timer = now.locked ? setInterval(again, FOLLOW) : undefined;
  for (const news of /** @type {const} */ (['text', 'joined'])) now.on(news, () => { if (!now.locked) keepNow(); });
  const artist = new Engine({ start, again: () => [], tell: () => {} });
  desk = startDesk(now, artist, { behind, programs: meta('programs') });
  if (!now.locked) keepNow();
  await now.open();
}

async function begin() {
  const served = storage.isServed() ? await openServed(recall) : null;
  if (served) return open(served.kept, served.behind);
  const id = /^#work=(\w+)$/.exec(location.hash)?.[1];
  const kept = id ? await recall(id).catch(() => undefined) : undefined;
  if (kept) return open(kept);
  document.documentElement.dataset.state = 'start';
  startScreen(engine, await recallAll().catch(() => []), {
    open: (one) => void open(one),
    goOn: async (id) => {
      const one = await recall(id);
      if (one) await open(one);
    },
  });
}

void begin();
