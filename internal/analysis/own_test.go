package analysis_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/analysis"
	"rubricator/internal/news"
	"rubricator/internal/own"
	"rubricator/internal/pack"
)

func extended(t *testing.T, list string) *pack.Pack {
	t.Helper()
	p, err := news.Pack()
	if err != nil {
		t.Fatal(err)
	}
	issues, err := own.Parse(list)
	if err != nil {
		t.Fatal(err)
	}
	return own.Extend(p, issues)
}

func TestOwnIssuesAreReportedWithTheirEvidence(t *testing.T) {
	const text = "The island council wants a second car ferry. Car ferries are full all summer, and the ferry terminal is too small.\n\n" +
		"The hospital asked for more nurses. Its patients wait for months, doctors said."
	r, err := analysis.New(extended(t, "issue\town-ferries\tFerries\t\n9\tcar ferry\n7\tferry terminal\n")).Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	id := func(issue int32) string { return r.Pack.Issues[issue].ID }
	if first := r.Passages[0]; len(first.Issues) == 0 || id(first.Issues[0].Index) != "own-ferries" {
		t.Errorf("the first passage is about %v", first.Issues)
	}
	shown := map[string]int{}
	for _, e := range r.Evidence {
		shown[id(e.Issue)+" "+strings.ToLower(text[e.Start:e.End])]++
	}
	for _, want := range []string{"own-ferries car ferry", "own-ferries car ferries", "own-ferries ferry terminal"} {
		if shown[want] != 1 {
			t.Errorf("%q is shown %d times", want, shown[want])
		}
	}
	health := r.Passages[len(r.Passages)-1]
	for _, c := range health.Issues {
		if id(c.Index) == "own-ferries" || id(c.Index) == "own" {
			t.Errorf("the passage on the hospital is about %s", id(c.Index))
		}
	}
}

func TestOwnTermsCountInsideTermsOfThePack(t *testing.T) {
	const text = "Parliament voted for more offshore wind farms along the coast."
	r, err := analysis.New(extended(t, "issue\town-wind\tWind\t\n9\toffshore wind\n")).Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range r.Evidence {
		found = append(found, text[e.Start:e.End]+": "+r.Pack.Issues[e.Issue].ID)
	}
	if !slices.Contains(found, "offshore wind: own-wind") || len(found) < 2 {
		t.Errorf("evidence %q", found)
	}
}

func TestOwnIssuesThatATextDoesNotHaveChangeNothing(t *testing.T) {
	plain, with := newAnalyzer(t), analysis.New(extended(t, "issue\town-x\tX\t\n9\tzyzzyva zugzwang\n-5\tquetzalcoatlus\n"))
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, name := range files {
		data, _ := fs.ReadFile(testdata, name)
		_, text, _ := strings.Cut(string(data), separator)
		a, err := plain.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		b, err := with.Analyze(text, analysis.All)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := summary(b), summary(a); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if !slices.Equal(a.Topics.Issues, b.Topics.Issues) || !slices.Equal(a.Topics.Majors, b.Topics.Majors) || len(a.Evidence) != len(b.Evidence) {
			t.Errorf("%s: got %+v, want %+v", name, b.Topics, a.Topics)
		}
	}
}

func TestExplainWeighsASentence(t *testing.T) {
	const text = "Prices rose.\n\nMinisters agreed on import tariffs and customs duties, and on a hospital. Then they left."
	a := newAnalyzer(t)
	e, err := a.Explain(text, int32(strings.Index(text, "tariffs")))
	if err != nil {
		t.Fatal(err)
	}
	if got := text[e.Sentence.Start:e.Sentence.End]; got != "Ministers agreed on import tariffs and customs duties, and on a hospital." {
		t.Errorf("the sentence is %q", got)
	}
	if len(e.Issues) < 2 || e.Pack.Issues[e.Issues[0].Issue].ID != "tariffs" {
		t.Fatalf("issues %+v", e.Issues)
	}
	for i := 1; i < len(e.Issues); i++ {
		if e.Issues[i].Weight > e.Issues[i-1].Weight {
			t.Errorf("issues are not in order: %+v", e.Issues)
		}
	}
	found := false
	for _, term := range e.Terms {
		if term.Start < e.Sentence.Start || term.End > e.Sentence.End {
			t.Errorf("term %v outside the sentence", term)
		}
		for _, w := range term.Weights {
			found = found || text[term.Start:term.End] == "tariffs" && w.Issue == e.Issues[0].Issue && w.Weight > 0
		}
	}
	if !found {
		t.Errorf("no word speaks for tariffs: %+v", e.Terms)
	}
	for _, at := range []int32{13, int32(len(text)), 9999, -1} {
		if e, err := a.Explain(text, at); err != nil || e.Sentence.Len() > 0 || e.Issues != nil || e.Terms != nil {
			t.Errorf("at %d: %+v, %v", at, e, err)
		}
	}
}
