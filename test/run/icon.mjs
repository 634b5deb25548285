// Draws the icon of the package, media/icon.png, from media/icon.svg:  node test/run/icon.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { root } from './processes.mjs';

const SIDE = 128;

const drawing = readFileSync(join(root, 'media', 'icon.svg'), 'utf8');
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
await page.setContent(`<body style="margin: 0; line-height: 0">${drawing}</body>`);
await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
await browser.close();
console.log(`media/icon.png: ${SIDE} × ${SIDE}`);
