// Lets one tab write a network; other tabs only read it until that one closes (Web Locks).

/** Networks that this tab may write. @type {Set<string>} */
const held = new Set();

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
