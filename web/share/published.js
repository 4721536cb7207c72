// Where others can open this page. The address of a file names folders, and with
// them often the person whose computer it is: it must not reach a picture, link
// or snippet that is passed on.

/** Who can open an address: nobody else (a file, a blob), this computer only, anybody. @typedef {'file'|'computer'|'web'} Reach */

/** @param {{protocol: string, hostname: string}} location @returns {Reach} */
export function reachOf({ protocol, hostname }) {
  if (protocol !== 'http:' && protocol !== 'https:') return 'file';
  return /^(.*\.)?localhost$|^127\.|^\[::1\]$/.test(hostname) ? 'computer' : 'web';
}

/**
 * The page's address without query and fragment, or null for one that leads
 * nowhere from another computer's point of view: a file, a blob.
 * @param {{protocol: string, hostname: string, origin: string, pathname: string}} location
 * @param {boolean} single  the page is one file, not the index of its folder
 */
export function addressOf(location, single) {
  if (reachOf(location) === 'file') return null;
  return location.origin + (single ? location.pathname : location.pathname.replace(/[^/]*$/, ''));
}
