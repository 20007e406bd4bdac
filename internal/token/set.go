package token

import "strings"

// A Set is a set of folded words, or of whatever a rule says, that stages ask
// tokens for: "is this a preposition?" Which sets a spelling is in is found out
// once, when a Scanner meets it first; to ask is to look at a bit. The zero Set
// is empty.
//
// Sets are made when a package is initialised, before anything is scanned.
type Set uint8

// sets has a bit for each Set by its number.
type sets [maxSets / 64]uint64

const maxSets = 128

func (b *sets) add(s Set)      { b[s/64] |= 1 << (s % 64) }
func (b *sets) has(s Set) bool { return b[s/64]>>(s%64)&1 != 0 }

var (
	made  Set // the Set that was made last
	words dictionary
	rules []rule
)

type rule struct {
	set  Set
	says func(s *Spelling) bool
}

func newSet() Set {
	if made++; made == maxSets {
		panic("token: too many sets")
	}
	return made
}

// NewSet returns the set of the words of a list with white space between them,
// folded already.
func NewSet(list string) Set {
	s := newSet()
	for word := range strings.FieldsSeq(list) {
		words.at(word).add(s)
	}
	return s
}

// NewStemSet returns the set of the words that have one of the stems of a list,
// which are sorted and have white space between them. The list is searched as it
// is: to read thousands of stems takes longer than all the questions about them.
func NewStemSet(list string) Set {
	return NewRule(func(s *Spelling) bool { return lists(list, s.Stem) })
}

// lists says whether a sorted list of words with white space between them has one.
func lists(list, word string) bool {
	isSpace := func(i int) bool { return list[i] <= ' ' }
	low, high := 0, len(list)
	for low < high {
		start := (low + high) / 2
		end := start
		for start > low && !isSpace(start-1) {
			start--
		}
		for end < high && !isSpace(end) {
			end++
		}
		switch middle := list[start:end]; {
		case middle == word:
			return word != ""
		case middle < word:
			low = end + 1
		default:
			high = start
		}
	}
	return false
}

// NewRule returns the set of the spellings of which a function says so. It is
// given spellings with all their parts but First, and keeps nothing.
func NewRule(says func(s *Spelling) bool) Set {
	s := newSet()
	rules = append(rules, rule{s, says})
	return s
}

// Has says whether a folded word is in a set that was made of a list.
func (s Set) Has(word string) bool {
	entry := words.find(word)
	return entry != nil && entry.has(s)
}

// setsOf returns the sets that a spelling is in.
func setsOf(s *Spelling) sets {
	var in sets
	if entry := words.find(s.Folded); entry != nil {
		in = *entry
	}
	for _, r := range rules {
		if r.says(s) {
			in.add(r.set)
		}
	}
	return in
}

// A dictionary has the words of all sets: an open hash table, at most half full.
type dictionary struct {
	slots []int32 // index in entries plus one
	words []string
	sets  []sets
}

// find returns the sets of a word, or nil if it is in none.
func (d *dictionary) find(word string) *sets {
	if len(d.slots) == 0 {
		return nil
	}
	if i := d.slots[d.slot(word)]; i > 0 {
		return &d.sets[i-1]
	}
	return nil
}

// at returns the sets of a word, which it takes in if it is new. They are valid
// until the next call.
func (d *dictionary) at(word string) *sets {
	if 2*len(d.words) >= len(d.slots) {
		d.slots = make([]int32, max(4096, 4*len(d.slots)))
		for i, word := range d.words {
			d.slots[d.slot(word)] = int32(i) + 1
		}
	}
	slot := d.slot(word)
	if d.slots[slot] == 0 {
		d.words, d.sets = append(d.words, word), append(d.sets, sets{})
		d.slots[slot] = int32(len(d.words))
	}
	return &d.sets[d.slots[slot]-1]
}

// slot returns where a word is, or where there is room for it.
func (d *dictionary) slot(word string) int {
	mask := len(d.slots) - 1
	slot := int(Hash(word)>>32) & mask
	for d.slots[slot] > 0 && d.words[d.slots[slot]-1] != word {
		slot = (slot + 1) & mask
	}
	return slot
}
