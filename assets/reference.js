"use strict";
/** The reference page's search: only functions that hold every word typed stay, with their links and headings. */
(() => {
  const field = document.getElementById("search");
  const count = document.getElementById("found");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const sections = [...document.querySelectorAll("section")].map((section) => ({
    section,
    text: plain(section.textContent),
    link: [...document.querySelectorAll("nav a")].find(({ hash }) => hash === `#${section.id}`),
  }));
  const themes = [...document.querySelectorAll("main > .theme, nav > .theme")];

  function show() {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { section, text, link } of sections) {
      const fits = words.every((word) => text.includes(word));
      section.hidden = !fits;
      if (link) link.hidden = !fits;
      if (fits) found++;
    }
    for (const theme of themes) theme.hidden = !theme.querySelector("section:not([hidden]), a:not([hidden])");
    count.textContent = `${found} ${found === 1 ? "function" : "functions"}`;
  }

  field.addEventListener("input", show);
  show();
  document.getElementById("search-bar").hidden = false;
})();
