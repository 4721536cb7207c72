// What viewer/load.js does, in a page that is one file: everything is in the page
// itself, in data blocks named by the address (“inline:network” is #inline-network).

/** The text of a data block. @param {string} address */
function block(address) {
  const id = address.replace(':', '-');
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found.textContent ?? '';
}

/** @type {typeof import('../viewer/load.js').loadText} */
export const loadText = async (address) => block(address);

/** @type {typeof import('../viewer/load.js').compile} */
export async function compile(address, onProgress) {
  const text = atob(block(address).trim());
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const module = await WebAssembly.compile(await new Response(program).arrayBuffer());
  onProgress(1);
  return module;
}
