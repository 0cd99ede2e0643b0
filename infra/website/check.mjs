// Looks at the public register in a real browser and fails on
//   anything that axe finds, at 1280 and at 320 px, and on scrolling sideways;
//   a script in a page, or a request to another host;
//   a control that the Tab key does not come to, in the order of the page, or that does not show that it is there;
//   the skip link not being the first of them and leading to the content;
//   a search that cannot be made by keyboard alone and without script.
// infra/website/run calls it; by hand:
//
//   npm install --no-package-lock && npm run check -- http://127.0.0.1:8080/site/dalian/index.html [folder for pictures]
//
// CHROMIUM names the browser when it is not at /usr/bin/chromium. MOST says how many pages are looked at, 40 unless given.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [start, pictures] = process.argv.slice(2);
if (!start) throw new Error('Say where the register begins: npm run check -- http://…/dalian/index.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const most = Number(process.env.MOST ?? 40);
const folder = new URL('.', start).href;
const host = new URL(start).host;
const problems = [];
const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

if (pictures) mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

function watch(page) {
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host && !request.url().startsWith('data:')) {
      problems.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  return page;
}

// Chromium's own wish to read axe's script is refused by the page's policy, so the policy is off for axe alone.
const page = watch(await browser.newPage({ bypassCSP: true }));

async function look(address, width) {
  await page.setViewportSize({ width, height: 900 });
  const answer = await page.goto(address);
  if (!answer.ok()) problems.push(`${address}: ${answer.status()}`);
  if (await page.evaluate(() => document.scripts.length)) problems.push(`${address}: has a script`);
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of result.violations) {
    for (const node of violation.nodes) problems.push(`${address} at ${width}: ${violation.id} ${node.html} ${node.failureSummary}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) problems.push(`${address} at ${width}: scrolls by ${wide} px`);
  if (pictures) {
    const name = address.slice(folder.length).replace(/\W+/g, '-');
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
}

/** Where the keyboard is: which of the page's controls, and whether that can be seen. */
const focused = (all) => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  return {
    place: [...document.querySelectorAll(all)].indexOf(at),
    shown: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && marked,
    what: `${at.tagName.toLowerCase()} "${at.textContent.trim().slice(0, 40)}"`,
  };
};

/** Goes through a page by Tab alone. */
async function tab(address) {
  await page.goto(address);
  const count = await page.locator(controls).count();
  for (let place = 0; place < count; place++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused, controls);
    if (at.place !== place) {
      problems.push(`${address}: Tab ${place + 1} comes to ${at.what}, control ${at.place + 1} of ${count}`);
      return 0;
    }
    if (!at.shown) problems.push(`${address}: it cannot be seen that the keyboard is at ${at.what}`);
  }
  await page.goto(address);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press('Enter');
  const then = await page.evaluate(() => document.activeElement.id);
  if (first !== 'skip' || then !== 'main') problems.push(`${address}: Tab comes to "${first}", Enter to "${then}"`);
  return count;
}

/** Finds a certificate by keyboard, in a browser that runs no script. */
async function search(asked, expected) {
  const plain = watch(await browser.newPage({ javaScriptEnabled: false }));
  await plain.goto(start);
  const fields = await plain.locator(controls).evaluateAll((all) => all.findIndex((each) => each.id === 'q'));
  for (let place = 0; place <= fields; place++) await plain.keyboard.press('Tab');
  await plain.keyboard.type(asked);
  await Promise.all([plain.waitForURL((url) => url.href !== start), plain.keyboard.press('Enter')]);
  if (plain.url() !== expected) problems.push(`searching "${asked}" comes to ${plain.url()} instead of ${expected}`);
  const heading = await plain.locator('h1').innerText();
  if (!heading.trim()) problems.push(`${plain.url()}: no heading`);
  await plain.close();
}

// A few pages of each folder, so that every kind is looked at.
const seen = new Set([start, folder + 'not-found.html']);
for (const address of seen) {
  if (seen.size < most) {
    await page.goto(address);
    const links = await page.$$eval('a[href$=".html"]', (all) => all.map((a) => a.href));
    for (const link of links.filter((each) => each.startsWith(folder))) {
      const kind = link.slice(folder.length).split('/')[0];
      const same = [...seen].filter((each) => each.startsWith(`${folder}${kind}/`)).length;
      if (same < most / 5 && seen.size < most) seen.add(link);
    }
  }
}
let reached = 0;
for (const address of seen) {
  for (const width of [1280, 320]) await look(address, width);
  reached += await tab(address);
}
await page.goto(start);
const certificate = page.locator('td a[href*="certificate"]').first();
const number = (await certificate.innerText()).trim();
const itsPage = await certificate.evaluate((a) => a.href);
await search(number, itsPage);
await search(number.toLowerCase(), itsPage);
await search('没有这家企业', folder + 'not-found.html');
await browser.close();
problems.forEach((problem) => console.error(problem));
console.log(`${seen.size} pages at 1280 and 320 px, ${reached} controls by keyboard, 3 searches without script: ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
