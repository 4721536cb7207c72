// The reader's page, made in the browser: shown in a frame, or written to a file.

/** @import {Work} from './work.js' */
import { openDialog } from './dialog.js';
import { el } from './dom.js';
import { Engine } from './engine.js';
import { download } from './files.js';
import { notice } from './notice.js';
import { t } from './translate.js';

/** Bytes of the programs that a published page holds; loaded once. @type {Promise<Record<string, Uint8Array>>|null} */
let programs = null;
/** The restart of the engine after which it was sent the programs. */
let sent = -1;

/**
 * Sends the engine the programs, unless it has them.
 * @param {Engine} engine
 * @param {Record<string, string>} addresses
 * @param {(address: string) => Promise<Uint8Array>} loadBytes
 */
async function equip(engine, addresses, loadBytes) {
  if (sent === engine.restarts || Object.keys(addresses).length === 0) return;
  programs ??= Promise.all(Object.entries(addresses).map(async ([name, address]) => /** @type {const} */ ([name, await loadBytes(address)]))).then(Object.fromEntries);
  programs.catch(() => { programs = null; });
  const files = await programs;
  await engine.ask('programs', { files });
  sent = engine.restarts;
}

/** The layouts of a picture. */
const LAYOUTS = ['wide', 'tall'];

/**
 * Arranges the picture of files as it is published, each layout in an engine of its own.
 * @param {{name: string, text: string, files: object}} network
 * @param {() => Promise<Worker>} start
 * @returns {Promise<object[]>}
 */
async function arrange({ name, text, files }, start) {
  const engines = LAYOUTS.map(() => new Engine({ start, again: () => [], onState: () => {} }));
  try {
    return await Promise.all(engines.map((engine, i) => engine.ask('arrange', { name, text, files, layout: LAYOUTS[i] })));
  } finally {
    for (const engine of engines) engine.stop();
  }
}

/**
 * @param {Work} work
 * @param {Record<string, string>} addresses  of programs, by name
 * @param {(address: string) => Promise<Uint8Array>} loadBytes
 * @param {Engine} artist  that draws the picture
 */
export function publisher(work, addresses, loadBytes, artist) {
  /** The last arrangement that was started, and the files that it is of. */
  let begun = { of: '', arranged: /** @type {Promise<object[]>} */ (Promise.resolve([])) };
  /** Starts to arrange the picture unless that was done. If it fails, publishing reports the reason. */
  const arranged = () => {
    const { name, text, files } = /** @type {any} */ (work.opened().args);
    const of = JSON.stringify([name, text, files]);
    if (begun.of !== of) begun = { of, arranged: arrange({ name, text, files }, artist.start).catch(() => []) };
    return begun.arranged;
  };
  /** @param {'preview'|'html'|'zip'} as @returns {Promise<{name: string, bytes: Uint8Array<ArrayBuffer>}>} */
  const make = async (as) => {
    const picture = as === 'preview' ? artist.ask('shown').then(({ layouts }) => ({ shown: layouts })) : arranged().then((all) => ({ arranged: all }));
    const [drawn] = await Promise.all([picture, equip(work.engine, addresses, loadBytes)]);
    return work.engine.ask('publish', { revision: work.revision, as, ...drawn });
  };
  return {
    /** Starts the slowest work early, because the author is likely to publish. */
    begin() {
      if (work.view?.publishable) void arranged();
    },
    /** Writes a file. @param {'html'|'zip'} as */
    async write(as) {
      if (!work.view?.publishable) return notice(t('desk.not-publishable'), { wrong: true });
      notice(t('desk.publishing'));
      try {
        const { name, bytes } = await make(as);
        download(name, bytes, as === 'zip' ? 'application/zip' : 'text/html');
        notice(t('desk.written', { name }));
      } catch (why) {
        notice(/** @type {Error} */ (why).message, { wrong: true });
      }
    },
    /** Shows the reader's page. */
    async preview() {
      if (!work.view?.publishable) return notice(t('desk.not-publishable'), { wrong: true });
      const body = el('div', { class: 'preview-body' }, el('p', { class: 'empty', role: 'status' }, t('desk.publishing')));
      const failed = (/** @type {string} */ why) => body.replaceChildren(el('p', { class: 'form-error', role: 'alert' }, why));
      // The host's policy does not allow it.
      const blocked = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective }) => { if (effectiveDirective === 'frame-src') failed(t('desk.preview-blocked')); };
      document.addEventListener('securitypolicyviolation', blocked);
      let address = '';
      const dialog = openDialog(t('desk.preview'), [body], {
        className: 'preview',
        onclose: () => {
          URL.revokeObjectURL(address);
          document.removeEventListener('securitypolicyviolation', blocked);
        },
      });
      try {
        const { bytes } = await make('preview');
        if (!dialog.open) return;
        address = URL.createObjectURL(new Blob([bytes], { type: 'text/html' }));
        body.replaceChildren(el('iframe', { src: address, title: t('desk.preview') }));
      } catch (why) {
        failed(/** @type {Error} */ (why).message);
      }
    },
  };
}
