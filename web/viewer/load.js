// Downloads with progress, and errors that say what went wrong.

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

/**
 * Compiles a WASM program while it arrives.
 * @param {string} address
 * @param {(share: number) => void} onProgress
 */
export async function compile(address, onProgress) {
  const response = await load(address);
  const total = totalBytes(response);
  if (!response.body || !total) return WebAssembly.compileStreaming(response);
  let loaded = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    /** @param {Uint8Array} chunk */
    transform(chunk, controller) {
      loaded += chunk.length;
      onProgress(Math.min(loaded / total, 1));
      controller.enqueue(chunk);
    },
  }));
  const type = response.headers.get('Content-Type') ?? '';
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'Content-Type': type } }));
}

/** The uncompressed length, which Content-Length isn't of a compressed body. @param {Response} response */
function totalBytes(response) {
  const meta = document.querySelector('meta[name="proxynet-viewer"]');
  if (meta instanceof HTMLMetaElement && meta.dataset.bytes) return Number(meta.dataset.bytes);
  if (response.headers.has('Content-Encoding')) return 0;
  return Number(response.headers.get('Content-Length') ?? 0);
}
