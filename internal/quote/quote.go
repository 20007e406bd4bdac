// Package quote finds the quotations of an article and who speaks them.
//
// Input: tokens, the paragraphs and the claims of an article. Output: the
// quotations in text order, without their marks. Words that are only set off
// ("a “fair” deal") are none.
package quote

import (
	"rubricator/internal/claim"
	"rubricator/internal/scratch"
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

// A Finder finds the quotations of one text after the other, in the same
// memory. The zero Finder is ready to use. It is not safe for concurrent use.
type Finder struct {
	table    *token.Table
	claims   []claim.Claim
	first    int // the claims before it are of sentences before the last quotation
	list     []quoted
	speakers []Speaker
}

// quoted is a quotation with the index of its speaker in the finder's list plus
// one, 0 for none.
type quoted struct {
	token.Span
	speaker int32
}

// Find finds the quotations in the paragraphs, which are in text order. The
// claims are those of the text, in text order.
func (f *Finder) Find(t *token.Table, paragraphs []token.Span, claims []claim.Claim) []Quote {
	f.table, f.claims, f.first = t, claims, 0
	for _, paragraph := range paragraphs {
		open := -1
		first := len(f.list)
		for i := t.From(paragraph.Start); i < len(t.Tokens) && t.Tokens[i].Start < paragraph.End; i++ {
			switch mark := t.Mark(i); {
			case mark == 0:
			case mark == '“' || mark == '"' && open < 0:
				open = i
			case (mark == '”' || mark == '"') && open >= 0:
				if words(t, open+1, i) >= leastWords {
					span := token.Span{Start: t.Tokens[open+1].Start, End: t.Tokens[i-1].End}
					f.list = append(f.list, quoted{span, f.speaker(span)})
				}
				open = -1
			}
		}
		f.share(f.list[first:])
	}
	quotes := f.quotes()
	f.end()
	return quotes
}

// quotes returns the quotations with their speakers, which lie in one list.
func (f *Finder) quotes() []Quote {
	if len(f.list) == 0 {
		return nil
	}
	quotes, speakers := make([]Quote, len(f.list)), make([]Speaker, len(f.speakers))
	copy(speakers, f.speakers)
	for i, q := range f.list {
		quotes[i].Span = q.Span
		if q.speaker > 0 {
			quotes[i].Speaker = &speakers[q.speaker-1]
		}
	}
	return quotes
}

// end lets the text go, and much memory.
func (f *Finder) end() {
	if len(f.table.Text) > scratch.Long {
		*f = Finder{}
		return
	}
	clear(f.speakers)
	*f = Finder{list: f.list[:0], speakers: f.speakers[:0]}
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

// speaker takes up the actor of the claim whose content is a quotation, and
// returns the index plus one, or 0 if there is none.
func (f *Finder) speaker(span token.Span) int32 {
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
			f.speakers = append(f.speakers, Speaker{c.Actor, c.Name})
			return int32(len(f.speakers))
		}
	}
	return 0
}

// share gives the parts of a broken quotation one speaker: “...,” she said,
// “...”. They stand close to each other, and the part before has none or ends
// in a comma.
func (f *Finder) share(list []quoted) {
	const close = 8 // tokens between
	t := f.table
	for i := 1; i < len(list); i++ {
		before, q := &list[i-1], &list[i]
		if q.speaker > 0 || before.speaker == 0 {
			continue
		}
		if t.From(q.Start)-t.From(before.End) <= close+4 && t.Text[before.End-1] == ',' {
			q.speaker = before.speaker
		}
	}
}
