// A server of single files for the benchmarks' pages.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @import {AddressInfo} from 'node:net' */

/** The project's root folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @type {Record<string, string>} */
const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/**
 * Serves files, given by the path in the address and, from the project's folder,
 * that of the file. Returns the address, and what ends it.
 * @param {Record<string, string>} files
 */
export async function serve(files) {
  const server = createServer(async (request, response) => {
    const file = files[request.url ?? ''];
    if (!file) return void response.writeHead(404).end();
    // Isolated pages get finer clocks.
    response.writeHead(200, {
      'Content-Type': kinds[extname(file)],
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }).end(await readFile(file.startsWith('/') ? file : join(root, file)));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Formats a row of a table. @param {(string | number)[]} cells @param {number} width width of all columns except the first, which is twice as wide */
export function row(cells, width = 22) {
  return cells.map((cell, i) => (i ? String(cell).padStart(width) : String(cell).padEnd(26))).join('  ');
}
