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
	count  int
	term   bool // the pack has it as a term
	early  int  // sentence of its first mention
	stems  [longest]int32
	weight int64
}

// candidates are told apart by their stems.
type candidates struct {
	all   []candidate // in text order
	slots []int32     // an open hash table of their indices, plus one; at most half full
}

// of returns the candidate of some stems, a new one if there was none. It is
// valid until the next call.
func (l *candidates) of(stems [longest]int32) *candidate {
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
	return &l.all[l.slots[at]-1]
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

// Rank returns the key phrases of the sentences, at most Most.
//
// Candidates are runs of two or three ordinary words without function words or
// marks between, as in RAKE (Rose et al., in "Text Mining", Wiley 2010, chapter
// 1), told apart by their stems. They weigh by how rare their stems are in
// ordinary news, how often they come and how early, the signs of YAKE (Campos et
// al., Information Sciences 509, 2020) that stems leave; one that is part of a
// longer one that comes as often is left out (C-value: Frantzi et al., Int. J.
// on Digital Libraries 3, 2000). All in integers.
func Rank(m *model.Model, t *token.Table, sentences []sentence.Sentence, occurrences []model.Occurrence, cast *actor.Cast) []Phrase {
	terms := map[token.Span]bool{} // of more than one word
	for i := range occurrences {
		if o := &occurrences[i]; !m.IsCue(o) && len(m.Words(o.Term)) > 1 {
			terms[o.Span] = true
		}
	}
	var list candidates
	var mentions []mention
	can := usable(t, cast)
	often := make([]int32, len(t.Spellings)) // for each stem, at its first spelling, how often it can be part of one
	for i, ok := range can {
		if ok {
			often[t.Spellings[t.Tokens[i].Spelling].First]++
		}
	}
	for i := range sentences {
		s := &sentences[i]
		for first := s.First; first < s.Last; first++ {
			if !can[first] {
				continue
			}
			key := [longest]int32{}
			stem := t.Spellings[t.Tokens[first].Spelling].First
			key[0] = stem + 1
			again := often[stem] > 1 // the phrase may come again
			at, n := first, 1
			for n < longest {
				next := at + 1
				if next < s.Last && t.At(next) == "-" {
					next++
				}
				if next >= s.Last || !can[next] || !t.Tokens[next].Joined {
					break
				}
				at = next
				stem := t.Spellings[t.Tokens[at].Spelling].First
				key[n] = stem + 1
				n++
				again = again && often[stem] > 1
				span := token.Span{Start: t.Tokens[first].Start, End: t.Tokens[at].End}
				term := terms[span]
				if !again && !term {
					continue
				}
				c := list.of(key)
				if c.count == 0 {
					c.span, c.early = span, i
				}
				mentions = append(mentions, mention{span, key})
				c.count++
				c.term = c.term || term
			}
		}
	}
	for i := range list.all {
		list.all[i].weigh(m, t)
	}
	slices.SortStableFunc(list.all, func(a, b candidate) int { return int(min(max(b.weight-a.weight, -1), 1)) })
	var phrases []Phrase
	var chosen []candidate
	for _, c := range list.all {
		if len(phrases) == Most || c.weight == 0 {
			break
		}
		if slices.ContainsFunc(chosen, func(other candidate) bool { return c.overlaps(&other) }) {
			continue
		}
		chosen = append(chosen, c)
		phrase := Phrase{Text: strings.Join(strings.Fields(t.Text[c.span.Start:c.span.End]), " "), Score: int32(c.weight * 1000 / chosen[0].weight)}
		for _, m := range mentions {
			if m.stems == c.stems {
				phrase.Mentions = append(phrase.Mentions, m.Span)
			}
		}
		phrases = append(phrases, phrase)
	}
	return phrases
}

// A mention is a place where the text has a candidate.
type mention struct {
	token.Span
	stems [longest]int32
}

// usable says for each token whether it can be part of a phrase.
func usable(t *token.Table, cast *actor.Cast) []bool {
	spellings := make([]bool, len(t.Spellings))
	for i := range t.Spellings {
		s := &t.Spellings[i]
		spellings[i] = s.Kind == token.Word && len(s.Folded) > 2 && !t.HasSpelling(int32(i), language.StopWords) &&
			!strings.HasSuffix(s.Folded, "ly") && !strings.HasSuffix(s.Folded, "'s") && (s.Text[0] >= 'a' || t.HasSpelling(int32(i), language.Common))
	}
	tokens := make([]bool, len(t.Tokens))
	for i := range t.Tokens {
		tokens[i] = t.Tokens[i].Kind == token.Word && spellings[t.Tokens[i].Spelling] && cast.At(i) < 0
	}
	return tokens
}

// weigh sets the weight of a candidate.
func (c *candidate) weigh(m *model.Model, t *token.Table) {
	if c.count == 1 && !c.term {
		return // "unveiled pact" and the like
	}
	rarity, words := int64(0), int64(0)
	for _, stem := range c.stems {
		if stem > 0 {
			rarity += int64(m.Level(t.Spellings[stem-1].Stem))
			words++
		}
	}
	frequency := int64(bits.Len(uint(c.count * c.count))) // 1, 3, 4, 5, ...
	c.weight = rarity / words * frequency * 64
	if c.early > 0 {
		c.weight -= c.weight * int64(min(bits.Len(uint(c.early)), 8)) / 24
	}
	if c.term {
		c.weight = c.weight * 3 / 2
	}
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
