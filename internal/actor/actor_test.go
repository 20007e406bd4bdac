package actor_test

import (
	"fmt"
	"slices"
	"testing"

	"rubricator/internal/actor"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

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
		table := token.Scan(text, &stem.Lexicon{})
		var got []string
		for _, a := range actor.Find(table, sentence.Split(table, []token.Span{{End: int32(len(text))}})).Actors {
			got = append(got, fmt.Sprintf("%s %s %q %d", a.Kind, a.Name, a.Aliases, len(a.Mentions)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
