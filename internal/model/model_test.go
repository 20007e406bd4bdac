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
1: quota
5: dumping [if steel|import], strike [unless lightning|oil]
issue labels
label Labels
definition Marks.
cap 1899
7: =imports, ==WHO, ==US exports
`

func newModel(t testing.TB) *model.Model {
	return compile(t, map[string]string{"18.txt": files, "neutral.txt": "0: trade winds\n"})
}

func compile(t testing.TB, files map[string]string) *model.Model {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, err := catalogue.Parse(fsys, ".")
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
				for _, posting := range m.Postings(o.Term) {
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
		{"but make no issue of a word in passing", "quota, trade, import", 200, 75, 0, 275},
		{"evidence against takes away, never below zero", "tariff plan", 0, 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := model.NewWeigher(m).Weigh(match(m, test.text), nil)
			if got, want := w.Issues, []int32{test.trade, test.tariffs, test.labels}; !slices.Equal(got, want) || w.Majors[0] != test.major {
				t.Errorf("issues %v, major %v, want %v, %v", got, w.Majors, want, test.major)
			}
		})
	}
}

const none = `major 0
label None
definition None.
issue none
label None
definition None.
cap 0
9: recipe
`

const cues = `butter: 0:100
duti: 18:40
rare earth: 18:60
steel: 0:-60 18:80
`

func withCues(t testing.TB) *model.Model {
	return compile(t, map[string]string{"00.txt": none, "18.txt": files, "cues.txt": cues})
}

func TestCuesMatchWhereverTheyStand(t *testing.T) {
	m := withCues(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"any form of the stem", "Duties on steel.", []string{"Duties cue", "steel cue"}},
		{"a pair, inside a phrase", "Rare earths and duty.", []string{"Rare earths", "Rare earths cue", "duty cue"}},
		{"no pair across a comma", "rare, earth", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, o := range match(m, test.text) {
				what := test.text[o.Start:o.End]
				if m.IsCue(&o) {
					what += " cue"
				}
				got = append(got, what)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCuesSpeakForMajorsAndAgainstNoIssue(t *testing.T) {
	m := withCues(t)
	for _, test := range []struct {
		name, text             string
		trade, tariffs, majors int32 // majors: of trade
	}{
		{"nothing is no issue", "Hello.", 0, 0, 0},
		{"a cue too weak is no issue", "duty", 0, 0, 0},
		{"words that no recipe has count for the majors", "steel", 80, 0, 80 + 60 - model.NoIssue},
		{"the issue that is named gets what is said for its major", "steel tariff", 0, 80 + 225, 80 + 225 + 60 - model.NoIssue},
		{"what is about no issue takes it away", "tariff recipe butter", 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := model.NewWeigher(m).Weigh(match(m, test.text), nil)
			if want := []int32{0, test.trade, test.tariffs, 0}; !slices.Equal(w.Issues, want) || w.Majors[1] != test.majors || w.Majors[0] != 0 {
				t.Errorf("issues %v, majors %v, want %v, %v", w.Issues, w.Majors, want, test.majors)
			}
		})
	}
}

// Occurrences start in order and lie in bounds, and no two phrases overlap.
func FuzzMatch(f *testing.F) {
	for _, text := range []string{"rare earth tariff plan", "trade winds", "U.S. exports WHO", "rare/earth steel-duties", strings.Repeat("trade ", 50)} {
		f.Add(text)
	}
	m := withCues(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		last, phrase := token.Span{}, token.Span{}
		for _, o := range match(m, text) {
			if o.Start < last.Start || o.End > int32(len(text)) || o.Start >= o.End {
				t.Fatalf("occurrence %v after %v", o.Span, last)
			}
			last = o.Span
			if m.IsCue(&o) {
				continue
			}
			if o.Span != phrase && o.Start < phrase.End {
				t.Fatalf("phrase %v over %v", o.Span, phrase)
			}
			phrase = o.Span
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
		matcher.Read(table)
		if got, want := matcher.Match(sentences), m.Match(table, sentences); !slices.Equal(got, want) {
			t.Errorf("in %.40q: got %v, want %v", text, got, want)
		}
	}
}
