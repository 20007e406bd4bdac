// What is measured beside the engine, each as its documentation says: {load(), run(text)}. Bundled for the browser.

/** wink-nlp with its web model, all annotations, and what the model gives of issues' nearest kin. */
export const wink = {
  name: 'wink-nlp',
  async load() {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
    const nlp = winkNLP(model);
    return (text) => {
      const doc = nlp.readDoc(text);
      return doc.entities().length() + doc.sentences().length() + doc.tokens().length();
    };
  },
};

export const compromise = {
  name: 'compromise',
  async load() {
    const { default: nlp } = await import('compromise');
    return (text) => {
      const doc = nlp(text);
      return doc.topics().out('array').length + doc.sentences().length;
    };
  },
};

/** natural's tokenizer and stemmer alone. Its root needs Node; these two files do not. */
export const natural = {
  name: 'natural (tokenize, stem)',
  async load() {
    const [{ default: WordTokenizer }, { default: PorterStemmer }] = await Promise.all([
      import('natural/lib/natural/tokenizers/regexp_tokenizer.js'), import('natural/lib/natural/stemmers/porter_stemmer.js'),
    ]);
    const tokenizer = new WordTokenizer.WordTokenizer();
    return (text) => tokenizer.tokenize(text).map((word) => PorterStemmer.stem(word)).length;
  },
};

export const retext = {
  name: 'retext-keywords',
  async load() {
    const [{ retext: processor }, { default: pos }, { default: keywords }] = await Promise.all([import('retext'), import('retext-pos'), import('retext-keywords')]);
    const pipeline = processor().use(pos).use(keywords, { maximum: 20 });
    return (text) => pipeline.processSync(text).data.keywords.length;
  },
};

/** What a page would write by itself: a regular expression, a stemmer, a Map of counts. */
export const plain = {
  name: 'RegExp, wink-porter2, Map',
  async load() {
    const { default: stem } = await import('wink-porter2-stemmer');
    return (text) => {
      const counts = new Map();
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
        const key = stem(word);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts.size;
    };
  },
};

export const peers = { wink, compromise, natural, retext, plain };
