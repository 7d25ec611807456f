"use strict";
// Decides and clears on a paper's own page. The overview alone keeps what was decided; this page leaves it what is new.
(() => {
  const bar = document.getElementById("decide");
  const { id, digest } = bar.dataset;
  const way = document.querySelector(".way");
  const PLACE = "faimi-check:" + new URL(way.querySelector("a").href).pathname;
  const PAGES = PLACE + "#pages";
  const parsed = text => { try { return JSON.parse(text || "null"); } catch { return null; } };
  const recall = key => { try { return parsed(localStorage.getItem(key)); } catch { return null; } };

  // Some browsers give each page from disk a store of its own: there the links take along what the store would hold.
  const store = recall(PLACE);
  const arrived = new URLSearchParams(location.hash.slice(1));
  const asked = arrived.get("said");
  // An address from elsewhere decides nothing; from disk only this folder's own pages lead here.
  const carried = (!store && location.protocol === "file:" && parsed(asked)) || {};
  // What the overview shows, by the names of its pages; it stays with this page when that is loaded again.
  const order = arrived.get("order") || (history.state && history.state.order) || "";
  if (asked !== null || arrived.has("order")) history.replaceState({ order }, "", location.pathname + location.search);
  neighbours();
  const ways = [...way.querySelectorAll("a")];

  // Previous and next are those that the overview shows. Where this page is not among them they stay all submissions.
  function neighbours() {
    // An address may come from elsewhere: what it names are pages in this folder, whatever signs are in it.
    const names = order.split("/").filter(name => name.endsWith(".html"));
    const here = names.indexOf(decodeURIComponent(location.pathname.split("/").pop()));
    if (here < 0) return;
    for (const [rel, word, name] of [["prev", "previous", names[here - 1]], ["next", "next", names[here + 1]]]) {
      let link = way.querySelector(`[rel="${rel}"]`);
      if (!name) { if (link) link.remove(); continue; }
      if (!link) way.append(link = Object.assign(document.createElement("a"), { rel, textContent: word }));
      link.href = encodeURIComponent(name);
    }
    way.append(Object.assign(document.createElement("small"), { textContent: `${here + 1} of ${names.length} shown in the overview` }));
  }
  const left = () => ({ ...recall(PAGES), ...carried });

  const known = store && store.submissions && store.submissions[id];
  const mine = left()[id];
  const said = { decision: "", note: "", seen: false, ...(known && (!known.digest || known.digest === digest) ? known : {}), ...mine };
  const reasons = new Map();
  for (const one of (store && store.waivers) || []) if (one.submission === id) reasons.set(one.fingerprint, one.reason);
  for (const [fingerprint, reason] of Object.entries((mine && mine.waivers) || {})) reasons.set(fingerprint, reason);

  function leave(fields) {
    const own = { ...left()[id], ...fields, digest };
    const all = store ? { ...left(), [id]: own } : { [id]: own };
    if (!store) carried[id] = own;
    try { localStorage.setItem(PAGES, JSON.stringify(all)); } catch { /* The links have it. */ }
    lead();
  }
  function lead() {
    const said = store ? "" : `said=${encodeURIComponent(JSON.stringify(carried))}`;
    for (const link of ways) {
      const back = new URLSearchParams(new URL(link.href).hash.slice(1)).get("back");
      const on = back === null ? order && `order=${encodeURIComponent(order)}` : `back=${encodeURIComponent(back)}`;
      link.hash = [on, said].filter(Boolean).join("&");
    }
  }

  const [ruling, note, seen] = ["select", ".note input", ".seen input"].map(one => bar.querySelector(one));
  if (!store && !mine) {
    const unknown = new Option("as in the overview", "?");
    ruling.prepend(unknown);
    said.decision = "?";
    ruling.addEventListener("change", () => unknown.remove(), { once: true });
  }
  ruling.value = said.decision;
  note.value = said.note;
  seen.checked = said.seen;
  ruling.addEventListener("change", () => {
    if (ruling.value) seen.checked = true;
    leave(ruling.value ? { decision: ruling.value, seen: true } : { decision: "" });
  });
  note.addEventListener("change", () => leave({ note: note.value.trim() }));
  seen.addEventListener("change", () => leave({ seen: seen.checked }));

  const lines = [...document.querySelectorAll(".clear[data-fingerprint]")];
  const shared = [...document.querySelectorAll(".clear.all")];
  const ofGroup = all => lines.filter(line => line.closest(".group") === all.closest(".group"));
  function show() {
    for (const line of lines) {
      const why = reasons.get(line.dataset.fingerprint) || "";
      line.querySelector("input").value = why;
      line.querySelector("summary").textContent = why ? `cleared: ${why}` : "clear this finding";
      line.closest(".finding").classList.toggle("cleared", Boolean(why));
    }
    for (const all of shared) {
      const given = ofGroup(all).map(line => reasons.get(line.dataset.fingerprint) || "");
      all.querySelector("input").value = given.every(why => why === given[0]) ? given[0] : "";
      all.querySelector("summary").textContent = given.every(Boolean) ? `all ${given.length} cleared` : `clear all ${given.length}`;
    }
  }
  function clear(some, why) {
    const changed = { ...((left()[id] || {}).waivers) };
    for (const line of some) {
      reasons.set(line.dataset.fingerprint, why);
      changed[line.dataset.fingerprint] = why;
    }
    leave({ waivers: changed });
    show();
  }
  for (const line of lines) line.addEventListener("change", event => clear([line], event.target.value.trim()));
  for (const all of shared) all.addEventListener("change", event => clear(ofGroup(all), event.target.value.trim()));

  bar.addEventListener("submit", event => event.preventDefault());
  bar.querySelector(".kept").textContent = store
    ? "Kept in this browser. Save the decisions in the overview."
    : asked === null
    ? "Better open the overview first, and this page from there: then you see here what was decided. From here only the links above take your decision to the overview."
    : "Leave this page by the links above: they take your decision to the overview. With the Back button it is lost.";
  for (const hidden of [bar, ...lines, ...shared]) hidden.hidden = false;
  lead();
  show();
})();
