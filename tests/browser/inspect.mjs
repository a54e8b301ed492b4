// Functions that run inside a page and return what is wrong with it, a line per fault.

/** Headings in order, header cells with their scope, quotes with their language, pictures and controls with a name. */
export function outline() {
  const faults = [];
  let last = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) faults.push(`h${level} after h${last}: ${heading.textContent}`);
    last = level;
  }
  const every = (selector, test, fault) => {
    for (const element of document.querySelectorAll(selector)) {
      if (!test(element)) faults.push(`${fault}: ${element.outerHTML.slice(0, 120)}`);
    }
  };
  every("html", (it) => it.lang === "en", "no language");
  every("h1 ~ h1", () => false, "a second h1");
  every("th", (it) => it.scope, "no scope");
  every("table", (it) => it.caption || it.closest("[aria-label]"), "no caption");
  every("blockquote", (it) => it.lang, "no language");
  every("svg[role=img]", (it) => it.getAttribute("aria-label"), "no name");
  every("select, input", (it) => it.labels.length > 0, "no label");
  every("[aria-labelledby]", (it) => document.getElementById(it.getAttribute("aria-labelledby")), "label missing");
  const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
  if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
  return faults;
}

/** Texts whose contrast with their ground is below what WCAG 2.2 asks at level AA. */
export function lowContrast() {
  const channels = (colour) => {
    const [r, g, b, a = "1"] = colour.match(/[\d.]+/g) ?? ["0", "0", "0", "0"];
    return [Number(r), Number(g), Number(b), Number(a)];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("script, style, option")) continue;
    const style = getComputedStyle(element);
    const text = channels(element.closest("svg") ? style.fill : style.color);
    const [light, dark] = [luminance(text), luminance(ground(element))].sort((a, b) => b - a);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < (large ? 3 : 4.5)) faults.add(`${ratio.toFixed(2)} ${element.tagName}.${element.getAttribute("class")}: ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return [...faults];
}

/** What makes the page wider than its window. */
export function sidewaysScroll() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > width + 1 && !it.closest(".scroll"));
  return wide.map((it) => `${it.tagName}.${it.getAttribute("class")} ${it.textContent.trim().slice(0, 40)}`).slice(0, 5);
}
