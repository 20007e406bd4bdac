package analysis_test

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/news"
	"rubricator/internal/token"
	"rubricator/internal/wire"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

//go:embed testdata/*.txt
var testdata embed.FS

// separator stands between the expected result and the text of a golden file.
const separator = "\n-----\n"

func newAnalyzer(t testing.TB) *analysis.Analyzer {
	t.Helper()
	p, err := news.Pack()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.New(p)
}

// summary writes the issues of a report and of its passages, those with a
// tenth of the text, so that a golden file says what a reader would check.
func summary(r *analysis.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "language: %s\n", r.Language)
	const tenth = 100
	var issues []string
	for _, c := range r.Topics.Issues {
		if c.Share >= tenth {
			issues = append(issues, r.Pack.Issues[c.Index].ID)
		}
	}
	fmt.Fprintf(&b, "issues: %s\n", strings.Join(issues, " "))
	for _, p := range r.Passages {
		var issues []string
		for _, c := range p.Issues {
			if c.Share >= tenth {
				issues = append(issues, r.Pack.Issues[c.Index].ID)
			}
		}
		fmt.Fprintf(&b, "passage %.24q: %s\n", r.Text[p.Start:p.End], strings.Join(issues, " "))
	}
	var words []string
	for _, k := range r.Keywords[:min(len(r.Keywords), 5)] {
		words = append(words, k.Forms[0].Text)
	}
	fmt.Fprintf(&b, "keywords: %s", strings.Join(words, " "))
	var phrases []string
	for _, p := range r.Phrases {
		phrases = append(phrases, p.Text)
	}
	fmt.Fprintf(&b, "\nphrases: %s", strings.Join(phrases, ", "))
	for _, a := range r.Actors {
		fmt.Fprintf(&b, "\n%s: %s %q, %d times", a.Kind, a.Name, a.Aliases, len(a.Mentions))
	}
	cut := func(s token.Span) string {
		text := r.Text[s.Start:s.End]
		if len(text) > 60 {
			text = strings.ToValidUTF8(text[:57], "") + "..."
		}
		return text
	}
	for _, c := range r.Claims {
		issue := "no issue"
		if c.Issue >= 0 {
			issue = r.Pack.Issues[c.Issue].ID
		}
		fmt.Fprintf(&b, "\n%s | %s | %s | %s | %s", c.Kind, c.Name, cut(c.Verb), cut(c.Content), issue)
	}
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "\n%s: %s = %s %s", f.Kind, cut(f.Span), f.Value, f.Unit)
	}
	for _, q := range r.Quotes {
		speaker := "nobody named"
		if q.Speaker != nil {
			speaker = q.Speaker.Name
		}
		fmt.Fprintf(&b, "\nquote of %s: %s", speaker, cut(q.Span))
	}
	return b.String()
}

