"use strict";
// Filters and a button to copy a citation. The page reads the same without any of it.
(() => {
  const facts = [...document.querySelectorAll(".fact")];
  const filters = document.getElementById("filters");
  const shown = document.getElementById("shown");

  const matches = (fact, wanted) =>
    (!wanted.class || fact.dataset.class === wanted.class) &&
    (!wanted.kind || fact.dataset.kind === wanted.kind) &&
    (!wanted.outlet || fact.dataset.outlets.split(" ").includes(wanted.outlet)) &&
    Number(fact.dataset.confidence) >= Number(wanted.confidence);

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(filters));
    let count = 0;
    for (const fact of facts) {
      const visible = matches(fact, wanted);
      count += visible ? 1 : 0;
      fact.hidden = !visible;
      for (const entry of document.querySelectorAll(`[data-of="${fact.id.replace("fact-", "")}"]`)) {
        entry.hidden = !visible;
      }
    }
    filters.elements.least.value = (Number(wanted.confidence) / 1000).toFixed(2);
    shown.textContent = count === facts.length ? `all ${count} facts shown` : `${count} of ${facts.length} facts shown`;
  };

  if (facts.length > 1) {
    filters.hidden = false;
    filters.addEventListener("input", apply);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(apply));
    apply();
  }

  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  for (const citation of document.querySelectorAll(".citation")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(citation.textContent);
        button.textContent = "Copied";
      } catch {
        select(citation);
        button.textContent = "Selected: copy it now";
      }
    });
    citation.after(button);
  }

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("#not-compared details")) {
      details.open = true;
    }
  });
})();
