// Writes screenshots of the built site to a folder.

import { mkdir } from 'node:fs/promises';
import { settled, start } from './browser.js';

/** @import {View} from './browser.js' */

/** @type {Record<string, View>} */
const SHOTS = {
  'desktop': {},
  'desktop-selection': { path: '#select=quds-force' },
  'desktop-relation': { path: '#select=quds-hezbollah' },
  'desktop-dark': { dark: true },
  'desktop-dark-selection': { dark: true, path: '#select=axis' },
  'phone': { phone: true },
  'phone-dark': { phone: true, dark: true },
  'phone-selection': { phone: true, path: '#select=qaani' },
  'phone-relation': { phone: true, path: '#select=tehran-over-quds' },
  'no-script': { noScript: true },
  'no-script-phone': { noScript: true, phone: true },
};

const folder = process.argv[2] ?? 'shots';
await mkdir(folder, { recursive: true });
const tester = await start();
for (const [name, view] of Object.entries(SHOTS)) {
  const { page } = await tester.open(view);
  if (!view.noScript) await settled(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(`${folder}/${name}.png`);
}
await tester.close();