func TestAnalyzeGolden(t *testing.T) {
	a := newAnalyzer(t)
	files, err := fs.Glob(testdata, "testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(path.Base(file), ".txt"), func(t *testing.T) {
			data, err := fs.ReadFile(testdata, file)
			if err != nil {
				t.Fatal(err)
			}
			want, text, _ := strings.Cut(string(data), separator)
			r, err := a.Analyze(text, analysis.All)
			if err != nil {
				t.Fatal(err)
			}
			got := summary(r)
			if *update {
				if err := os.WriteFile(file, []byte(got+separator+text), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}

// The parts of a page that come along when all of it is copied.
const (
	above = "Skip to content\nHome\nNews\nOpinion\nSport\nWeather\nSign in\nSearch\nWe use cookies to remember what you have read. You can change that at any time.\nAccept all\nManage settings\nHome > News > Today\n"
	aside = "Read more: What the neighbours make of it\n\nPhoto: The square on the day before. Photograph: Example Pictures\n\nAdvertisement\n\n"
	below = "\n\nShare this article\nFacebook\nWhatsApp\n\nRelated articles\nThe bridge that nobody wanted\nThe bridge that nobody wanted\nFor years it stood half built, and then on...\n2025-01-04\n\n3 comments\nreader1\nI have lived there for thirty years and nobody has ever asked me what I think of any of it.\nReply\nreader2\nThat is because you never came to the meetings, which were held every month in the old school.\nReply\n\nPrivacy policy\nContact us\nCopyright 2025 Example Courier. All rights reserved.\n"
)

// TestArticlesAreTheSameInNoisyPages pastes each golden article of news as a
// page with all that stands around and between: the same body must be kept.
func TestArticlesAreTheSameInNoisyPages(t *testing.T) {
	a := newAnalyzer(t)
	body := func(text string) []string {
		r, err := a.Analyze(text, analysis.Issues)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, b := range r.Article.Blocks {
			if b.Role == article.Paragraph {
				list = append(list, text[b.Start:b.End])
			}
		}
		return list
	}
	for _, name := range []string{"wire-report", "op-ed", "live-blog", "interview", "press-release", "listicle", "transcript", "obituary", "market-report", "local-news"} {
		data, err := fs.ReadFile(testdata, "testdata/"+name+".txt")
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), separator)
		text = strings.TrimSpace(text)
		paragraphs := strings.Split(text, "\n\n")
		middle := len(paragraphs) / 2
		page := above + strings.Join(paragraphs[:middle], "\n\n") + "\n\n" + aside + strings.Join(paragraphs[middle:], "\n\n") + below
		clean, noisy := body(text), body(page)
		kept := map[string]bool{}
		for _, paragraph := range noisy {
			kept[paragraph] = true
		}
		for _, paragraph := range clean {
			credits := strings.HasPrefix(paragraph, "(Reporting by ") // may stay or go
			if len(paragraph) > 60 && !kept[paragraph] && !credits {
				t.Errorf("%s: lost %q", name, paragraph)
			}
			delete(kept, paragraph)
		}
		for paragraph := range kept {
			if len(paragraph) > 60 {
				t.Errorf("%s: kept %q", name, paragraph)
			}
		}
	}
}

func TestReportsDoNotDependOnEarlierTexts(t *testing.T) {
	const text = "Ministers agreed on tariffs. The border will reopen."
	a := newAnalyzer(t)
	first, err := a.Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Analyze(strings.Repeat("Hospitals fear a strike of nurses. ", 50), analysis.All); err != nil {
		t.Fatal(err)
	}
	again, err := a.Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%+v", again.Evidence), fmt.Sprintf("%+v", first.Evidence); got != want || summary(again) != summary(first) {
		t.Errorf("got %s, then %s", want, got)
	}
}

// A reader types: the text may end after any word.
func TestATextMayEndAnywhere(t *testing.T) {
	a := newAnalyzer(t)
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, file := range files {
		data, _ := fs.ReadFile(testdata, file)
		_, text, _ := strings.Cut(string(data), separator)
		for end := range text[:min(len(text), 1500)] {
			if text[end] != ' ' {
				continue
			}
			if _, err := a.Analyze(text[:end], analysis.All); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, text := range []string{"Ministers agree to", "The mayors want", "The union asked the council to vote and to", "Paris has vowed"} {
		if _, err := a.Analyze(text, analysis.All); err != nil {
			t.Fatal(err)
		}
	}
}

func TestATextAskedAboutAgainGivesTheSameAnswers(t *testing.T) {
	const text = "Ministers agreed on tariffs.\n\nThe border will reopen, and hospitals fear a strike of nurses next week."
	out := article.Edit{Span: token.Span{Start: 30, End: 31}, Action: article.LeaveOut}
	show := func(a *analysis.Analyzer, edits ...article.Edit) string {
		r, err := a.Analyze(text, analysis.All, edits...)
		if err != nil {
			t.Fatal(err)
		}
		e, err := a.Explain(text, 20, edits...)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%+v %+v %+v %+v", *r.Article, r.Evidence, r.Claims, e.Terms)
	}
	plain, edited := show(newAnalyzer(t)), show(newAnalyzer(t), out)
	if plain == edited {
		t.Fatal("the edit changes nothing")
	}
	a := newAnalyzer(t)
	for i, edits := range [][]article.Edit{nil, nil, {out}, {out}, nil} {
		want := plain
		if edits != nil {
			want = edited
		}
		if got := show(a, edits...); got != want {
			t.Errorf("call %d gives %s, want %s", i, got, want)
		}
	}
}

// Whatever the text, the report's spans are in bounds, its shares add up to at
// most one, and removed text is never evidence.
func FuzzAnalyze(f *testing.F) {
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, file := range files {
		data, _ := fs.ReadFile(testdata, file)
		f.Add(string(data))
	}
	for _, text := range []string{"", " \n\t", "🙂", "\x00", "\ufeffTrade\r\n", "\u202eedart", strings.Repeat("a", 1<<16), "<script>alert(1)</script>"} {
		f.Add(text)
	}
	a := newAnalyzer(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		r, err := a.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		sum := int32(0)
		for _, c := range r.Topics.Majors {
			sum += c.Share
		}
		if sum > 1000 {
			t.Errorf("shares of %d thousandths", sum)
		}
		end := int32(0)
		for _, p := range r.Passages {
			if p.Start < end || p.End > int32(len(text)) || p.End <= p.Start {
				t.Fatalf("passage %v after %d", p.Span, end)
			}
			end = p.End
		}
		for _, e := range r.Evidence {
			if e.Weight <= 0 || r.Terms[e.Term].Form == "" {
				t.Errorf("evidence %+v, form %q", e, r.Terms[e.Term])
			}
			for _, removal := range r.Article.Removed {
				if e.Start < removal.End && e.End > removal.Start {
					t.Errorf("evidence %v in removed text %v", e.Span, removal.Span)
				}
			}
		}
		for _, k := range r.Keywords {
			n := 0
			for _, form := range k.Forms {
				n += form.Count
			}
			if n != len(k.Mentions) || n == 0 {
				t.Errorf("keyword %q has %d mentions and %d forms", k.Stem, len(k.Mentions), n)
			}
		}
	})
}

// What an analyzer keeps between texts, words and memory, must not show.
func TestReportsDoNotDependOnTheTextsBefore(t *testing.T) {
	used := newAnalyzer(t)
	files, err := fs.Glob(testdata, "testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	report := func(a *analysis.Analyzer, text string) *analysis.Report {
		r, err := a.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	var reports []*analysis.Report
	var written []string
	for _, file := range append(files, files[0]) {
		data, err := fs.ReadFile(testdata, file)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), separator)
		r := report(used, text)
		json := string(wire.AppendReport(nil, r))
		if json != string(wire.AppendReport(nil, report(newAnalyzer(t), text))) {
			t.Errorf("%s: another report after other texts", file)
		}
		reports, written = append(reports, r), append(written, json)
	}
	for i, r := range reports {
		if string(wire.AppendReport(nil, r)) != written[i] {
			t.Errorf("%s: the report is another one after later texts", files[i%len(files)])
		}
	}
}

