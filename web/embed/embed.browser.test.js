// The embed in cross-origin article pages, in a real browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, spread, until } from '../test/browser/browser.js';
import { initialState } from '../state/store.js';
import { errorsOf, frameOf, framesOf, live, shiftOf, startHost } from '../test/browser/article.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

const WORDS = `<p>${'Some words of an article. '.repeat(40)}</p>`;

/** The snippet. @param {string} [attributes] */
const embed = (attributes = '') => `${host.script}<proxy-network src="${host.address}" ${attributes}></proxy-network>`;

/** The position of a node of the only embed, in the article’s window. @param {Page} page @param {string} id */
const placeOf = (page, id) => page.evaluate(async (id) => {
  const element = /** @type {import('./embed.js').ProxyNetworkElement} */ (document.querySelector('proxy-network'));
  const { x, y } = element.getBoundingClientRect();
  const place = (await element.positions())[id];
  return { x: x + place.x, y: y + place.y };
}, id);

/** The state of the only embed. @param {Page} page */
const stateOf = (page) => page.$eval('proxy-network', (element) => /** @type {import('./embed.js').ProxyNetworkElement} */ (element).state);

/** @param {Page} page @param {string|null} id */
const selected = (page, id) => until(page, `the selection of ${id}`, (id) => document.querySelector('proxy-network')?.state.select === id, id);

/**
 * Moves the mouse over a node. After a scroll, Chromium takes a while to route events
 * to frames. @param {Page} page @param {string} id
 */
async function point(page, id) {
  for (let i = 0; i < 50 && (await stateOf(page)).hover !== id; i++) {
    const { x, y } = await placeOf(page, id);
    await page.mouse.move(x + i % 2, y);
    await pause(100);
  }
}

/** Scrolls so that an element’s top is this many pixels below the window’s top. @param {Page} page */
const scrollTo = (page, selector = 'proxy-network', top = 0) => page.$eval(selector, (element, top) => scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' }), top);

test('embed: the picture first, then the graph in the same place, without third-party requests', async () => {
  const { page, errors, warnings, requests } = await host.open(embed('interactive="click"'));
  await until(page, 'the picture', () => (document.querySelector('proxy-network')?.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0);
  assert.equal(await framesOf(page), 0);
  const early = requests.filter((url) => url.startsWith(host.address)).map((url) => url.slice(host.address.length));
  assert.deepEqual(early.filter((file) => !file.endsWith('.js')), ['picture.wide.svg']);
  const before = await page.screenshot();
  await page.click('proxy-network');
  await live(page);
  await pause(300);
  const now = await page.screenshot();
  assert.notDeepEqual(before, now);
  const own = new RegExp(`^(data:|blob:|${host.address}|${new URL(page.url()).origin})`);
  assert.deepEqual(requests.filter((url) => !own.test(url)), []);
  assert.deepEqual([errors, warnings, await errorsOf(page), await errorsOf(await frameOf(page))], [[], [], [], []]);
  assert.deepEqual(await page.cookies(), []);
  await page.close();
});

for (const [name, body] of /** @type {[string, () => string][]} */ ([
  ['the dialog’s snippet, at the top', () => `<style>img { max-width: 100%; height: auto; }</style>${host.snippet()}${WORDS.repeat(4)}`],
  ['bare, further down', () => `${WORDS.repeat(12)}${embed()}${WORDS.repeat(4)}`],
])) {
  test(`embed: the article is unchanged: ${name}`, async () => {
    const still = await host.open(body(), { noScript: true });
    const want = await still.page.content();
    await still.page.close();
    const { page, errors } = await host.open(body(), { motion: true });
    await until(page, 'the box', () => Number(document.querySelector('proxy-network')?.clientHeight) > 0);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await scrollTo(page);
    await live(page);
    const top = await page.evaluate(() => scrollY);
    await page.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: 'hezbollah' }));
    await selected(page, 'hezbollah');
    await pause(500);
    assert.equal(await shiftOf(page), 0, 'layout shift');
    assert.equal(await page.evaluate(() => scrollY), top, 'the page has scrolled');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus has moved');
    assert.equal(await page.content(), want);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test('embed gestures: a click selects, the wheel scrolls the article and zooms with Ctrl', async () => {
  const { page, errors } = await host.open(WORDS + embed() + WORDS.repeat(12), { motion: true });
  await live(page);
  await scrollTo(page, 'proxy-network', 50);
  await point(page, 'tehran');
  await page.mouse.down();
  await page.mouse.up();
  await selected(page, 'tehran');
  const frame = await frameOf(page);
  const said = () => frame.$eval('#gesture', (line) => line.checkVisibility() && line.textContent);
  assert.equal(await said(), false);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel({ deltaY: 200 });
  await until(page, 'the article scroll', (top) => scrollY === top + 200, top);
  assert.match(String(await said()), /scroll to zoom/);
  assert.equal((await stateOf(page)).view, null, 'the graph was zoomed');
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -200 });
  await page.keyboard.up('Control');
  await until(page, 'the graph zoom', () => (document.querySelector('proxy-network')?.state.view?.zoom ?? 0) > 1);
  assert.equal(await page.evaluate(() => scrollY), top + 200);
  await pause(2600);
  assert.equal(await said(), false);
  await page.mouse.wheel({ deltaY: -100 });
  await until(page, 'the article scroll back', (top) => scrollY === top + 100, top);
  assert.equal(await said(), false, 'the hint is said twice');
  assert.deepEqual(errors, []);
  await page.close();
});

