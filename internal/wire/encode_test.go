package wire_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/news"
	"rubricator/internal/pack"
	"rubricator/internal/token"
	"rubricator/internal/wire"
)

func newAnalyzer(t testing.TB) *analysis.Analyzer {
	t.Helper()
	p, err := news.Pack()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.New(p)
}

func encode(t testing.TB, a *analysis.Analyzer, text string) []byte {
	t.Helper()
	r, err := a.Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	return wire.AppendReport(nil, r)
}

// span and report are the parts of the contract that a page slices text by.
type span struct{ Start, End int }

type report struct {
	Schema  int
	Length  int
	Article struct {
		Title     *span
		Published *struct {
			span
			Date string
		}
		Source *struct {
			span
			Name string
		}
		Headings []struct {
			span
			Inline bool
		}
		Removed []struct {
			span
			Reason string
		}
	}
	Majors []struct {
		Code       int
		Share      float64
		Confidence float64
	}
	Issues []struct {
		ID     string
		Status string
	}
	Passages []struct {
		span
		Heading *int
		Issues  []struct{ ID string }
	}
	Evidence []struct {
		span
		Issue, Term, Stem string
		Weight            int
	}
	Keywords []struct {
		Stem     string
		Forms    []struct{ Text string }
		Mentions []span
	}
}

const page = "Straße of “tariffs” 🕒 reopened\nStraße of “tariffs” 🕒 reopened\n14 March 2025\n© Example Courier\n\n" +
	"The ministers agreed to lower the tariffs on steel — a naïve plan 🙂, say exporters of steel, who want more."

func TestOffsetsSliceTheTextAsJavaScriptWould(t *testing.T) {
	var r report
	if err := json.Unmarshal(encode(t, newAnalyzer(t), page), &r); err != nil {
		t.Fatal(err)
	}
	units := utf16.Encode([]rune(page))
	slice := func(s span) string { return string(utf16.Decode(units[s.Start:s.End])) }
	if r.Schema != wire.Schema || r.Length != len(units) {
		t.Errorf("schema %d, length %d; want %d, %d", r.Schema, r.Length, wire.Schema, len(units))
	}
	if got := slice(*r.Article.Title); got != "Straße of “tariffs” 🕒 reopened" {
		t.Errorf("title %q", got)
	}
	if p := r.Article.Published; p == nil || slice(p.span) != "14 March 2025" || p.Date != "2025-03-14" {
		t.Errorf("published %+v", p)
	}
	if s := r.Article.Source; s == nil || slice(s.span) != s.Name || s.Name != "Example Courier" {
		t.Errorf("source %+v", s)
	}
	if n := len(r.Article.Removed); n != 3 {
		t.Errorf("%d removed parts, want 3", n)
	}
	found := false
	for _, e := range r.Evidence {
		found = found || e.Issue == "tariffs" && slice(e.span) == "tariffs" && e.Term == "tariffs" && e.Stem == "tariff"
	}
	if !found {
		t.Errorf("no evidence “tariffs” in %+v", r.Evidence)
	}
	for _, k := range r.Keywords {
		for _, m := range k.Mentions {
			if !strings.EqualFold(slice(m), k.Forms[0].Text) && len(k.Forms) == 1 {
				t.Errorf("mention %q of %q", slice(m), k.Stem)
			}
		}
	}
}

