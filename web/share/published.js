// Who can open this page. The address of a file names folders, and often with them the
// user: it must not get into a picture, link or snippet that is shared.

/** Who can open an address: only this page (a file, a blob), only this computer, or everybody. @typedef {'file'|'computer'|'web'} Reach */

/** @param {{protocol: string, hostname: string}} location @returns {Reach} */
export function reachOf({ protocol, hostname }) {
  if (protocol !== 'http:' && protocol !== 'https:') return 'file';
  return /^(.*\.)?localhost$|^127\.|^\[::1\]$/.test(hostname) ? 'computer' : 'web';
}

/**
 * The page's address without query and fragment, or null if no other computer can open
 * it, as with a file or a blob.
 * @param {{protocol: string, hostname: string, origin: string, pathname: string}} location
 * @param {boolean} single  the page is one file, not the index of its folder
 */
export function addressOf(location, single) {
  if (reachOf(location) === 'file') return null;
  return location.origin + (single ? location.pathname : location.pathname.replace(/[^/]*$/, ''));
}
