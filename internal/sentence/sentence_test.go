package sentence

import (
	"slices"
	"strings"
	"testing"

	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func split(text string) []string {
	t := token.Scan(text, &stem.Lexicon{})
	var list []string
	for _, s := range Split(t, []token.Span{{Start: 0, End: int32(len(text))}}) {
		list = append(list, text[s.Start:s.End])
	}
	return list
}

func TestSplit(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string
	}{
		{"two sentences", []string{"Talks failed.", "Tariffs follow."}},
		{"no end mark", []string{"Talks on tariffs"}},
		{"titles do not end a sentence", []string{"Dr. Smith met Gov. Jones and Mr. Brown.", "They agreed."}},
		{"initials do not end one", []string{"John F. Kennedy spoke."}},
		{"a letter as a name does", []string{"They have a plan B.", "It may work."}},
		{"an abbreviation inside", []string{"The U.S. Senate voted."}},
		{"an abbreviation at the end", []string{"It was made in the U.S.", "The Senate voted."}},
		{"companies before a name", []string{"Acme Inc. Chairman resigned."}},
		{"companies at the end", []string{"He left Acme Inc.", "The board agreed."}},
		{"numbers and decimals", []string{"No. 10 said 3.5 percent.", "It fell."}},
		{"no as a word", []string{"Ministers said no.", "The vote failed."}},
		{"closing quotes belong to their sentence", []string{"“We will be there.”", "He left."}},
		{"quoted question inside", []string{"“Why?” she asked."}},
		{"exclamation and question marks", []string{"What next?!", "Nobody knows…", "Not yet."}},
		{"lower case goes on", []string{"It costs approx. five dollars a sq. foot."}},
		{"no space, no end", []string{"Visit example.com today."}},
		{"full-width stops need no space", []string{"首相。", "会談。"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			separator := " "
			if strings.Contains(test.want[0], "。") {
				separator = ""
			}
			if got := split(strings.Join(test.want, separator)); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestSentencesDoNotCrossBlocks(t *testing.T) {
	text := "A heading\nA sentence. Another"
	table := token.Scan(text, &stem.Lexicon{})
	got := Split(table, []token.Span{{Start: 0, End: 9}, {Start: 10, End: int32(len(text))}})
	var blocks []int
	for _, s := range got {
		blocks = append(blocks, s.Block)
	}
	if !slices.Equal(blocks, []int{0, 1, 1}) {
		t.Errorf("blocks %v, want [0 1 1]", blocks)
	}
}

// Every token is in exactly one sentence, in order.
func FuzzSplit(f *testing.F) {
	for _, text := range []string{"A. B. C.", "...", "U.S. U.S.", "\"a.\" b", "1. 2. 3.", "(a.) (b.)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		table := token.Scan(text, &stem.Lexicon{})
		next := 0
		for _, s := range Split(table, []token.Span{{Start: 0, End: int32(len(text))}}) {
			if s.First != next || s.Last <= s.First {
				t.Fatalf("sentence of tokens %d to %d after token %d", s.First, s.Last, next)
			}
			next = s.Last
		}
		if next != len(table.Tokens) {
			t.Errorf("%d of %d tokens are in sentences", next, len(table.Tokens))
		}
	})
}
