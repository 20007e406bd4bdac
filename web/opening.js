import { sample } from './sample.js';

/** Opens the page: its one element shows the sample, and takes files that are dropped anywhere on the page. */
export function openPage() {
  const widget = document.querySelector('article-issues');
  if (!widget.value) widget.value = sample;
  for (const type of ['dragover', 'drop']) {
    addEventListener(type, (event) => {
      if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault(); // or the browser would leave the page, and the text with it
      if (type === 'drop') widget.open(event.dataTransfer.files);
    });
  }
}
