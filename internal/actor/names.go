package actor

import "hash/maphash"

// names leads from folded names to actors: an open hash table, at most half
// full.
type names struct {
	slots []int32 // index in list plus one, 0 for an empty slot
	list  []named
	keys  []byte // the names of the list, one after the other
}

// named says whose name it is.
type named struct {
	start, end int32 // of the name, in keys
	// Indices in Finder.found plus one, 0 for nobody:
	full  int32 // of whom it is the full name
	short int32 // of whom it is the last name, or an organisation's first word
}

// seed keeps anybody from writing names that all lie in one place.
var seed = maphash.MakeSeed()

// reset takes all names out.
func (n *names) reset() {
	clear(n.slots)
	n.list, n.keys = n.list[:0], n.keys[:0]
}

// find returns whose name it is.
func (n *names) find(name []byte) named {
	if len(n.list) == 0 {
		return named{}
	}
	if at := n.slots[n.slot(name)]; at > 0 {
		return n.list[at-1]
	}
	return named{}
}

// at returns the entry of a name, which is taken in if it is new, until the
// next call.
func (n *names) at(name []byte) *named {
	if 2*len(n.list) >= len(n.slots) {
		n.slots = make([]int32, max(256, 4*len(n.slots)))
		for i := range n.list {
			n.slots[n.slot(n.name(i))] = int32(i) + 1
		}
	}
	slot := &n.slots[n.slot(name)]
	if *slot == 0 {
		start := len(n.keys)
		n.keys = append(n.keys, name...)
		n.list = append(n.list, named{start: int32(start), end: int32(len(n.keys))})
		*slot = int32(len(n.list))
	}
	return &n.list[*slot-1]
}

// slot returns where a name is, or where there is room for it.
func (n *names) slot(name []byte) int {
	mask := len(n.slots) - 1
	slot := int(maphash.Bytes(seed, name)) & mask
	for n.slots[slot] > 0 && string(n.name(int(n.slots[slot]-1))) != string(name) {
		slot = (slot + 1) & mask
	}
	return slot
}

func (n *names) name(i int) []byte { return n.keys[n.list[i].start:n.list[i].end] }
