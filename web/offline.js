import { startServiceWorker } from './trusted.js';

/** Lets the page open without a network after the first visit, where the browser can: over https or from this machine. */
export function goOffline() {
  if (!navigator.serviceWorker || !/^https?:$/.test(location.protocol)) return;
  startServiceWorker('service-worker.js').catch(() => {}); // the page works without
}
