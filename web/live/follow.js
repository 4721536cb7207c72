// What the server tells about a network that is being written.
//
// Browsers open six connections to a host, for all tabs and frames together, and a
// page needs some of them to load. So all pages of this server share one that waits
// for news: the page that holds a lock has it, and tells the others. When that page
// goes, the lock passes on to another.

const name = 'proxynet-live';
const pollTime = 1000; // ms, between questions where pages can't share a connection

/**
 * Calls tell with the news, as JSON: now, and whenever there are others.
 * @param {(text: string) => void} tell
 */
export function follow(tell) {
  let last = '';
  /** @param {string} text */
  const hear = (text) => {
    if (text === last) return;
    last = text;
    tell(text);
  };
  const ask = async () => {
    const before = last;
    const answer = await fetch(new URL('news', import.meta.url), { cache: 'no-store' }).catch(() => null);
    const text = answer?.ok ? await answer.text() : '';
    if (text && last === before) hear(text); // else what came meanwhile is newer
  };
  ask();
  share(hear).catch(() => setInterval(() => { if (!document.hidden) ask(); }, pollTime));
}

/**
 * Waits for news together with all pages of this origin. It fails where pages know
 * nothing of each other: in a sandboxed frame, and on a host that is neither
 * this machine nor asked by HTTPS.
 * @param {(text: string) => void} hear
 */
async function share(hear) {
  if (!navigator.locks) throw new Error('no locks');
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }) => hear(data));
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort());
  // A page that the browser kept, and shows again, has missed what came meanwhile.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  await navigator.locks.request(name, { signal: gone.signal }, () => new Promise((release) => {
    const events = new EventSource(new URL('events', import.meta.url));
    events.addEventListener('message', ({ data }) => {
      others.postMessage(data);
      hear(data);
    });
    gone.signal.addEventListener('abort', () => {
      events.close();
      release(undefined);
    });
  })).catch((error) => {
    if (!gone.signal.aborted) throw error;
  });
}