test('embed gestures: a tap selects, a swipe scrolls the article, two fingers zoom', async () => {
  const { page, errors } = await host.open(WORDS + embed() + WORDS.repeat(12), { phone: true, motion: true });
  await scrollTo(page, 'proxy-network', 20);
  await live(page);
  const top = await page.evaluate(() => scrollY);
  const finger = await page.touchscreen.touchStart(200, 500);
  for (let step = 1; step <= 10; step++) {
    await finger.move(200, 500 - 20 * step);
    await pause(30);
  }
  await finger.end();
  await until(page, 'the article scroll', (top) => scrollY > top + 150, top);
  assert.match(await (await frameOf(page)).$eval('#gesture', (line) => line.textContent ?? ''), /two fingers/);
  assert.deepEqual(await stateOf(page), initialState);
  await scrollTo(page, 'proxy-network', 20);
  await pause(300);

  const place = await placeOf(page, 'houthis');
  await page.touchscreen.tap(place.x, place.y);
  await selected(page, 'houthis');
  await page.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: null }));
  await pause(600);
  const still = await page.evaluate(() => scrollY);
  await spread(page);
  await until(page, 'the graph zoom', () => (document.querySelector('proxy-network')?.state.view?.zoom ?? 0) > 1.2);
  assert.equal(await page.evaluate(() => scrollY), still);
  assert.deepEqual(errors, []);
  await page.close();
});

test('embed: Tab enters and leaves the frame', async () => {
  const { page } = await host.open(`<button id="a">A</button>${embed()}<button id="z">Z</button>`);
  await live(page);
  for (const [from, to, shift] of [['a', 'z', false], ['z', 'a', true]]) {
    await page.focus(`#${from}`);
    // Focus leaves the frame’s process only after the key was handled, so wait for the event.
    await page.$eval(`#${to}`, (button) => button.addEventListener('focus', () => Reflect.set(window, 'reached', button.id)));
    let inside = false;
    let reached = false;
    if (shift) await page.keyboard.down('Shift');
    for (let i = 0; i < 200 && !reached; i++) {
      await page.keyboard.press('Tab');
      let within;
      [within, reached] = await page.evaluate((to) => [document.activeElement?.localName === 'proxy-network', Reflect.get(window, 'reached') === to], to);
      inside ||= within;
    }
    if (shift) await page.keyboard.up('Shift');
    assert.ok(inside, 'Tab does not go in');
    assert.ok(reached, 'Tab does not come out');
  }
  await page.close();
});

test('embed: a plain iframe works, also sandboxed', async () => {
  for (const sandbox of ['', 'sandbox="allow-scripts"']) {
    const { page, errors, warnings } = await host.open(`<iframe src="${host.address}#select=qaani" width="700" height="600" ${sandbox}></iframe>${WORDS.repeat(9)}`);
    const frame = await frameOf(page);
    await frame.waitForFunction(() => 'proxynet' in window);
    await frame.evaluate(() => window.proxynet.ready);
    assert.equal(await frame.evaluate(() => window.proxynet.state.select), 'qaani');
    await frame.evaluate(() => window.proxynet.dispatch({ type: 'select', id: null }));
    await pause(500);
    const [place, at] = [(await frame.evaluate(() => window.proxynet.positions())).tehran, await page.$eval('iframe', (f) => f.getBoundingClientRect().toJSON())];
    await page.mouse.click(at.x + place.x, at.y + place.y);
    await frame.waitForFunction(() => window.proxynet.state.select === 'tehran');
    await page.mouse.wheel({ deltaY: 100 });
    await until(page, 'the article scroll', () => scrollY === 100);
    assert.deepEqual([errors, warnings, await errorsOf(frame)], [[], [], []], sandbox);
    await page.close();
  }
});

