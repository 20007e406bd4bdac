// Package quote finds the quotations of an article and who speaks them.
//
// Input: tokens, the paragraphs and the claims of an article. Output: the
// quotations in text order, without their marks. Words that are only set off
// ("a “fair” deal") are none.
package quote

import (
	"rubricator/internal/claim"
	"rubricator/internal/token"
)

// A Quote is a quotation.
type Quote struct {
	token.Span
	Speaker *Speaker // nil where the text names none
}

// A Speaker is where the text names who speaks, and by what name.
type Speaker struct {
	token.Span
	Name string
}

// leastWords is how many words are a quotation.
const leastWords = 4

// Find finds the quotations in the paragraphs, which are in text order. The
// claims are those of the text, in text order.
func Find(t *token.Table, paragraphs []token.Span, claims []claim.Claim) []Quote {
	var list []Quote
	f := finder{claims: claims}
	for _, paragraph := range paragraphs {
		open := -1
		first := len(list)
		for i := t.From(paragraph.Start); i < len(t.Tokens) && t.Tokens[i].Start < paragraph.End; i++ {
			switch mark := t.Mark(i); {
			case mark == 0:
			case mark == '“' || mark == '"' && open < 0:
				open = i
			case (mark == '”' || mark == '"') && open >= 0:
				if words(t, open+1, i) >= leastWords {
					span := token.Span{Start: t.Tokens[open+1].Start, End: t.Tokens[i-1].End}
					list = append(list, Quote{Span: span, Speaker: f.speaker(span)})
				}
				open = -1
			}
		}
		share(t, list[first:])
	}
	return list
}

func words(t *token.Table, from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if t.Tokens[i].Spelling >= 0 {
			n++
		}
	}
	return n
}

// A finder finds the speakers of one quotation after the other.
type finder struct {
	claims []claim.Claim
	first  int // the claims before it are of sentences before the last quotation
}

// speaker is the actor of the claim whose content is a quotation.
func (f *finder) speaker(span token.Span) *Speaker {
	// Claims are in the order of their sentences, but contents in a sentence are
	// in any order.
	for i, end := f.first, int32(0); i < len(f.claims) && max(end, f.claims[i].Content.End) <= span.Start; {
		end = max(end, f.claims[i].Content.End)
		if i++; i == len(f.claims) || f.claims[i].Sentence != f.claims[i-1].Sentence {
			f.first = i
		}
	}
	last := -1 // sentence of a claim behind the quotation
	for i := f.first; i < len(f.claims); i++ {
		c := &f.claims[i]
		if last >= 0 && c.Sentence != last {
			break
		}
		if c.Content.Start >= span.End {
			last = c.Sentence
		}
		inside := c.Content.Start >= span.Start && c.Content.End <= span.End
		around := c.Content.Start <= span.Start && c.Content.End >= span.End
		if inside || around {
			return &Speaker{c.Actor, c.Name}
		}
	}
	return nil
}

// share gives the parts of a broken quotation one speaker: “...,” she said,
// “...”. They stand close to each other, and the part before has none or ends
// in a comma.
func share(t *token.Table, list []Quote) {
	const close = 8 // tokens between
	for i := 1; i < len(list); i++ {
		before, q := &list[i-1], &list[i]
		if q.Speaker != nil || before.Speaker == nil {
			continue
		}
		if t.From(q.Start)-t.From(before.End) <= close+4 && t.Text[before.End-1] == ',' {
			q.Speaker = before.Speaker
		}
	}
}
