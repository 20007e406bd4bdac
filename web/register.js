import { ArticleBatch } from './batch/element.js';
import { EngineClient } from './client.js';
import { ArticleComparison } from './compare/element.js';
import { ArticleIssues } from './element.js';
import { IssueEditor } from './own/editor.js';
import { sample } from './sample.js';

/** Registers <article-issues>, once, with one analyzer for all its elements; `assets` as of EngineClient. */
export function register(assets) {
  if (customElements.get('article-issues')) return;
  ArticleIssues.analyzer = new EngineClient(assets);
  ArticleIssues.sample = sample;
  customElements.define('article-issues', ArticleIssues);
}

/** Registers the elements of the page's other views, too. */
export function registerAll(assets) {
  register(assets);
  for (const [name, element] of [['article-batch', ArticleBatch], ['article-comparison', ArticleComparison], ['issue-editor', IssueEditor]]) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
