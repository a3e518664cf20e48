// The page of the local workspace: keeps where one is, asks for the state, draws what changed.

import { get, post, watch } from "./api.js";
import { composer } from "./composer.js";
import { localDate } from "./dates.js";
import { h } from "./dom.js";
import { hint } from "./hint.js";
import { showHome } from "./home.js";
import { showInspect } from "./inspect.js";
import { showMessages } from "./messages.js";
import { modalProblem, showModal } from "./modal.js";
import { notice, showPlace } from "./place.js";
import { showSidebar } from "./sidebar.js";
import { showThread } from "./thread.js";
import { showTopbar } from "./topbar.js";
import { languageOf, translator } from "./words.js";

const $ = (id) => document.getElementById(id);
const where = { person: undefined, channel: undefined, home: false, thread: null, inspect: false, language: null };
let state = null;
let ctx = null;
let typedText = "";

const main = composer({ id: "composer", current: () => ctx, sent: () => { follow = true; }, typed: (text) => { typedText = text; inspectSoon(); } });
const reply = composer({ id: "reply", current: () => ctx, threadTs: () => where.thread });
const list = h("div", { class: "messages", role: "log", "aria-live": "polite" });
const bar = h("div", { class: "foot-bar" });

/* ---------------------------------------------------------------- state */

const MINUTE_HAND = 30_000;
const RETRY = 1500;
let loading = null;
let again = false;
let stale = false;
let retry = null;

/** Brings the page up to date; calls while one is under way are folded into one more. */
function refresh() {
  if (loading) {
    again = true;
    return loading;
  }
  loading = load().finally(() => {
    loading = null;
    if (again) {
      again = false;
      refresh();
    }
  });
  return loading;
}

async function load() {
  const asked = { person: where.person, channel: where.channel };
  const same = state && state.person === asked.person && state.channel === asked.channel;
  let answer = await get("/ui/state", { ...asked, since: same && !stale ? state.version : undefined });
  stale = false;
  if (!answer.ok && !answer.unreachable && asked.channel) answer = await get("/ui/state", { person: asked.person });
  if (answer.unreachable) {
    clearTimeout(retry);
    retry = setTimeout(refresh, RETRY);
    return say(ctx?.t("offline") ?? translator(languageOf(navigator.language))("offline"));
  }
  if (!answer.ok && !state) answer = await get("/ui/state");
  if (answer.unchanged || !answer.ok) return undefined;
  if (asked.person !== where.person || asked.channel !== where.channel) {
    again = true;
    return undefined;
  }
  const moved = !state || state.channel !== answer.channel || state.person !== answer.person;
  state = answer;
  where.person = answer.person;
  where.channel = answer.channel;
  draw(moved);
  return undefined;
}

/** Runs a request's promise: shows its failure where one is looking, then refreshes. */
async function run(request, { complain } = {}) {
  const busy = setTimeout(() => say(ctx.t("working")), 400);
  const answer = await request;
  clearTimeout(busy);
  const place = modalProblem();
  const sentence = answer.ok ? "" : answer.error ?? ctx.t("failed");
  await refresh();
  const now = modalProblem() ?? place;
  if (sentence && now?.isConnected) now.textContent = sentence;
  else if (sentence || complain) (complain ?? main.complain)(sentence);
  else main.complain();
  return answer;
}

const send = (path, body, options) => run(post(path, body, ctx.t("failed")), options);

/** Tells screen readers, and unless `quietly` everyone for a moment. */
function say(sentence, { quietly = false } = {}) {
  const status = $("status");
  status.textContent = sentence;
  status.classList.toggle("shown", Boolean(sentence) && !quietly);
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { status.textContent = ""; status.classList.remove("shown"); }, 4000);
}

/** What every part of the page is given: the state and the person's way of reading it. */
function context() {
  const people = new Map(state.people.map((person) => [person.id, person]));
  const channels = new Map(state.channels.map((channel) => [channel.id, channel]));
  const me = people.get(state.person);
  const lang = where.language ?? languageOf(me?.lang);
  const tz = me?.tz || state.clock.zone;
  const now = new Date(state.clock.now);
  const nameOf = (id, otherwise) => people.get(id)?.name ?? otherwise ?? id;
  return {
    state, lang, tz, now, person: state.person, today: localDate(now, tz), t: translator(lang), nameOf,
    present: state.people.filter((person) => !person.deleted && person.id !== "USLACKBOT"),
    personOf: (id) => people.get(id), channel: (id) => channels.get(id),
    titleOf: (channel) => channel.kind === "im" ? nameOf(channel.user, channel.name) : channel.kind === "mpim" ? channel.name : `#${channel.name}`,
    signature: [lang, tz, state.person, state.people.length, state.channels.length].join(),
    send, run, say, open, openDm, openHome, openThread, become, toggleMenu, toggleInspect,
    speak: (choice) => { where.language = choice; draw(false); },
  };
}

/* ----------------------------------------------------------- going about */

function remember() {
  const path = `#/${where.person}/${where.home ? "home" : where.channel}${where.thread ? `/${where.thread}` : ""}`;
  if (location.hash !== path) history.replaceState(null, "", path);
}

function recall() {
  const [, person, place, thread] = location.hash.split("/");
  where.person = person || undefined;
  where.home = place === "home";
  where.channel = place && place !== "home" ? place : undefined;
  where.thread = thread ?? null;
}

async function open(channel) {
  Object.assign(where, { channel, home: false, thread: null });
  $("layout").classList.remove("menu-open");
  main.complain();
  if (state.channel === channel) draw(true);
  await refresh();
  if (matchMedia("(hover: hover)").matches) main.area.focus();
}

