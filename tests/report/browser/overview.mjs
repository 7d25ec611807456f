// Drives the overview of a run as a chair does; prints what it saw as JSON. Arguments: index.html, a folder to work in.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.FAIMI_CHECK_NODE_MODULES, "/"));
const { chromium } = require("playwright-core");
const [overview, folder] = process.argv.slice(2);
const address = pathToFileURL(overview).href;
const saw = { problems: [] };

const browser = await chromium.launch({
  executablePath: process.env.FAIMI_CHECK_CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
const page = await context.newPage();
page.on("pageerror", error => saw.problems.push(error.message));
page.on("console", message => message.type() === "error" && saw.problems.push(message.text()));
page.on("dialog", dialog => { saw.problems.push("dialog"); dialog.dismiss(); });
const shown = async () => Number((await page.textContent("#shown")).split(" ")[0]);
const firstRow = () => page.locator("#submissions tbody tr").first();

await page.goto(address);
saw.all = await shown();
saw.attached = await page.locator("#submissions tbody tr").count();
await page.click(".tile.desk-reject");
saw.rejects = [Number(await page.textContent(".tile.desk-reject b")), await shown()];
await page.click(".why summary");
saw.counts = [];
for (const button of await page.$$('.rule[data-value*=":"]')) {
  await page.keyboard.press("Escape");
  await button.click();
  saw.counts.push([await button.getAttribute("data-value"), Number(await button.textContent()), await shown()]);
}
saw.match = await firstRow().locator(".match").textContent();
saw.filter = await page.textContent("#filters");
await page.goto("about:blank");
await page.goto(address + "#action=desk-reject");
await page.click('[data-key="state"][data-value="open"]');
await page.goBack();
saw.back = await page.evaluate(() => location.hash);

// Searching: a number alone, the beginnings of words, all of them in one message.
saw.searched = {};
for (const typed of ["14", "0014", "gaps 14", "aps", "14 anon002", "runs figure", "figure readme", "ideo", "video", "#14", "desk", "desk-reject", "Segmentation:", "O'Brien", "50%", "a&b", 'gaps"', "c++", "(14)", "x-[a\\", "gaps {1}|/", "onerror=alert(1)>"]) {
  await page.goto("about:blank");
  await page.goto(address + "#" + new URLSearchParams({ q: typed, sort: "id" }));
  const first = (await shown()) ? await firstRow().evaluate(row => [row.dataset.id, row.querySelector(".usual").hidden, [...row.querySelectorAll(".match b")].map(one => one.textContent)]) : [];
  saw.searched[typed] = [await shown(), ...first];
}
// Keys: from row to row, into the decision and back, and out of the search to what it has found.
await page.goto("about:blank");
await page.goto(address + "#sort=id");
const focused = () => page.evaluate(() => [document.activeElement.closest("tr")?.dataset.id, document.activeElement.tagName]);
saw.keys = [];
for (const key of ["j", "j", "k", "d", "Escape", "n", "j", "Escape", "j"]) {
  await page.keyboard.press(key);
  saw.keys.push((await focused()).join(" "));
}
saw.typedNote = await page.locator('#submissions tr[data-id="1"] .decide .note').inputValue();
await page.locator('#submissions tr[data-id="1"] .decide .note').fill("");
await page.fill("#search", "213");
await page.keyboard.press("Enter");
saw.keys.push((await focused()).join(" "));
await page.keyboard.press("/");
await page.keyboard.press("Escape");
saw.leftSearch = [await page.inputValue("#search"), await shown(), ...await focused()];
await page.goto("about:blank");
await page.goto(address + "#action=desk-reject");

const id = await firstRow().getAttribute("data-id");
await firstRow().locator("select").selectOption("desk-reject");
await firstRow().locator(".decide .note").fill("sure");
await firstRow().locator(".clearing").click();
saw.groups = await firstRow().locator(".waivers > .waiver > p").allTextContents();
const emails = firstRow().locator(".waivers > .waiver input").nth(saw.groups.findIndex(text => text.includes("places")));
await emails.fill("looked at");
await emails.press("Tab");
await page.fill("#by", "AQ");
const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
await download.saveAs(join(folder, "decisions-AQ.json"));
await page.reload();
saw.kept = [await page.textContent("#count-decided"), await firstRow().locator(".decide .note").inputValue()];

const other = JSON.parse(readFileSync(join(folder, "decisions-AQ.json"), "utf8"));
other.by = "BR";
other.submissions[id].decision = "ask";
writeFileSync(join(folder, "decisions-BR.json"), JSON.stringify(other));
await page.setInputFiles("#load", join(folder, "decisions-BR.json"));
await page.waitForSelector("#conflicts li");
// The run's own sheet as a spreadsheet hands it back, and three that are none.
const told = async (name, text) => {
  writeFileSync(join(folder, name), text);
  await page.setInputFiles("#load", join(folder, name));
  await page.waitForFunction(wanted => document.querySelector("#told").textContent.startsWith(wanted), name);
  return page.textContent("#told");
};
const heading = "\ufeffid;title;decision;note;digest;venue\r\n";
saw.sheet = [
  await told("sheet.csv", heading + `997;"a ""b""; c";Reject;"'=3;\r\ntoo";files-997;example-2025\r\n;;;;;\r\n996;;ask;;files-old;\r\nxyz;;ask;;;\r\n`),
  await told("wrong-word.csv", heading + "995;;perhaps;;;\r\n"),
  await told("summary.csv", "id,title\r\n997,x\r\n"),
  await told("book.xlsx", "PK\u0003\u0004"),
];
saw.ofSheet = await page.evaluate(() => {
  const { submissions } = JSON.parse(localStorage.getItem("faimi-check:" + location.pathname));
  return [submissions["997"].decision, submissions["997"].note, submissions["996"].decision, submissions["996"].was, "995" in submissions];
});
saw.conflict = await page.textContent("#conflicts li");
await page.locator("#conflicts button").nth(1).click();
saw.chosen = await firstRow().getAttribute("data-decision");

await page.emulateMedia({ media: "print" });
saw.printed = await firstRow().evaluate(row => {
  const seen = name => row.querySelector(name).getClientRects().length > 0;
  return [row.getClientRects().length > 0, seen(".decide select"), seen(".printed"), seen(".decide .note"), seen(".clearing"), seen(".decide .seen")];
});
saw.printed.push(await firstRow().locator(".printed").textContent());
await page.emulateMedia({ media: "screen" });
await page.goto(address + "?since#");
saw.states = await page.$$eval('[data-key="state"]', all => all.map(one => one.textContent));
await page.click('[data-key="state"][data-value="fixed"]');
saw.fixed = [await shown(), await firstRow().locator(".change").textContent()];

// On the paper's own page: what is decided there stands in the overview, in this tab and in another one.
const waivedOf = async which => page.evaluate(wanted => {
  const kept = JSON.parse(localStorage.getItem("faimi-check:" + location.pathname));
  return kept.waivers.filter(one => one.submission === wanted).map(one => one.reason).sort();
}, which);
const row = which => page.locator(`#submissions tr[data-id="${which}"]`);
const clearOne = async (place, reason) => {
  await place.locator("summary").click();
  await place.locator("input").fill(reason);
  await place.locator("input").press("Tab");
};
await page.goto("about:blank");
await page.goto(address + "#sort=id");
await row("1").locator(".clearing").click();
saw.evidence = await row("1").locator(".waivers small").allTextContents();
await row("1").locator("th a").click();
await page.waitForSelector("#decide:not([hidden])");
saw.pageHash = await page.evaluate(() => location.hash);
saw.pageBefore = await page.inputValue("#decide select");
await page.selectOption("#decide select", "ask");
await page.fill("#decide .note input", "which data?");
await page.press("#decide .note input", "Tab");
await clearOne(page.locator(".finding .clear").first(), "a data set");
saw.cleared = await page.locator(".finding.cleared").count();
await page.screenshot({ path: join(folder, "page.png") });
await page.reload();
saw.pageKept = [await page.inputValue("#decide select"), await page.inputValue("#decide .note input"), await page.locator(".finding.cleared").count()];
await page.click(".way a");
await page.waitForURL(/index\.html/);
saw.overviewAfter = [await row("1").getAttribute("data-decision"), await row("1").locator(".decide .note").inputValue(), await row("1").locator(".clearing").textContent(), await waivedOf("1"), await page.evaluate(() => location.hash)];
const tab = await context.newPage();
await tab.goto(new URL("papers/4.html", address).href);
await tab.selectOption("#decide select", "none");
await page.waitForFunction(() => document.querySelector('tr[data-id="4"]')?.dataset.decision === "none");
await clearOne(tab.locator(".clear.all").first(), "all fine");
await tab.close();
await page.waitForFunction(() => JSON.parse(localStorage.getItem("faimi-check:" + location.pathname)).waivers.some(one => one.submission === "4"));
saw.allCleared = await waivedOf("4");
await row("1").locator("th a").click();
await page.selectOption("#decide select", "");
await page.goBack();
await page.waitForFunction(() => document.querySelector('tr[data-id="1"]')?.dataset.decision === "");
saw.undecided = await row("1").getAttribute("data-decision");

// Previous and next are what the overview shows, also after the page is loaded again; from elsewhere they are all.
const leads = async which => which.$$eval(".way a", all => all.slice(1).map(one => one.rel + " " + new URL(one.href).pathname.split("/").pop()));
await page.goto("about:blank");
await page.goto(address + "#" + new URLSearchParams({ q: "gaps runs", sort: "id" }));
await row("1").locator("th a").click();
await page.waitForSelector("#decide:not([hidden])");
saw.ways = [await leads(page), await page.textContent(".way small")];
await page.reload();
saw.ways.push(await leads(page));
await page.click('.way a[rel="next"]');
await page.waitForURL(/4\.html/);
await page.waitForSelector("#decide:not([hidden])");
saw.ways.push(await leads(page), await page.evaluate(() => location.hash));
await page.goto("about:blank");
await page.goto(new URL("papers/2.html", address).href + "#order=" + encodeURIComponent("javascript:alert(1).html/2.html/"));
saw.ways.push(await page.$$eval(".way a", all => all.slice(1).map(one => new URL(one.href).protocol)));
await page.goto("about:blank");
await page.goto(new URL("papers/2.html", address).href);
saw.ways.push(await leads(page), await page.locator(".way small").count());

// Where each page from disk has a store of its own, the links take along what was decided.
const alone = await browser.newContext({ viewport: { width: 1440, height: 900 } });
await alone.addInitScript(() => {
  const { getItem, setItem, removeItem } = Storage.prototype;
  const own = key => location.pathname + "|" + key;
  Storage.prototype.getItem = function (key) { return getItem.call(this, own(key)); };
  Storage.prototype.setItem = function (key, value) { setItem.call(this, own(key), value); };
  Storage.prototype.removeItem = function (key) { removeItem.call(this, own(key)); };
});
const apart = await alone.newPage();
apart.on("pageerror", error => saw.problems.push(error.message));
apart.on("console", message => message.type() === "error" && saw.problems.push(message.text()));
const apartRow = which => apart.locator(`#submissions tr[data-id="${which}"]`);
await apart.goto(address + "#sort=id");
await apartRow("1").locator("select").selectOption("mend");
await apartRow("1").locator("th a").click();
await apart.waitForSelector("#decide:not([hidden])");
saw.apart = [await apart.inputValue("#decide select"), await apart.textContent("#decide .kept")];
await apart.selectOption("#decide select", "desk-reject");
await clearOne(apart.locator(".finding .clear").first(), "seen");
await apart.click('.way a[rel="next"]');
await apart.waitForURL(/2\.html/);
saw.apart.push(await apart.inputValue("#decide select"));
const direct = await alone.newPage();
await direct.goto(apart.url().split("#")[0]);
saw.apart.push(await direct.textContent("#decide .kept"));
await direct.close();
await apart.selectOption("#decide select", "ask");
await apart.click(".way a");
await apart.waitForURL(/index\.html/);
saw.apart.push(await apartRow("1").getAttribute("data-decision"), await apartRow("2").getAttribute("data-decision"), await apartRow("1").locator(".clearing").textContent(), await apart.evaluate(() => location.hash));
await alone.close();

// Other files were uploaded, and another run has written the overview: what this browser holds is of those before.
const digest = `data-digest="files-${id}"`;
writeFileSync(overview, readFileSync(overview, "utf8").replace(digest, 'data-digest="files-other"'));
const reopened = async () => {
  const row = page.locator(`tr[data-id="${id}"]`);
  const held = await row.evaluate(one => [one.dataset.decision, one.classList.contains("seen"), one.querySelector(".was").textContent]);
  return [...held, await row.locator(".decide .note").inputValue(), await page.textContent("#count-reopened")];
};
await page.goto(address);
saw.reopenedIsHidden = await page.locator("#count-reopened").isHidden();
await page.click('[data-key="state"][data-value="reopened"]');
saw.reopenedShown = await shown();
saw.reopened = [await reopened()];
await page.setInputFiles("#load", join(folder, "decisions-AQ.json"));
await page.waitForFunction(() => document.getElementById("told").textContent.includes("AQ"));
saw.outdated = await page.textContent("#told");
saw.reopened.push(await reopened());
await page.reload();
saw.reopened.push(await reopened());
await page.locator(`tr[data-id="${id}"] select`).selectOption("none");
saw.reopened.push(await reopened());
const elsewhere = { schema: other.schema, venue: "another-2026", submissions: {} };
writeFileSync(join(folder, "elsewhere.json"), JSON.stringify(elsewhere));
await page.setInputFiles("#load", join(folder, "elsewhere.json"));
await page.waitForFunction(() => document.getElementById("told").textContent.includes("elsewhere"));
saw.elsewhere = await page.textContent("#told");

saw.violations = [];
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
for (const [colorScheme, width] of [["light", 1440], ["dark", 390]]) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  await page.goto("about:blank");
  await page.goto(address);
  await firstRow().locator(".clearing").click();
  const session = await context.newCDPSession(page);
  // The page's own policy forbids scripts that are not its own; the debugger may run them.
  await session.send("Runtime.evaluate", { expression: axe });
  const violations = async () => page.evaluate(async () => (await window.axe.run(document)).violations.map(one => one.id));
  saw.violations.push(...(await violations()));
  await page.goto(new URL("papers/1.html", address).href);
  await session.send("Runtime.evaluate", { expression: axe });
  saw.violations.push(...(await violations()));
}
await browser.close();
console.log(JSON.stringify(saw));
