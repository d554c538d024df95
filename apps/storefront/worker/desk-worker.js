/**
 * The household desk and the post's scanning page without a network: pages, their files, and the last answers of the API. Served as `/sw.js` by server/routes/sw.js.ts,
 * which writes `DESK` above this text: `{ version, shell, files }`, all of them paths of ours.
 *
 * - Files of the build have their hash in the name: kept when the worker is installed, never asked for again.
 * - A page is asked for; when nothing comes, the empty shell is given, in which the same page draws itself in the browser.
 * - Answers about the household are asked for; when nothing comes, the last one is given. They are private, so they lie in a database that
 *   signing out deletes (app/utils/desk-memory.ts), not in an HTTP cache, and another account's sign-in clears them.
 * - A push names nobody: `{ title, body, path, tag }`. It is shown once per tag; a tap opens its page.
 */
const CACHE = `choxa-desk-${DESK.version}`;
const KEPT = /^\/api\/v1\/(me$|places\/|post\/offices$|household\/(?!.*\.(pdf|svg|png)$))/;
const OWN_COMPLAINTS = '/api/v1/complaints?desk=household';
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
  else if (KEPT.test(url.pathname) || (url.pathname + url.search).startsWith(OWN_COMPLAINTS))
    event.respondWith(answerOf(request, url, event));
});
self.addEventListener('push', (event) => event.waitUntil(show(event)));
self.addEventListener('notificationclick', (event) => event.waitUntil(open(event)));

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
    if (!kept) return Response.error();
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
  await write({ key, body, at: new Date().toISOString() });
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
const write = (row) => inStore('readwrite', (answers) => answers.put(row));
const clear = () => inStore('readwrite', (answers) => answers.clear());
