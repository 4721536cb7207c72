// One tab writes a network; others read it until that one closes (Web Locks).

/**
 * Resolves with whether this tab may write. If it may not, mine is called once
 * it may.
 * @param {string} id  of the network
 * @param {() => void} mine
 * @returns {Promise<boolean>}
 */
export function hold(id, mine) {
  const name = `proxynet-desk:${id}`;
  const forever = () => new Promise(() => {});
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock) return forever();
      navigator.locks.request(name, () => {
        mine();
        return forever();
      }).catch(() => {});
    }).catch(() => resolve(true)); // locks that are refused, as in a sandboxed page
  });
}
