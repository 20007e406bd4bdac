package module

import "slices"

// A loop is the blocks of a natural loop.
type loop struct {
	header int    // the one block by which it is entered
	body   []bool // by block
	size   int
	parent *loop
	// resumes says that the runtime can resume within the loop, other than at
	// its header.
	resumes bool
}

// A graph is the control flow between blocks, without what the runtime does.
type graph struct {
	next, before [][]int
	reached      []bool
	rank         []int   // in reverse postorder, of the blocks reached
	dominator    []int   // immediate one; a root's is -1
	loops        []*loop // the inner ones first
	innermost    []*loop // around each block, nil for none
}

func (f *function) graph() (*graph, bool) {
	n := len(f.blocks)
	g := &graph{
		next: make([][]int, n), before: make([][]int, n), reached: make([]bool, n),
		rank: make([]int, n), dominator: make([]int, n), innermost: make([]*loop, n),
	}
	for i, b := range f.blocks {
		for _, o := range b.ops {
			if o.kind == jump || o.kind == jumpIf {
				g.next[i] = append(g.next[i], o.to)
			}
		}
		if b.falls && i+1 < n {
			g.next[i] = append(g.next[i], i+1)
		}
		slices.Sort(g.next[i])
		g.next[i] = slices.Compact(g.next[i])
	}

	// From the start, then from what only the runtime enters.
	var order, roots []int
	for i, b := range f.blocks {
		if b.enterable && !g.reached[i] {
			roots = append(roots, i)
			order = g.walk(i, order)
		}
	}
	slices.Reverse(order) // reverse postorder
	for rank, b := range order {
		g.rank[b] = rank
		for _, to := range g.next[b] {
			g.before[to] = append(g.before[to], b)
		}
	}
	g.dominate(order, roots)
	return g, g.findLoops(f, order)
}

// walk appends what can be reached from a block in postorder.
func (g *graph) walk(from int, post []int) []int {
	type step struct{ block, next int }
	stack := []step{{from, 0}}
	g.reached[from] = true
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if next := g.next[top.block]; top.next < len(next) {
			to := next[top.next]
			top.next++
			if !g.reached[to] {
				g.reached[to] = true
				stack = append(stack, step{to, 0})
			}
			continue
		}
		post = append(post, top.block)
		stack = stack[:len(stack)-1]
	}
	return post
}

// dominate finds the immediate dominators; K. D. Cooper, T. J. Harvey and K.
// Kennedy, A Simple, Fast Dominance Algorithm (2001), figure 3.
func (g *graph) dominate(order, roots []int) {
	const open, root = -2, -1 // not known yet; before all blocks
	for i := range g.dominator {
		g.dominator[i] = open
	}
	for _, r := range roots {
		g.dominator[r] = root
	}
	for changed := true; changed; {
		changed = false
		for _, b := range order {
			if slices.Contains(roots, b) {
				continue
			}
			found := open
			for _, p := range g.before[b] {
				switch {
				case g.dominator[p] == open:
				case found == open:
					found = p
				default:
					found = g.common(found, p)
				}
			}
			if found != g.dominator[b] {
				g.dominator[b], changed = found, true
			}
		}
	}
}

// common returns the nearest block that dominates two, -1 if none does.
func (g *graph) common(a, b int) int {
	for a != b {
		if a == -1 || b == -1 {
			return -1
		}
		if g.rank[a] > g.rank[b] {
			a = g.dominator[a]
		} else {
			b = g.dominator[b]
		}
	}
	return a
}

func (g *graph) dominates(a, b int) bool {
	for b >= 0 && b != a {
		b = g.dominator[b]
	}
	return b == a
}

// findLoops finds the loops. It reports false if there is a circle that is
// none: no block of it is the only one by which it is entered.
func (g *graph) findLoops(f *function, order []int) bool {
	byHeader := map[int]*loop{}
	for _, from := range order {
		for _, to := range g.next[from] {
			if g.rank[to] > g.rank[from] {
				continue
			}
			if !g.dominates(to, from) {
				return false
			}
			l := byHeader[to]
			if l == nil {
				l = &loop{header: to, body: make([]bool, len(f.blocks)), size: 1}
				l.body[to] = true
				byHeader[to] = l
				g.loops = append(g.loops, l)
			}
			l.add(from, g)
		}
	}
	slices.SortStableFunc(g.loops, func(a, b *loop) int { return a.size - b.size })
	for i, l := range g.loops {
		for b, in := range l.body {
			if in && g.innermost[b] == nil {
				g.innermost[b] = l
			}
			if in && b != l.header && f.blocks[b].enterable {
				l.resumes = true
			}
		}
		for _, outer := range g.loops[i+1:] {
			if outer.body[l.header] {
				l.parent = outer
				break
			}
		}
	}
	return true
}

// add takes all blocks into the loop from which a block is reached without
// passing the header.
func (l *loop) add(from int, g *graph) {
	stack := []int{from}
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if l.body[b] {
			continue
		}
		l.body[b] = true
		l.size++
		stack = append(stack, g.before[b]...)
	}
}

// outermost returns what block b belongs to directly below a region, nil for
// the function: an inner loop, or nil if it is the block itself.
func (g *graph) outermost(b int, region *loop) *loop {
	l := g.innermost[b]
	if l == region {
		return nil
	}
	for l.parent != region {
		l = l.parent
	}
	return l
}
