// Package model finds the terms of an issue pack in a text and weighs what
// they say.
//
// Input: a token table and its sentences. Output: the evidence, each piece a
// span of the text with an issue and an integer weight. The evidence is the
// computation: a score of a sentence, a passage or a text is a sum over it and
// over nothing else.
package model

import (
	"strings"

	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// A Model matches the terms of one pack. It is safe for concurrent use.
type Model struct {
	pack *pack.Pack
	// The words of the pack by how they are compared.
	stems, surfaces, exacts map[string]int32
	// The terms as a tree of words: next leads from a node by a word to a
	// node, and ends lists the terms that end there. Node 0 is the root.
	next map[edge]int32
	ends [][]int32
}

type edge struct{ node, word int32 }

// Evidence is one occurrence of a term and what it says for one issue.
type Evidence struct {
	token.Span
	Sentence int   // index of the sentence it stands in
	Term     int32 // index in Pack.Terms
	Issue    int32 // index in Pack.Issues
	Weight   int32 // below 0 where it speaks against the issue
}

// New prepares a pack for matching.
func New(p *pack.Pack) *Model {
	m := &Model{
		pack:     p,
		stems:    make(map[string]int32, len(p.Words)),
		surfaces: map[string]int32{},
		exacts:   map[string]int32{},
		next:     make(map[edge]int32, len(p.Terms)*2),
		ends:     make([][]int32, 1, len(p.Terms)*2),
	}
	for i, word := range p.Words {
		if form, ok := strings.CutPrefix(word, "="); ok {
			m.surfaces[form] = int32(i)
		} else if form, ok := strings.CutPrefix(word, "!"); ok {
			m.exacts[form] = int32(i)
		} else {
			m.stems[word] = int32(i)
		}
	}
	for i, term := range p.Terms {
		node := int32(0)
		for _, word := range term.Words {
			child, ok := m.next[edge{node, word}]
			if !ok {
				child = int32(len(m.ends))
				m.next[edge{node, word}] = child
				m.ends = append(m.ends, nil)
			}
			node = child
		}
		m.ends[node] = append(m.ends[node], int32(i))
	}
	return m
}

// Pack returns the pack that the model matches.
func (m *Model) Pack() *pack.Pack { return m.pack }

// keys are the words of the pack that one spelling can stand for, -1 for none,
// the strictest comparison first.
type keys [3]int32

// Match finds the terms in the sentences. Where terms overlap, the one that
// starts first counts, and of those the longest. The evidence is in text order.
func (m *Model) Match(t *token.Table, sentences []sentence.Sentence) []Evidence {
	w := matcher{Model: m, Table: t, keys: make([]keys, len(t.Spellings))}
	for i := range t.Spellings {
		w.keys[i] = m.keysOf(&t.Spellings[i])
	}
	for i := range sentences {
		w.sentence(i, &sentences[i])
	}
	return w.evidence
}

func (m *Model) keysOf(s *token.Spelling) keys {
	k := keys{-1, -1, -1}
	exact := s.Text
	if strings.Contains(exact, ".") {
		exact = strings.ReplaceAll(exact, ".", "")
	}
	if id, ok := m.exacts[exact]; ok {
		k[0] = id
	}
	if id, ok := m.surfaces[s.Folded]; ok {
		k[1] = id
	}
	if id, ok := m.stems[s.Stem]; ok {
		k[2] = id
	}
	return k
}

type matcher struct {
	*Model
	*token.Table
	keys     []keys
	evidence []Evidence
}

func (w *matcher) sentence(index int, s *sentence.Sentence) {
	for i := s.First; i < s.Last; {
		last, terms := w.longest(i, s)
		if terms == nil {
			i++
			continue
		}
		span := token.Span{Start: w.Tokens[i].Start, End: w.Tokens[last].End}
		for _, term := range terms {
			for _, posting := range w.pack.Terms[term].Postings {
				w.evidence = append(w.evidence, Evidence{span, index, term, posting.Issue, posting.Weight})
			}
		}
		i = last + 1
	}
}

// longest returns the longest match that starts at token i: its last token and
// its terms (several if they differ by their conditions alone), or nil.
func (w *matcher) longest(i int, s *sentence.Sentence) (last int, terms []int32) {
	if w.Tokens[i].Spelling < 0 {
		return 0, nil
	}
	var walk func(node int32, i int)
	walk = func(node int32, i int) {
		for _, word := range w.keys[w.Tokens[i].Spelling] {
			if word < 0 {
				continue
			}
			child, ok := w.next[edge{node, word}]
			if !ok {
				continue
			}
			if terms == nil || i > last {
				if valid := w.valid(w.ends[child], s); len(valid) > 0 {
					last, terms = i, valid
				}
			}
			if next := w.follower(i, s); next > 0 {
				walk(child, next)
			}
		}
	}
	walk(0, i)
	return last, terms
}

// follower returns the token that continues a phrase after token i, or 0.
func (w *matcher) follower(i int, s *sentence.Sentence) int {
	for j := i + 1; j < s.Last && j <= i+2; j++ {
		if w.Tokens[j].Spelling >= 0 {
			if w.Tokens[j].Joined {
				return j
			}
			return 0
		}
	}
	return 0
}

// valid returns those of the terms whose conditions the sentence meets.
func (w *matcher) valid(terms []int32, s *sentence.Sentence) []int32 {
	all := true
	for _, term := range terms {
		all = all && w.meets(&w.pack.Terms[term], s)
	}
	if all {
		return terms
	}
	var valid []int32
	for _, term := range terms {
		if w.meets(&w.pack.Terms[term], s) {
			valid = append(valid, term)
		}
	}
	return valid
}

func (w *matcher) meets(term *pack.Term, s *sentence.Sentence) bool {
	return (len(term.If) == 0 || w.has(s, term.If)) && (len(term.Unless) == 0 || !w.has(s, term.Unless))
}

// has says whether a sentence has one of the words.
func (w *matcher) has(s *sentence.Sentence, words []int32) bool {
	for i := s.First; i < s.Last; i++ {
		if id := w.Tokens[i].Spelling; id >= 0 {
			for _, key := range w.keys[id] {
				for _, word := range words {
					if key == word {
						return true
					}
				}
			}
		}
	}
	return false
}