async function openDm(user) {
  const answer = await send("/ui/dm", { person: ctx.person, user });
  if (answer.ok) await open(answer.channel);
}

async function openHome() {
  Object.assign(where, { home: true, thread: null });
  $("layout").classList.remove("menu-open");
  draw(true);
  await send("/ui/home", { person: ctx.person, tab: "home" });
}

function openThread(ts) {
  Object.assign(where, { thread: ts, inspect: false });
  draw(false);
  reply.area.focus();
}

async function become(person) {
  Object.assign(where, { person, thread: null, language: null });
  main.complain();
  await refresh();
  if (where.home) await send("/ui/home", { person, tab: "home" });
}

function closeSide() {
  const thread = where.thread;
  Object.assign(where, { thread: null, inspect: false });
  draw(false);
  (thread && document.querySelector(`[data-key="${CSS.escape(thread)}"]`) || main.area).focus();
}

function toggleMenu() {
  $("layout").classList.toggle("menu-open");
}

function toggleInspect() {
  Object.assign(where, { inspect: !where.inspect, thread: null });
  draw(false);
}

/* --------------------------------------------------------------- drawing */

function draw(moved) {
  ctx = context();
  document.documentElement.lang = ctx.lang;
  const channel = ctx.channel(state.channel);
  const title = where.home ? ctx.t("homeOf", { name: state.app.name }) : channel ? ctx.titleOf(channel) : "";
  document.title = `${title} · ${state.team.name}`;
  $("skip").textContent = ctx.t("skip");
  remember();
  showTopbar($("topbar"), ctx, { inspecting: where.inspect });
  showSidebar($("sidebar"), ctx, where.home ? "home" : state.channel);
  showPlace($("place"), where.home ? null : channel, title, ctx);
  if (where.home) {
    showHome($("scroll"), state.home, ctx);
    if (moved) $("scroll").scrollTop = 0;
  }
  else drawMessages(moved, title);
  drawFoot(channel, title);
  keepEnd();
  drawSide();
  showModal(state.modal, ctx);
  if (channel?.unread && !where.home && !document.hidden) post("/ui/read", { person: ctx.person, channel: channel.id });
}

let follow = true;

/** The newest message stays in view unless the reader has scrolled up; of one that is taller, the beginning does. */
function keepEnd() {
  const scroll = $("scroll");
  if (!follow || where.home) return;
  const newest = list.lastElementChild?.getBoundingClientRect();
  scroll.scrollTop = newest?.height > scroll.clientHeight
    ? scroll.scrollTop + newest.top - scroll.getBoundingClientRect().top
    : scroll.scrollHeight;
}

function drawMessages(moved, title) {
  const scroll = $("scroll");
  follow ||= moved;
  const shown = state.messages.filter((message) => !message.thread_ts || message.thread_ts === message.ts || message.subtype === "thread_broadcast");
  list.setAttribute("aria-label", ctx.t("messageList", { name: title }));
  if (list.parentNode !== scroll) scroll.replaceChildren(list);
  if (moved) list.replaceChildren();
  showMessages(list, shown, ctx);
  list.classList.toggle("none", shown.length === 0);
  list.dataset.none = ctx.t("noMessages");
}

function drawFoot(channel, title) {
  const foot = $("foot");
  if (main.node.parentNode !== foot) foot.replaceChildren(bar, main.node);
  main.node.classList.toggle("only-problem", where.home);
  main.update(ctx.t("write", { name: title }), !channel || channel.archived || !channel.member);
  const signature = JSON.stringify([ctx.signature, channel, where.home, localStorage.length]);
  if (bar.signature === signature) return;
  bar.signature = signature;
  bar.replaceChildren(...[!where.home && notice(channel, ctx), !where.home && channel?.member && hint(ctx, { fill: main.fill, openApp: tellApp, hidden: redrawFoot })].filter(Boolean));
}

function redrawFoot() {
  draw(false);
  main.area.focus();
}

async function tellApp(text) {
  await openDm(state.app.user_id);
  main.fill(text);
}

function drawSide() {
  const side = $("side");
  const kind = where.inspect ? "inspect" : where.thread ? "thread" : "";
  side.hidden = !kind;
  $("layout").dataset.side = kind;
  if (kind === "inspect") showInspect(side, ctx, typedText, closeSide);
  else if (kind === "thread") showThread(side, ctx, where.thread, reply, closeSide);
  else {
    side.replaceChildren();
    side.dataset.kind = "";
  }
}

let inspectTimer = null;
function inspectSoon() {
  clearTimeout(inspectTimer);
  if (where.inspect) inspectTimer = setTimeout(() => showInspect($("side"), ctx, typedText, closeSide), 250);
}

/* ------------------------------------------------------------------ start */

$("scroll").addEventListener("scroll", ({ target }) => {
  if (!where.home) follow = target.scrollHeight - target.scrollTop - target.clientHeight < 80;
}, { passive: true });
new ResizeObserver(keepEnd).observe($("scroll"));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if ($("layout").classList.contains("menu-open")) toggleMenu();
  else if (where.thread || where.inspect) closeSide();
});
$("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.area.focus();
});
addEventListener("hashchange", () => {
  recall();
  refresh();
});
document.addEventListener("visibilitychange", () => { if (!document.hidden && state) draw(false); });

recall();
await refresh();
watch((version) => { if (version === null || version !== state?.version) refresh(); });
setInterval(() => {
  stale = true;
  if (!document.hidden) refresh();
}, MINUTE_HAND);
if (where.home && state) await send("/ui/home", { person: where.person, tab: "home" });
