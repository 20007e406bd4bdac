package model

import (
	"rubricator/internal/pack"
	"rubricator/internal/token"
)

// The tables are flat arrays: a pack has tens of thousands of entries, which Go's
// maps would take many times longer to take in, and the page waits for that.

// vocabulary finds the words of a pack by how they are compared, in an open hash
// table.
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

// A tree has the phrases of a pack by their words. Node 0 is its root.
type tree struct {
	nodes []node
	// What the edges from each node lead on by, ascending, and where to.
	words, children []int32
	// The nodes that the root leads to, by word; 0 for none.
	first []int32
}

// A node is where the words of phrases have led to.
type node struct {
	// The phrases that end here are those of Pack.Phrases from first to end; they
	// differ by their conditions alone.
	first, end  int32
	edges       int32 // where those from here begin
	conditional bool  // the phrases have conditions
	// What words an edge may lead on by: those that mayLead has a bit of. Most
	// words fail here, without a look at the edges (Bloom, "Space/time trade-offs
	// in hash coding", CACM 13(7), 1970).
	on uint32
}

func mayLead(word int32) uint32 { return 1 << (uint32(word) % 32) }

// newTree makes the tree of phrases, which are sorted. The last own ones have
// a root of their own, ownRoot, 0 if there are none.
func newTree(phrases *pack.Terms, own, words int) (t tree, ownRoot int32) {
	n := phrases.Len()
	parents, leads := make([]int32, 1, n*3/2+1), make([]int32, 1, n*3/2+1) // of each node, and by what word
	t.nodes = make([]node, 1, n*3/2+2)
	t.first = make([]int32, words)
	// Each phrase leaves the path of the one before it where their words part.
	var path [pack.MaxWords + 1]int32
	var previous []int32
	for i := range int32(n) {
		words := phrases.Words(i)
		ifs, unless := phrases.Conditions(i)
		depth := 0
		if int(i) == n-own {
			ownRoot = int32(len(t.nodes))
			t.nodes, parents, leads = append(t.nodes, node{}), append(parents, 0), append(leads, 0)
			path[0], previous = ownRoot, nil
		}
		for depth < len(words) && depth < len(previous) && words[depth] == previous[depth] {
			depth++
		}
		for ; depth < len(words); depth++ {
			parent, child := path[depth], int32(len(t.nodes))
			path[depth+1] = child
			t.nodes[parent].on |= mayLead(words[depth])
			if parent == 0 {
				t.first[words[depth]] = child
			}
			t.nodes, parents, leads = append(t.nodes, node{}), append(parents, parent), append(leads, words[depth])
		}
		last := &t.nodes[path[len(words)]]
		if last.end == 0 {
			last.first = i
		}
		last.end = i + 1
		last.conditional = last.conditional || len(ifs)+len(unless) > 0
		previous = words
	}
	t.arrange(parents, leads, ownRoot)
	return t, ownRoot
}

// arrange sorts the edges by the nodes that they lead from: the nodes say where
// theirs begin. Those from the root are in first.
func (t *tree) arrange(parents, leads []int32, ownRoot int32) {
	t.nodes = append(t.nodes, node{}) // its edges end those of the last one
	for child, parent := range parents {
		if parent > 0 && int32(child) != ownRoot {
			t.nodes[parent+1].edges++
		}
	}
	for i := range t.nodes[1:] {
		t.nodes[i+1].edges += t.nodes[i].edges
	}
	edges := t.nodes[len(t.nodes)-1].edges
	t.words, t.children = make([]int32, edges), make([]int32, edges)
	used := make([]int32, len(t.nodes))
	for child, parent := range parents {
		if parent > 0 && int32(child) != ownRoot {
			at := t.nodes[parent].edges + used[parent]
			t.words[at], t.children[at] = leads[child], int32(child)
			used[parent]++
		}
	}
}

// follow returns the node that a word leads to from another node than the root,
// or 0 if there is none.
func (t *tree) follow(from, word int32) int32 {
	low, high := t.nodes[from].edges, t.nodes[from+1].edges
	for low < high {
		middle := (low + high) / 2
		if t.words[middle] < word {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < t.nodes[from+1].edges && t.words[low] == word {
		return t.children[low]
	}
	return 0
}

// pair returns the cue of a word that another one follows, its index plus one, or 0
// if there is none.
func (m *Model) pair(word, second int32) int32 {
	low, high := m.cues[word], m.cues[word+1]
	for low < high {
		middle := (low + high) / 2
		if words := m.pack.Cues.Words(middle); len(words) < 2 || words[1] < second {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < m.cues[word+1] && m.pack.Cues.Words(low)[1] == second {
		return low + 1
	}
	return 0
}

// Terms returns how many terms there are, phrases and cues.
func (m *Model) Terms() int { return m.pack.Phrases.Len() + m.pack.Cues.Len() }

// Words returns the words of a term, indices in Pack.Words.
func (m *Model) Words(term int32) []int32 {
	if term < m.firstCue {
		return m.pack.Phrases.Words(term)
	}
	return m.pack.Cues.Words(term - m.firstCue)
}

// Postings returns what a term says, sorted by issue; nothing for a neutral phrase.
func (m *Model) Postings(term int32) []pack.Posting {
	if term < m.firstCue {
		return m.pack.Phrases.Postings(term)
	}
	return m.pack.Cues.Postings(term - m.firstCue)
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