test('embed: of twelve on a page at most four are live, and none loads twice', async () => {
  const { page, errors, warnings } = await host.open(host.script + `<proxy-network src="${host.address}" height="400"></proxy-network>${WORDS}`.repeat(12));
  let most = 0;
  let seen = 0;
  page.on('frameattached', () => { seen++; });
  for (let i = 0; i < 12; i++) {
    await scrollTo(page, `proxy-network:nth-of-type(${i + 1})`, 100);
    await pause(100);
    most = Math.max(most, await framesOf(page));
    if (i % 5 === 4) await live(page, i);
  }
  await live(page, 11);
  assert.ok(most <= 4 && most > 1, `${most} were live`);
  const pictures = await page.$$eval('proxy-network', (all) => all.filter((e) => (e.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0).length);
  assert.equal(pictures, 12);
  const before = seen;
  await pause(2000);
  assert.equal(seen, before, 'frames come and go while nobody moves');
  assert.deepEqual([errors, warnings], [[], []]);
  await page.close();
});

test('embed: no violations under a strict policy or in an old right-to-left page', async () => {
  const site = host.address.slice(0, -1);
  const { page, errors } = await host.open(`<div dir="rtl">${embed()}</div>`, { policy: `default-src 'none'; script-src ${site}; img-src ${site} data:; frame-src ${site}`, quirks: true });
  await live(page);
  assert.deepEqual([errors, await errorsOf(page), await errorsOf(await frameOf(page))], [[], [], []]);
  await page.close();
});

test('embed: removed and inserted again, it goes live with the same state', async () => {
  const { page, errors } = await host.open(embed('select="qaani"') + WORDS);
  await live(page);
  await page.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: 'us' }));
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => {
      const element = /** @type {Element} */ (document.querySelector('proxy-network'));
      Reflect.set(window, 'kept', element);
      element.remove();
    });
    assert.equal(await framesOf(page), 0);
    await page.evaluate(() => document.body.append(/** @type {Element} */ (Reflect.get(window, 'kept'))));
  }
  await live(page);
  assert.equal((await stateOf(page)).select, 'us');
  assert.equal(await framesOf(page), 1);
  assert.deepEqual([errors, await errorsOf(page)], [[], []]);
  await page.close();
});

test('embed: without a page at src the link stays and the reason is reported', async () => {
  for (const src of ['http://localhost:1/', `${host.address}nothing/`, 'ftp://example.org/', '']) {
    const { page, warnings } = await host.open(`${host.script}<proxy-network src="${src}"></proxy-network>`);
    const why = await page.$eval('proxy-network', (element) => {
      element.dispatch({ type: 'fit' }).catch(() => {});
      return src(element);
      /** @param {import('./embed.js').ProxyNetworkElement} element */
      async function src(element) {
        if (!/^http/.test(element.getAttribute('src') ?? '')) return 'nothing to wait for';
        return element.ready.then(() => 'live', (error) => error.message);
      }
    });
    assert.notEqual(why, 'live');
    assert.ok(warnings.some((text) => text.startsWith('<proxy-network>')), `${src}: ${warnings}`);
    assert.ok(await page.$eval('proxy-network', (element) => element.offsetHeight > 200 && !element.shadowRoot?.querySelector('iframe')), src);
    await page.close();
  }
});

test('embed: another protocol version leaves the link and is reported', async () => {
  const other = await host.open('<script>parent.postMessage({ proxynet: 2, type: "here", nonce: "0".repeat(32) }, "*")</script>');
  const { page, warnings } = await host.open(`${host.script}<proxy-network src="${other.page.url()}"></proxy-network>`);
  assert.equal(await page.$eval('proxy-network', async (element) => {
    await customElements.whenDefined('proxy-network');
    return element.ready.then(() => 'live', () => 'refused');
  }), 'refused');
  assert.ok(warnings.some((text) => text.includes('protocol version 2')), String(warnings));
  assert.ok(await page.$eval('proxy-network', (element) => element.shadowRoot?.querySelector('.whole')?.checkVisibility() && !element.shadowRoot.querySelector('iframe')));
  await page.close();
  await other.page.close();
});

