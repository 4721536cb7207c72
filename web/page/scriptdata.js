// Data that only the scripts of a page use: in a separate script, which runs before the
// others, or in the page if it is one file. web/scriptdata.go writes it.

/**
 * @typedef {object} ScriptData
 * @property {Record<string, Record<string, any>>} strings  of the interface
 * @property {import('../still/emphasis.js').Emphasis|null} emphasis  null if only the live graph can show the selection
 * @property {import('../time/axis.js').Stop[]|null} stops  of the time slider
 */

/** The data of this page. @returns {ScriptData} */
export function scriptData() {
  const { proxynetPage } = /** @type {{proxynetPage?: ScriptData}} */ (globalThis);
  if (proxynetPage) return proxynetPage;
  const text = document.querySelector('#script-data')?.textContent;
  if (!text) throw new Error('the script with the data of this page is not loaded');
  return JSON.parse(text);
}
