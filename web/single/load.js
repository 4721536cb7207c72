// Replaces viewer/load.js in a page that is one file: all data is in elements of the
// page, named by the address (“inline:network” is #inline-network).

/** Values of 7 bits that are encoded together with the next 8, as in dense.go of web/site. */
const PAIRED = [0x00, 0x0d, 0x3c, 0x3e, 0x26, 0x22, 0x27];

/**
 * Decodes a text in which each character has 7 bits, or 15 from U+0100 on.
 * @param {string} text
 * @param {number} length  of the bytes
 */
export function bytesOf(text, length) {
  const bytes = new Uint8Array(length);
  let [at, held, bits] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x100) {
      held = held << 7 | code;
      bits += 7;
    } else {
      held = held << 15 | PAIRED[(code - 0x100) >> 8] << 8 | code & 0xff;
      bits += 15;
    }
    while (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits; // writes past the end are ignored
    }
    held &= (1 << bits) - 1;
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
