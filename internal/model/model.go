// Package model finds the terms of an issue pack in a text and weighs what
// they say.
//
// Input: a token table and its sentences. Output: the occurrences of terms,
// each a span of the text, and what they weigh together for each major and
// issue. A score of a sentence, a passage or a text is a sum over occurrences
// and over nothing else: they are its evidence.
package model

import (
	"slices"
	"strings"

	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// A Model matches the terms of one pack. It is safe for concurrent use.
type Model struct {
	pack *pack.Pack
	// The first number of a cue.
	firstCue int32
	words    vocabulary
	tree     tree
	own      int32 // the root of a reader's own phrases in the tree, 0 if there are none
	// The cues by their first word: where those of each begin in Pack.Cues, one
	// more at the end.
	cues []int32
	// How common each of the pack's words is, see Level, and what it is for.
	levels []uint8
	uses   []uses
	// The issues by major, and for each where it is added up, and its major.
	groups []Group
	slots  []int32
	majors []int32
	// The majors that each term speaks of, and the most that it says for an issue.
	speaksOf  []majorSet
	strongest []int32
}

// An Occurrence is a place where the text has a phrase or a cue.
type Occurrence struct {
	token.Span
	Sentence int32 // index of the sentence it stands in
	Term     int32 // number of the term: the phrases of the pack first, then the cues
}

// IsCue says whether an occurrence is one of a cue.
func (m *Model) IsCue(o *Occurrence) bool { return o.Term >= m.firstCue }

// New prepares a pack for matching. The pack must stay as it is.
func New(p *pack.Pack) *Model {
	m := &Model{
		pack:     p,
		firstCue: int32(p.Phrases.Len()),

		words: newVocabulary(p.Words),
		cues:  make([]int32, len(p.Words)+1),

		levels: make([]uint8, len(p.Words)),
		uses:   make([]uses, len(p.Words)),
	}
	m.tree, m.own = newTree(&p.Phrases, p.Own, len(p.Words))
	m.groups, m.slots = groupsOf(p)
	for _, g := range m.groups {
		for range g.End - g.First {
			m.majors = append(m.majors, g.Major)
		}
	}
	m.speaksOf, m.strongest = make([]majorSet, m.Terms()), make([]int32, m.Terms())
	for term := range m.speaksOf {
		for _, posting := range m.Postings(int32(term)) {
			m.speaksOf[term] |= setOf(m.majors[posting.Issue])
			if !m.IsNone(posting.Issue) {
				m.strongest[term] = max(m.strongest[term], posting.Weight)
			}
		}
	}
	for i := range m.levels {
		m.levels[i] = pack.MaxLevel
	}
	for _, l := range p.Levels {
		m.levels[l.Word] = l.Level
	}
	for i := range int32(p.Cues.Len()) {
		words := p.Cues.Words(i)
		m.cues[words[0]+1] = i + 1
		if len(words) > 1 {
			m.uses[words[0]] |= beginsPair
		}
	}
	for i, end := range m.cues[1:] {
		m.cues[i+1] = max(m.cues[i], end)
	}
	for i := range m.firstCue {
		for _, word := range p.Phrases.Words(i)[1:] {
			m.uses[word] |= continuesPhrase
		}
		ifs, unless := p.Phrases.Conditions(i)
		for _, word := range ifs {
			m.uses[word] |= conditional
		}
		for _, word := range unless {
			m.uses[word] |= conditional
		}
	}
	return m
}

// Pack returns the pack that the model matches.
func (m *Model) Pack() *pack.Pack { return m.pack }

// Major returns the major of an issue, both by index.
func (m *Model) Major(issue int32) int32 { return m.majors[issue] }

// IsNone says whether an issue is none, but stands for what is no public issue.
func (m *Model) IsNone(issue int32) bool { return int(m.majors[issue]) == m.pack.None() }

// Strongest returns the most that a term says for an issue, 0 if it says nothing
// for any.
func (m *Model) Strongest(term int32) int32 { return m.strongest[term] }

// Slot returns where what is said for an issue is added up, in a list of all
// majors and then all issues: general issues name only their major.
func (m *Model) Slot(issue int32) int32 { return m.slots[issue] }

// keys are what the pack has for one spelling.
type keys struct {
	word [3]int32 // the words that it can stand for, by pack.Kind; -1 for none
	root [3]int32 // the nodes that they lead to from the root, 0 for none
	cue  int32    // the cue that its stem is, its number plus one, 0 for none
	uses uses
}

// uses are what words of a pack can be apart from cues.
type uses uint8

const (
	beginsPhrase uses = 1 << iota
	continuesPhrase
	beginsPair
	conditional // a term is only valid with it, or without it
)

// kinds are the comparisons of words, the strictest first.
var kinds = [...]pack.Kind{pack.Exact, pack.Surface, pack.Stem}

// Match finds phrases and cues in the sentences, by where they start. Where
// phrases overlap, the one that starts first counts, and of those the longest.
func (m *Model) Match(t *token.Table, sentences []sentence.Sentence) []Occurrence {
	w := NewMatcher(m)
	w.Read(t)
	return w.Match(sentences)
}

// A Matcher matches the tables of one token.Scanner and remembers what their
// spellings stand for. It is not safe for concurrent use.
type Matcher struct {
	*Model
	generation int32
	known      []keys // by Spelling.ID
	isKnown    []bool
	tokens     []token.Token // of the table
	keys       []keys        // by its spellings
	matcher    matcher
	// The words of the sentence that was asked about last have its stamp.
	marks []int32 // by word
	stamp int32
}

// NewMatcher returns a matcher of a model's terms.
func NewMatcher(m *Model) *Matcher {
	return &Matcher{Model: m, marks: make([]int32, len(m.words.words))}
}

// Read looks up what the spellings of a table stand for, which the other methods
// are about.
func (m *Matcher) Read(t *token.Table) {
	m.tokens = t.Tokens
	if t.Generation != m.generation {
		m.generation, m.known, m.isKnown = t.Generation, m.known[:0], m.isKnown[:0]
	}
	m.keys = m.keys[:0]
	for i := range t.Spellings {
		id := int(t.Spellings[i].ID)
		for len(m.known) <= id {
			m.known, m.isKnown = append(m.known, keys{}), append(m.isKnown, false)
		}
		if !m.isKnown[id] {
			m.known[id], m.isKnown[id] = m.keysOf(&t.Spellings[i]), true
		}
		m.keys = append(m.keys, m.known[id])
	}
}

// Level returns how common the stem of a spelling of the table is in ordinary
// news; see pack.Level.
func (m *Matcher) Level(spelling int32) uint8 {
	if word := m.keys[spelling].word[pack.Stem]; word >= 0 {
		return m.levels[word]
	}
	return pack.MaxLevel
}

// Match is Model.Match for sentences of the table. The list is valid until the next
// call.
func (m *Matcher) Match(sentences []sentence.Sentence) []Occurrence {
	w := &m.matcher
	*w = matcher{Matcher: m, occurrences: slices.Grow(w.occurrences[:0], len(m.tokens)/2), found: w.found[:0]}
	for i := range sentences {
		w.sentence(i, &sentences[i])
	}
	w.marked = nil
	return w.occurrences
}

// Rest lets go of the table, with the list of its occurrences.
func (m *Matcher) Rest() { m.tokens, m.keys, m.matcher = nil, nil, matcher{} }

func (m *Model) keysOf(s *token.Spelling) keys {
	var k keys
	exact := s.Text
	if strings.Contains(exact, ".") {
		exact = strings.ReplaceAll(exact, ".", "")
	}
	for kind, text := range [...]string{pack.Stem: s.Stem, pack.Surface: s.Folded, pack.Exact: exact} {
		word := m.words.find(pack.Kind(kind), text)
		k.word[kind] = word
		if word < 0 {
			continue
		}
		if k.root[kind] = m.tree.first[word]; k.root[kind] > 0 || m.own > 0 && m.tree.follow(m.own, word) > 0 {
			k.uses |= beginsPhrase
		}
		k.uses |= m.uses[word] & (conditional | continuesPhrase)
	}
	if stem := k.word[pack.Stem]; stem >= 0 {
		if first := m.cues[stem]; first < m.cues[stem+1] && len(m.pack.Cues.Words(first)) == 1 {
			k.cue = m.firstCue + first + 1
		}
		k.uses |= m.uses[stem] & beginsPair
	}
	return k
}

type matcher struct {
	*Matcher
	occurrences []Occurrence
	found       []int32 // of the last call of valid
	last        int     // the best match of longest so far: its last token
	best        []int32 // and its terms
	only        [1]int32
	marked      *sentence.Sentence
}

// sentence finds what one sentence has.
func (w *matcher) sentence(index int, s *sentence.Sentence) {
	free := [2]int{s.First, s.First} // the first token behind the last phrase, and behind the last own one
	for i := s.First; i < s.Last; i++ {
		spelling := w.tokens[i].Spelling
		if spelling < 0 {
			continue
		}
		key := &w.keys[spelling]
		if key.uses&beginsPhrase != 0 {
			if i >= free[0] {
				if last, found := w.longest(0, i, s); found != nil {
					w.add(index, i, last, found)
					free[0] = last + 1
				}
			}
			if w.own > 0 && i >= free[1] {
				if last, found := w.longest(w.own, i, s); found != nil {
					w.add(index, i, last, found)
					free[1] = last + 1
				}
			}
		}
		if key.cue > 0 {
			w.occurrences = append(w.occurrences, Occurrence{w.tokens[i].Span, int32(index), key.cue - 1})
		}
		if key.uses&beginsPair != 0 {
			if next := w.follower(i, s); next > 0 {
				if second := w.keys[w.tokens[next].Spelling].word[pack.Stem]; second >= 0 {
					if cue := w.pair(key.word[pack.Stem], second); cue > 0 {
						span := token.Span{Start: w.tokens[i].Start, End: w.tokens[next].End}
						w.occurrences = append(w.occurrences, Occurrence{span, int32(index), w.firstCue + cue - 1})
					}
				}
			}
		}
	}
}

// add adds the terms that stand in a sentence from a first token to a last.
func (w *matcher) add(sentence, first, last int, terms []int32) {
	span := token.Span{Start: w.tokens[first].Start, End: w.tokens[last].End}
	for _, term := range terms {
		w.occurrences = append(w.occurrences, Occurrence{span, int32(sentence), term})
	}
}

// longest returns the longest match from a root that starts at token i, which is
// a word: its last token and its terms (several if they differ by their
// conditions alone), or nil. The result is valid until the next call.
func (w *matcher) longest(root int32, i int, s *sentence.Sentence) (last int, found []int32) {
	w.last, w.best = i, nil
	key := &w.keys[w.tokens[i].Spelling]
	for _, kind := range kinds {
		node := key.root[kind]
		if root != 0 {
			node = 0
			if key.word[kind] >= 0 {
				node = w.tree.follow(root, key.word[kind])
			}
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
	n := &w.tree.nodes[node]
	if n.end > 0 && (w.best == nil || i > w.last) {
		if !n.conditional {
			w.only[0] = n.first
			w.last, w.best = i, w.only[:]
		} else if valid := w.valid(n, s); len(valid) > 0 {
			w.last, w.best = i, valid
		}
	}
	if n.on == 0 {
		return
	}
	next := w.follower(i, s)
	if next == 0 {
		return
	}
	key := &w.keys[w.tokens[next].Spelling]
	if key.uses&continuesPhrase == 0 {
		return
	}
	for _, kind := range kinds {
		if word := key.word[kind]; word >= 0 && n.on&mayLead(word) != 0 {
			if child := w.tree.follow(node, word); child > 0 {
				w.walk(child, next, s)
			}
		}
	}
}

// follower returns the token that continues a phrase after token i, or 0.
func (w *matcher) follower(i int, s *sentence.Sentence) int {
	for j := i + 1; j < s.Last && j <= i+2; j++ {
		if t := &w.tokens[j]; t.Spelling >= 0 {
			if t.Joined {
				return j
			}
			return 0
		}
	}
	return 0
}

// valid returns those of the terms of a node whose conditions the sentence meets.
func (w *matcher) valid(n *node, s *sentence.Sentence) []int32 {
	w.found = w.found[:0]
	for term := n.first; term < n.end; term++ {
		if w.meets(term, s) {
			w.found = append(w.found, term)
		}
	}
	return w.found
}

func (w *matcher) meets(term int32, s *sentence.Sentence) bool {
	ifs, unless := w.pack.Phrases.Conditions(term)
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
	w.marked = s
	w.stamp++
	for i := s.First; i < s.Last; i++ {
		id := w.tokens[i].Spelling
		if id < 0 || w.keys[id].uses&conditional == 0 {
			continue
		}
		for _, word := range w.keys[id].word {
			if word >= 0 {
				w.marks[word] = w.stamp
			}
		}
	}
}
