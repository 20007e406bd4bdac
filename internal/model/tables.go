package model

import (
	"rubricator/internal/pack"
	"rubricator/internal/token"
)

// The tables are open hash tables in flat arrays: a pack has tens of thousands
// of entries, which Go's maps would take many times longer to take in, and the
// page waits for that.

// vocabulary finds the words of a pack by how they are compared.
type vocabulary struct {
	words []string
	slots []int32 // index in words plus one, 0 for an empty slot
}

func newVocabulary(words []string) vocabulary {
	v := vocabulary{words, make([]int32, slots(len(words)))}
	for i, word := range words {
		kind := pack.Stem
		switch {
		case word == "":
			continue
		case word[:1] == pack.Key(pack.Surface, ""):
			kind, word = pack.Surface, word[1:]
		case word[:1] == pack.Key(pack.Exact, ""):
			kind, word = pack.Exact, word[1:]
		}
		at := v.slot(kind, word)
		for v.slots[at] != 0 {
			at = (at + 1) & (len(v.slots) - 1)
		}
		v.slots[at] = int32(i) + 1
	}
	return v
}

// find returns the index of a word, or -1.
func (v *vocabulary) find(kind pack.Kind, word string) int32 {
	for at := v.slot(kind, word); v.slots[at] != 0; at = (at + 1) & (len(v.slots) - 1) {
		key := v.words[v.slots[at]-1]
		if kind != pack.Stem {
			if key[:1] != pack.Key(kind, "") {
				continue
			}
			key = key[1:]
		}
		if key == word {
			return v.slots[at] - 1
		}
	}
	return -1
}

// slot is where the search for a word starts.
func (v *vocabulary) slot(kind pack.Kind, word string) int {
	return int(token.Hash(word)>>(2*kind)) & (len(v.slots) - 1)
}

// edges lead from a node by a word to a node.
type edges struct {
	keys  []uint64 // node and word, plus one; 0 for an empty slot
	nodes []int32
	used  int
}

func newEdges(n int) edges {
	size := slots(n)
	return edges{keys: make([]uint64, size), nodes: make([]int32, size)}
}

func edgeKey(node, word int32) uint64 { return uint64(node)<<32 | uint64(uint32(word)+1) }

// add makes an edge that is not there yet.
func (e *edges) add(from, word, to int32) {
	if e.used++; e.used*2 > len(e.keys) {
		larger := newEdges(e.used * 2)
		for i, key := range e.keys {
			if key != 0 {
				larger.put(key, e.nodes[i])
			}
		}
		larger.used = e.used
		*e = larger
	}
	e.put(edgeKey(from, word), to)
}

func (e *edges) put(key uint64, to int32) {
	at := slot(key, len(e.keys))
	for e.keys[at] != 0 {
		at = (at + 1) & (len(e.keys) - 1)
	}
	e.keys[at], e.nodes[at] = key, to
}

// follow returns the node that an edge leads to, or 0 if there is none.
func (e *edges) follow(node, word int32) int32 {
	key := edgeKey(node, word)
	for at := slot(key, len(e.keys)); e.keys[at] != 0; at = (at + 1) & (len(e.keys) - 1) {
		if e.keys[at] == key {
			return e.nodes[at]
		}
	}
	return 0
}

// flatTerms are the terms of a pack in arrays without pointers: the garbage
// collector of the engine, which has one thread, would follow those of twenty
// thousand terms each time.
type flatTerms struct {
	words, postings, conditional []int32 // by term where its entry in the next array starts, one more at the end
	word                         []int32
	posting                      []pack.Posting
	condition                    []int32 // of a term that has some: how many words are for "if", those, the others
}

func flatten(lists ...[]pack.Term) flatTerms {
	var f flatTerms
	var n, words, postings int
	for _, terms := range lists {
		n += len(terms)
		for i := range terms {
			words += len(terms[i].Words)
			postings += len(terms[i].Postings)
		}
	}
	starts := make([]int32, 3*(n+1))
	f.words, f.postings, f.conditional = starts[:n+1], starts[n+1:2*n+2], starts[2*n+2:]
	f.word, f.posting = make([]int32, 0, words), make([]pack.Posting, 0, postings)
	at := 0
	for _, terms := range lists {
		for i := range terms {
			t := &terms[i]
			f.word = append(f.word, t.Words...)
			f.posting = append(f.posting, t.Postings...)
			if len(t.If)+len(t.Unless) > 0 {
				f.condition = append(append(append(f.condition, int32(len(t.If))), t.If...), t.Unless...)
			}
			at++
			f.words[at], f.postings[at], f.conditional[at] = int32(len(f.word)), int32(len(f.posting)), int32(len(f.condition))
		}
	}
	return f
}

// conditions returns the words of which one must be in the sentence, and those
// of which none may.
func (f *flatTerms) conditions(term int32) (ifs, unless []int32) {
	list := f.condition[f.conditional[term]:f.conditional[term+1]]
	if len(list) == 0 {
		return nil, nil
	}
	return list[1 : 1+list[0]], list[1+list[0]:]
}

// Terms returns how many terms there are, phrases and cues.
func (m *Model) Terms() int { return len(m.flat.words) - 1 }

// Words returns the words of a term, indices in Pack.Words.
func (m *Model) Words(term int32) []int32 {
	return m.flat.word[m.flat.words[term]:m.flat.words[term+1]]
}

// Postings returns what a term says, sorted by issue; nothing for a neutral phrase.
func (m *Model) Postings(term int32) []pack.Posting {
	return m.flat.posting[m.flat.postings[term]:m.flat.postings[term+1]]
}

// slot is where the search for a key starts in a table of a size.
func slot(key uint64, size int) int {
	return int(key*0x9e3779b97f4a7c15>>32) & (size - 1)
}

// slots is the size of a table for n entries: a power of two, at most half
// full.
func slots(n int) int {
	size := 16
	for size < n*2 {
		size *= 2
	}
	return size
}
