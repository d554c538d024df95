/**
 * The household desk, at the post scanning, rounds and delivery, and inspections of officials without a network: pages, their files, and the last
 * answers of the API.
 * Served as `/sw.js` by server/routes/sw.js.ts, which writes `DESK` above this text: `{ version, shell, files }`, all of them paths of ours.
 *
 * - Files of the build have their hash in the name: kept when the worker is installed, never asked for again.
 * - A page is asked for; when nothing comes, the empty shell is given, in which the same page draws itself in the browser.
 * - Answers about the household are asked for; when nothing comes, the last one is given. They are private, so they lie in a database that
 *   signing out deletes (app/utils/desk-memory.ts), not in an HTTP cache, and another account's sign-in clears them.
 * - What concerns recipients is kept for its day alone. A list of parcels is also kept parcel by parcel, as their own pages ask.
 * - The worker of a newer build waits until all pages of this one are closed, or a page asks it to take over.
 * - A push names nobody: `{ title, body, path, tag }`. It is shown once per tag; a tap opens its page.
 */
const CACHE = `choxa-desk-${DESK.version}`;
const KEPT =
  /^\/api\/v1\/(me$|places\/|post\/(offices|failure-reasons)$|complaints\?desk=household|audit\/samples\/[^/]+(\/items)?$|household\/(?!.*\.(pdf|svg|png)(\?|$)))/;
/** Names, phones and streets of recipients: for a day. */
const KEPT_TODAY =
  /^\/api\/v1\/post\/(runs\?|runs\/[^/]+\/parcels$|parcels\/[^/]+$|parcels\?state=(out_for_delivery|attempt_failed|held)&)/;
const LIST_OF_PARCELS = /^\/api\/v1\/post\/(parcels\?|runs\/[^/]+\/parcels$)/;
const PARCEL = '/api/v1/post/parcels/';
const WHOLE_ME = '/api/v1/me';
const PAGE_WAIT_MS = 6000;
const ANSWER_WAIT_MS = 8000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (DESK.files.includes(url.pathname)) event.respondWith(fileOf(request));
  else if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (isKept(url.pathname + url.search)) event.respondWith(answerOf(request, url, event));
});
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('push', (event) => event.waitUntil(show(event)));
self.addEventListener('notificationclick', (event) => event.waitUntil(open(event)));

function isKept(key) {
  return KEPT.test(key) || KEPT_TODAY.test(key);
}

/** Every push must be shown, also one that cannot be read. */
async function show(event) {
  const { title = 'Chợ Xã', body, path = '/ban-hang', tag } = readPush(event);
  await self.registration.showNotification(title, { body, tag, data: { path } });
}

function readPush(event) {
  try {
    return event.data.json();
  } catch {
    return {};
  }
}

/** A window that is open already comes to the front; else a new one. */
async function open({ notification }) {
  notification.close();
  const address = new URL(notification.data.path, self.location.origin).href;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const here = windows.find((client) => client.url === address);
  return here ? here.focus() : self.clients.openWindow(address);
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll([DESK.shell, ...DESK.files]);
}

/** The worker of an older build goes with the last page that used it; its files with it. */
async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('choxa-desk-') && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fileOf(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

async function pageOf(request) {
  try {
    return await within(PAGE_WAIT_MS, fetch(request));
  } catch {
    return (await caches.match(DESK.shell, { cacheName: CACHE, ignoreVary: true })) ?? Response.error();
  }
}

async function answerOf(request, url, event) {
  const key = url.pathname + url.search;
  let answer;
  try {
    answer = await within(ANSWER_WAIT_MS, fetch(request));
  } catch {
    const kept = await read(key);
    await forgetOldDays();
    if (!kept || !isOfToday(kept)) return Response.error();
    return new Response(kept.body, { headers: { 'content-type': 'application/json', 'x-kept-at': kept.at } });
  }
  const copy = answer.clone();
  event.waitUntil(remember(key, copy));
  return answer;
}

async function remember(key, answer) {
  if (answer.status === 401) return clear();
  if (!answer.ok) return;
  const body = await answer.text();
  if (key === WHOLE_ME) {
    const before = await read(WHOLE_ME);
    if (before && JSON.parse(before.body).id !== JSON.parse(body).id) await clear();
  }
  const at = new Date().toISOString();
  await write([{ key, body, at }, ...parcelsIn(key, body).map((parcel) => ({ ...parcel, at }))]);
  await forgetOldDays();
}

/** Each parcel of a list as the answer its own page asks for. */
function parcelsIn(key, body) {
  if (!LIST_OF_PARCELS.test(key)) return [];
  return JSON.parse(body).data.map((parcel) => ({ key: PARCEL + parcel.number, body: JSON.stringify(parcel) }));
}

function isOfToday({ key, at }) {
  return !KEPT_TODAY.test(key) || dayOf(new Date(at)) === dayOf(new Date());
}

/** The day in Vietnam, `2026-11-26`. */
function dayOf(time) {
  return time.toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
}

let lookedOn = '';
/** Deletes what was kept for a day that is over; looks once a day while it lives. */
async function forgetOldDays() {
  const today = dayOf(new Date());
  if (lookedOn === today) return;
  lookedOn = today;
  const rows = await inStore('readonly', (answers) => answers.getAll());
  const old = rows.filter((row) => !isOfToday(row));
  await inStore('readwrite', (answers) => old.map(({ key }) => answers.delete(key)).at(-1) ?? answers.count());
}

/** What `work` gives, or a failure after `ms` milliseconds. */
function within(ms, work) {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

let opened;
function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('choxa-kept', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('answers', { keyPath: 'key' });
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      // A page that signs out deletes the whole database: make way.
      asked.result.onversionchange = () => {
        asked.result.close();
        opened = undefined;
      };
      resolve(asked.result);
    };
  });
  return opened;
}

async function inStore(mode, work) {
  const answers = (await database()).transaction('answers', mode).objectStore('answers');
  const asked = work(answers);
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

const read = (key) => inStore('readonly', (answers) => answers.get(key));
const write = (rows) => inStore('readwrite', (answers) => rows.map((row) => answers.put(row)).at(-1));
const clear = () => inStore('readwrite', (answers) => answers.clear());
