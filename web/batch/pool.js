/** More workers than these do not make a page faster. */
const MOST = 4;

/**
 * Runs many texts through several analyzers at once. `analyzer` is an EngineClient: the others are its
 * siblings, which need not load anything again.
 */
export class Pool {
  #analyzer;
  #size;

  constructor(analyzer, size = Math.min(globalThis.navigator?.hardwareConcurrency || 2, MOST)) {
    this.#analyzer = analyzer;
    this.#size = size;
  }

  /**
   * Analyses articles, an async iterable of {name, text} or {name, error}. `onResult({place, name, text,
   * report, error})` is called for each as it is done, with its place in the order they came in; error is a
   * message. Resolves when all are done or `signal` has stopped the run.
   */
  async run(articles, { signal, own = '', onResult }) {
    const iterator = articles[Symbol.asyncIterator]();
    const siblings = [];
    let place = 0;
    const work = async (analyzer) => {
      while (!signal?.aborted) {
        // The place is taken before the article is awaited: calls of next are answered in order.
        const mine = place++;
        const { done, value } = await iterator.next();
        if (done || signal?.aborted) return;
        onResult({ place: mine, ...value, ...(value.error ? {} : await analysed(analyzer, value.text, { signal, own })) });
      }
    };
    try {
      await this.#analyzer.catalogue(); // loads what the siblings share
      for (let i = 1; i < this.#size; i++) siblings.push(this.#analyzer.sibling());
      await Promise.all([this.#analyzer, ...siblings].map(work));
    } finally {
      for (const sibling of siblings) sibling.close();
    }
  }
}

async function analysed(analyzer, text, options) {
  try {
    return { report: await analyzer.analyze(text, options) };
  } catch (error) {
    return { error: error.message };
  }
}
