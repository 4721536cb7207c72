// Downloads with progress and clear errors.

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

/** The largest text that is read, in bytes: browsers fail at strings of twice that size. */
const MAX_BYTES = 2 ** 28;

/** Downloads a text. @param {string} address */
export async function loadText(address) {
  const response = await load(address);
  let loaded = 0;
  const text = counted(response, (length) => {
    loaded += length;
    if (loaded > MAX_BYTES) throw new Error(`${address}: larger than ${MAX_BYTES} bytes`);
  });
  return new Response(text).text();
}

/**
 * Starts a download that a program reads in pieces, as they arrive.
 * @param {string} address
 * @returns {Promise<ReadableStreamDefaultReader<Uint8Array>>}
 */
export async function openFile(address) {
  const { body } = await load(address);
  if (!body) throw new Error(`${address}: no content`);
  return body.getReader();
}

/**
 * Compiles a WASM program while it is downloaded. Browsers cache the compiled code
 * only for the response itself, so progress is counted on a copy.
 * @param {string} address
 * @param {(share: number) => void} onProgress
 */
export async function compile(address, onProgress) {
  const response = await load(address);
  const total = totalBytes(response);
  if (total) count(response.clone(), (loaded) => onProgress(Math.min(loaded / total, 1)));
  return WebAssembly.compileStreaming(typed(response));
}

/** The response with the right type: some hosts send WASM files with another one. @param {Response} response */
function typed(response) {
  const type = 'application/wasm';
  return response.headers.get('Content-Type') === type ? response : new Response(response.body, { headers: { 'Content-Type': type } });
}

/** Reports how many bytes have arrived. @param {Response} response @param {(loaded: number) => void} report */
function count(response, report) {
  let loaded = 0;
  const sink = new WritableStream({
    /** @param {Uint8Array} chunk */
    write(chunk) {
      report((loaded += chunk.length));
    },
  });
  response.body?.pipeTo(sink).catch(() => {}); // the reader of the response itself reports the error
}

/** The body; onChunk gets the length of each chunk. @param {Response} response @param {(length: number) => void} onChunk */
function counted(response, onChunk) {
  return response.body && response.body.pipeThrough(new TransformStream({
    /** @param {Uint8Array} chunk */
    transform(chunk, controller) {
      onChunk(chunk.length);
      controller.enqueue(chunk);
    },
  }));
}

/** The uncompressed length in bytes, 0 if unknown: Content-Length is the compressed length. @param {Response} response */
function totalBytes(response) {
  const meta = document.querySelector('meta[name="proxynet-viewer"]');
  if (meta instanceof HTMLMetaElement && meta.dataset.bytes) return Number(meta.dataset.bytes);
  if (response.headers.has('Content-Encoding')) return 0;
  return Number(response.headers.get('Content-Length') ?? 0);
}
