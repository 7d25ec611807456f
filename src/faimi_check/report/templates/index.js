"use strict";
(() => {
  const SCHEMA = "faimi-check/decisions-v1";
  const RANKS = { "desk-reject": 4, mend: 3, ask: 2, none: 1, "": 0 };
  const at = id => document.getElementById(id);
  const table = at("submissions");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = at("search");
  const select = at("sort");
  const usual = select.querySelector('[value="change"]') ? "change" : "proposed";
  const make = (tag, text, name) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (name) element.className = name;
    return element;
  };

  // What each row holds, taken apart once.
  const known = new Map(rows.map(row => [row, {
    id: row.dataset.id,
    tokens: row.dataset.rules.split(" ").filter(Boolean),
    findings: JSON.parse(row.dataset.findings),
    seen: row.querySelector(".decide .seen input"),
    ruling: row.querySelector(".decide select"),
    note: row.querySelector(".decide .note"),
    families: [...row.querySelectorAll("td.family")].map(cell => Number(cell.dataset.weight)),
  }]));
  for (const [row, one] of known) {
    one.entry = row.cells[0].textContent.toLowerCase();
    one.proposal = (row.dataset.action + " " + row.querySelector(".reason").textContent + " " + row.dataset.rules).toLowerCase();
    one.said = one.findings.map(each => (each[0] + " " + each[2]).toLowerCase());
    // The last number of an id, as it is typed: 14 for "paper014".
    one.number = (one.id.match(/\d+(?!.*\d)/) || [""])[0].replace(/^0+(?=\d)/, "");
  }
  body.replaceChildren();
  const byId = new Map(rows.map(row => [row.dataset.id, row]));

  // ---- What was decided: in this browser, and in files.
  const PLACE = "faimi-check:" + location.pathname;
  // Where the papers' pages leave what was decided on them, until it is taken in here.
  const PAGES = PLACE + "#pages";
  let by = "";
  const decided = new Map();
  const waived = new Map();
  let conflicts = [];
  // What a chair has chosen against, so that the same file does not ask again.
  const settled = new Set();
  // What was said of submissions that are not in this run, and the view in which this page was left.
  const absent = {};
  let left = "";
  // What the files of this run say.
  const given = {};
  const waiverKey = (id, fingerprint) => JSON.stringify([id, fingerprint]);
  const empty = () => ({ decision: "", note: "", seen: false, digest: "", was: "" });
  const LOOKED_AT = "looked at";
  // What a submission was before its files changed, until that is said of the files that are there now.
  const still = (one, was) => one.decision || (one.seen && was === LOOKED_AT) ? "" : was;
  const of = id => decided.get(id) || empty();

  function remember() {
    try {
      if (!location.hash.includes("back=")) left = location.hash;
      const kept = { by, submissions: { ...absent, ...Object.fromEntries(decided) }, waivers: [...waived.values()], venue: document.body.dataset.venue, view: left, settled: [...settled], given };
      localStorage.setItem(PLACE, JSON.stringify(kept));
    } catch { say("This browser keeps nothing for pages from disk: save your decisions before you leave."); }
  }
  function recall() {
    try { return JSON.parse(localStorage.getItem(PLACE) || "null"); } catch { return null; }
  }
  const say = text => { at("told").textContent = text; };

  // A decision that is there already stays; one that differs is named, and the chair chooses.
  function merge(saved, source) {
    let taken = 0, outdated = 0;
    for (const [id, one] of Object.entries(saved.submissions || {})) {
      if (!byId.has(id) || !one || !((one.decision || "") in RANKS)) continue;
      const here = { ...of(id) };
      const other = { decision: one.decision || "", note: String(one.note || ""), seen: one.seen === true, was: String(one.was || "") };
      if (one.digest && one.digest !== byId.get(id).dataset.digest) {
        // What was said of other files does not hold for these; what was written stays to be read.
        if (other.decision || other.seen) outdated += 1;
        Object.assign(other, { decision: "", seen: false, was: other.decision || (other.seen ? LOOKED_AT : other.was) });
      }
      if (here.decision && other.decision && here.decision !== other.decision) {
        if (!settled.has(waiverKey(id, other.decision))) conflicts.push({ id, here: here.decision, other: other.decision, source });
      } else here.decision = here.decision || other.decision;
      here.note = [...new Set([...here.note.split(" / "), ...other.note.split(" / ")])].filter(Boolean).join(" / ");
      here.seen = here.seen || other.seen;
      here.was = still(here, here.was || other.was);
      here.digest = byId.get(id).dataset.digest;
      if (here.decision || here.note || here.seen || here.was) { decided.set(id, here); taken += 1; }
    }
    for (const one of saved.waivers || []) {
      if (!one || typeof one.reason !== "string" || !one.reason) continue;
      const key = waiverKey(String(one.submission), String(one.fingerprint));
      if (!waived.has(key)) waived.set(key, { submission: String(one.submission), fingerprint: String(one.fingerprint), reason: one.reason });
    }
    return { taken, outdated };
  }

  // What was decided on papers' pages comes after what is here; a page of other files than these says nothing of them.
  function take(pages) {
    for (const [id, one] of Object.entries(pages || {})) {
      const row = byId.get(id);
      if (!row || !one || typeof one !== "object") continue;
      if ((one.digest || "") !== row.dataset.digest) {
        say(`${id} was decided on a page of other files, and is left as it was here: open its page from here.`);
        continue;
      }
      for (const [fingerprint, reason] of Object.entries(one.waivers || {})) {
        const key = waiverKey(id, fingerprint);
        if (typeof reason === "string" && reason) waived.set(key, { submission: id, fingerprint, reason });
        else waived.delete(key);
      }
      const fields = {};
      if (typeof one.decision === "string" && one.decision in RANKS) fields.decision = one.decision;
      if (typeof one.note === "string") fields.note = one.note;
      if (typeof one.seen === "boolean") fields.seen = one.seen;
      change(row, fields);
    }
  }
  function takeLeft() {
    try {
      const pages = localStorage.getItem(PAGES);
      if (!pages) return;
      take(JSON.parse(pages));
      localStorage.removeItem(PAGES);
    } catch { /* Then the address has brought it. */ }
  }

  function showConflicts() {
    const box = at("conflicts");
    box.replaceChildren();
    box.hidden = !conflicts.length;
    if (!conflicts.length) return;
    box.append(make("h2", conflicts.length === 1 ? "One submission is decided in two ways" : conflicts.length + " submissions are decided in two ways"));
    const list = make("ul");
    conflicts.forEach((one, index) => {
      const item = make("li", `${one.id}: ${one.here} here, ${one.other} in ${one.source} `);
      for (const choice of [one.here, one.other]) {
        const button = make("button", choice);
        button.type = "button";
        button.setAttribute("aria-label", `Decide ${choice} for ${one.id}`);
        button.addEventListener("click", () => {
          conflicts.splice(index, 1);
          settled.add(waiverKey(one.id, choice === one.here ? one.other : one.here));
          change(byId.get(one.id), { decision: choice });
          showConflicts();
        });
        item.append(button, " ");
      }
      list.append(item);
    });
    box.append(list);
  }

  function show(row) {
    const one = known.get(row);
    const said = of(one.id);
    one.seen.checked = said.seen;
    one.ruling.value = said.decision;
    one.note.value = said.note;
    row.querySelector(".printed").textContent = said.note;
    row.dataset.decision = said.decision;
    row.dataset.was = said.was;
    row.querySelector(".was").textContent = said.was && `you had ${said.was === LOOKED_AT ? said.was + " this" : `decided “${said.was}”`}; the files have changed since`;
    row.classList.toggle("seen", said.seen);
    row.classList.toggle("decided", Boolean(said.decision));
    const cleared = one.findings.filter(each => waived.has(waiverKey(one.id, each[3]))).length;
    row.querySelector(".clearing").textContent = cleared ? `${cleared} cleared` : "clear a finding";
  }
  function change(row, fields) {
    const id = known.get(row).id;
    const next = { ...of(id), ...fields };
    if (fields.decision) next.seen = true;
    next.was = still(next, next.was);
    next.digest = row.dataset.digest;
    decided.set(id, next);
    show(row);
    count();
    remember();
  }
  function count() {
    const done = rows.filter(row => row.dataset.decision).length;
    at("count-decided").textContent = done;
    at("count-open").textContent = rows.length - done;
    for (const state of ["fixed", "new", "reopened"])
      if (at("count-" + state)) at("count-" + state).textContent = rows.filter(states[state]).length;
    at("count-reopened").parentElement.hidden = !rows.some(states.reopened);
  }

  // What is found at several places in the same words can be cleared at once, or place by place.
  function waivers(row) {
    const one = known.get(row);
    const box = row.querySelector(".waivers");
    box.replaceChildren();
    const groups = new Map();
    for (const each of one.findings.filter(each => each[3] && each[1] !== "note")) {
      const said = JSON.stringify(each.slice(0, 3));
      groups.set(said, [...(groups.get(said) || []), each]);
    }
    if (!groups.size) box.append(make("p", "There is nothing to clear."));
    const lines = [];
    for (const group of groups.values()) {
      const text = group[0][2];
      const item = waiver(row, group, group.length > 1 ? `${text} (${group.length} places)` : text, lines);
      const found = [...new Set(group.map(each => each[5]))].filter(Boolean);
      item.firstChild.append(...found.slice(0, 3).map(each => make("small", each)), ...(found.length > 3 ? [make("small", `and ${found.length - 3} more`)] : []));
      box.append(item);
      if (group.length < 2) continue;
      const single = make("details");
      single.append(make("summary", "place by place"), ...group.map(each => waiver(row, [each], each[5], lines)));
      box.append(single);
    }
    lines.forEach(line => line());
  }
  // A line with a reason to fill in; `lines` hold what brings each of them up to date when another one has changed.
  function waiver(row, group, text, lines) {
    const id = known.get(row).id;
    const [[rule, severity]] = group;
    const item = make("div", undefined, "waiver");
    const said = make("p", text);
    said.prepend(make("b", rule, severity), " ");
    const reason = make("input");
    reason.placeholder = group.length > 1 ? "reason for clearing all" : "reason for clearing it";
    reason.maxLength = 500;
    reason.setAttribute("aria-label", `Reason for clearing ${rule} of ${id}: ${text}`);
    lines.push(() => {
      const given = group.map(each => waived.get(waiverKey(id, each[3]))?.reason || "");
      reason.value = given.every(why => why === given[0]) ? given[0] : "";
      item.classList.toggle("cleared", given.every(Boolean));
    });
    reason.addEventListener("change", () => {
      const why = reason.value.trim();
      for (const [, , , fingerprint] of group) {
        if (why) waived.set(waiverKey(id, fingerprint), { submission: id, fingerprint, reason: why });
        else waived.delete(waiverKey(id, fingerprint));
      }
      lines.forEach(line => line());
      show(row);
      remember();
    });
    item.append(said, reason);
    return item;
  }

  function save() {
    by = at("by").value.trim();
    const submissions = {};
    for (const row of rows) {
      const one = of(row.dataset.id);
      if (one.decision || one.note || one.seen) submissions[row.dataset.id] = { decision: one.decision, note: one.note, seen: one.seen, digest: row.dataset.digest };
    }
    const content = { schema: SCHEMA, venue: document.body.dataset.venue, by, submissions, waivers: [...waived.values()] };
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    link.download = `decisions${by ? "-" + by.replace(/[^A-Za-z0-9]+/g, "_") : ""}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    remember();
    say(`Saved as ${link.download}: run again with --resume --decisions ${link.download}${waived.size ? " --waivers " + link.download : ""}.`);
  }
  const elsewhere = saved => saved.venue && saved.venue !== document.body.dataset.venue
    ? ` It was saved for ${saved.venue}, and this is ${document.body.dataset.venue}.` : "";
  function savedIn(text) {
    let saved = null;
    try { saved = JSON.parse(text); } catch { return null; }
    return saved && saved.schema === SCHEMA ? saved : null;
  }
  // A table's rows, whatever a spreadsheet has put between its cells.
  function cellsOf(text) {
    const head = text.split(/[\r\n]/, 1)[0];
    const between = [",", ";", "\t"].reduce((a, b) => head.split(b).length > head.split(a).length ? b : a);
    const found = [];
    let row = [], cell = "", quoted = false;
    const end = () => { row.push(cell); cell = ""; };
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (quoted && sign === '"' && text[at + 1] === '"') { cell += sign; at += 1; }
      else if (sign === '"' && (quoted || !cell)) quoted = !quoted;
      else if (quoted) cell += sign;
      else if (sign === between) end();
      else if (sign === "\n") { end(); if (row.some(Boolean)) found.push(row); row = []; }
      else cell += sign;
    }
    end();
    if (row.some(Boolean)) found.push(row);
    return found;
  }
  // As the next run reads them: the spellings, and the apostrophe that kept a cell from being computed.
  const SPELT = { reject: "desk-reject", "let-through": "none" };
  const asWritten = cell => /^'\s*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
  function sheetIn(text) {
    const [head = [], ...lines] = cellsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
    const names = head.map(name => name.trim().toLowerCase());
    if (!names.includes("id") || !names.includes("decision")) return null;
    const submissions = {};
    let venue = "";
    for (const line of lines) {
      const of = name => (line[names.indexOf(name)] || "").trim();
      const id = asWritten(of("id"));
      if (!id) continue;
      const typed = of("decision").toLowerCase().replace(/[\s_]+/g, "-");
      const decision = SPELT[typed] || typed;
      if (!(decision in RANKS)) throw new Error(`submission ${id} has the decision “${of("decision")}”, which is not one of ${Object.keys(RANKS).filter(Boolean).join(", ")}`);
      submissions[id] = { decision, note: asWritten(of("note")), seen: /^(yes|true|1|x)$/i.test(of("seen")), digest: of("digest") };
      venue = venue || of("venue");
    }
    return { venue, submissions };
  }
  const WRONG = "it is neither a file that “Save decisions” wrote nor a sheet with the columns id and decision, such as decisions.csv; save a workbook as CSV first";
  async function load(files) {
    const told = [];
    for (const file of files) {
      try {
        const text = await file.text();
        const saved = savedIn(text) || sheetIn(text);
        if (!saved) throw new Error(WRONG);
        const unknown = Object.keys(saved.submissions || {}).filter(id => !byId.has(id)).length;
        const { taken, outdated } = merge(saved, saved.by ? `the file of ${saved.by}` : file.name);
        const others = outdated ? `, ${outdated} decided on other files and open again` : "";
        told.push(`${file.name}: ${taken} submission${taken === 1 ? "" : "s"} taken in, ${conflicts.length} in conflict${others}${unknown ? `, ${unknown} not in this run` : ""}.${elsewhere(saved)}`);
      } catch (error) { told.push(`${file.name} cannot be used: ${error.message}.`); }
    }
    say(told.join(" "));
    rows.forEach(show);
    showConflicts();
    count();
    remember();
    apply();
  }

  // ---- What is shown: all of it stands in the address, so that Back brings it back.
  const KEYS = ["action", "verdict", "state", "rule", "q", "sort", "down"];
  let view = {};
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    return Object.fromEntries(KEYS.filter(key => asked.get(key)).map(key => [key, asked.get(key)]));
  };
  const address = next => "#" + new URLSearchParams(Object.entries(next).filter(([, value]) => value)).toString();
  function go(fields) {
    const next = { ...view, ...fields };
    const hash = address(next);
    if (hash === "#") history.pushState(null, "", location.pathname + location.search);
    else history.pushState(null, "", hash);
    apply();
  }
  const ruleMatches = (one, wanted) => one.tokens.some(token => token === wanted || token.startsWith(wanted + ":"));
  const states = {
    open: row => !row.dataset.decision,
    decided: row => Boolean(row.dataset.decision),
    fixed: row => Number(row.dataset.change) >= 2,
    new: row => row.dataset.new === "yes",
    reopened: row => Boolean(row.dataset.was),
  };
  const WORDS = { action: "proposed", verdict: "verdict", state: "state", rule: "rule", q: "search" };
  const KINDS = { error: "an error", warning: "a warning", note: "a note", open: "nothing told", ignored: "a waiver" };

  // A word is found where a word begins; what begins with a sign, or in a script without spaces, anywhere.
  const beginning = word => new RegExp("(?<![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}])" + word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "u");
  const typedWords = text => text.split(/\s+/).filter(Boolean).map(word => /^[\p{L}\p{N}]/u.test(word) ? beginning(word) : { test: said => said.includes(word) });
  const all = (words, text) => words.every(word => word.test(text));
  // The words that the entry itself (number, title, authors, files) does not hold: one message must hold all of these.
  const beyond = (one, words) => words.filter(word => !word.test(one.entry));

  function matches(row, words) {
    const one = known.get(row);
    const rest = beyond(one, words);
    return (!view.action || row.dataset.action === view.action) &&
      (!view.verdict || row.dataset.verdict === view.verdict) &&
      (!view.state || !states[view.state] || states[view.state](row)) &&
      (!view.rule || ruleMatches(one, view.rule)) &&
      (all(rest, one.proposal) || one.said.some(text => all(rest, text)));
  }
  // The messages of the rule, or those that hold all words, in place of the usual three.
  function matched(row, words) {
    const one = known.get(row);
    const [rule] = (view.rule || "").split(":");
    const rest = beyond(one, words);
    const found = view.rule ? one.findings.filter(each => each[0] === rule)
      : rest.length ? one.findings.filter((each, index) => all(rest, one.said[index])) : [];
    const box = row.querySelector(".match");
    const usualBox = row.querySelector(".usual");
    usualBox.hidden = found.length > 0;
    if (!found.length && !box.firstChild) return;
    box.replaceChildren(...found.slice(0, 5).map(([name, severity, message, , since]) => {
      const line = make("p", message);
      line.prepend(make("b", name, severity), " ", ...(since === "new" ? [make("i", "new"), " "] : []));
      return line;
    }), ...(found.length > 5 ? [make("p", `and ${found.length - 5} more`, "more")] : []));
  }

  const BATCH = 60;
  let order = rows;
  let attached = 0;
  const query = () => (view.q || "").toLowerCase().trim();
  // A submission's own number, also as #14, or its whole id, asks for that one alone.
  function ofNumber() {
    const asked = query();
    const number = asked.replace(/^#?0*(?=\d)/, "");
    return rows.filter(row => asked && (known.get(row).number === number || row.dataset.id.toLowerCase() === asked));
  }
  let words = [];
  function apply() {
    view = read();
    const alone = ofNumber();
    words = alone.length ? [] : typedWords(query());
    if (search.value.toLowerCase().trim() !== (view.q || "").toLowerCase()) search.value = view.q || "";
    sort();
    order = rows.filter(row => (!alone.length || alone.includes(row)) && matches(row, words));
    attached = 0;
    body.replaceChildren();
    more(BATCH);
    at("shown").textContent = `${order.length} of ${rows.length}`;
    at("nothing").hidden = order.length > 0;
    const active = Object.keys(WORDS).filter(key => view[key]);
    at("clear").hidden = !active.length;
    at("filters").replaceChildren(...active.map(chip));
    for (const button of document.querySelectorAll("[data-key]"))
      button.setAttribute("aria-pressed", String(view[button.dataset.key] === button.dataset.value));
  }
  // A table lays out all its rows at once: only as many are in it as have been scrolled to.
  function more(number) {
    const batch = order.slice(attached, attached + number);
    for (const row of batch) matched(row, words);
    body.append(...batch);
    attached += batch.length;
    at("rest").hidden = attached >= order.length;
    at("more").textContent = `Show more (${order.length - attached} are left)`;
  }
  function chip(key) {
    const [rule, kind] = view[key].split(":");
    const value = key === "rule" && kind ? `${rule} with ${KINDS[kind] || kind}` : view[key];
    const button = make("button", `${WORDS[key]}: ${value} ✕`, "chip");
    button.type = "button";
    button.setAttribute("aria-label", `Take away ${WORDS[key]}: ${value}`);
    button.addEventListener("click", () => go({ [key]: "" }));
    return button;
  }

  const value = {
    id: row => Number(row.dataset.number),
    proposed: row => Number(row.dataset.rank),
    change: row => Number(row.dataset.change),
    pages: row => Number(row.dataset.pages),
    decision: row => RANKS[row.dataset.decision] || 0,
  };
  let sorted = "";
  function sort() {
    const key = view.sort || usual;
    const down = view.sort ? view.down === "1" : true;
    if (sorted === key + down && key !== "decision") return;
    sorted = key + down;
    const index = Number(key.slice(1));
    const measure = value[key] || (row => known.get(row).families[index] ?? 0);
    const keys = new Map(rows.map(row => [row, measure(row)]));
    const sign = down ? -1 : 1;
    // What is equal stands by proposal, then by number.
    rows.sort((a, b) => sign * (keys.get(a) - keys.get(b)) || value.proposed(b) - value.proposed(a) || value.id(a) - value.id(b));
    for (const head of table.tHead.rows[0].cells) {
      const button = head.querySelector("button");
      if (button && button.dataset.sort === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    select.value = key;
  }
  const showAll = () => go({ action: "", verdict: "", state: "", rule: "", q: "" });

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const { key, value: wanted, sort: by } = button.dataset;
    if (key) {
      go({ [key]: view[key] === wanted ? "" : wanted });
      if (button.closest(".why")) document.querySelector("main").scrollIntoView();
    }
    else if (by) go({ sort: by, down: (view.sort || usual) === by ? (view.sort && view.down !== "1" ? "1" : "") : by === "id" ? "" : "1" });
    else if (button.id === "save") save();
    else if (button.id === "more") more(BATCH);
    else if (button.id === "clear" || button.id === "clear-too") showAll();
    else if (button.classList.contains("clearing")) {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      const row = button.closest("tr");
      if (open) waivers(row); else row.querySelector(".waivers").replaceChildren();
    }
  });
  body.addEventListener("change", event => {
    const row = event.target.closest("tr");
    const one = known.get(row);
    if (event.target === one.seen) change(row, { seen: one.seen.checked });
    else if (event.target === one.ruling) change(row, { decision: one.ruling.value });
    else if (event.target === one.note) change(row, { note: one.note.value.trim() });
  });
  select.addEventListener("change", () => go({ sort: select.value, down: select.value === "id" ? "" : "1" }));
  let typing = 0;
  function searchNow() {
    clearTimeout(typing);
    history.replaceState(null, "", address({ ...view, q: search.value.trim() }));
    apply();
  }
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(searchNow, 120);
  });
  at("by").addEventListener("change", () => { by = at("by").value.trim(); remember(); });
  at("load").addEventListener("change", event => { load([...event.target.files]); event.target.value = ""; });
  addEventListener("popstate", arrive);
  addEventListener("beforeprint", () => more(rows.length));
  new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting)) more(BATCH); }, { rootMargin: "800px" }).observe(at("rest"));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typed = /^(select|textarea)$/i.test(event.target.tagName) || event.target.matches("input:not([type=checkbox])");
    const row = event.target.closest("#submissions tbody tr");
    const key = event.key;
    if (typed && event.target !== search) { if (key === "Escape" && row) focusOn(row); return; }
    if (key === "Escape") {
      if (event.target === search) { clearTimeout(typing); search.blur(); }
      return showAll();
    }
    if (key === "Enter" && event.target === search) { searchNow(); step(0); }
    if (typed) return;
    if (key === "/") search.focus();
    else if (key === "j" || key === "k") step(row ? order.indexOf(row) + (key === "j" ? 1 : -1) : key === "j" ? 0 : order.length - 1);
    else if (row && key === "d") known.get(row).ruling.focus();
    else if (row && key === "n") known.get(row).note.focus();
    else return;
    event.preventDefault();
  });
  function focusOn(row) {
    (row.querySelector("th a") || known.get(row).seen).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
  function step(index) {
    const row = order[index];
    if (!row) return;
    if (index >= attached) more(index + 1 - attached);
    focusOn(row);
  }
  // The page shows what is decided here: out of the store, or, where each page has its own, out of its address.
  const led = event => {
    const link = event.target.closest("th a");
    if (!link) return;
    remember();
    const { id } = known.get(link.closest("tr"));
    const { decision, note, seen, digest } = of(id);
    const waivers = Object.fromEntries([...waived.values()].filter(one => one.submission === id).map(one => [one.fingerprint, one.reason]));
    link.hash = "said=" + encodeURIComponent(JSON.stringify({ [id]: { decision, note, seen, waivers, digest: digest || link.closest("tr").dataset.digest } }))
      + "&order=" + encodeURIComponent(order.map(pageOf).filter(Boolean).join("/"));
  };
  // The page leads on to what is shown here, in the order in which it stands here. No name of a file has a slash.
  const pageOf = row => decodeURIComponent((row.querySelector("th a")?.pathname || "").split("/").pop());
  body.addEventListener("click", led);
  body.addEventListener("auxclick", led);
  addEventListener("storage", event => { if (event.key === PAGES) takeLeft(); });
  addEventListener("pageshow", event => { if (event.persisted) takeLeft(); });

  // A paper's page leads back to its row, in the view from which it was opened.
  function arrive() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const back = asked.get("back");
    if (back !== null) {
      // An address from elsewhere decides nothing; from disk only this folder's own pages lead here.
      try { if (location.protocol === "file:") take(JSON.parse(asked.get("said"))); } catch { say("What was decided on the page could not be taken over."); }
      const kept = recall();
      const hash = kept && typeof kept.view === "string" && !kept.view.includes("back=") ? kept.view : "";
      history.replaceState(null, "", hash || location.pathname + location.search);
    }
    apply();
    const row = back !== null && byId.get(back);
    if (row) {
      if (order.includes(row)) more(Math.max(0, order.indexOf(row) + 1 - attached)); else body.prepend(row);
      row.scrollIntoView({ block: "center" });
      const link = row.querySelector("a");
      if (link) link.focus({ preventScroll: true });
    }
  }

  const kept = recall();
  if (kept) {
    by = typeof kept.by === "string" ? kept.by : "";
    left = typeof kept.view === "string" ? kept.view : "";
    for (const [id, one] of Object.entries(kept.submissions || {})) if (!byId.has(id)) absent[id] = one;
    for (const each of Array.isArray(kept.settled) ? kept.settled : []) settled.add(each);
    merge(kept, "this browser");
    if (elsewhere(kept)) say(`What this browser holds of this page is of another call.${elsewhere(kept)}`);
  }
  for (const row of rows)
    if (row.dataset.decision || row.dataset.note || row.dataset.seen || row.dataset.was)
      given[row.dataset.id] = { decision: row.dataset.decision, note: row.dataset.note, seen: row.dataset.seen === "yes", was: row.dataset.was };
  // Once: what is here since then is later.
  const before = (kept && kept.given) || {};
  const fresh = Object.entries(given).filter(([id, one]) => JSON.stringify(one) !== JSON.stringify(before[id]));
  merge({ submissions: Object.fromEntries(fresh) }, "the files of this run");
  at("by").value = by;
  rows.forEach(show);
  takeLeft();
  showConflicts();
  count();
  arrive();
  remember();
})();
