// Package passage cuts an article into passages, runs of sentences on the same
// issues, and says what each passage and the whole article is about.
//
// Input: the sentences of an article and the terms that occur in them. Output:
// passages in text order that cover all sentences but the title, each with its
// majors and issues by share, and the same for the article. A passage or an
// article about no issue has none: that is an answer.
//
// Boundaries come from a Viterbi pass (Forney, "The Viterbi Algorithm", Proc.
// IEEE 61(3), 1973) over the sentences' scores for each issue: staying with an
// issue is free, changing it costs, less so between paragraphs. Headings are
// boundaries that the author set.
package passage

import (
	"slices"

	"rubricator/internal/article"
	"rubricator/internal/model"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// A Passage is a run of sentences.
type Passage struct {
	token.Span      // from the first sentence, or its heading, to the last
	First, Last int // its sentences, end-exclusive
	Heading     int // index of the block that is its heading, -1 for none
	Topics
}

// Costs and scores of the Viterbi pass, in the unit of the pack's weights
// (pack.Scale for one point).
const (
	changeCost    = 350 // of another issue within a paragraph
	paragraphCost = 225 // of another issue with a new paragraph
	nothing       = 60  // what every sentence says for no issue
	most          = 450 // what one sentence can say for an issue at most
)

// headingEmphasis is how many times the evidence in a heading counts.
const headingEmphasis = 3

// section is how many sentences below one heading are left together: an
// author who sets headings says where the passages are.
const section = 14

// A Segmenter cuts one article after the other, in the same memory. It is not
// safe for concurrent use.
type Segmenter struct {
	*model.Weigher
	sentences   []sentence.Sentence
	occurrences []model.Occurrence
	role        func(sentence int) article.Role
	from        []int // index of the first occurrence of each sentence, one more at the end
	passages    []Passage
	calls       []Call // of all passages; which are whose is in bounds
	bounds      []bounds
	// What the sentence at hand says; see sentence.
	sums    []int32 // for each major by its general issue, then for each issue
	special []int32
	// Which terms were met, in one look after the other.
	met   []int32 // for each term the number of the last look that met it
	looks int32   // how many there were
	// Of list.
	seen   []bool  // issues, while they are listed
	active []int32 // the issues that it listed, and the major of each
	majors []int32
	// Of path.
	score, bests, states []int32
	changed              []bool
	// Of Article.
	title  []model.Occurrence
	shares shares
}

// bounds say where the calls of a passage lie among those of all: its majors
// from first to middle, its issues from there to end.
type bounds struct{ first, middle, end int }

// NewSegmenter returns a segmenter by a model's terms.
func NewSegmenter(m *model.Model) *Segmenter {
	majors, issues := len(m.Pack().Majors), len(m.Pack().Issues)
	return &Segmenter{
		Weigher: model.NewWeigher(m),
		sums:    make([]int32, majors+issues), special: make([]int32, majors),
		seen: make([]bool, issues), met: make([]int32, m.Terms()),
	}
}

// Rest lets go what the last text took.
func (s *Segmenter) Rest() { *s = *NewSegmenter(s.Model) }

// Segment cuts the sentences into passages. role gives the role of the block
// that a sentence stands in; occurrences are those in the sentences, as
// Model.Match returns them.
func (s *Segmenter) Segment(sentences []sentence.Sentence, occurrences []model.Occurrence, role func(sentence int) article.Role) []Passage {
	s.sentences, s.occurrences, s.role = sentences, occurrences, role
	length := 0 // of the text
	if n := len(sentences); n > 0 {
		length = int(sentences[n-1].End)
	}
	const bytesForCall = 50
	s.passages, s.calls, s.bounds = s.passages[:0], slices.Grow(s.calls[:0], length/bytesForCall), s.bounds[:0]
	s.index()
	for first := 0; first < len(sentences); {
		if role(first) == article.Title {
			first++
			continue
		}
		// A section: its headings, several where they follow each other, and
		// all up to the next one.
		body := s.run(first, article.Heading)
		end := s.run(body, article.Paragraph)
		block := -1
		if body > first {
			block = sentences[body-1].Block
		}
		headed := body > first || end < len(sentences) && role(end) == article.Heading
		s.section(first, body, end, block, headed)
		first = end
	}
	passages, calls := scratch.Result(&s.passages, length), scratch.Result(&s.calls, length)
	for i, b := range s.bounds {
		passages[i].Topics = Topics{calls[b.first:b.middle:b.middle], calls[b.middle:b.end:b.end]}
	}
	s.sentences, s.occurrences, s.role = nil, nil, nil // nothing of a text stays
	return passages
}

// run returns the end of the sentences of a role that start at i.
func (s *Segmenter) run(i int, role article.Role) int {
	for i < len(s.sentences) && s.role(i) == role {
		i++
	}
	return i
}

// index finds where the occurrences of each sentence start.
func (s *Segmenter) index() {
	s.from = s.from[:0]
	o := 0
	for i := range s.sentences {
		for o < len(s.occurrences) && int(s.occurrences[o].Sentence) < i {
			o++
		}
		s.from = append(s.from, o)
	}
	s.from = append(s.from, len(s.occurrences))
}

// section cuts one section into passages: the sentences from first to body are
// headings, those from body to end the text.
func (s *Segmenter) section(first, body, end, block int, headed bool) {
	if headed && end-body <= section || end-body <= 1 {
		s.add(first, end, block)
		return
	}
	states := s.path(body, end)
	start := first
	for i := body + 1; i < end; i++ {
		if states[i-body] != states[i-body-1] {
			s.add(start, i, block)
			start, block = i, -1
		}
	}
	s.add(start, end, block)
}

func (s *Segmenter) add(first, last, block int) {
	s.passages = append(s.passages, Passage{
		Span:  token.Span{Start: s.sentences[first].Start, End: s.sentences[last-1].End},
		First: first, Last: last, Heading: block,
	})
	start := len(s.calls)
	list, middle := appendCalls(s.calls, s.Model, s.Weigh(s.occurrences[s.from[first]:s.from[last]], s.emphasis))
	s.calls, s.bounds = list, append(s.bounds, bounds{start, middle, len(list)})
}

// emphasis lets a heading count as much as several sentences.
func (s *Segmenter) emphasis(sentence int) int32 {
	if s.role(sentence) == article.Heading {
		return headingEmphasis
	}
	return 1
}

// path returns for each sentence from first to end the issue of the best path,
// as a number that only means something by being the same or another; 0 stands
// for no issue. The list is valid until the next call.
func (s *Segmenter) path(first, end int) []int32 {
	s.list(first, end)
	issues, majors := s.active, s.majors
	issueSums := s.sums[len(s.special):]
	n := len(issues) + 1
	score := scratch.Zeros(s.score, n) // of the best path that ends in each state
	// Before each sentence the best state, and which states it was left for:
	// every other state was kept.
	bests := scratch.Zeros(s.bests, end-first)
	changed := scratch.Zeros(s.changed, (end-first)*n)
	for i := first; i < end; i++ {
		s.sentence(i)
		best := int32(0)
		for state := range score {
			if score[state] > score[best] {
				best = int32(state)
			}
		}
		cost := int32(changeCost)
		if i > first && s.sentences[i].Block != s.sentences[i-1].Block {
			cost = paragraphCost
		}
		bests[i-first] = best
		change := score[best] - cost
		for state := range score {
			if i > first && change > score[state] {
				changed[(i-first)*n+state] = true
				score[state] = change
			}
			if state == 0 {
				score[0] += nothing
				continue
			}
			// Words for other issues of the same major count half.
			m := majors[state-1]
			score[state] += min((issueSums[issues[state-1]]+s.special[m])/2+s.sums[m], most)
		}
	}
	states := scratch.Zeros(s.states, end-first)
	s.score, s.bests, s.changed, s.states = score, bests, changed, states
	state := int32(0)
	for candidate := range score {
		if score[candidate] > score[state] {
			state = int32(candidate)
		}
	}
	for i := end - 1; i >= first; i-- {
		states[i-first] = state
		if changed[(i-first)*n+int(state)] {
			state = bests[i-first]
		}
	}
	return states
}

// list lists the issues with evidence in the sentences from first to end, in the
// order of the pack, and their majors.
func (s *Segmenter) list(first, end int) {
	count := 0
	s.looks++
	for i := s.from[first]; i < s.from[end]; i++ {
		term := s.occurrences[i].Term
		if s.met[term] == s.looks {
			continue // its issues are listed
		}
		s.met[term] = s.looks
		for _, posting := range s.Postings(term) {
			if posting.Weight > 0 && !s.seen[posting.Issue] {
				s.seen[posting.Issue] = true
				count++
			}
		}
	}
	s.active, s.majors = s.active[:0], s.majors[:0]
	for issue := int32(0); len(s.active) < count; issue++ {
		if s.seen[issue] {
			s.active, s.majors = append(s.active, issue), append(s.majors, s.Major(issue))
			s.seen[issue] = false
		}
	}
}

// sentence adds up what sentence i says: for each issue but the general ones,
// for these of each major together, and for the general one of each major. A
// term counts once in a sentence.
func (s *Segmenter) sentence(i int) {
	clear(s.sums)
	clear(s.special)
	s.looks++
	for j := s.from[i]; j < s.from[i+1]; j++ {
		term := s.occurrences[j].Term
		if s.met[term] == s.looks {
			continue
		}
		s.met[term] = s.looks
		for _, posting := range s.Postings(term) {
			slot := s.Slot(posting.Issue)
			s.sums[slot] += posting.Weight
			if slot >= int32(len(s.special)) {
				s.special[s.Major(posting.Issue)] += max(posting.Weight, 0)
			}
		}
	}
}
