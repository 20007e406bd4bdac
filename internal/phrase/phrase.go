// Package phrase ranks the key phrases of an article: what it says again and
// again in more than one word, or once in words that the pack has as a term.
//
// Input: the sentences of an article with its cast and a model that knows how
// common stems are. Output: phrases, best first. Names are left out: they are
// the cast's.
package phrase

import (
	"math/bits"
	"slices"
	"strings"

	"rubricator/internal/actor"
	"rubricator/internal/language"
	"rubricator/internal/model"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Most is how many phrases Rank returns at most.
const Most = 20

// longest is how many words a phrase has at most.
const longest = 3

// A Phrase is a key phrase.
type Phrase struct {
	Text  string // as it stands first in the text
	Score int32  // in thousandths of the best one's
	// Mentions are where the text has it, in any of its forms, in text order.
	Mentions []token.Span
}

type candidate struct {
	span   token.Span // of its first mention
	count  int32
	early  int32 // sentence of its first mention
	term   bool  // the pack has it as a term
	stems  [longest]int32
	weight int64
}

// candidates are told apart by their stems.
type candidates struct {
	all   []candidate // in text order
	slots []int32     // an open hash table of their indices, plus one; at most half full
}

func (l *candidates) reset() {
	l.all = l.all[:0]
	clear(l.slots)
}

// of returns the index of the candidate of some stems, a new one if there was
// none.
func (l *candidates) of(stems [longest]int32) int32 {
	if 2*len(l.all) >= len(l.slots) {
		l.slots = make([]int32, max(64, 4*len(l.slots)))
		for i := range l.all {
			l.slots[l.slot(l.all[i].stems)] = int32(i) + 1
		}
	}
	at := l.slot(stems)
	if l.slots[at] == 0 {
		l.all = append(l.all, candidate{stems: stems})
		l.slots[at] = int32(len(l.all))
	}
	return l.slots[at] - 1
}

// slot returns where some stems are, or where there is room for them.
func (l *candidates) slot(stems [longest]int32) int {
	hash := uint32(2166136261)
	for _, stem := range stems {
		hash = (hash ^ uint32(stem)) * 16777619
	}
	hash ^= hash >> 15
	at := int(hash) & (len(l.slots) - 1)
	for l.slots[at] != 0 && l.all[l.slots[at]-1].stems != stems {
		at = (at + 1) & (len(l.slots) - 1)
	}
	return at
}

// A Ranker ranks the phrases of one article after the other, in the same memory.
// Its zero value is ready; it is not safe for concurrent use.
type Ranker struct {
	terms      []token.Span // occurrences of terms of more than one word, in text order
	candidates candidates
	mentions   []mention
	spellings  []bool  // which can be part of a phrase
	tokens     []bool  // which can
	often      []int32 // for each stem, at its first spelling, how often it can
	ranked     heap
	place      []int32 // of a candidate among the chosen, plus one
	chosen     []int32 // candidates, best first
}

// Rank returns the key phrases of the sentences, at most Most. The matcher has read
// the table.
//
// Candidates are runs of two or three ordinary words without function words or
// marks between, as in RAKE (Rose et al., in "Text Mining", Wiley 2010, chapter
// 1), told apart by their stems. They weigh by how rare their stems are in
// ordinary news, how often they come and how early, the signs of YAKE (Campos et
// al., Information Sciences 509, 2020) that stems leave; one that is part of a
// longer one that comes as often is left out (C-value: Frantzi et al., Int. J.
// on Digital Libraries 3, 2000). All in integers.
func (r *Ranker) Rank(m *model.Matcher, t *token.Table, sentences []sentence.Sentence, occurrences []model.Occurrence, cast *actor.Cast) []Phrase {
	r.terms, r.mentions, r.ranked, r.chosen = r.terms[:0], r.mentions[:0], r.ranked[:0], r.chosen[:0]
	r.candidates.reset()
	for i := range occurrences {
		if o := &occurrences[i]; !m.IsCue(o) && len(m.Words(o.Term)) > 1 {
			r.terms = append(r.terms, o.Span)
		}
	}
	r.usable(t, cast)
	r.collect(t, sentences)
	all := r.candidates.all
	for i := range all {
		if c := &all[i]; c.weigh(m) {
			r.ranked = append(r.ranked, entry{c.weight, int32(i)})
		}
	}
	r.ranked.order()
	total := 0 // mentions
	for len(r.ranked) > 0 && len(r.chosen) < Most {
		id := r.ranked.pop()
		if c := &all[id]; !slices.ContainsFunc(r.chosen, func(other int32) bool { return c.overlaps(&all[other]) }) {
			r.chosen = append(r.chosen, id)
			total += int(c.count)
		}
	}
	phrases, spans := make([]Phrase, len(r.chosen)), make([]token.Span, total)
	r.place = scratch.Zeros(r.place, len(all))
	for i, id := range r.chosen {
		c := &all[id]
		r.place[id] = int32(i) + 1
		phrases[i] = Phrase{
			Text:     token.Tidy(t.Text[c.span.Start:c.span.End]),
			Score:    int32(c.weight * 1000 / all[r.chosen[0]].weight),
			Mentions: spans[:0:c.count],
		}
		spans = spans[c.count:]
	}
	for _, m := range r.mentions {
		if at := r.place[m.candidate]; at > 0 {
			phrases[at-1].Mentions = append(phrases[at-1].Mentions, m.Span)
		}
	}
	if len(t.Text) > scratch.Long {
		*r = Ranker{}
	}
	return phrases
}

// collect finds the candidates and where they stand.
func (r *Ranker) collect(t *token.Table, sentences []sentence.Sentence) {
	terms := r.terms
	for i := range sentences {
		s := &sentences[i]
		for first := s.First; first < s.Last; first++ {
			if !r.tokens[first] {
				continue
			}
			start := t.Tokens[first].Start
			for len(terms) > 0 && terms[0].Start < start {
				terms = terms[1:]
			}
			key := [longest]int32{}
			stem := t.Spellings[t.Tokens[first].Spelling].First
			key[0] = stem + 1
			again := r.often[stem] > 1 // the phrase may come again
			at, n := first, 1
			for n < longest {
				next := at + 1
				if next < s.Last && t.Mark(next) == '-' {
					next++
				}
				if next >= s.Last || !r.tokens[next] || !t.Tokens[next].Joined {
					break
				}
				at = next
				stem := t.Spellings[t.Tokens[at].Spelling].First
				key[n] = stem + 1
				n++
				again = again && r.often[stem] > 1
				span := token.Span{Start: start, End: t.Tokens[at].End}
				term := false
				for k := 0; k < len(terms) && terms[k].Start == start && !term; k++ {
					term = terms[k].End == span.End
				}
				if !again && !term {
					continue
				}
				id := r.candidates.of(key)
				c := &r.candidates.all[id]
				if c.count == 0 {
					c.span, c.early = span, int32(i)
				}
				r.mentions = append(r.mentions, mention{span, id})
				c.count++
				c.term = c.term || term
			}
		}
	}
}

// A mention is a place where the text has a candidate.
type mention struct {
	token.Span
	candidate int32
}

// A heap has the largest weight first, of equals the first in the text: few of
// thousands of candidates are asked for.
type heap []entry

type entry struct {
	weight    int64
	candidate int32
}

func (a entry) before(b entry) bool {
	return a.weight > b.weight || a.weight == b.weight && a.candidate < b.candidate
}

// order makes a heap of a list (Knuth, The Art of Computer Programming 3,
// section 5.2.3).
func (h heap) order() {
	for i := len(h)/2 - 1; i >= 0; i-- {
		h.sink(i)
	}
}

// pop takes the first candidate out.
func (h *heap) pop() int32 {
	list := *h
	first, last := list[0], len(list)-1
	list[0] = list[last]
	*h = list[:last]
	h.sink(0)
	return first.candidate
}

func (h heap) sink(i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].before(h[child]) {
			child++
		}
		if !h[child].before(h[i]) {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}

// usable finds which tokens can be part of a phrase.
func (r *Ranker) usable(t *token.Table, cast *actor.Cast) {
	r.spellings, r.often = scratch.Zeros(r.spellings, len(t.Spellings)), scratch.Zeros(r.often, len(t.Spellings))
	for i := range t.Spellings {
		s, id := &t.Spellings[i], int32(i)
		r.spellings[i] = s.Kind == token.Word && len(s.Folded) > 2 && !t.HasSpelling(id, language.StopWords) &&
			!t.HasSpelling(id, qualifiers) && (s.Text[0] >= 'a' || t.HasSpelling(id, language.Common))
	}
	r.tokens = scratch.Zeros(r.tokens, len(t.Tokens))
	for i := range t.Tokens {
		if id := t.Tokens[i].Spelling; id >= 0 && r.spellings[id] && cast.At(i) < 0 {
			r.tokens[i] = true
			r.often[t.Spellings[id].First]++
		}
	}
}

// qualifiers are words that are no part of a phrase by their ending.
var qualifiers = token.NewRule(func(s *token.Spelling) bool {
	return strings.HasSuffix(s.Folded, "ly") || strings.HasSuffix(s.Folded, "'s")
})

// weigh sets the weight of a candidate, and says whether it has any.
func (c *candidate) weigh(m *model.Matcher) bool {
	if c.count == 1 && !c.term {
		return false // "unveiled pact" and the like
	}
	rarity, words := int64(0), int64(0)
	for _, stem := range c.stems {
		if stem > 0 {
			rarity += int64(m.Level(stem - 1))
			words++
		}
	}
	frequency := int64(bits.Len(uint(int(c.count) * int(c.count)))) // 1, 3, 4, 5, ...
	c.weight = rarity / words * frequency * 64
	if c.early > 0 {
		c.weight -= c.weight * int64(min(bits.Len(uint(c.early)), 8)) / 24
	}
	if c.term {
		c.weight = c.weight * 3 / 2
	}
	return c.weight > 0
}

// overlaps says whether two candidates share all stems of the shorter one.
func (c *candidate) overlaps(other *candidate) bool {
	shared, mine, others := 0, 0, 0
	for _, a := range c.stems {
		if a > 0 {
			mine++
			if slices.Contains(other.stems[:], a) {
				shared++
			}
		}
	}
	for _, b := range other.stems {
		if b > 0 {
			others++
		}
	}
	return shared == min(mine, others)
}
