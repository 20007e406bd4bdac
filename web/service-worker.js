// Keeps the page's own files, so that it opens without a network. The build fills in their names and the
// version, a hash of their content: another version fetches all of them anew and drops the former ones.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('rubricator-') && name !== VERSION).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  const path = url.slice(self.registration.scope.length).replace(/[?#].*$/, '');
  const file = mode === 'navigate' && path === '' ? 'index.html' : path;
  if (!FILES.includes(file)) return;
  event.respondWith(caches.open(VERSION).then((cache) => cache.match(file)).then((kept) => kept ?? fetch(event.request)));
});
