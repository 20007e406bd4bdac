package keyword_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/keyword"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func rank(text string, ignored ...string) []keyword.Keyword {
	m := model.New(&pack.Pack{
		Majors:  []pack.Major{{Code: 18}},
		Issues:  []pack.Issue{{ID: "trade", General: true}},
		Words:   []string{"tariff", "report"},
		Phrases: pack.TermsOf(pack.Term{Words: []int32{0}, Postings: []pack.Posting{{Issue: 0, Weight: 225}}}),
		Levels:  []pack.Level{{Word: 0, Level: 20}, {Word: 1, Level: 4}},
	})
	table := token.Scan(text, &stem.Lexicon{})
	sentences := sentence.Split(table, []token.Span{{Start: 0, End: int32(len(text))}})
	matcher := model.NewMatcher(m)
	matcher.Read(table)
	return new(keyword.Ranker).Rank(matcher, table, sentences, matcher.Match(sentences), func(int) bool { return false }, ignored)
}

func stems(keywords []keyword.Keyword) []string {
	var list []string
	for _, k := range keywords {
		list = append(list, k.Stem)
	}
	return list
}

func TestRankPutsFrequentAndRareStemsFirst(t *testing.T) {
	got := stems(rank("Reports of tariffs. A report on the tariff. Reports of gallium."))
	if want := []string{"tariff", "gallium", "report"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRankLeavesOutStopWordsNumbersLettersAndIgnoredStems(t *testing.T) {
	if got := stems(rank("The 12 of x and gallium from Courier.", "courier")); !slices.Equal(got, []string{"gallium"}) {
		t.Errorf("got %q", got)
	}
	if got := rank(""); len(got) != 0 {
		t.Errorf("an empty text has keywords %v", got)
	}
}

func TestKeywordsHaveFormsMentionsAndIssue(t *testing.T) {
	const text = "Tariffs rose. The tariff and more tariffs. Tariff’s end."
	k := rank(text)[0]
	var forms []string
	for _, f := range k.Forms {
		forms = append(forms, fmt.Sprint(f.Text, " ", f.Count))
	}
	if want := []string{"tariffs 2", "tariff 1", "Tariff’s 1"}; !slices.Equal(forms, want) {
		t.Errorf("forms %q, want %q", forms, want)
	}
	var mentions []string
	for _, span := range k.Mentions {
		mentions = append(mentions, text[span.Start:span.End])
	}
	if want := []string{"Tariffs", "tariff", "tariffs", "Tariff’s"}; !slices.Equal(mentions, want) {
		t.Errorf("mentions %q, want %q", mentions, want)
	}
	if k.Issue != 0 || k.Score != 1000 {
		t.Errorf("issue %d, score %d; want 0, 1000", k.Issue, k.Score)
	}
}

func TestRankReturnsAtMostAHundred(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "wq%cx%cz ", 'a'+i%26, 'a'+i/26)
	}
	if n := len(rank(b.String())); n != keyword.Most {
		t.Errorf("%d keywords, want %d", n, keyword.Most)
	}
}
