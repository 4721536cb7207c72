// Lets one tab write a network; other tabs only read it until that one closes (Web Locks).

/** Networks that this tab may write. @type {Set<string>} */
const held = new Set();

/** Milliseconds for which a browser may still hold the lock of a tab that has just ended. */
const RELEASED = 2000;

/**
 * Resolves with whether this tab may write. If not, calls mine as soon as it may;
 * without mine, this tab doesn't wait.
 * @param {string} id  of the network
 * @param {() => void} [mine]
 * @returns {Promise<boolean>}
 */
export function hold(id, mine) {
  const name = `proxynet-desk:${id}`;
  const forever = () => new Promise(() => {});
  if (!navigator.locks || held.has(id)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) held.add(id);
      resolve(lock !== null);
      if (lock) return forever();
      if (mine) navigator.locks.request(name, () => {
        held.add(id);
        mine();
        return forever();
      }).catch(() => {});
    }).catch(() => resolve(true)); // locks that are refused, as in a sandboxed page
  });
}

/**
 * Resolves with whether this tab may write, after waiting for the lock of a tab that has
 * just ended, as when the browser was restarted.
 * @param {string} id  of the network
 */
export async function holdSoon(id) {
  const end = performance.now() + RELEASED;
  while (!await hold(id)) {
    if (performance.now() > end) return false;
    await new Promise((next) => setTimeout(next, 100));
  }
  return true;
}