// A page that follows typing asks about the lines that changed alone.
func TestTheEvidenceOfALineDoesNotDependOnTheRestOfItsText(t *testing.T) {
	a := newAnalyzer(t)
	files, err := fs.Glob(testdata, "testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, file := range files {
		data, err := fs.ReadFile(testdata, file)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), separator)
		whole, err := a.Analyze(text, analysis.Issues)
		if err != nil {
			t.Fatal(err)
		}
		for start := 0; start < len(text); {
			line, _, _ := strings.Cut(text[start:], "\n")
			span := token.Span{Start: int32(start), End: int32(start + len(line))}
			start += len(line) + 1
			overlaps := func(r article.Removal) bool { return r.Start < span.End && span.Start < r.End }
			if strings.TrimSpace(line) == "" || slices.ContainsFunc(whole.Article.Removed, overlaps) {
				continue
			}
			lines++
			alone, err := a.Analyze(line, analysis.Issues, article.Edit{Span: token.Span{End: int32(len(line))}, Action: article.PutBack})
			if err != nil {
				t.Fatal(err)
			}
			var got, want []string
			for _, e := range alone.Evidence {
				got = append(got, fmt.Sprint(e.Start+span.Start, e.End+span.Start, e.Issue, e.Weight))
			}
			for _, e := range whole.Evidence {
				if e.Start >= span.Start && e.End <= span.End {
					want = append(want, fmt.Sprint(e.Start, e.End, e.Issue, e.Weight))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %.60q has %v alone, %v in its text", file, line, got, want)
			}
		}
	}
	if lines < 50 {
		t.Errorf("only %d lines", lines)
	}
}

func TestProgressGoesUpToTheLastTenth(t *testing.T) {
	a := newAnalyzer(t)
	for _, stage := range []analysis.Stage{analysis.All, analysis.Issues} {
		var told []int
		a.Progress = func(percent int) { told = append(told, percent) }
		if _, err := a.Analyze("Ministers agreed on tariffs. "+string(stage), stage); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(told) || len(told) < 4 || told[0] <= 0 || told[len(told)-1] != 90 {
			t.Errorf("stages %q: %v", stage, told)
		}
	}
}
