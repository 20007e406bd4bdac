import { EngineClient } from './client.js';
import { ArticleIssues } from './element.js';
import { sample } from './sample.js';

/** Registers <article-issues>, once, with one analyzer for all its elements; `assets` as of EngineClient. */
export function register(assets) {
  if (customElements.get('article-issues')) return;
  ArticleIssues.analyzer = new EngineClient(assets);
  ArticleIssues.sample = sample;
  customElements.define('article-issues', ArticleIssues);
}
