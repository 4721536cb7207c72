// Downloads with progress, and errors that say what went wrong.

/** @param {string} address */
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
 * Compiles a WASM program while it arrives. Browsers keep what they compiled for
 * the next visit, but only of the response itself, so a copy of it is counted.
 * @param {string} address
 * @param {(share: number) => void} onProgress
 */
export async function compile(address, onProgress) {
  const response = await load(address);
  const total = totalBytes(response);
  if (total) count(response.clone(), (loaded) => onProgress(Math.min(loaded / total, 1)));
  return WebAssembly.compileStreaming(typed(response));
}

/** Hosts that don't know a program's type send it as something else; it is what it is. @param {Response} response */
function typed(response) {
  const type = 'application/wasm';
  return response.headers.get('Content-Type') === type ? response : new Response(response.body, { headers: { 'Content-Type': type } });
}

/** Tells how many bytes have come. @param {Response} response @param {(loaded: number) => void} tell */
function count(response, tell) {
  let loaded = 0;
  const sink = new WritableStream({
    /** @param {Uint8Array} chunk */
    write(chunk) {
      tell((loaded += chunk.length));
    },
  });
  response.body?.pipeTo(sink).catch(() => {}); // whoever reads the response itself says why
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
