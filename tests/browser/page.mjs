// What a reader does with a report, in a real browser. Usage: page.mjs FIXTURES.html HOSTILE.html
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { lowContrast, outline, sidewaysScroll } from "./inspect.mjs";

const [fixtures, hostile] = process.argv.slice(2).map((path) => pathToFileURL(path).href);
const browser = await chromium.launch({
  executablePath: process.env.BROWSER,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const LOOKS = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "print", colorScheme: "dark", media: "print" },
];

/** Opens a page that may ask for nothing, say nothing to the console and open no dialog; `use` works with it. */
async function open(url, options, use) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  // A machine that builds beside it opens pages slowly.
  page.setDefaultTimeout(120_000);
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await use(page, context);
  assert.deepEqual(faults, []);
  await context.close();
}

const shownFacts = (page) => page.locator(".fact:visible").count();

const checks = {
  async "filters show the facts that they name, and all again"() {
    await open(fixtures, {}, async (page) => {
      const all = await shownFacts(page);
      assert.ok(all >= 3, `${all} facts`);
      for (const [name, data] of [["class", "class"], ["kind", "kind"]]) {
        for (const value of await page.locator(`select[name=${name}] option`).allTextContents()) {
          await page.selectOption(`select[name=${name}]`, { label: value });
          const expected = value === "all" ? all : await page.locator(`.fact[data-${data}="${value}"]`).count();
          assert.equal(await shownFacts(page), expected, `${name} ${value}`);
          assert.equal(await page.locator(".contents li:visible").count(), expected);
        }
        await page.getByRole("button", { name: "Show all" }).click();
        await page.waitForFunction((count) => document.querySelectorAll(".fact:not([hidden])").length === count, all);
      }
      const outlet = await page.locator("select[name=outlet] option").nth(1).textContent();
      await page.selectOption("select[name=outlet]", { label: outlet });
      for (const fact of await page.locator(".fact:visible").all()) {
        assert.ok((await fact.locator(".answers th", { hasText: outlet }).count()) > 0, outlet);
      }
      await page.getByRole("button", { name: "Show all" }).click();
      await page.locator("input[name=confidence]").fill("1000");
      const sure = await page.locator(".fact").evaluateAll((facts) => facts.filter((it) => it.dataset.confidence >= 1000).length);
      assert.equal(await shownFacts(page), sure);
      assert.match(await page.locator("#shown").textContent(), new RegExp(`^${sure} of ${all} facts shown$`));
    });
  },

  async "without scripts everything is there but the filters"() {
    await open(fixtures, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await shownFacts(page), await page.locator(".fact").count());
      assert.equal(await page.locator("#filters").isVisible(), false);
    });
  },

  async "every quote marks the figure that the table has"() {
    await open(fixtures, {}, async (page) => {
      for (const fact of await page.locator(".fact").all()) {
        const marked = await fact.locator("blockquote mark.figure").allTextContents();
        const written = await fact.locator(".answers td[data-label='As written']").allTextContents();
        assert.deepEqual(marked, written);
      }
    });
  },

  async "pictures keep their marks inside"() {
    await open(fixtures, {}, async (page) => {
      assert.ok((await page.locator(".picture svg[role=img]").count()) > 0);
      const outside = await page.locator(".picture > svg").evaluateAll((pictures) =>
        pictures.flatMap((picture) => {
          const frame = picture.getBoundingClientRect();
          return [...picture.querySelectorAll("circle, line.plausible, line.strict")].filter((mark) => {
            const box = mark.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1;
          });
        }).length);
      assert.equal(outside, 0);
    });
  },

  async "links lead to facts of the page or to the words of an article"() {
    await open(fixtures, {}, async (page) => {
      for (const target of await page.locator("a[href^='#']").evaluateAll((links) => links.map((it) => it.hash))) {
        assert.equal(await page.locator(`[id="${target.slice(1)}"]`).count(), 1, target);
      }
    });
    await open(hostile, {}, async (page, context) => {
      const links = page.locator(".where a");
      assert.equal(await links.count(), 1);
      const address = await links.first().getAttribute("href");
      assert.match(address, /^https:\/\/faro\.example\/cronaca\/scambio#:~:text=/);
      const words = await page.locator("blockquote").first().textContent();
      const article = `<p style="height:4000px">in alto</p><p>${words.replaceAll("<", "&lt;")}</p><p style="height:4000px">in basso</p>`;
      await context.route("https://faro.example/**", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: article }));
      const reader = await context.newPage();
      await reader.goto(address);
      await reader.waitForFunction(() => scrollY > 1000);
    });
  },

  async "a citation can be copied"() {
    await open(fixtures, { permissions: ["clipboard-write"] }, async (page) => {
      await page.locator(".cite summary").first().click();
      const button = page.locator(".copy").first();
      await button.click();
      await page.waitForFunction((it) => /^(Copied|Selected)/.test(it.textContent), await button.elementHandle());
    });
  },

  async "no article acts on the page"() {
    await open(hostile, {}, async (page) => {
      assert.equal(await shownFacts(page), 1);
      assert.equal(await page.locator("img, iframe, object, link, b, [onload], [onclick], [onmouseover], [style]").count(), 0);
      assert.match(await page.locator("h1").textContent(), /Numbers and dates/);
      const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
      assert.ok(data["@graph"].every((node) => node["@type"] === "Claim"));
    });
  },

  async "headings, tables, quotes and pictures say what they are"() {
    for (const url of [fixtures, hostile]) await open(url, {}, async (page) => assert.deepEqual(await page.evaluate(outline), []));
  },

  async "every text stands out from its ground"() {
    for (const { name, colorScheme, media } of LOOKS) {
      for (const url of [fixtures, hostile]) {
        await open(url, { colorScheme }, async (page) => {
          await page.emulateMedia({ media: media ?? "screen", colorScheme });
          await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
          assert.deepEqual(await page.evaluate(lowContrast), [], name);
        });
      }
    }
  },

  async "nothing is wider than a telephone"() {
    for (const width of [320, 390]) {
      for (const url of [fixtures, hostile]) {
        await open(url, { viewport: { width, height: 800 } }, async (page) => {
          assert.deepEqual(await page.evaluate(sidewaysScroll), [], `${width}`);
        });
      }
    }
  },

  async "print has the facts, the gaps and no controls"() {
    await open(fixtures, { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("#filters").isVisible(), false);
      const tables = await page.locator("#not-compared details table").evaluateAll((list) => list.map((it) => it.getBoundingClientRect().height));
      assert.ok(tables.length > 0 && tables.every((height) => height > 0), `${tables}`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.ok(pdf.length > 10_000);
      await page.setViewportSize({ width: 680, height: 960 });
      assert.deepEqual(await page.evaluate(sidewaysScroll), []);
    });
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
