// The program without its graph, in a worker: it receives the addresses and the
// page's language, then questions in their order, and sends the answers in the same order.

import { newProgram, runProgram } from '../viewer/goprogram.js';
import { openFile } from '../viewer/load.js';
import { standInForPage } from './nopage.js';

standInForPage();

/** @type {Promise<(question: string) => string>|null} */
let program = null;

addEventListener('message', async ({ data }) => {
  try {
    if (program) postMessage({ answer: (await program)(data) });
    else await (program = start(data));
  } catch (why) {
    postMessage({ error: String(why) });
  }
});

/** @param {{wasm: string, data: string, language: string}} given */
async function start({ wasm, data, language }) {
  const [network, module, go] = await Promise.all([openFile(data), WebAssembly.compileStreaming(fetch(wasm)), newProgram()]);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return /** @type {Promise<(question: string) => string>} */ (runProgram(go, instance, 'proxynetQuestions', (start, fail) => ({ network, language, start, fail })));
}
