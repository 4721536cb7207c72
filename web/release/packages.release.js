// Tests the npm packages as their users install them. `make release-test` writes a
// release for this platform and passes its folder (RELEASE) and the browser (CHROMIUM).

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch } from '../test/browser/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const release = resolve(process.env.RELEASE ?? 'release');

/** A newsroom's folder, which has only the packages. */
let folder = '';

/** Runs a program in the folder and returns its output. @param {string} program @param {string[]} args */
async function run(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder });
  return stdout;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-consumer-'));
  await cp(join(root, 'web/release/consumer'), folder, { recursive: true });
  for (const name of ['harbour.yaml', 'harbour.txt']) await cp(join(root, 'network/file/testdata', name), join(folder, name));
  await run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  const packages = (await readdir(join(release, 'npm'))).map((name) => join(release, 'npm', name));
  const packed = JSON.parse(await run('npm', 'pack', '--json', ...packages));
  await run('npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...packed.map((/** @type {{filename: string}} */ p) => `./${p.filename}`));
});
after(() => rm(folder, { recursive: true, force: true }));

test('packages: npx proxynet runs the command', async () => {
  assert.match(await run('npx', '--no', 'proxynet', 'version'), /^proxynet v\S+\ncommit   [0-9a-f]{40}\ngo       go1\.\S+ \S+\nviewer   embedded, /);
  await run('npx', '--no', 'proxynet', 'new', 'cable', '--article', 'harbour.txt');
  assert.ok((await readdir(join(folder, 'cable'))).includes('network.yaml'));
  await assert.rejects(run('npx', '--no', 'proxynet', 'chek'), { code: 2 });
});

test('packages: stopping npx stops the command', async () => {
  const { server, address } = await serve('--network', 'harbour.yaml');
  server.kill('SIGTERM');
  assert.equal(await new Promise((resolve) => server.on('exit', resolve)), 0);
  await assert.rejects(fetch(address));
});

/** Serves the folder as the package's script does. @param {string[]} args */
async function serve(...args) {
  const server = spawn(process.execPath, ['node_modules/proxynet/bin/proxynet.js', 'serve', ...args, '--addr', '127.0.0.1:0'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.on('exit', (status) => reject(new Error(`the server ended with status ${status}: ${said}`)));
    server.stdout.on('data', (text) => {
      const found = /Open (http:\S+)/.exec(said += text);
      if (found) resolve(found[1]);
    });
  });
  return { server, address: String(address) };
}

test('packages: a missing package is reported', async () => {
  const [platform] = await readdir(join(folder, 'node_modules/@proxynet'));
  const from = join(folder, 'node_modules/@proxynet', platform), aside = join(folder, 'aside');
  await run('mv', from, aside);
  await assert.rejects(run('npx', '--no', 'proxynet', 'version'), (/** @type {any} */ error) => error.code === 1 && error.stderr === `proxynet: the package @proxynet/${platform} is not installed. Install proxynet again, without --omit=optional and on the machine that runs it; if npm finds no such package, there is no release for this platform.\n`);
  await run('mv', aside, from);
});

test('packages: the element is bundled, typed and live, alone and in React', async () => {
  await run(join(root, 'web/node_modules/.bin/tsc'), '-p', '.');
  await run('npx', '--no', 'vite', 'build');
  await run('npx', '--no', 'proxynet', 'build', '--network', 'harbour.yaml', '-o', 'site', '--precompress=false');
  const { server, address } = await serve('--site', 'site');
  const host = await hostOf(join(folder, 'dist'));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => void (['error', 'warn'].includes(message.type()) && problems.push(message.text())));
    await page.goto(`${host.address}?site=${encodeURIComponent(address)}`);
    const got = await page.evaluate(async () => {
      const plain = /** @type {import('../embed/embed.js').ProxyNetworkElement} */ (document.querySelector('#plain > proxy-network'));
      await plain.ready;
      const [first] = Object.keys(await plain.positions());
      await plain.dispatch({ type: 'select', id: first });
      await new Promise((next) => setTimeout(next, 500));
      const react = document.querySelector('#react > proxy-network');
      return {
        first, title: document.title, isDefined: react?.matches(':defined'), names: react?.getAttributeNames(), asOf: react?.getAttribute('as-of'), hasPicture: react?.shadowRoot?.querySelector('img')?.naturalWidth,
      };
    });
    assert.ok(got.first);
    assert.equal(got.title, got.first);
    assert.equal(got.isDefined, true);
    assert.deepEqual(got.names?.sort(), ['as-of', 'aspect-ratio', 'data-ref', 'interactive', 'src']);
    assert.equal(got.asOf, '2020');
    assert.ok(got.hasPicture);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    host.stop();
    server.kill();
  }
});

/** A static host of a folder. @param {string} dir */
async function hostOf(dir) {
  const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript' });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      const data = await readFile(join(dir, name));
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' }).end(data);
    } catch {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
