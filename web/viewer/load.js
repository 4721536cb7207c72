// Downloads with progress, and errors that say what went wrong.

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

/** Bytes of a network beyond which it isn't read: browsers fail at strings of twice that. */
const MOST = 2 ** 28;

/** Reads a network. @param {string} address */
export async function loadText(address) {
  const response = await load(address);
  let loaded = 0;
  const text = counted(response, (length) => {
    loaded += length;
    if (loaded > MOST) throw new Error(`${address}: larger than ${MOST} bytes`);
  });
  return new Response(text).text();
}

/**
 * Compiles a WASM program while it arrives. Hosts that don't know its type send
 * it as something else; it is what it is.
 * @param {string} address
 * @param {(share: number) => void} onProgress
 */
export async function compile(address, onProgress) {
  const response = await load(address);
  const total = totalBytes(response);
  let loaded = 0;
  const program = counted(response, (length) => {
    loaded += length;
    if (total) onProgress(Math.min(loaded / total, 1));
  });
  return WebAssembly.compileStreaming(new Response(program, { headers: { 'Content-Type': 'application/wasm' } }));
}

/** The body, each of whose chunks is told of. @param {Response} response @param {(length: number) => void} onChunk */
function counted(response, onChunk) {
  return response.body && response.body.pipeThrough(new TransformStream({
    /** @param {Uint8Array} chunk */
    transform(chunk, controller) {
      onChunk(chunk.length);
      controller.enqueue(chunk);
    },
  }));
}

/** The uncompressed length, which Content-Length isn't of a compressed body. @param {Response} response */
function totalBytes(response) {
  const meta = document.querySelector('meta[name="proxynet-viewer"]');
  if (meta instanceof HTMLMetaElement && meta.dataset.bytes) return Number(meta.dataset.bytes);
  if (response.headers.has('Content-Encoding')) return 0;
  return Number(response.headers.get('Content-Length') ?? 0);
}
