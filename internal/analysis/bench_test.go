package analysis_test

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"rubricator/internal/actor"
	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/claim"
	"rubricator/internal/figure"
	"rubricator/internal/keyword"
	"rubricator/internal/language"
	"rubricator/internal/model"
	"rubricator/internal/news"
	"rubricator/internal/passage"
	"rubricator/internal/phrase"
	"rubricator/internal/quote"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
	"rubricator/internal/wire"
)

// goldenText is all golden texts in a row, 50 KB.
func goldenText() string {
	var texts []string
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, file := range files {
		data, _ := fs.ReadFile(testdata, file)
		_, text, _ := strings.Cut(string(data), separator)
		texts = append(texts, text)
	}
	return strings.Join(texts, "\n\n")
}

// BenchmarkAnalyze times whole reports; texts take turns, for the last one is
// remembered.
func BenchmarkAnalyze(b *testing.B) {
	text := goldenText()
	texts := [2]string{text, text + " "}
	for _, stage := range []analysis.Stage{analysis.All, analysis.Issues} {
		b.Run("stages="+string(stage), func(b *testing.B) {
			a := newAnalyzer(b)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := a.Analyze(texts[i%2], stage); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkStages times each stage on the results of those before it.
func BenchmarkStages(b *testing.B) {
	text := goldenText()
	p, err := news.Pack()
	if err != nil {
		b.Fatal(err)
	}
	m := model.New(p)
	matcher, scanner := model.NewMatcher(m), token.NewScanner(&stem.Lexicon{})
	tokens := scanner.Scan(text)
	repairer := new(article.Repairer)
	matcher.Read(tokens)
	art := repairer.Repair(tokens)
	var blocks, paragraphs []token.Span
	for _, block := range art.Blocks {
		blocks = append(blocks, block.Span)
		if block.Role == article.Paragraph {
			paragraphs = append(paragraphs, block.Span)
		}
	}
	sentences := sentence.Split(tokens, blocks)
	occurrences := matcher.Match(sentences)
	role := func(i int) article.Role { return art.Blocks[sentences[i].Block].Role }

	actors, figures, quotes := new(actor.Finder), new(figure.Finder), new(quote.Finder)
	cast := actors.Find(tokens, sentences)
	extractor, keywords, phrases := new(claim.Extractor), new(keyword.Ranker), new(phrase.Ranker)
	claims := extractor.Extract(tokens, sentences, cast)
	report, err := analysis.New(p).Analyze(text, analysis.All)
	if err != nil {
		b.Fatal(err)
	}
	cutter := passage.NewSegmenter(m)
	var buf []byte
	var encoder wire.Encoder
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"scan", func() { scanner.Scan(text) }},
		{"repair", func() { repairer.Repair(tokens) }},
		{"language", func() { language.Detect(tokens) }},
		{"sentences", func() { sentence.Split(tokens, blocks) }},
		{"match", func() { matcher.Read(tokens); matcher.Match(sentences) }},
		{"passages", func() { cutter.Article(cutter.Segment(sentences, occurrences, role), occurrences, role) }},
		{"keywords", func() { keywords.Rank(matcher, tokens, sentences, occurrences, func(int) bool { return false }, nil) }},
		{"actors", func() { actors.Find(tokens, sentences) }},
		{"claims", func() { extractor.Extract(tokens, sentences, cast) }},
		{"figures", func() { figures.Find(tokens, sentences) }},
		{"quotes", func() { quotes.Find(tokens, paragraphs, claims) }},
		{"phrases", func() { phrases.Rank(matcher, tokens, sentences, occurrences, cast) }},
		{"wire", func() { buf = encoder.AppendReport(buf[:0], report) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
		})
	}
}

// monotonous are texts that say the same again and again, as no article does, but
// a transcript without full stops, a table or an attack.
var monotonous = map[string]string{
	"no full stop":  "the minister wants to cut taxes and the union said that it would ",
	"verbs":         "said ",
	"marks":         "\" said \" ",
	"conditions":    "ministers want peace; ",
	"one term":      "tariff ",
	"terms":         "tariff, hospital, refugee, school. ",
	"names":         "Ann Lee of the Bank of England ",
	"capitals":      "The Fighting ",
	"lines":         "wording\n",
	"breadcrumbs":   "Home / News / Item\nThe item of news\n",
	"unlikely text": "The mayor wants a tariff of 9 percent on steel 🙂\n\n",
	"numbers":       "1,000 $5bn ",
}

// BenchmarkGrowth gives how many times longer eight times the text takes, 8 where
// time grows as the text does.
func BenchmarkGrowth(b *testing.B) {
	const short, times = 32 << 10, 8
	for name, part := range monotonous {
		b.Run(name, func(b *testing.B) {
			a := newAnalyzer(b)
			run := func(length int) time.Duration {
				text := strings.Repeat(part, length/len(part))
				a.Forget()
				started := time.Now()
				if _, err := a.Analyze(text, analysis.All); err != nil {
					b.Fatal(err)
				}
				return time.Since(started)
			}
			run(short)
			var one, all time.Duration
			for b.Loop() {
				one, all = one+run(short), all+run(times*short)
			}
			b.ReportMetric(float64(all)/float64(one), "times")
		})
	}
}
