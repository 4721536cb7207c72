// In a worker, the parts of a page that Ebiten uses when the program begins, although it
// draws nothing there.

/** Takes every call, and every property of it is itself. @type {any} */
const nothing = new Proxy(() => nothing, {
  get: () => nothing,
  set: () => true,
  getOwnPropertyDescriptor: () => ({ configurable: true, get: nothing }),
});

export function standInForPage() {
  for (const name of ['window', 'document', 'Document', 'screen']) Reflect.set(globalThis, name, nothing);
}
