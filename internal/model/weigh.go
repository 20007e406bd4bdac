package model

import (
	"slices"

	"rubricator/internal/pack"
)

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
	// Groups are the majors of which an issue can have a weight, in the order of
	// the pack.
	Groups []Group
}

// A Group is a major with its issues, of which the first is the general one.
type Group struct {
	Major      int32
	First, End int32 // of its issues, indices in Pack.Issues
}

// groupsOf lists the groups of a pack, and says for each issue where what is
// said for it is added up: general issues name only their major.
func groupsOf(p *pack.Pack) (groups []Group, slots []int32) {
	for i := range p.Issues {
		issue := &p.Issues[i]
		if i == 0 || issue.Major != p.Issues[i-1].Major {
			groups = append(groups, Group{Major: int32(issue.Major), First: int32(i)})
		}
		groups[len(groups)-1].End = int32(i) + 1
		slot := int32(issue.Major)
		if !issue.General {
			slot = int32(len(p.Majors) + i)
		}
		slots = append(slots, slot)
	}
	return groups, slots
}

// A Weigher adds up what occurrences say, again and again with the same memory.
// It is not safe for concurrent use.
type Weigher struct {
	*Model
	sums    []int32  // of the majors, then of the issues
	counts  []counts // of each term
	met     []int32  // the terms that were met
	named   []Group  // the majors that they speak of
	weights Weights
}

// counts are how often a term was met, a sentence with emphasis counting more:
// for the first time, the second, and all others.
type counts struct{ once, twice, more int32 }

// A majorSet has a bit for each major, or for several if there are many.
type majorSet uint64

func setOf(major int32) majorSet { return 1 << (uint32(major) % 64) }

// NewWeigher returns a weigher of a model's terms.
func NewWeigher(m *Model) *Weigher {
	majors, issues := len(m.pack.Majors), len(m.pack.Issues)
	sums := make([]int32, majors+issues)
	return &Weigher{
		Model: m, sums: sums, counts: make([]counts, len(m.speaksOf)), named: make([]Group, 0, majors),
		weights: Weights{Majors: sums[:majors], Issues: sums[majors:]},
	}
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
	w := &m.weights
	clear(w.Majors)
	for _, g := range w.Groups {
		clear(w.Issues[g.First:g.End])
	}
	said := m.add(occurrences, emphasis)
	w.Groups = m.named[:0]
	none, nothing := m.pack.None(), int32(0)
	most, general, named := int32(0), int32(0), int32(0) // of the major that weighs most
	for _, g := range m.groups {
		major, issues := int(g.Major), w.Issues[g.First:g.End]
		spoken := said&setOf(g.Major) != 0
		if spoken {
			w.Groups = append(w.Groups, g)
			for i := 1; i < len(issues); i++ {
				issues[i] = max(issues[i], 0)
				w.Majors[major] += issues[i]
			}
		}
		if major == none {
			nothing = max(w.Majors[none]+NoIssue, -mostPublic)
			w.Majors[none] = nothing
		}
		if w.Majors[major] == 0 && m.pack.Majors[major].Code == pack.OwnMajor {
			// Who has own issues must not get them where no word is theirs.
			continue
		}
		own := max(w.Majors[major]-max(nothing, 0), 0)
		if spoken {
			shareOut(own, issues)
		}
		if w.Majors[major] = max(w.Majors[major]-nothing, 0); w.Majors[major] > most {
			most, general, named = w.Majors[major], g.First, own
		}
	}
	if named == 0 && most > 0 {
		w.Issues[general] = most
		w.name(m.groups, general)
	}
	return *w
}

// add adds up what occurrences say, and returns the majors that they speak of.
func (m *Weigher) add(occurrences []Occurrence, emphasis func(sentence int) int32) (said majorSet) {
	factor, sentence := int32(1), int32(-1)
	met := m.met[:0]
	for i := range occurrences {
		o := &occurrences[i]
		if emphasis != nil && o.Sentence != sentence {
			sentence = o.Sentence
			factor = emphasis(int(sentence))
		}
		switch c := &m.counts[o.Term]; {
		case c.once == 0:
			c.once = factor
			met = append(met, o.Term)
		case c.twice == 0:
			c.twice = factor
		default:
			c.more += factor
		}
	}
	// What a term says is looked up once, however often the text has it.
	for _, term := range met {
		c := m.counts[term]
		m.counts[term] = counts{}
		said |= m.speaksOf[term]
		if c.twice == 0 && c.once == 1 {
			for _, posting := range m.Postings(term) {
				m.sums[m.slots[posting.Issue]] += posting.Weight
			}
			continue
		}
		for _, posting := range m.Postings(term) {
			w := posting.Weight
			m.sums[m.slots[posting.Issue]] += c.once*w + c.twice*(w>>1) + c.more*(w>>2)
		}
	}
	m.met = met
	return said
}

// name takes the group of a general issue in, unless it is there.
func (w *Weights) name(groups []Group, general int32) {
	at := 0
	for at < len(w.Groups) && w.Groups[at].First < general {
		at++
	}
	if at < len(w.Groups) && w.Groups[at].First == general {
		return
	}
	for _, g := range groups {
		if g.First == general {
			w.Groups = slices.Insert(w.Groups, at, g)
		}
	}
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
