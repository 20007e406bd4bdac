package actor_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/actor"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func find(f *actor.Finder, text string) *actor.Cast {
	table := token.Scan(text, &stem.Lexicon{})
	return f.Find(table, sentence.Split(table, []token.Span{{End: int32(len(text))}}))
}

func TestActorsHaveTheirNamesJoined(t *testing.T) {
	for text, want := range map[string][]string{
		"President Anna Lindqvist met union leaders. Lindqvist said no.": {`person Anna Lindqvist ["Lindqvist"] 2`},
		"Beijing wants a deal, China said.":                              {`country China ["Beijing"] 2`},
		"They met in Paris and in Berlin.":                               nil, // places where something happens
		"The White House and Downing Street agree.":                      {`country United States ["White House"] 1`, `country United Kingdom ["Downing Street"] 1`},
		"The Federal Reserve waited. The Fed said so.":                   {`organisation Federal Reserve ["Fed"] 2`},
		"BRUSSELS, May 4 - The talks failed. Brussels wants more.":       {`organisation European Union ["Brussels"] 1`},
		"It told us nothing.":                                            nil,
		"Then the prime minister resigned.":                              {`office prime minister [] 1`},
		"Jordan Pellworth scored twice.":                                 {`person Jordan Pellworth [] 1`},
	} {
		var got []string
		for _, a := range find(new(actor.Finder), text).Actors {
			got = append(got, fmt.Sprintf("%s %s %q %d", a.Kind, a.Name, a.Aliases, len(a.Mentions)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTextsBeforeChangeNothing(t *testing.T) {
	texts := []string{
		"President Anna Lindqvist met union leaders. Lindqvist said no, the prime minister yes.",
		"Lindqvist met Øystein Ås. China and the U.S. waited; Ås and Beijing did not.",
		"",
		strings.Repeat("Johan Berg met the Harbour Union, Berg said. The Union said nothing to China.\n", 1<<14), // over 1 MB
		"Berg and the Harbour Union met the prime minister in Beijing, the Union and China said.",
		"President Anna Lindqvist met union leaders. Lindqvist said no, the prime minister yes.",
	}
	var f actor.Finder
	var got, want []*actor.Cast
	for _, text := range texts {
		got, want = append(got, find(&f, text)), append(want, find(new(actor.Finder), text))
		for i := range token.Scan(text, &stem.Lexicon{}).Tokens {
			if got, want := got[len(got)-1].At(i), want[len(want)-1].At(i); got != want {
				t.Fatalf("%.90q: token %d is of actor %d, want %d", text, i, got, want)
			}
		}
	}
	for i, text := range texts { // when all have been read: actors stay
		if got, want := got[i].Actors, want[i].Actors; !reflect.DeepEqual(got, want) {
			t.Errorf("%.90q: got %+.300v, want %+.300v", text, got, want)
		}
	}
}
