// The engine's worker: a classic script, since a page opened from disk can start no
// other. Its first message has the compiled program, and the address of wasm_exec.js
// unless that is in the same script. The program then answers messages itself; see
// wasm/desk.

/** @type {MessageEvent[]} messages received before the program listens */
const early = [];

/** @param {MessageEvent} event */
async function first(event) {
  if (!event.data.module) return void early.push(event);
  try {
    if (event.data.exec) /** @type {{importScripts(address: string): void}} */ (/** @type {unknown} */ (globalThis)).importScripts(event.data.exec);
    /** @type {new () => {importObject: WebAssembly.Imports, run(instance: WebAssembly.Instance): Promise<void>}} */
    const Go = Reflect.get(globalThis, 'Go');
    const go = new Go();
    /** @type {WebAssembly.Module} */
    const module = event.data.module;
    const instance = await WebAssembly.instantiate(module, go.importObject);
    const ended = () => postMessage({ fatal: 'the engine has ended' });
    go.run(instance).then(ended, ended);
    removeEventListener('message', first);
    for (const message of early.splice(0)) /** @type {(event: MessageEvent) => void} */ (Reflect.get(globalThis, 'onmessage'))(message);
  } catch (why) {
    postMessage({ fatal: String(why) });
  }
}

addEventListener('message', first);
