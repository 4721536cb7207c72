// Starts nginx and Caddy with the shipped configurations on free ports. Only the
// address, the folder, and the server's required configuration around it are added.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pause } from '../browser/browser.js';

/** Milliseconds within which a server must answer, on a busy machine. */
const PATIENCE = 30_000;

/**
 * Starts a server and waits until it answers.
 * @param {'nginx'|'caddy'} name
 * @param {string} site the folder to serve
 * @returns {Promise<{address: string, stop: () => Promise<void>}>}
 */
export async function serve(name, site) {
  const folder = await mkdtemp(join(tmpdir(), `proxynet-${name}-`));
  const port = await freePort();
  const [program, ...args] = await (name === 'nginx' ? nginx : caddy)(folder, resolve(site), port);
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } });
  let said = '';
  server.stderr.on('data', (text) => { said += text; });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}/`;
  for (const until = Date.now() + PATIENCE; Date.now() < until && server.exitCode === null;) {
    if (await fetch(address).then(() => true, () => false)) return { address, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`${name} does not answer:\n${said}`);
}

/** @param {string} folder @param {string} site @param {number} port */
async function nginx(folder, site, port) {
  const shipped = await readFile(new URL('../../embed/hosts/nginx.conf', import.meta.url), 'utf8');
  const server = put(put(put(shipped, 'listen 80;', `listen 127.0.0.1:${port};`), 'root /srv/proxynet;', `root ${site};`), '# brotli_static on;', 'brotli_static on;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder};`).join('\n');
  await writeFile(join(folder, 'nginx.conf'), `
load_module ${named('NGINX_BROTLI')};
daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events {}
http {
include /etc/nginx/mime.types; access_log off;
${temporary}
${server}
}`);
  return [named('NGINX'), '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
}

/** @param {string} folder @param {string} site @param {number} port */
async function caddy(folder, site, port) {
  const shipped = await readFile(new URL('../../embed/hosts/Caddyfile', import.meta.url), 'utf8');
  const server = put(put(shipped, 'network.example.org {', `http://127.0.0.1:${port}, http://localhost:${port} {`), 'root * /srv/proxynet', `root * ${site}`);
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${server}`);
  return [named('CADDY'), 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
}

/** @param {string} text @param {string} old @param {string} now */
function put(text, old, now) {
  if (text.split(old).length !== 2) throw new Error(`the configuration has not one ${old}`);
  return text.replace(old, () => now);
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @param {string} name of a variable that `make test-hosts` sets */
function named(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the tests with: make test-hosts`);
  return value;
}
