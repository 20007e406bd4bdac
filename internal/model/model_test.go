package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rubricator/internal/catalogue"
	"rubricator/internal/model"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

const files = `major 18
label Trade
definition Trade.
issue trade
label Trade
definition Trade.
cap 1800
5: trade, import
issue tariffs
label Tariffs
definition Duties.
cap 1807
9: tariff, rare earth
-4: tariff plan
5: dumping [if steel|import], strike [unless lightning|oil]
issue labels
label Labels
definition Marks.
cap 1899
7: =imports, ==WHO, ==US exports
`

func newModel(t *testing.T) *model.Model {
	t.Helper()
	c, err := catalogue.Parse(fstest.MapFS{"18.txt": {Data: []byte(files)}, "neutral.txt": {Data: []byte("0: trade winds\n")}}, ".")
	if err != nil {
		t.Fatal(err)
	}
	p, err := catalogue.Compile(c, "test", "1", "en")
	if err != nil {
		t.Fatal(err)
	}
	return model.New(p)
}

func match(m *model.Model, text string) []model.Occurrence {
	table := token.Scan(text, &stem.Lexicon{})
	return m.Match(table, sentence.Split(table, []token.Span{{Start: 0, End: int32(len(text))}}))
}

func TestMatch(t *testing.T) {
	m := newModel(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"any form of the stem", "Tariffs and a tariff.", []string{"Tariffs tariffs 225", "tariff tariffs 225"}},
		{"a phrase across a hyphen", "rare-earth metals", []string{"rare-earth tariffs 225"}},
		{"no phrase across a comma", "rare, earth", nil},
		{"no phrase across a line break", "rare\nearth", nil},
		{"the longest phrase wins", "a tariff plan", []string{"tariff plan tariffs -100"}},
		{"a neutral phrase takes its words away", "trade winds, trade", []string{"trade trade 125"}},
		{"one form only", "imports import", []string{"imports labels 175", "import trade 125"}},
		{"exact case", "WHO says who", []string{"WHO labels 175"}},
		{"dots do not count", "U.S. exports", []string{"U.S. exports labels 175"}},
		{"condition met", "They fear dumping of steel.", []string{"dumping tariffs 125"}},
		{"condition of another sentence", "They fear dumping. Steel fell.", nil},
		{"exception met", "An oil strike.", nil},
		{"exception not met", "A strike.", []string{"strike tariffs 125"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, o := range match(m, test.text) {
				for _, posting := range m.Pack().Terms[o.Term].Postings {
					got = append(got, fmt.Sprintf("%s %s %d", test.text[o.Start:o.End], m.Pack().Issues[posting.Issue].ID, posting.Weight))
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestWeigh(t *testing.T) {
	m := newModel(t)
	for _, test := range []struct {
		name, text                    string
		trade, tariffs, labels, major int32
	}{
		{"nothing", "", 0, 0, 0, 0},
		{"repetition counts less and less", "tariff. tariff. tariff. tariff.", 0, 225 + 112 + 56 + 56, 0, 449},
		{"general words stay where they are alone", "trade", 125, 0, 0, 125},
		{"general words support the issue that is there", "trade, tariff", 0, 350, 0, 350},
		{"and several in proportion", "trade, tariff, WHO", 0, 225 + 71, 175 + 54, 525},
		{"evidence against takes away, never below zero", "tariff plan", 0, 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := m.Weigh(match(m, test.text), nil)
			if got, want := w.Issues, []int32{test.trade, test.tariffs, test.labels}; !slices.Equal(got, want) || w.Majors[0] != test.major {
				t.Errorf("issues %v, major %v, want %v, %v", got, w.Majors, want, test.major)
			}
		})
	}
}

// Occurrences are in order and in bounds, and no two terms overlap.
func FuzzMatch(f *testing.F) {
	for _, text := range []string{"rare earth tariff plan", "trade winds", "U.S. exports WHO", strings.Repeat("trade ", 50)} {
		f.Add(text)
	}
	c, err := catalogue.Parse(fstest.MapFS{"18.txt": {Data: []byte(files)}}, ".")
	if err != nil {
		f.Fatal(err)
	}
	p, err := catalogue.Compile(c, "test", "1", "en")
	if err != nil {
		f.Fatal(err)
	}
	m := model.New(p)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		last := token.Span{}
		for _, o := range match(m, text) {
			if o.Span != last && o.Start < last.End || o.End > int32(len(text)) || o.Start >= o.End {
				t.Fatalf("occurrence %v after %v", o.Span, last)
			}
			last = o.Span
		}
	})
}

func TestMatcherGivesTheSameAsTheModelAcrossTexts(t *testing.T) {
	m := newModel(t)
	matcher := model.NewMatcher(m)
	scanner := token.NewScanner(new(stem.Lexicon))
	var many strings.Builder // more spellings than a scanner remembers
	for i := range 1 << 17 {
		fmt.Fprintf(&many, "w%d ", i)
	}
	for _, text := range []string{"A tariff on rare earth.", "Imports import WHO.", many.String() + "tariff", "No earth, no tariff plan.", "U.S. exports and a tariff."} {
		table := scanner.Scan(text)
		sentences := sentence.Split(table, []token.Span{{Start: 0, End: int32(len(text))}})
		if got, want := matcher.Match(table, sentences), m.Match(table, sentences); !slices.Equal(got, want) {
			t.Errorf("in %.40q: got %v, want %v", text, got, want)
		}
	}
}
