// Runs Go programs compiled to WebAssembly. wasm_exec.js is of the Go toolchain.

import { compile } from './load.js';

/**
 * @typedef {object} GoProgram
 * @property {WebAssembly.Imports} importObject
 * @property {(instance: WebAssembly.Instance) => Promise<void>} run  resolves when the program ends
 */

/** The compiled programs by address. @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/**
 * Compiles a program, once for a page: the graph and the questions are the same program.
 * @param {string} address
 * @param {(share: number) => void} onProgress
 */
export function compileOnce(address, onProgress = () => {}) {
  const module = compiled.get(address) ?? compile(address, onProgress);
  compiled.set(address, module);
  module.catch(() => compiled.delete(address));
  return module;
}

/** Loads wasm_exec.js, once. @returns {Promise<GoProgram>} a program to instantiate and run */
export async function newProgram() {
  await import(new URL('../wasm_exec.js', import.meta.url).href);
  return new (Reflect.get(globalThis, 'Go'))();
}

/**
 * Runs a program that reads a global object when it begins, and reports through
 * two functions of that object that it is ready or can't start. Rejects if the
 * program fails or ends.
 * @template T
 * @param {GoProgram} go
 * @param {WebAssembly.Instance} instance
 * @param {string} name  of the global object
 * @param {(start: (program: T) => void, fail: (why: string) => void) => object} hostOf  makes the object
 * @returns {Promise<T>} what the program passes to start
 */
export function runProgram(go, instance, name, hostOf) {
  return new Promise((start, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(why));
    Reflect.set(globalThis, name, hostOf(start, fail));
    go.run(instance).then(() => fail('the program has ended'), reject);
    Reflect.deleteProperty(globalThis, name); // the program has read it
  });
}
