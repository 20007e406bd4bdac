/** Every sentence the interface says, in German; what the engine names, issues and kinds of claims, stays English but for the kinds. */
export function german({ number, percentage, signed, compact, day, languageName, all, any, plural, megabytes }) {
  const reasons = {
    'repeated-title': (count) => plural(count, 'wiederholter Titel', 'wiederholte Titel'),
    breadcrumb: (count) => plural(count, 'Pfad durch die Seiten', 'Pfade durch die Seiten'),
    byline: (count) => plural(count, 'Autorenzeile', 'Autorenzeilen'),
    copyright: (count) => plural(count, 'Urheberzeile', 'Urheberzeilen'),
    related: (count) => plural(count, 'Block verwandter Artikel', 'Blöcke verwandter Artikel'),
    navigation: (count) => plural(count, 'Block Navigation', 'Blöcke Navigation'),
    caption: (count) => plural(count, 'Bildunterschrift', 'Bildunterschriften'),
    subscription: (count) => plural(count, 'Aboangebot', 'Aboangebote'),
    comments: (count) => plural(count, 'Block Kommentare', 'Blöcke Kommentare'),
    boilerplate: (count) => plural(count, 'Block Beiwerk', 'Blöcke Beiwerk'),
    edited: (count) => plural(count, 'von Ihnen ausgelassener Teil', 'von Ihnen ausgelassene Teile'),
  };
  const kinds = {
    wants: 'will', offers: 'bietet an', demands: 'fordert', threatens: 'droht', warns: 'warnt', hopes: 'hofft', insists: 'besteht darauf',
    opposes: 'lehnt ab', agrees: 'stimmt zu', denies: 'bestreitet', says: 'sagt',
  };
  const types = { country: 'Land', person: 'Person', organisation: 'Organisation', office: 'Amt' };
  const percent = (value) => percentage(value);
  const aliases = (names) => `auch ${names.join(', ')}`;
  const more = (count) => `${number(count)} weitere`;
  const which = (place, count) => `${number(place)} von ${number(count)}`;

  const figureValue = ({ kind, value, unit }) => {
    if (kind === 'date') return day(value);
    const shown = Math.abs(value) < 1e6 ? number(value) : compact(value);
    if (kind === 'percent') return `${shown} %`;
    return unit ? `${shown} ${unit}` : shown;
  };

  return {
    number,

    box: {
      label: 'Text des Artikels',
      placeholder: 'Hier einen Nachrichtenartikel einfügen oder eine Text-, Markdown- oder HTML-Datei ablegen.',
      open: 'Datei öffnen…',
      sample: 'Beispiel',
      clear: 'Leeren',
      size: (length) => plural(length, 'Zeichen', 'Zeichen'),
    },

    status: {
      empty: 'Fügen Sie einen Artikel ein, um seine Themen zu sehen.',
      blank: 'Im Feld stehen nur Leerzeichen: nichts zu untersuchen.',
      loading: 'Das Programm startet…',
      busy: 'Wird untersucht…',
      progress: 'Wie weit die Untersuchung ist',
      cancel: 'Abbrechen',
      done: (covered, mentioned, passages) => (covered + mentioned
        ? `${plural(covered, 'Thema', 'Themen')} behandelt, ${number(mentioned)} erwähnt, in ${plural(passages, 'Abschnitt', 'Abschnitten')}.`
        : 'Kein Thema gefunden.'),
      failed: 'Die Untersuchung ist gescheitert.',
      oneFile: 'Nur die erste der Dateien wurde gelesen.',
    },

    notice: {
      language: (tag) => `Dieser Text scheint in der Sprache ${languageName(tag)} geschrieben zu sein. Bisher wird nur Englisch verstanden; nehmen Sie das Ergebnis mit Vorsicht.`,
    },

    issues: {
      heading: 'Themen',
      hint: 'Wählen Sie ein Thema, um nur seine Wörter zu sehen, oder ein markiertes Wort, um zu sehen, warum es zählt.',
      covered: 'Behandelt',
      mentioned: 'Nebenbei erwähnt',
      majors: 'Politikfelder',
      covers: ([first, ...rest]) => (rest.length ? `Dieser Artikel behandelt ${number(rest.length + 1)} Themen, vor allem ${first}.` : `Dieser Artikel behandelt ein Thema: ${first}.`),
      mentions: (labels) => `Kein Thema wird ausführlich behandelt. Erwähnt: ${labels.join(', ')}.`,
      unsure: (labels) => `Unsicher. Es könnte um ${any(labels)} gehen.`,
      none: 'In diesem Text wurde kein öffentliches Thema gefunden.',
      notSure: 'unsicher',
      more,
      confidence: (value) => `Sicherheit ${percentage(value)}`,
      percent,
      next: 'Nächste Markierung',
      previous: 'Vorige Markierung',
      place: which,
      hide: 'Ausblenden',
      show: 'Wieder zeigen',
    },

    article: {
      heading: 'Artikel',
      noIssue: 'kein Thema',
      maybe: (label) => `${label}?`,
      leftOut: (list, lines) => `Ausgelassen: ${list.join(', ')} (${plural(lines, 'Zeile', 'Zeilen')})`,
      reasons: {
        'repeated-title': 'wiederholter Titel', breadcrumb: 'Pfad', byline: 'Autorenzeile', copyright: 'Urheberzeile', related: 'verwandte Artikel',
        navigation: 'Navigation', caption: 'Bildunterschrift', subscription: 'Abo', comments: 'Kommentare', boilerplate: 'Beiwerk', edited: 'von Ihnen ausgelassen',
      },
      putBack: 'Zurückholen',
      leaveOut: 'Auslassen',
      leaveOutAll: 'Den Absatz auslassen',
      leaveOutAgain: 'Wieder auslassen',
    },

    repair: {
      heading: 'Was mit dem eingefügten Text geschah',
      leftOut: 'Ausgelassen:',
      split: 'Abgetrennt:',
      reason: (reason, count) => reasons[reason]?.(count) ?? plural(count, reason, reason),
      headings: (count) => plural(count, 'Überschrift', 'Überschriften'),
      'put-back': 'Zurückholen',
      join: 'Wieder anfügen',
      mode: 'Einfügung bearbeiten',
      undo: 'Rückgängig',
      reset: 'Zurücksetzen',
      count: (putBack, leftOut, joined) => `Von Ihnen ${all([
        putBack && `${number(putBack)} zurückgeholt`, leftOut && `${number(leftOut)} ausgelassen`, joined && `${number(joined)} angefügt`,
      ].filter(Boolean))}.`,
    },

    map: {
      heading: 'Karte des Artikels: Abschnitte nebeneinander, Themen untereinander',
      cell: (passage, passages, label, share) => `${label}, Abschnitt ${number(passage)} von ${number(passages)}: ${percentage(share)}`,
      place: (first, last, count) => (last > first ? `Abschnitte ${number(first)} bis ${number(last)} von ${number(count)}` : `Abschnitt ${number(first)} von ${number(count)}`),
      maybe: (label) => `${label}?`,
      noIssue: 'Kein Thema',
      percent,
    },

    panels: {
      actors: 'Akteure',
      phrases: 'Schlüsselbegriffe',
      figures: 'Zahlen',
      quotes: 'Zitate',
      noSpeaker: 'ohne genannten Sprecher',
      type: (type) => types[type] ?? type,
      aliases,
      times: (count) => `${number(count)} ×`,
      which,
      value: figureValue,
      more,
    },

    claims: {
      heading: 'Wer will was',
      caption: 'In den Worten des Artikels. Wählen Sie ein Zitat, um es an seiner Stelle zu sehen.',
      link: (claims, sides) => `Wer will was: ${plural(claims, 'Aussage', 'Aussagen')} von ${plural(sides, 'Seite', 'Seiten')}`,
      table: 'Wer will was, als Tabelle',
      issue: 'Thema',
      noIssue: 'Kein Thema',
      others: 'Andere',
      sides: (count) => plural(count, 'Seite', 'Seiten'),
      count: (count) => plural(count, 'Aussage', 'Aussagen'),
      aliases,
      gap: ' … ',
      more,
      moreIssues: (count) => plural(count, 'weiteres Thema', 'weitere Themen'),
      back: 'Zurück zu „Wer will was“',
      kind: (kind) => kinds[kind] ?? kind,
    },

    keywords: {
      heading: 'Stichwörter',
      hint: 'Ein Wortstamm steht für alle seine Formen. Wählen Sie einen, um seine Stellen zu beleuchten.',
      form: (text, count) => `${text} ${number(count)}`,
      more,
    },

    why: {
      heading: 'Warum',
      close: 'Schließen',
      issue: 'Thema',
      stem: 'Stamm',
      weight: 'Gewicht',
      strength: { 3: 'stark', 2: 'mittel', 1: 'schwach' },
      weightOf: (word, weight) => `${word} (${number(weight)})`,
      balance: (label) => `In diesem Satz, für und gegen ${label}`,
      signed: (weight) => signed(weight),
      runnerUp: (label) => `Danach spricht der Satz für ${label}.`,
      alone: 'Der Satz spricht für kein anderes Thema.',
      ahead: (label) => `Für sich genommen spricht der Satz eher für ${label}.`,
    },

    help: {
      button: 'Tastenkürzel',
      heading: 'Tastenkürzel',
      scope: 'Sie gelten, solange der Fokus hier ist und nichts getippt wird.',
      on: 'Diese Tasten benutzen',
      close: 'Schließen',
      actions: {
        next: 'nächste Markierung des gewählten Themas, sonst jede',
        previous: 'vorige Markierung',
        'next-passage': 'nächster Abschnitt',
        'previous-passage': 'voriger Abschnitt',
        issues: 'zu den Themen',
        map: 'zur Karte',
        claims: 'zu „Wer will was“',
        hide: 'gewähltes Thema ausblenden',
        help: 'diese Liste',
        escape: 'schließen, was offen ist; loslassen, was gewählt ist',
      },
    },

    exports: {
      button: 'Ausgeben',
      formats: {
        json: 'Bericht (JSON)', csv: 'Tabelle (CSV)', markdown: 'Bericht (Markdown)', html: 'Bericht (HTML)',
        annotations: 'Web-Annotationen (W3C)', ninjs: 'Nachricht (IPTC ninjs)', newsarticle: 'NewsArticle (schema.org)',
      },
      save: 'Sichern',
      copy: 'Kopieren',
      saveAs: (label) => `${label} sichern`,
      copyAs: (label) => `${label} kopieren`,
      selection: 'Ausgewählter Text mit seinen Themen',
      copied: 'Kopiert.',
      notCopied: 'Der Browser ließ es nicht kopieren.',
      noSelection: 'Wählen Sie erst Wörter des Artikels aus.',
      print: 'Drucken',
      unknown: (id, known) => `Die Form „${id}“ gibt es nicht; es gibt ${known.join(', ')}.`,
      none: 'Es gibt keinen Bericht auszugeben.',
      untitled: 'Artikel ohne Titel',
      issue: 'Thema', share: 'Anteil', confidence: 'Sicherheit', status: 'Stand', covered: 'behandelt', mentioned: 'erwähnt', noIssue: 'kein Thema',
      passages: 'Abschnitte',
      made: (when, pack, version) => `Erstellt mit Rubricator am ${when}, Themenpaket ${pack} ${version}.`,
    },

    page: {
      name: 'Rubricator',
      lead: 'Fügen Sie einen Nachrichtenartikel ein und sehen Sie, welche öffentlichen Themen er behandelt, in welchen Abschnitten und durch welche Wörter.',
      promise: 'Was Sie einfügen, bleibt auf dieser Seite: Ihr eigener Browser untersucht es, und die Richtlinie der Seite lässt sie mit keinem anderen Server sprechen.',
      promiseNone: 'Was Sie einfügen, bleibt auf dieser Seite: Ihr eigener Browser untersucht es, und die Richtlinie der Seite lässt sie mit gar keinem Server sprechen.',
      nav: 'Ansichten',
      views: { read: 'Lesen', compare: 'Vergleichen', many: 'Viele Artikel', issues: 'Eigene Themen' },
      labels: 'Kurze Namen an den Markierungen',
      keep: 'Text in diesem Browser behalten',
      notKept: 'Der Browser behält ihn nicht.',
      link: 'Link mit dem Text kopieren',
      linked: 'Kopiert. Wer den Link hat, hat den Text.',
      tooLong: 'Der Text ist zu lang für einen Link.',
      seal: 'Versiegelt arbeiten',
      prove: 'Beweisen, dass versiegelt ist',
      proof: (count, open) => (open ? `${number(open)} von ${number(count)} Wegen nach draußen sind offen:` : `${number(count)} Wege nach draußen wurden versucht, alle waren gesperrt:`),
      blocked: 'gesperrt',
      open: 'offen',
      language: 'Sprache der Seite',
      languages: { en: 'English', de: 'Deutsch' },
    },

    sealed: {
      title: 'Versiegelt',
      about: 'Versiegelt: Dieser Rahmen hat kein Netz, keinen Speicher und keinen Weg zur Seite um ihn herum.',
      leave: 'Verlassen',
      attempts: {
        fetch: 'fetch', request: 'XMLHttpRequest', beacon: 'Beacon', socket: 'WebSocket', events: 'EventSource', image: 'Bild', style: 'Stylesheet', prefetch: 'Prefetch',
        frame: 'Rahmen', media: 'Ton', font: 'Schrift', form: 'Formular', window: 'neues Fenster', store: 'Speicher', peer: 'WebRTC',
      },
    },

    batch: {
      hint: 'Legen Sie hier viele Dateien ab: Texte und Webseiten mit je einem Artikel, oder Tabellen und Listen von Artikeln (CSV, JSON, NDJSON).',
      files: 'Dateien öffnen…',
      folder: 'Ordner öffnen…',
      empty: 'Noch keine Artikel.',
      progress: 'Untersuchte Artikel',
      cancel: 'Abbrechen',
      running: (done, count, speed, left) => `${number(done)} von ${number(count)} Artikeln, ${number(Math.round(speed))} je Sekunde${left === null ? '' : `, noch ${plural(Math.ceil(left), 'Sekunde', 'Sekunden')}`}.`,
      done: (count) => `${plural(count, 'Artikel', 'Artikel')} untersucht.`,
      cancelled: (count) => `Nach ${plural(count, 'Artikel', 'Artikeln')} abgebrochen; sie bleiben in der Tabelle.`,
      overview: 'Was in den Artikeln vorn steht',
      filter: 'Wörter des Titels',
      saveCsv: 'Tabelle sichern (CSV)',
      saveReports: 'Berichte sichern (NDJSON)',
      clear: 'Leeren',
      caption: 'Artikel',
      noIssue: 'kein Thema',
      columns: { place: 'Nr.', title: 'Artikel', date: 'Datum', words: 'Wörter', first: 'Erstes Thema', share: 'Anteil', second: 'Zweites Thema', major: 'Politikfeld', claims: 'Aussagen', confidence: 'Sicherheit' },
      row: (name, line) => `${name}, Zeile ${number(line)}`,
      noText: 'In dieser Zeile steht kein Text.',
      notJson: 'Das ist kein JSON.',
    },

    compare: {
      hint: 'Fügen Sie zwei Artikel ein und sehen Sie, was jeder behandelt und was nur einer hat.',
      sides: ['Erster Artikel', 'Zweiter Artikel'],
      boxes: ['Text des ersten Artikels', 'Text des zweiten Artikels'],
      both: 'In beiden',
      only: (title) => `Nur in „${title}“`,
      caption: 'Themen beider Artikel nach Anteil',
      issue: 'Thema',
      waiting: 'Der andere Artikel fehlt noch.',
      same: 'Keiner der Artikel hat ein Thema.',
      claims: (count) => plural(count, 'Aussage', 'Aussagen'),
    },

    own: {
      title: 'Eigene Themen',
      tooLarge: (length, cap) => `Diese Datei hat ${number(length)} Zeichen; höchstens ${number(cap)} werden gelesen.`,
      notJson: (why) => `Das ist kein JSON: ${why}`,
      otherKind: 'Das ist keine Datei eigener Themen: Es fehlt "kind": "rubricator-issues".',
      noConcepts: 'In dieser Datei wurde kein SKOS-Begriff mit Namen gefunden.',
      missing: (at) => `${at} fehlt.`,
      notText: (at) => `${at} muss ein Text sein.`,
      notList: (at) => `${at} muss eine Liste sein.`,
      tooLong: (at, cap) => `${at} hat mehr als ${number(cap)} Zeichen.`,
      tooMany: (at, cap) => `${at}: Höchstens ${number(cap)} sind erlaubt.`,
      outside: (at, least, most) => `${at} muss eine ganze Zahl von ${number(least)} bis ${number(most)} sein${least < 0 ? ', aber nicht 0' : ''}.`,
      hint: 'Bestimmen Sie, was der Katalog nicht hat. Wörter gehen durch dieselbe Stammbildung und denselben Nachweis wie alle anderen; eine Abkürzung in Großbuchstaben zählt nur so. Nichts verlässt die Seite.',
      add: 'Thema hinzufügen',
      open: 'Öffnen…',
      saveJson: 'Als JSON sichern',
      saveSkos: 'Als SKOS sichern',
      keep: 'In diesem Browser behalten',
      newLabel: (count) => `Neues Thema ${number(count)}`,
      label: 'Name',
      definition: 'Notizen',
      terms: (count) => plural(count, 'Begriff', 'Begriffe'),
      termsHeading: 'Begriffe',
      term: 'Begriff',
      weight: 'Was er sagt',
      weightName: (weight) => ({ 9: '9 · entscheidet', 7: '7 · fast immer', 5: '5 · meistens', 3: '3 · stützt', 1: '1 · ein Wink' })[weight] ?? (weight < 0 ? `${signed(weight)} · spricht dagegen` : number(weight)),
      note: 'Notiz',
      addTerm: 'Begriff hinzufügen',
      testsHeading: 'Probesätze',
      sentence: 'Probesatz',
      expected: 'Erwartet',
      has: 'hat das Thema',
      hasNot: 'hat es nicht',
      addTest: 'Satz hinzufügen',
      colourHeading: 'Farbe',
      anyColour: 'wie es kommt',
      colour: (place) => `Farbe ${number(place)}`,
      remove: 'Entfernen',
      removeIssue: 'Dieses Thema entfernen',
      putBack: 'Entferntes zurückholen',
      tested: (count, failing) => (failing ? `${number(failing)} von ${plural(count, 'Probesatz', 'Probesätzen')} gescheitert:` : `${plural(count, 'Probesatz', 'Probesätze')} bestanden.`),
      failed: (issue, expected) => (expected ? `${issue} wurde nicht gefunden in` : `${issue} wurde gefunden in`),
      wordCount: (at, cap) => `${at} muss 1 bis ${number(cap)} Wörter haben.`,
    },

    error: {
      retry: 'Noch einmal',
      kept: 'Ihr Text steht noch im Feld.',
      unexpected: (error) => `Etwas ging schief, das nicht schiefgehen darf: ${error}`,
      'too-large': {
        cause: (bytes, limit) => `Dieser Text hat ${megabytes(bytes)}; die Grenze ist ${megabytes(limit)}.`,
        cure: 'Kürzen Sie ihn oder untersuchen Sie ihn in Teilen.',
      },
      timeout: {
        cause: (seconds) => `Die Untersuchung dauerte länger als ${plural(seconds, 'Sekunde', 'Sekunden')} und wurde beendet.`,
        cure: 'Versuchen Sie es noch einmal oder untersuchen Sie den Text in Teilen.',
      },
      crashed: {
        cause: () => 'Das Programm blieb zweimal stehen, als es diesen Text las.',
        cure: 'Ändern oder kürzen Sie den Text und versuchen Sie es noch einmal; melden Sie bitte den Fehler.',
      },
      aborted: { cause: () => 'Die Untersuchung wurde abgebrochen.', cure: '' },
      'bad-issues': { cause: (why) => `Die eigenen Themen sind nicht lesbar: ${why}.`, cure: 'Berichtigen Sie sie im Editor.' },
      'bad-edits': { cause: (why) => `Die Änderungen an der Einfügung sind nicht lesbar: ${why}.`, cure: 'Setzen Sie sie zurück.' },
      'unsupported-language': {
        cause: () => 'Dieser Text ist in einer Sprache, die das Programm nicht lesen kann.',
        cure: 'Fügen Sie einen englischen Text ein.',
      },
      'load-failed': {
        cause: () => 'Das Programm konnte nicht geladen werden.',
        cure: 'Laden Sie die Seite neu; hilft das nicht, sagen Sie es denen, die sie betreiben.',
      },
    },

    file: {
      binary: (name) => `„${name}“ ist keine Textdatei. Öffnen Sie sie in ihrem Programm, kopieren Sie den Text und fügen Sie ihn hier ein.`,
      unreadable: (name) => `„${name}“ war nicht lesbar. Ist sie noch da, und dürfen Sie sie lesen?`,
      tooLarge: (name, bytes, limit) => `„${name}“ hat ${megabytes(bytes)}; die Grenze ist ${megabytes(limit)}. Nehmen Sie eine kürzere Datei oder fügen Sie einen Teil ein.`,
      empty: (name) => `„${name}“ enthält keinen Text.`,
    },

    loading: {
      missing: (file, status) => [
        `${file} konnte nicht geholt werden (HTTP ${status}).`,
        `Legen Sie ${file} neben das Skript, wie im gebauten Ordner.`,
      ],
      unreachable: (file) => [
        `${file} konnte nicht geholt werden.`,
        'Prüfen Sie die Verbindung und ob die Content-Security-Policy der Seite connect-src ‘self’ hat; versuchen Sie es dann noch einmal.',
      ],
      corrupt: (file, why) => [
        `${file || 'Das Programm in dieser Seite'} ist beschädigt oder nicht, was der Name sagt.${why ? ` (${why})` : ''}`,
        'Kopieren Sie den gebauten Ordner noch einmal auf den Server, als Binärdateien.',
      ],
      policy: () => [
        'Die Content-Security-Policy der Seite verbietet WebAssembly.',
        "Fügen Sie script-src 'wasm-unsafe-eval' hinzu, zum Beispiel: script-src 'self' 'wasm-unsafe-eval'.",
      ],
      worker: () => [
        'Das Worker-Skript konnte nicht gestartet werden.',
        'worker.js muss neben dem Skript liegen, unter der Adresse der Seite, und die Content-Security-Policy braucht worker-src ‘self’ (blob: für die Seite aus einer Datei) und, mit Trusted Types, trusted-types rubricator.',
      ],
      slow: () => [
        'Das Programm startete nicht rechtzeitig.',
        'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
      ],
      stopped: (why) => [
        why ? `Das Programm blieb beim Starten stehen. ${why}` : 'Das Programm blieb beim Starten stehen.',
        'Laden Sie die Seite neu; hilft das nicht, ist der Browser vielleicht zu alt oder der Speicher knapp.',
      ],
    },
  };
}