test('embed: asks an amp-iframe for a readable height', async () => {
  const { page } = await host.open('<p>An article</p>');
  const received = await page.evaluate((src) => new Promise((done) => {
    addEventListener('message', ({ data }) => { if (data?.sentinel === 'amp') done(data); });
    document.body.append(Object.assign(document.createElement('iframe'), { src, width: '720', height: '200', sandbox: 'allow-scripts' }));
  }), host.address);
  assert.deepEqual(received, { sentinel: 'amp', type: 'embed-size', height: 746 });
  await page.close();
});

test('embed: inserted and removed fifty times, it leaves no frame', async () => {
  const { page, errors } = await host.open(WORDS);
  const session = await page.createCDPSession();
  const left = async () => (await session.send('Target.getTargets')).targetInfos.filter(({ type, url }) => type === 'iframe' && url.startsWith(host.address)).length;
  await page.evaluate(async (address) => {
    await import(`${address}embed.js`);
    await customElements.whenDefined('proxy-network');
    for (let i = 0; i < 50; i++) {
      const element = document.createElement('proxy-network');
      element.setAttribute('src', address);
      document.body.prepend(element);
      await new Promise((after) => setTimeout(after, i % 10 === 0 ? 1500 : 30)); // some have begun to draw, most have not
      element.remove();
    }
  }, host.address);
  for (let i = 0; i < 100 && await left() > 0; i++) await pause(100);
  assert.equal(await left(), 0);
  assert.equal(page.frames().length, 1);
  assert.deepEqual([errors, await errorsOf(page)], [[], []]);
  await page.close();
});

test('embed: ignores foreign messages', async () => {
  const { page, errors } = await host.open(`${embed()}<iframe id="other" srcdoc="<p>Another frame</p>"></iframe>`);
  await live(page);
  const frame = /** @type {import('puppeteer-core').Frame} */ (page.frames().find((frame) => frame.url().startsWith(host.address)));
  const other = /** @type {import('puppeteer-core').Frame} */ (page.frames().find((frame) => frame.url() === 'about:srcdoc'));
  /** Sends forged messages. */
  const storm = (/** @type {string} */ to) => {
    const target = to === 'parent' ? window.parent : /** @type {Window} */ (document.querySelector('proxy-network')?.shadowRoot?.querySelector('iframe')?.contentWindow);
    let seed = 7;
    const random = (/** @type {number} */ below) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const nonce = '0123456789abcdef0123456789abcdef';
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500));
    const values = [null, undefined, 0, NaN, -1, 1n, '', 'here', 'port', nonce, 'x'.repeat(1e5), [], {}, deep, new Date(), /x/, new Map([['type', 'port']]), new ArrayBuffer(9), new Error('x'), true, '__proto__', 'constructor'];
    const pick = () => values[random(values.length)];
    const types = ['here', 'port', 'ready', 'change', 'dispatch', 'toString', '__proto__'];
    for (let i = 0; i < 3000; i++) {
      const kind = random(4);
      const data = kind === 0 ? pick()
        : kind === 1 ? { proxynet: 1, type: types[random(types.length)], nonce: pick() }
        : kind === 2 ? { proxynet: pick(), type: pick(), nonce, [String(pick())]: pick() }
        : { proxynet: 1, type: types[random(types.length)], nonce, ...(random(2) ? {} : { more: pick() }) };
      const ports = random(2) ? [new MessageChannel().port1] : [];
      target.postMessage(data, '*', ports);
    }
  };
  await page.evaluate(storm, 'frame');
  await other.evaluate(storm, 'parent');
  await pause(1000);
  await page.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: 'us' }));
  assert.equal((await stateOf(page)).select, 'us', 'it hears no more');
  // The frame itself may only ask for a new port.
  await frame.evaluate(storm, 'parent');
  await pause(1000);
  assert.deepEqual([errors, await errorsOf(page), await errorsOf(frame)], [[], [], []]);
  await page.close();
});
