// For the test of web archives: creates a WARC of an article with an embed, and replays
// it in a browser with wabac.js.

import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  css: 'text/css; charset=utf-8', html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json',
  png: 'image/png', svg: 'image/svg+xml', txt: 'text/plain; charset=utf-8', wasm: 'application/wasm',
};
/** @param {string} name */
const typeOf = (name) => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const encoder = new TextEncoder();

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * One response in a WARC 1.1, https://iipc.github.io/warc-specifications/.
 * @param {string} address
 * @param {string} type
 * @param {Uint8Array} body
 */
function record(address, type, body) {
  const answer = joined([encoder.encode(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
  const head = ['WARC/1.1', 'WARC-Type: response', `WARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>`, 'WARC-Date: 2026-01-02T03:04:05Z', `WARC-Target-URI: ${address}`,
    'Content-Type: application/http; msgtype=response', `Content-Length: ${answer.length}`];
  return joined([encoder.encode(`${head.join('\r\n')}\r\n\r\n`), answer, encoder.encode('\r\n\r\n')]);
}

/**
 * A WARC of an article and a site, as written by a crawler that follows all links.
 * @param {{address: string, html: string}} article
 * @param {{address: string, folder: string}} site
 */
export async function archive(article, site) {
  const names = (await readdir(site.folder, { recursive: true })).filter((name) => /\.\w+$/.test(name) && !/\.(br|gz)$/.test(name));
  const records = [record(article.address, TYPES.html, encoder.encode(article.html))];
  for (const name of names) {
    const body = new Uint8Array(await readFile(join(site.folder, name)));
    records.push(record(site.address + name, typeOf(name), body));
    if (name.endsWith('index.html')) records.push(record(site.address + name.slice(0, -'index.html'.length), TYPES.html, body));
  }
  return joined(records);
}

// Loads the archive into the browser and shows a page of it in a frame, as
// ReplayWeb.page does.
const REPLAY = `<!doctype html><title>Replay</title><link rel="icon" href="data:,"><script type="module">
await navigator.serviceWorker.register('sw.js');
const { active } = await navigator.serviceWorker.ready;
if (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done));
navigator.serviceWorker.addEventListener('message', ({ data }) => {
  if (data.msg_type === 'collAdded') {
    document.body.innerHTML = '<iframe style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0">';
    document.querySelector('iframe').src = 'w/article/mp_/' + location.hash.slice(1);
    document.title = 'Loaded';
  }
  else if (data.error) document.title = 'Not loaded: ' + data.error;
});
active.postMessage({ msg_type: 'addColl', name: 'article', type: 'archive', file: { sourceUrl: new URL('article.warc', location.href).href } });
</script>`;

/**
 * Serves only an archive and wabac.js.
 * @param {Uint8Array} warc
 * @param {string} worker file of wabac.js's service worker
 */
export async function serveArchive(warc, worker) {
  /** @type {Record<string, Uint8Array>} */
  const files = { '/': encoder.encode(REPLAY), '/sw.js': new Uint8Array(await readFile(worker)), '/article.warc': warc };
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const name = request.url ?? '';
    asked.push(name);
    const body = files[name] ?? new Uint8Array();
    const [from, to] = (/^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')?.slice(1) ?? []).map((n) => n === '' ? body.length - 1 : Number(n));
    const part = from === undefined ? body : body.subarray(from, Math.min(to, body.length - 1) + 1);
    response.writeHead(!(name in files) ? 404 : part === body ? 200 : 206, {
      'Content-Type': name === '/' ? TYPES.html : typeOf(name), 'Content-Length': part.length, 'Accept-Ranges': 'bytes',
      ...(part !== body && { 'Content-Range': `bytes ${from}-${from + part.length - 1}/${body.length}` }),
    });
    response.end(request.method === 'HEAD' ? '' : part);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    /** Paths requested by the browser. */
    asked,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
