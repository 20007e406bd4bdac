package model

import "rubricator/internal/pack"

// NoIssue is what a text says for no public issue before any of its words does,
// in the unit of the pack.
const NoIssue = 50

// mostPublic is how much the words of a text can say against its being about no
// public issue. In a short text that tells a weak call from none; a long one has
// so many such words that they would drown what tells its issues apart.
const mostPublic = 250

// mostSupport is how many times its own weight an issue can have with the
// support of words that name only its major, so that a word in passing does not
// become the issue of a whole text.
const mostSupport = 3

// Weights are what occurrences say in sum, for each major and each issue of a
// pack by its index, less what they say for no public issue; what they say
// against that adds to the majors. None is below 0, and all are 0 for a text about
// no issue.
type Weights struct {
	Majors, Issues []int32
}

// A Weigher adds up what occurrences say, again and again with the same memory.
// It is not safe for concurrent use.
type Weigher struct {
	*Model
	weights Weights
	times   []uint8 // how often each term was met, up to 2
}

// NewWeigher returns a weigher of a model's terms.
func NewWeigher(m *Model) *Weigher {
	return &Weigher{m, Weights{make([]int32, len(m.pack.Majors)), make([]int32, len(m.pack.Issues))}, make([]uint8, len(m.flat.words)-1)}
}

// Weigh adds up what occurrences say. Repetition counts less and less: the second
// occurrence of a term half, every further one a quarter, so that five words
// for an issue outweigh one word five times.
//
// A major weighs what its general issue and all others weigh together, less what
// the text says for no public issue at all. Words for the general issue, which
// name only the major, support the issues below it that other words name: what
// is said for the major is shared out among them in proportion to theirs, and
// goes to the general issue only where there are none.
//
// emphasis says how many times a sentence counts; nil stands for once. The
// weights are valid until the next call.
func (m *Weigher) Weigh(occurrences []Occurrence, emphasis func(sentence int) int32) Weights {
	w := m.weights
	clear(w.Majors)
	clear(w.Issues)
	for i := range occurrences {
		o := &occurrences[i]
		postings := m.Postings(o.Term)
		if len(postings) == 0 {
			continue
		}
		factor := int32(1)
		if emphasis != nil {
			factor = emphasis(int(o.Sentence))
		}
		shift := m.times[o.Term]
		m.times[o.Term] = min(shift+1, 2)
		for _, posting := range postings {
			weight := factor * (posting.Weight >> shift)
			if issue := &m.pack.Issues[posting.Issue]; issue.General {
				w.Majors[issue.Major] += weight
			} else {
				w.Issues[posting.Issue] += weight
			}
		}
	}
	for i := range occurrences {
		m.times[occurrences[i].Term] = 0
	}
	none, nothing := m.pack.None(), int32(0)
	most, general, named := int32(0), 0, int32(0) // of the major that weighs most
	for first := 0; first < len(w.Issues); {
		major := m.pack.Issues[first].Major
		end := first + 1
		for end < len(w.Issues) && m.pack.Issues[end].Major == major {
			w.Issues[end] = max(w.Issues[end], 0)
			w.Majors[major] += w.Issues[end]
			end++
		}
		if major == none {
			nothing = max(w.Majors[none]+NoIssue, -mostPublic)
			w.Majors[none] = nothing
		}
		if w.Majors[major] == 0 && m.pack.Majors[major].Code == pack.OwnMajor {
			// Who has own issues must not get them where no word is theirs.
			first = end
			continue
		}
		own := max(w.Majors[major]-max(nothing, 0), 0)
		shareOut(own, w.Issues[first:end])
		if w.Majors[major] = max(w.Majors[major]-nothing, 0); w.Majors[major] > most {
			most, general, named = w.Majors[major], first, own
		}
		first = end
	}
	if named == 0 && most > 0 {
		w.Issues[general] = most
	}
	return w
}

// shareOut divides the weight of a major among its issues, of which the first
// is the general one, in proportion to what they weigh.
func shareOut(total int32, issues []int32) {
	special := int32(0)
	for _, weight := range issues[1:] {
		special += weight
	}
	if special == 0 {
		issues[0] = total
		return
	}
	shared := int32(min(int64(total), int64(special)*mostSupport))
	issues[0] = total - shared
	given, largest := int32(0), 1
	for i := 1; i < len(issues); i++ {
		issues[i] = int32(int64(shared) * int64(issues[i]) / int64(special))
		given += issues[i]
		if issues[i] > issues[largest] {
			largest = i
		}
	}
	// What rounding leaves goes to the largest, so that nothing is lost.
	issues[largest] += shared - given
}
