// Replaces viewer/load.js in a page that is one file: all data is in elements of the
// page, named by the address (“inline:network” is #inline-network).

/** The characters that HTML would change: each is encoded together with the next one, as in dense.go of web/site. */
const UNSAFE = [0x00, 0x0d, 0x3c];

/**
 * Decodes a text in which each character has 7 bits, or 14 from U+0100 on.
 * @param {string} text
 * @param {number} length  of the bytes
 */
export function bytesOf(text, length) {
  const bytes = new Uint8Array(length);
  let [at, held, bits] = [0, 0, 0];
  /** @param {number} seven */
  const take = (seven) => {
    held = held << 7 | seven;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    bytes[at++] = held >> bits; // writes past the end are ignored
    held &= (1 << bits) - 1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x100) take(UNSAFE[(code - 0x100) >> 7]);
    take(code & 0x7f);
  }
  return bytes;
}

/** The content of a data element. @param {string} address */
function block(address) {
  const id = address.replace(':', '-');
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  const packed = new Blob([bytesOf(found.textContent ?? '', Number(found.dataset.bytes))]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')));
}

/** @type {typeof import('../viewer/load.js').loadText} */
export const loadText = (address) => block(address).text();

/** @type {typeof import('../viewer/load.js').openFile} */
export const openFile = async (address) => /** @type {ReadableStream<Uint8Array>} */ (block(address).body).getReader();

/** @type {typeof import('../viewer/load.js').compile} */
export async function compile(address, onProgress) {
  const module = await WebAssembly.compile(await block(address).arrayBuffer());
  onProgress(1);
  return module;
}
