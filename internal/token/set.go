package token

import "strings"

// A Set is a set of folded words, quick to ask: the stages of the analysis ask
// some tens of sets for every word of a text. The zero Set is empty.
type Set struct {
	slots []string // an open hash table, at most half full; "" is free
}

// NewSet returns the words of a list with spaces between them, folded already.
func NewSet(list string) Set {
	words := strings.Fields(list)
	size := 4
	for size < 2*len(words)+1 {
		size *= 2
	}
	s := Set{make([]string, size)}
	for _, word := range words {
		slot := s.slot(word)
		for s.slots[slot] != "" {
			slot = (slot + 1) % size
		}
		s.slots[slot] = word
	}
	return s
}

// Has says whether a word is in the set. The empty word is in none.
func (s Set) Has(word string) bool {
	if word == "" || len(s.slots) == 0 {
		return false
	}
	for slot := s.slot(word); s.slots[slot] != ""; slot = (slot + 1) & (len(s.slots) - 1) {
		if s.slots[slot] == word {
			return true
		}
	}
	return false
}

// slot returns where the search for a word starts: its length, first and last
// letters tell short lists of English words well enough apart.
func (s Set) slot(word string) int {
	n := len(word)
	return (int(word[0])*7 + int(word[n-1])*13 + int(word[n/2])*29 + n) & (len(s.slots) - 1)
}
