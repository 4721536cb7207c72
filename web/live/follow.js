// Receives the server's events about a network that is being written.
//
// Browsers open six connections to a host, for all tabs and frames together, and a
// page needs some of them to load. So all pages of this server share one that waits
// for events: the page that holds a lock has the connection and passes events on to
// the others. When that page is closed, another gets the lock.

const name = 'proxynet-live';
const pollTime = 1000; // ms, between requests if pages can't share a connection

/**
 * Calls onEvent with the last event, as JSON: now, and whenever there is a new one.
 * @param {(text: string) => void} onEvent
 */
export function follow(onEvent) {
  let last = '';
  /** @param {string} text */
  const receive = (text) => {
    if (text === last) return;
    last = text;
    onEvent(text);
  };
  const ask = async () => {
    const before = last;
    const answer = await fetch(new URL('latest', import.meta.url), { cache: 'no-store' }).catch(() => null);
    const text = answer?.ok ? await answer.text() : '';
    if (text && last === before) receive(text); // otherwise the event that came meanwhile is newer
  };
  ask();
  share(receive).catch(() => setInterval(() => { if (!document.hidden) ask(); }, pollTime));
}

/**
 * Waits for events together with all pages of this origin. It fails where pages can't
 * reach each other: in a sandboxed frame, and on another host without HTTPS.
 * @param {(text: string) => void} receive
 */
async function share(receive) {
  if (!navigator.locks) throw new Error('no locks');
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }) => receive(data));
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort());
  // A page that the browser restores from its cache has missed events.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  await navigator.locks.request(name, { signal: gone.signal }, () => new Promise((release) => {
    const events = new EventSource(new URL('events', import.meta.url));
    events.addEventListener('message', ({ data }) => {
      others.postMessage(data);
      receive(data);
    });
    gone.signal.addEventListener('abort', () => {
      events.close();
      release(undefined);
    });
  })).catch((error) => {
    if (!gone.signal.aborted) throw error;
  });
}
