"use strict";
(() => {
  const table = document.getElementById("submissions");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.getElementById("search");
  const select = document.getElementById("sort");
  const clear = document.getElementById("clear");
  const state = { verdict: "", rule: "", words: [], sort: "id", down: false };
  const text = new Map(rows.map(row => [row, (row.innerText + " " + row.textContent + " " + row.dataset.rules).toLowerCase()]));
  const rulesOf = new Map(rows.map(row => [row, row.dataset.rules.split(" ")]));

  const value = {
    id: row => Number(row.dataset.number),
    verdict: row => Number(row.dataset.weight),
    pages: row => Number(row.dataset.pages),
  };
  const familyValue = index => row => Number(row.querySelectorAll("td.family")[index].dataset.weight);

  const matches = row =>
    (!state.verdict || row.dataset.verdict === state.verdict) &&
    (!state.rule || rulesOf.get(row).includes(state.rule)) &&
    state.words.every(word => text.get(row).includes(word));

  function filter() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row);
      shown += row.hidden ? 0 : 1;
    }
    document.getElementById("shown").textContent = `${shown} of ${rows.length}`;
    document.getElementById("nothing").hidden = shown > 0;
    clear.hidden = !(state.verdict || state.rule || state.words.length);
    for (const button of document.querySelectorAll("[aria-pressed]")) {
      const pressed = button.dataset.verdict ? button.dataset.verdict === state.verdict : button.dataset.rule === state.rule;
      button.setAttribute("aria-pressed", String(pressed));
    }
  }

  function sort(key, down) {
    Object.assign(state, { sort: key, down });
    const of = value[key] || familyValue(Number(key.slice(1)));
    const keys = new Map(rows.map(row => [row, of(row)]));
    const sign = down ? -1 : 1;
    rows.sort((a, b) => sign * (keys.get(a) - keys.get(b)) || value.id(a) - value.id(b));
    body.append(...rows);
    for (const head of table.tHead.rows[0].cells) {
      const button = head.querySelector("button");
      if (button && button.dataset.sort === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    select.value = key;
  }

  function showAll() {
    Object.assign(state, { verdict: "", rule: "", words: [] });
    search.value = "";
    filter();
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.verdict) { state.verdict = state.verdict === button.dataset.verdict ? "" : button.dataset.verdict; filter(); }
    else if (button.dataset.rule) { state.rule = state.rule === button.dataset.rule ? "" : button.dataset.rule; filter(); }
    else if (button.dataset.sort) { const key = button.dataset.sort; sort(key, state.sort === key ? !state.down : key !== "id"); }
    else showAll();
  });
  select.addEventListener("change", () => sort(select.value, select.value !== "id"));
  search.addEventListener("input", () => { state.words = search.value.toLowerCase().split(/\s+/).filter(Boolean); filter(); });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !/^(input|select|textarea)$/i.test(event.target.tagName)) { event.preventDefault(); search.focus(); }
    else if (event.key === "Escape") { showAll(); }
  });
  search.value = "";
})();
