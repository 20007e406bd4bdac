package module

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// direct returns the function's body with direct control flow, nil if it has
// none: see findLoops.
func (f *function) direct() []byte {
	g, ok := f.graph()
	if !ok {
		return nil
	}
	e := &emitter{function: f, graph: g, place: make([]int, len(f.blocks))}
	order := e.layOut(nil)
	if order[0].first != 0 {
		return nil // what only the runtime enters leads to the start
	}
	return e.emit(order)
}

// An item is a block, or a loop, in the order of a region: the function or the
// body of a loop.
type item struct {
	first int // the block, or the loop's header
	loop  *loop
	items []item // of the loop
}

type emitter struct {
	*function
	*graph
	place   []int // of each block in the whole order, from 1; 0 if it is not reached
	last    int
	resumes map[int]bool // headers of loops in which the function is resumed
	wanted  []bool       // blocks that something branches to from before
	code    []byte
	labels  []label // open constructs, the outer ones first
}

// layOut orders a region so that all edges lead forward but those back to its
// header; where that leaves a choice, as the compiler had it.
func (e *emitter) layOut(region *loop) []item {
	within := func(b int) bool { return e.reached[b] && (region == nil || region.body[b]) }
	itemOf := make([]int, len(e.blocks)) // by block: the first block of its item
	lowest := map[int]int{}              // block of each item, by its first
	inner := map[int]*loop{}
	for b := range e.blocks {
		if !within(b) {
			continue
		}
		itemOf[b] = b
		if l := e.outermost(b, region); l != nil {
			itemOf[b] = l.header
			inner[l.header] = l
		}
		if _, ok := lowest[itemOf[b]]; !ok {
			lowest[itemOf[b]] = b
		}
	}
	waits, after := map[int]int{}, map[int][]int{}
	for b := range e.blocks {
		if !within(b) {
			continue
		}
		for _, to := range e.next[b] {
			if within(to) && itemOf[to] != itemOf[b] && (region == nil || to != region.header) {
				after[itemOf[b]] = append(after[itemOf[b]], itemOf[to])
				waits[itemOf[to]]++
			}
		}
	}
	var ready []int
	for i := range lowest {
		if waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	var items []item
	for len(ready) > 0 {
		best := 0
		for i := range ready {
			if lowest[ready[i]] < lowest[ready[best]] {
				best = i
			}
		}
		first := ready[best]
		ready = slices.Delete(ready, best, best+1)
		for _, to := range after[first] {
			if waits[to]--; waits[to] == 0 {
				ready = append(ready, to)
			}
		}
		it := item{first: first, loop: inner[first]}
		if it.loop != nil {
			it.items = e.layOut(it.loop)
		} else {
			e.last++
			e.place[first] = e.last
		}
		items = append(items, it)
	}
	return items
}

// settle makes the blocks' ends explicit, now that it is known what follows
// each, and leaves out jumps to what follows anyway.
func (e *emitter) settle() {
	following := make([]int, e.last+1) // by place
	for i := range following {
		following[i] = -1
	}
	for b, place := range e.place {
		if place > 0 {
			following[place-1] = b
		}
	}
	for i := range e.blocks {
		if e.place[i] == 0 {
			continue
		}
		b := &e.blocks[i]
		if b.falls && i+1 < len(e.blocks) {
			b.ops = append(b.ops, op{kind: jump, to: i + 1})
		} else if b.falls {
			b.ops = append(b.ops, op{kind: terminator, code: []byte{opUnreachable}})
		}
		next := following[e.place[i]]
		n := len(b.ops)
		if n == 0 || b.ops[n-1].kind != jump {
			continue
		}
		to := b.ops[n-1].to
		switch {
		case to == next:
			b.ops = b.ops[:n-1]
		case n > 1 && b.ops[n-2].kind == jumpIf && b.ops[n-2].nest == 0 && b.ops[n-2].to == next:
			// if … goto next; goto to
			b.ops = b.ops[:n-2]
			if n > 2 && b.ops[n-3].is(opI32Eqz) {
				b.ops = b.ops[:n-3]
			} else {
				b.ops = append(b.ops, op{code: []byte{opI32Eqz}})
			}
			b.ops = append(b.ops, op{kind: jumpIf, to: to})
		}
	}
}

// emit writes the body.
func (e *emitter) emit(order []item) []byte {
	e.settle()
	e.resumes = map[int]bool{}
	for _, l := range e.loops {
		e.resumes[l.header] = l.resumes
	}
	e.wanted = make([]bool, len(e.blocks))
	for i, b := range e.blocks {
		for _, o := range b.ops {
			if e.reached[i] && (o.kind == jump || o.kind == jumpIf) && !e.isBack(i, o.to) {
				e.wanted[o.to] = true
			}
		}
	}
	e.code = append(e.code, e.head...)
	if e.unwinds {
		e.open(opBlock, label{toUnwind, 0})
	}
	e.region(nil, order)
	e.code = append(e.code, opUnreachable)
	if e.unwinds {
		e.close()
		e.code = append(e.code, opI32Const, 1)
	}
	return append(e.code, opEnd)
}

// isBack reports whether an edge leads back to the header of a loop around it.
func (e *emitter) isBack(from, to int) bool {
	for l := e.innermost[from]; l != nil; l = l.parent {
		if l.header == to {
			return true
		}
	}
	return false
}

// A label is what a branch leads to.
type label struct {
	kind labelKind
	at   int // the block, or the header of the loop
}

type labelKind uint8

const (
	toBlock  labelKind = iota
	toResume           // a loop in which the function is resumed
	toHeader
	toUnwind
)

func (e *emitter) open(code byte, l label) {
	e.code = append(e.code, code, noResult)
	e.labels = append(e.labels, l)
}

func (e *emitter) close() {
	e.code = append(e.code, opEnd)
	e.labels = e.labels[:len(e.labels)-1]
}

// depth returns how many constructs lie between a place and a label.
func (e *emitter) depth(l label) uint64 {
	for i := len(e.labels) - 1; i >= 0; i-- {
		if e.labels[i] == l {
			return uint64(len(e.labels) - 1 - i)
		}
	}
	panic(fmt.Sprint("no label ", l))
}

// enters reports whether the runtime enters block b by the table of a region.
func (e *emitter) enters(region *loop, b int) bool {
	return b != 0 && e.blocks[b].enterable && (region == nil || region.resumes && region.body[b])
}

// entrance returns where in a region the way to block b begins.
func (e *emitter) entrance(region *loop, b int) label {
	l := e.outermost(b, region)
	switch {
	case l == nil:
		return label{toBlock, b}
	case l.resumes:
		return label{toResume, l.header}
	}
	return label{toBlock, l.header} // is b
}

// region writes the items of the function, or of a loop.
func (e *emitter) region(region *loop, items []item) {
	entered := map[label]bool{}
	from, to := len(e.table), 0 // the numbers that the region's table needs
	for number, b := range e.table {
		if e.enters(region, b) {
			entered[e.entrance(region, b)] = true
			from, to = min(from, number), max(to, number+1)
		}
	}
	start := label{toBlock, items[0].first}
	if len(entered) > 0 {
		entered[start] = true
	}
	isWanted := func(it item) bool {
		// Within a loop it is the loop that leads to its header.
		return entered[label{toBlock, it.first}] || e.wanted[it.first] && (region == nil || it.first != region.header)
	}
	for _, it := range slices.Backward(items) {
		if it.loop != nil && it.loop.resumes {
			e.open(opBlock, label{toResume, it.first})
		}
		if isWanted(it) {
			e.open(opBlock, label{toBlock, it.first})
		}
	}
	if len(entered) > 0 {
		e.branchByTable(region, start, from, to)
	}
	for _, it := range items {
		if isWanted(it) {
			e.close()
		}
		if it.loop == nil {
			e.block(it.first)
			continue
		}
		if it.loop.resumes {
			e.clearNumber() // what enters from above does not resume
			e.close()
		}
		e.open(opLoop, label{toHeader, it.first})
		e.region(it.loop, it.items)
		e.close()
	}
}

// branchByTable writes the way into a region: to its start if PC_B is 0, as nearly
// always, else by a table of the numbers from and below to. All others are of the
// start.
func (e *emitter) branchByTable(region *loop, start label, from, to int) {
	e.code = append(e.code, opLocalGet, 0, opI32Eqz)
	e.branch(opBrIf, start, 0)
	e.code = append(e.code, opLocalGet, 0)
	if from > 1 { // two more entries take no more room
		e.code = append(e.code, opI32Const)
		e.code = appendSigned(e.code, int64(from))
		e.code = append(e.code, opI32Sub)
	} else {
		from = 0
	}
	e.code = append(e.code, opBrTable)
	e.code = binary.AppendUvarint(e.code, uint64(to-from))
	for _, b := range e.table[from:to] {
		l := start
		if e.enters(region, b) {
			l = e.entrance(region, b)
		}
		e.code = binary.AppendUvarint(e.code, e.depth(l))
	}
	e.code = binary.AppendUvarint(e.code, e.depth(start))
}

// clearNumber sets PC_B to 0.
func (e *emitter) clearNumber() {
	e.code = append(e.code, opI32Const, 0, opLocalSet, 0)
}

// block writes a block.
func (e *emitter) block(i int) {
	for _, o := range e.blocks[i].ops {
		code := byte(opBr)
		if o.kind == jumpIf || o.kind == unwindIf {
			code = opBrIf
		}
		switch o.kind {
		case plain, terminator:
			e.code = append(e.code, o.code...)
		case unwind, unwindIf:
			e.branch(code, label{toUnwind, 0}, o.nest)
		case jump, jumpIf:
			l := label{toBlock, o.to}
			if e.isBack(i, o.to) {
				l.kind = toHeader
				if e.resumes[o.to] {
					e.clearNumber()
				}
			}
			e.branch(code, l, o.nest)
		}
	}
}

// branch writes a branch out of so many constructs within a block.
func (e *emitter) branch(code byte, l label, nest int) {
	e.code = append(e.code, code)
	e.code = binary.AppendUvarint(e.code, e.depth(l)+uint64(nest))
}
