// Looks at the public register in a real browser and fails on anything axe finds, on horizontal scrolling, on a request to
// another host, and where the keyboard does not come to the skip link first and from there to the content.
//
//   npm install --no-package-lock && npm run check -- http://127.0.0.1:8080/site/dalian/index.html [folder for pictures]
//
// CHROMIUM names the browser when it is not at /usr/bin/chromium. MOST says how many pages are looked at, 40 unless given.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [start, pictures] = process.argv.slice(2);
if (!start) throw new Error('Say where the register begins: npm run check -- http://…/dalian/index.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const most = Number(process.env.MOST ?? 40);
const folder = new URL('.', start).href;
const problems = [];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

// Chromium's own wish to read the page's script is refused by the page's policy, so the policy is off for axe alone.
const page = await browser.newPage({ bypassCSP: true });
page.on('request', (request) => {
  if (!request.url().startsWith(folder) && !request.url().startsWith('data:')) {
    problems.push(`${page.url()} asks for ${request.url()}`);
  }
});

async function look(address, width) {
  await page.setViewportSize({ width, height: 900 });
  const answer = await page.goto(address);
  if (!answer.ok()) problems.push(`${address}: ${answer.status()}`);
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

async function keyboard(address) {
  await page.goto(address);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press('Enter');
  const then = await page.evaluate(() => document.activeElement.id);
  if (first !== 'skip' || then !== 'main') problems.push(`${address}: Tab comes to "${first}", Enter to "${then}"`);
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
for (const address of seen) {
  for (const width of [1280, 320]) await look(address, width);
}
await keyboard(start);
await browser.close();
problems.forEach((problem) => console.error(problem));
console.log(`${seen.size} pages at 1280 and 320 px: ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
