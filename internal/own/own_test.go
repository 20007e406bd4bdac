package own_test

import (
	"slices"
	"strings"
	"testing"

	"rubricator/internal/model"
	"rubricator/internal/own"
	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

const list = "issue\town-ferries\tFerries\tBoats for people.\n9\tcar ferry\n5\tferry\n-7\t=ferry ==Building\nissue\town-bees\tBees\t\n9\tbee-keeping\n"

func TestParseReadsIssuesWithTheirTerms(t *testing.T) {
	issues, err := own.Parse(list)
	if err != nil {
		t.Fatal(err)
	}
	if len(issues) != 2 || issues[0].ID != "own-ferries" || issues[0].Label != "Ferries" || issues[0].Definition != "Boats for people." {
		t.Fatalf("got %+v", issues)
	}
	want := []own.Term{
		{Weight: 9, Words: []own.Word{{Kind: pack.Stem, Text: "car"}, {Kind: pack.Stem, Text: "ferry"}}},
		{Weight: 5, Words: []own.Word{{Kind: pack.Stem, Text: "ferry"}}},
		{Weight: -7, Words: []own.Word{{Kind: pack.Surface, Text: "ferry"}, {Kind: pack.Exact, Text: "Building"}}},
	}
	for i, term := range issues[0].Terms {
		if term.Weight != want[i].Weight || !slices.Equal(term.Words, want[i].Words) {
			t.Errorf("term %d is %+v, want %+v", i, term, want[i])
		}
	}
	if words := issues[1].Terms[0].Words; len(words) != 2 {
		t.Errorf("a hyphen is no space: %v", words)
	}
	if none, err := own.Parse(""); err != nil || none != nil {
		t.Errorf("the empty text gives %v, %v", none, err)
	}
}

func TestParseNamesTheLineOfAMistake(t *testing.T) {
	const issue = "issue\town-a\tA\t\n"
	for name, test := range map[string]struct{ text, want string }{
		"no issue yet":    {"9\tferry", "line 1"},
		"id of the pack":  {"issue\ttariffs\tA\t", `line 1: id "tariffs"`},
		"id with space":   {"issue\town-a b\tA\t", "line 1: id"},
		"id twice":        {issue + issue, "line 2: issue \"own-a\" comes twice"},
		"no label":        {"issue\town-a\t\t", "line 1: the label"},
		"long label":      {"issue\town-a\t" + strings.Repeat("a", own.MaxLabel+1) + "\t", "line 1: the label"},
		"too few fields":  {"issue\town-a\tA", "line 1: neither"},
		"too many fields": {issue + "9\tferry\tboat", "line 2: neither"},
		"weight 0":        {issue + "0\tferry", "line 2: weight"},
		"weight 10":       {issue + "10\tferry", "line 2: weight"},
		"no weight":       {issue + "\tferry", "line 2: weight"},
		"no word":         {issue + "9\t - ", "line 2"},
		"seven words":     {issue + "9\ta b c d e f g", "line 2"},
		"mark alone":      {issue + "9\t==", "line 2"},
		"too long":        {strings.Repeat("\n", own.MaxLength+1), "at most"},
		"too many terms":  {issue + strings.Repeat("9\tferry\n", own.MaxTerms+1), "more than 2000 terms"},
	} {
		_, err := own.Parse(test.text)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

func TestExtendLeavesTheBaseAsItIs(t *testing.T) {
	base := &pack.Pack{
		Language: "en", Majors: []pack.Major{{Code: 10, Label: "Transport"}},
		Issues: []pack.Issue{{ID: "transport", Label: "Transport", General: true}, {ID: "roads", Label: "Roads"}},
		Words:  []string{"road", "ferri"},
		Phrases: pack.TermsOf(
			pack.Term{Words: []int32{0}, Postings: []pack.Posting{{Issue: 1, Weight: 225}}},
			pack.Term{Words: []int32{1}, Postings: []pack.Posting{{Issue: 0, Weight: 125}}},
		),
	}
	issues, err := own.Parse(list)
	if err != nil {
		t.Fatal(err)
	}
	p := own.Extend(base, issues)
	if len(base.Issues) != 2 || len(base.Words) != 2 || base.Phrases.Len() != 2 || len(base.Majors) != 1 {
		t.Errorf("the base is now %+v", base)
	}
	if got := p.Majors[1].Code; got != pack.OwnMajor {
		t.Errorf("the major's code is %d", got)
	}
	if p.Own != 4 || !slices.IsSortedFunc(p.Phrases.List()[2:], func(a, b pack.Term) int { return slices.Compare(a.Words, b.Words) }) {
		t.Error("the own phrases are not sorted")
	}
	if own.Extend(base, nil) != base {
		t.Error("without issues the pack is another one")
	}

	const text = "The ferries wait. Roads are closed to car ferries."
	m := model.New(p)
	tokens := token.Scan(text, &stem.Lexicon{})
	var found []string
	for _, o := range m.Match(tokens, sentence.Split(tokens, []token.Span{{End: int32(len(text))}})) {
		for _, posting := range m.Postings(o.Term) {
			found = append(found, text[o.Start:o.End]+": "+p.Issues[posting.Issue].ID)
		}
	}
	want := []string{"ferries: transport", "ferries: own-ferries", "Roads: roads", "car ferries: own-ferries", "ferries: transport"}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(list)
	f.Add("issue\town-a\tA\t\n-9\t==a =b/c\n")
	f.Fuzz(func(t *testing.T, text string) {
		issues, err := own.Parse(text)
		if err != nil {
			return
		}
		p := own.Extend(&pack.Pack{}, issues)
		if p.Own != p.Phrases.Len() {
			t.Errorf("%d of %d terms are own", p.Own, p.Phrases.Len())
		}
		for _, term := range p.Phrases.List() {
			if n := len(term.Words); n < 1 || n > pack.MaxWords {
				t.Errorf("term of %d words", n)
			}
			for _, word := range term.Words {
				if int(word) >= len(p.Words) {
					t.Errorf("word %d of %d", word, len(p.Words))
				}
			}
		}
		if len(issues) > 0 {
			model.New(p)
		}
	})
}
