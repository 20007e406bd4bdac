// Package model finds the terms of an issue pack in a text and weighs what
// they say.
//
// Input: a token table and its sentences. Output: the occurrences of terms,
// each a span of the text, and what they weigh together for each major and
// issue. A score of a sentence, a passage or a text is a sum over occurrences
// and over nothing else: they are its evidence.
package model

import (
	"strings"

	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// A Model matches the terms of one pack. It is safe for concurrent use.
type Model struct {
	pack *pack.Pack // without its terms
	flat flatTerms
	// The first number of a cue.
	firstCue int32
	words    vocabulary
	// The phrases as a tree of words: next leads from a node by a word to a
	// node, and ends says which phrases end there. Node 0 is the root, and own
	// that of a reader's own phrases, 0 if there are none.
	next edges
	ends []terms
	own  int32
	// The cues of single words by word, and those of pairs by both words, as
	// their numbers plus one; 0 for none.
	cues  []int32
	pairs edges
	// How common each of the pack's words is; see Level.
	levels []uint8
}

// terms are those of Pack.Phrases from first to end, which differ by their
// conditions alone.
type terms struct{ first, end int32 }

// An Occurrence is a place where the text has a phrase or a cue.
type Occurrence struct {
	token.Span
	Sentence int32 // index of the sentence it stands in
	Term     int32 // number of the term: the phrases of the pack first, then the cues
}

// IsCue says whether an occurrence is one of a cue.
func (m *Model) IsCue(o *Occurrence) bool { return o.Term >= m.firstCue }

// New prepares a pack for matching. What the model needs of its terms it copies,
// so that they can go.
func New(p *pack.Pack) *Model {
	rest := *p
	rest.Phrases, rest.Cues = nil, nil
	m := &Model{
		pack:     &rest,
		flat:     flatten(p.Phrases, p.Cues),
		firstCue: int32(len(p.Phrases)),

		words: newVocabulary(p.Words),
		next:  newEdges(len(p.Phrases) * 2),
		ends:  make([]terms, 1, len(p.Phrases)*2+1),
		cues:  make([]int32, len(p.Words)),
		pairs: newEdges(len(p.Cues) / 2),

		levels: make([]uint8, len(p.Words)),
	}
	for i := range m.levels {
		m.levels[i] = pack.MaxLevel
	}
	for _, l := range p.Levels {
		m.levels[l.Word] = l.Level
	}
	for i, cue := range p.Cues {
		number := int32(len(p.Phrases)+i) + 1
		if words := cue.Words; len(words) == 1 {
			m.cues[words[0]] = number
		} else {
			m.pairs.add(words[0], words[1], number)
		}
	}
	// The phrases are sorted: each leaves the path of the one before it where
	// their words part.
	var path [pack.MaxWords + 1]int32
	var previous []int32
	for i := range p.Phrases {
		words := p.Phrases[i].Words
		depth := 0
		if i == len(p.Phrases)-p.Own {
			m.own = int32(len(m.ends))
			m.ends = append(m.ends, terms{})
			path[0], previous = m.own, nil
		}
		for depth < len(words) && depth < len(previous) && words[depth] == previous[depth] {
			depth++
		}
		for ; depth < len(words); depth++ {
			path[depth+1] = int32(len(m.ends))
			m.next.add(path[depth], words[depth], path[depth+1])
			m.ends = append(m.ends, terms{})
		}
		end := &m.ends[path[len(words)]]
		if end.end == 0 {
			end.first = int32(i)
		}
		end.end = int32(i) + 1
		previous = words
	}
	return m
}

// Pack returns the pack that the model matches, without its terms.
func (m *Model) Pack() *pack.Pack { return m.pack }

// Level returns how common a stem is in ordinary news; see pack.Level.
func (m *Model) Level(stem string) uint8 {
	if word := m.words.find(pack.Stem, stem); word >= 0 {
		return m.levels[word]
	}
	return pack.MaxLevel
}

// keys are the words of the pack that one spelling can stand for, by pack.Kind,
// each with the node that it leads to from the root.
type keys [3]struct{ word, root int32 } // -1 and 0 for none

// kinds are the comparisons of words, the strictest first.
var kinds = [...]pack.Kind{pack.Exact, pack.Surface, pack.Stem}

// Match finds phrases and cues in the sentences, by where they start. Where
// phrases overlap, the one that starts first counts, and of those the longest.
func (m *Model) Match(t *token.Table, sentences []sentence.Sentence) []Occurrence {
	return NewMatcher(m).Match(t, sentences)
}

// A Matcher matches the tables of one token.Scanner and remembers what their
// spellings stand for. It is not safe for concurrent use.
type Matcher struct {
	*Model
	generation int32
	known      []keys // by Spelling.ID
	isKnown    []bool
}

// NewMatcher returns a matcher of a model's terms.
func NewMatcher(m *Model) *Matcher { return &Matcher{Model: m} }

// Match is Model.Match.
func (m *Matcher) Match(t *token.Table, sentences []sentence.Sentence) []Occurrence {
	w := matcher{
		Model: m.Model, Table: t, keys: make([]keys, len(t.Spellings)),
		occurrences: make([]Occurrence, 0, len(t.Tokens)/2),
	}
	if t.Generation != m.generation {
		m.generation, m.known, m.isKnown = t.Generation, m.known[:0], m.isKnown[:0]
	}
	for i := range t.Spellings {
		id := int(t.Spellings[i].ID)
		for len(m.known) <= id {
			m.known, m.isKnown = append(m.known, keys{}), append(m.isKnown, false)
		}
		if !m.isKnown[id] {
			m.known[id], m.isKnown[id] = m.keysOf(&t.Spellings[i]), true
		}
		w.keys[i] = m.known[id]
	}
	for i := range sentences {
		w.sentence(i, &sentences[i])
	}
	return w.occurrences
}

func (m *Model) keysOf(s *token.Spelling) keys {
	var k keys
	exact := s.Text
	if strings.Contains(exact, ".") {
		exact = strings.ReplaceAll(exact, ".", "")
	}
	for kind, text := range [...]string{pack.Stem: s.Stem, pack.Surface: s.Folded, pack.Exact: exact} {
		word := m.words.find(pack.Kind(kind), text)
		k[kind].word = word
		if word >= 0 {
			k[kind].root = m.next.follow(0, word)
		}
	}
	return k
}

type matcher struct {
	*Model
	*token.Table
	keys        []keys
	occurrences []Occurrence
	found       []int32 // of the last call of valid
	last        int     // the best match of longest so far: its last token
	best        []int32 // and its terms
	// The words of the sentence that was asked about last have its stamp.
	marked *sentence.Sentence
	marks  []int32 // by word
	stamp  int32
}

// sentence finds what one sentence has.
func (w *matcher) sentence(index int, s *sentence.Sentence) {
	free := [2]int{s.First, s.First} // the first token behind the last phrase, and behind the last own one
	for i := s.First; i < s.Last; i++ {
		for kind, root := range [2]int32{0, w.own} {
			if i < free[kind] || kind > 0 && root == 0 {
				continue
			}
			last, found := w.longest(root, i, s)
			for _, term := range found {
				w.add(index, i, last, term)
			}
			if found != nil {
				free[kind] = last + 1
			}
		}
		w.cue(index, i, s)
	}
}

// add is kept out of its callers, for the size of the module.
//
//go:noinline
func (w *matcher) add(sentence, first, last int, term int32) {
	span := token.Span{Start: w.Tokens[first].Start, End: w.Tokens[last].End}
	w.occurrences = append(w.occurrences, Occurrence{span, int32(sentence), term})
}

// cue adds the cues that start at token i.
func (w *matcher) cue(sentence, i int, s *sentence.Sentence) {
	first := w.stem(i)
	if first < 0 {
		return
	}
	if cue := w.cues[first]; cue > 0 {
		w.add(sentence, i, i, cue-1)
	}
	if next := w.follower(i, s); next > 0 {
		if second := w.stem(next); second >= 0 {
			if cue := w.pairs.follow(first, second); cue > 0 {
				w.add(sentence, i, next, cue-1)
			}
		}
	}
}

// stem returns the word of the pack that is token i's stem, or -1.
func (w *matcher) stem(i int) int32 {
	if spelling := w.Tokens[i].Spelling; spelling >= 0 {
		return w.keys[spelling][pack.Stem].word
	}
	return -1
}

// longest returns the longest match from a root that starts at token i: its last
// token and its terms (several if they differ by their conditions alone), or
// nil. The result is valid until the next call.
func (w *matcher) longest(root int32, i int, s *sentence.Sentence) (last int, found []int32) {
	if w.Tokens[i].Spelling < 0 {
		return 0, nil
	}
	w.last, w.best = i, nil
	for _, kind := range kinds {
		key := &w.keys[w.Tokens[i].Spelling][kind]
		node := key.root
		if root != 0 && key.word >= 0 {
			node = w.next.follow(root, key.word)
		} else if root != 0 {
			node = 0
		}
		if node > 0 {
			w.walk(node, i, s)
		}
	}
	return w.last, w.best
}

// walk looks for longer matches than the best so far from a node that token i
// has led to.
func (w *matcher) walk(node int32, i int, s *sentence.Sentence) {
	if w.best == nil || i > w.last {
		if valid := w.valid(w.ends[node], s); len(valid) > 0 {
			w.last, w.best = i, valid
		}
	}
	next := w.follower(i, s)
	if next == 0 {
		return
	}
	for _, kind := range kinds {
		if word := w.keys[w.Tokens[next].Spelling][kind].word; word >= 0 {
			if child := w.next.follow(node, word); child > 0 {
				w.walk(child, next, s)
			}
		}
	}
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
func (w *matcher) valid(t terms, s *sentence.Sentence) []int32 {
	w.found = w.found[:0]
	for term := t.first; term < t.end; term++ {
		if w.meets(term, s) {
			w.found = append(w.found, term)
		}
	}
	return w.found
}

func (w *matcher) meets(term int32, s *sentence.Sentence) bool {
	ifs, unless := w.flat.conditions(term)
	return (len(ifs) == 0 || w.has(s, ifs)) && (len(unless) == 0 || !w.has(s, unless))
}

// has says whether a sentence has one of the words.
func (w *matcher) has(s *sentence.Sentence, words []int32) bool {
	if w.marked != s {
		w.mark(s)
	}
	for _, word := range words {
		if w.marks[word] == w.stamp {
			return true
		}
	}
	return false
}

// mark marks the words of a sentence: several terms may ask for them.
func (w *matcher) mark(s *sentence.Sentence) {
	if w.marks == nil {
		w.marks = make([]int32, len(w.words.words))
	}
	w.marked = s
	w.stamp++
	for i := s.First; i < s.Last; i++ {
		if id := w.Tokens[i].Spelling; id >= 0 {
			for _, k := range &w.keys[id] {
				if k.word >= 0 {
					w.marks[k.word] = w.stamp
				}
			}
		}
	}
}
