package quote_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/actor"
	"rubricator/internal/claim"
	"rubricator/internal/quote"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func find(f *quote.Finder, text string) []quote.Quote {
	table := token.Scan(text, &stem.Lexicon{})
	paragraph := []token.Span{{End: int32(len(text))}}
	sentences := sentence.Split(table, paragraph)
	return f.Find(table, paragraph, new(claim.Extractor).Extract(table, sentences, new(actor.Finder).Find(table, sentences)))
}

func show(text string, quotes []quote.Quote) (list []string) {
	for _, q := range quotes {
		speaker := ""
		if q.Speaker != nil {
			speaker = q.Speaker.Name
		}
		list = append(list, fmt.Sprintf("%s: %s", speaker, text[q.Start:q.End]))
	}
	return list
}

func TestTextsBeforeChangeNothing(t *testing.T) {
	texts := []string{
		`Anna Lindqvist said: "We want a fair deal for all." A "fair deal" it is.`,
		`"The talks have failed again," Johan Berg said, "and we will not wait any longer." "Nobody knows who said this."`,
		``,
		strings.Repeat(`Anna Lindqvist said: "We want a fair deal for all." Nobody answered. `, 1<<14), // over 1 MB
		`"Nobody knows who said this." Then Anna Lindqvist said: "We want a fair deal for all."`,
	}
	var f quote.Finder
	var got, want [][]quote.Quote
	for _, text := range texts {
		got, want = append(got, find(&f, text)), append(want, find(new(quote.Finder), text))
	}
	for i, text := range texts { // when all have been read: quotations stay
		if got, want := show(text, got[i]), show(text, want[i]); !slices.Equal(got, want) {
			t.Errorf("%.90q: got %.300q, want %.300q", text, got, want)
		}
	}
	// The first ones, and the parts of a broken quotation have one speaker.
	if got, want := show(texts[0], got[0]), []string{"Anna Lindqvist: We want a fair deal for all."}; !slices.Equal(got, want) {
		t.Errorf("%q: got %q, want %q", texts[0], got, want)
	}
	if q := got[1]; len(q) != 3 || q[0].Speaker == nil || q[0].Speaker != q[1].Speaker || q[2].Speaker != nil {
		t.Errorf("%q: got %q", texts[1], show(texts[1], q))
	}
}