func TestReportOfNothingHasEveryListEmpty(t *testing.T) {
	got := string(encode(t, newAnalyzer(t), ""))
	for _, want := range []string{
		`"schema":1,`, `"length":0,`, `"language":{"tag":"und","confidence":0},`,
		`"article":{"title":null,"byline":null,"published":null,"source":null,"headings":[],"removed":[],"restored":[]},`,
		`"majors":[],"issues":[],"passages":[],"evidence":[],"keywords":[],"claims":[],"actors":[],"phrases":[],"figures":[],"quotes":[]}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

func TestTheJSONIsTheSameInPartsAndAfterOtherReports(t *testing.T) {
	a, e := newAnalyzer(t), new(wire.Encoder)
	long := strings.Repeat(page+"\n\nSteel makers in 12 towns wrote “no tariff helps us”, and the union agreed.\n\n", 800)
	for _, text := range []string{long, "", page, long + page, "The ministers met."} {
		r, err := a.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		want := string(wire.AppendReport(nil, r))
		if got := string(e.AppendReport(nil, r)); got != want {
			t.Errorf("%d bytes: an encoder that wrote other reports writes another one", len(text))
		}
		var all strings.Builder
		parts := 0
		e.SendReport(r, func(part []byte) {
			if !utf8.Valid(part) || len(part) > 1<<17 {
				t.Errorf("%d bytes: a part of %d bytes; are they whole characters: %t", len(text), len(part), utf8.Valid(part))
			}
			parts++
			all.Write(part)
		})
		if all.String() != want || len(text) >= len(long) && parts < 3 {
			t.Errorf("%d bytes: %d parts do not make up the report of %d bytes", len(text), parts, len(want))
		}
	}
}

func TestErrorsAreJSON(t *testing.T) {
	got := string(wire.AppendError(nil, "too-large", &analysis.TooLargeError{Length: 9, Limit: 8}))
	if want := `{"error":{"code":"too-large","message":"analyze: text of 9 bytes is over the limit of 8"}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCatalogueNamesEveryIssueWithItsMajor(t *testing.T) {
	p, err := news.Pack()
	if err != nil {
		t.Fatal(err)
	}
	var c struct {
		Pack   struct{ SHA256 string }
		Majors []struct{ Code int }
		Issues []struct {
			ID, Label, Definition string
			Major, CAP            int
		}
	}
	if err := json.Unmarshal(wire.AppendCatalogue(nil, p), &c); err != nil {
		t.Fatal(err)
	}
	issues := slices.DeleteFunc(slices.Clone(p.Issues), func(i pack.Issue) bool { return i.Major == p.None() })
	if len(c.Majors) != len(p.Majors)-1 || len(c.Issues) != len(issues) || c.Pack.SHA256 != p.SHA256 {
		t.Errorf("%d majors, %d issues", len(c.Majors), len(c.Issues))
	}
	for _, issue := range c.Issues {
		if issue.ID == "" || issue.Label == "" || issue.Definition == "" || issue.CAP/100 != issue.Major {
			t.Errorf("issue %+v", issue)
		}
	}
}

// Whatever the text, the report is valid JSON, the same on every run, each
// span lies within the text, on boundaries of characters, and JavaScript slices
// from it what the engine read there.
func FuzzReport(f *testing.F) {
	for _, text := range []string{"", page, "\"\\\x00\x1f\u2028", "🙂🙂", "a\r\nb\rc", "\ufeffTrade"} {
		f.Add(text)
	}
	a := newAnalyzer(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		r, err := a.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		first := wire.AppendReport(nil, r)
		if again := encode(t, a, text); string(again) != string(first) {
			t.Fatal("two runs differ")
		}
		var all any
		if err := json.Unmarshal(first, &all); err != nil {
			t.Fatalf("%v in %s", err, first)
		}
		units := utf16.Encode([]rune(text))
		visit(all, func(start, end int) {
			if start < 0 || end > len(units) || start > end {
				t.Fatalf("span %d to %d in %d units", start, end, len(units))
			}
			for _, at := range []int{start, end} {
				if at < len(units) && utf16.IsSurrogate(rune(units[at])) && units[at] >= 0xdc00 {
					t.Fatalf("offset %d cuts a character", at)
				}
			}
		})
		var spans struct {
			Passages, Evidence, Figures, Quotes []span
			Claims                              []struct{ Actor, Verb, Content span }
		}
		if err := json.Unmarshal(first, &spans); err != nil {
			t.Fatal(err)
		}
		got := slices.Concat(spans.Passages, spans.Evidence, spans.Figures, spans.Quotes)
		for _, c := range spans.Claims {
			got = append(got, c.Actor, c.Verb, c.Content)
		}
		var want []token.Span
		for _, p := range r.Passages {
			want = append(want, p.Span)
		}
		for _, e := range r.Evidence {
			want = append(want, e.Span)
		}
		for _, f := range r.Figures {
			want = append(want, f.Span)
		}
		for _, q := range r.Quotes {
			want = append(want, q.Span)
		}
		for _, c := range r.Claims {
			want = append(want, c.Actor, c.Verb, c.Content)
		}
		if len(got) != len(want) {
			t.Fatalf("%d spans, want %d", len(got), len(want))
		}
		for i, s := range got {
			if surface := string(utf16.Decode(units[s.Start:s.End])); surface != text[want[i].Start:want[i].End] {
				t.Fatalf("span %d is %q, want %q", i, surface, text[want[i].Start:want[i].End])
			}
		}
	})
}

// visit calls f for every object with start and end.
func visit(value any, f func(start, end int)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			visit(item, f)
		}
	case map[string]any:
		start, ok1 := v["start"].(float64)
		end, ok2 := v["end"].(float64)
		if ok1 && ok2 {
			f(int(start), int(end))
		}
		for _, member := range v {
			visit(member, f)
		}
	}
}

func TestEditsAreReadInTheUnitsOfThePage(t *testing.T) {
	const text = "a🙂é b" // bytes 0, 1, 5, 7, 8; units 0, 1, 3, 4, 5
	edits, err := wire.ParseEdits(text, "+1-3 -4-99 =4-5")
	if err != nil || len(edits) != 3 {
		t.Fatal(edits, err)
	}
	if e := edits[0]; e.Start != 1 || e.End != 5 || e.Action != article.PutBack {
		t.Errorf("got %+v", e)
	}
	if e := edits[1]; e.Start != 7 || e.End != int32(len(text)) || e.Action != article.LeaveOut {
		t.Errorf("got %+v", e)
	}
	if e := edits[2]; e.Start != 7 || e.End != 8 || e.Action != article.Join {
		t.Errorf("got %+v", e)
	}
	for _, bad := range []string{"1-3", "+", "+1", "+a-3", "+3--1", "*1-2"} {
		if _, err := wire.ParseEdits(text, bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
