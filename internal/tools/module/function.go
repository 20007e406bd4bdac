package module

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// The instructions that control flow is made of; Core Specification, 5.4.
const (
	opUnreachable = 0x00
	opNop         = 0x01
	opBlock       = 0x02
	opLoop        = 0x03
	opIf          = 0x04
	opEnd         = 0x0b
	opBr          = 0x0c
	opBrIf        = 0x0d
	opBrTable     = 0x0e
	opReturn      = 0x0f
	opCall        = 0x10
	opLocalGet    = 0x20
	opLocalSet    = 0x21
	opGlobalGet   = 0x23
	opI32Const    = 0x41
	opI32Eqz      = 0x45
	opI32Sub      = 0x6b

	noResult = 0x40 // the type of a block
)

// A function is the body of one, cut into the blocks that the table at its
// head knows.
type function struct {
	head    []byte // locals, and what comes before the table
	unwinds bool   // it can return 1: the caller has to return, too
	table   []int  // the block of each value of PC_B; the last one is for all beyond
	blocks  []block
}

// A block is a straight piece of a function, entered at its start only.
type block struct {
	ops []op
	// enterable blocks are where the runtime resumes.
	enterable bool
	// falls says that the block's end is reached.
	falls bool
}

// An op is an instruction, or a jump of several.
type op struct {
	kind opKind
	code []byte // of a plain one, or of a terminator
	to   int    // block that a jump leads to
	nest int    // constructs within the block that are open here
}

// is says whether an op is this instruction.
func (o *op) is(code byte) bool { return len(o.code) > 0 && o.code[0] == code }

type opKind uint8

const (
	plain      opKind = iota
	jump              // to a block
	jumpIf            // to a block if the number on the stack is not 0
	unwind            // leave the function, returning 1
	unwindIf          // the same if the number on the stack is not 0
	terminator        // return or unreachable
)

// What every function that has a table begins with: it copies the stack pointer,
// global 0, into local 1.
var loadSP = []byte{opGlobalGet, 0, opLocalSet, 1}

// parseFunction cuts a body into blocks. It returns nil for one that has no
// table, or another shape.
func parseFunction(body []byte) *function {
	r := &reader{rest: body}
	for range r.count() {
		r.uint()
		r.byte()
	}
	if !r.take(loadSP) {
		return nil
	}
	f := &function{head: body[:len(body)-len(r.rest)]}

	// One block each for the code behind it, all around the table; around them
	// the loop that jumps go back to, if there are any, and a block whose end
	// returns 1, if there are calls.
	opened, loopAt := 0, none
	for ; len(r.rest) > 1 && (r.rest[0] == opBlock || r.rest[0] == opLoop); opened++ {
		if r.rest[0] == opLoop {
			loopAt = opened
		}
		r.skip(2)
	}
	if !r.take([]byte{opLocalGet, 0, opBrTable}) {
		return nil
	}
	for range r.count() + 1 {
		f.table = append(f.table, int(r.uint()))
	}
	last := f.table[len(f.table)-1]
	if !r.take([]byte{opEnd}) || slices.Max(f.table) > last || last >= opened {
		return nil
	}
	around := opened - (last + 1)
	if loopAt >= 0 {
		around--
	}
	f.unwinds = around == 1
	if around > 1 || loopAt >= 0 && loopAt != around {
		return nil
	}

	end := []byte{opUnreachable, opEnd}
	if f.unwinds {
		end = []byte{opUnreachable, opEnd, opI32Const, 1, opEnd}
	}
	for i := range last + 1 {
		p := &blockParser{reader: r, table: f.table, block: block{falls: true}, toLoop: none, toUnwind: none}
		p.toUnwind = last - i // labels of the blocks behind it
		if loopAt >= 0 {
			p.toLoop = p.toUnwind
			p.toUnwind++
		}
		if !f.unwinds {
			p.toUnwind = none
		}
		if i == last && loopAt < 0 {
			p.end = end
		}
		if !p.parse() {
			return nil
		}
		f.blocks = append(f.blocks, p.block)
	}
	if !r.take(end) || len(r.rest) > 0 {
		return nil
	}
	return f
}

// A blockParser reads a block up to the end that closes it.
type blockParser struct {
	*reader
	table            []int
	block            block
	nest             int    // constructs that are open within the block
	toLoop, toUnwind int    // labels at the block's own level, or none
	end              []byte // what follows the block, if no end of its own
}

// parse reports false if the block is not as Go's compiler writes it.
func (p *blockParser) parse() bool {
	for {
		if p.end != nil && p.nest == 0 && bytes.Equal(p.rest, p.end) {
			return true
		}
		start := p.rest
		switch code := p.byte(); code {
		case opEnd:
			if p.nest == 0 {
				return p.err == nil
			}
			p.nest--
			if !p.shortenIf() {
				p.add(op{code: []byte{opEnd}})
			}
		case opBr, opBrIf:
			label := int(p.uint())
			if label < p.nest { // within the block
				p.add(op{code: start[:len(start)-len(p.rest)]})
			} else if !p.leave(code, label-p.nest) {
				return false
			}
		case opReturn, opUnreachable:
			p.add(op{kind: terminator, code: start[:1]})
		case opBlock, opLoop, opIf:
			p.skip(1)
			p.add(op{code: start[:len(start)-len(p.rest)]})
			p.nest++
		default:
			if !p.skipOperands(code) {
				return false
			}
			p.add(op{code: start[:len(start)-len(p.rest)]})
		}
		if p.err != nil {
			return false
		}
	}
}

// add takes an op into the block, unless it is never reached.
func (p *blockParser) add(o op) {
	b := &p.block
	if !b.falls {
		return
	}
	o.nest = p.nest
	b.ops = append(b.ops, o)
	if o.nest == 0 && (o.kind == jump || o.kind == unwind || o.kind == terminator) {
		b.falls = false
	}
}

// leave adds a branch out of the block, to a label at its own level.
func (p *blockParser) leave(code byte, label int) bool {
	b := &p.block
	switch {
	case !b.falls:
	case label == p.toUnwind && code == opBr:
		p.add(op{kind: unwind})
	case label == p.toUnwind:
		p.add(op{kind: unwindIf})
	case label == p.toLoop && code == opBr:
		// The number of the block is stored before: i32.const, local.set.
		n := len(b.ops)
		if n < 2 || !bytes.Equal(b.ops[n-1].code, []byte{opLocalSet, 0}) || !b.ops[n-2].is(opI32Const) {
			return false
		}
		number := (&reader{rest: b.ops[n-2].code[1:]}).int()
		if number < 0 || number >= int64(len(p.table)) {
			return false
		}
		b.ops = b.ops[:n-2]
		p.add(op{kind: jump, to: p.table[number]})
	default:
		return false
	}
	return true
}

// shortenIf makes a conditional jump of an if, at whose end it is called, that
// has nothing but a jump.
func (p *blockParser) shortenIf() bool {
	b := &p.block
	n := len(b.ops)
	if !b.falls || n < 2 || b.ops[n-1].kind != jump || !b.ops[n-2].is(opIf) {
		return false
	}
	b.ops = append(b.ops[:n-2], op{kind: jumpIf, to: b.ops[n-1].to, nest: p.nest})
	return true
}

// beginsWithCall reports whether block i begins with a call, which lowers the
// stack pointer for the return address: after a panic the runtime enters a
// function where it calls deferreturn.
func (f *function) beginsWithCall(i int) bool {
	ops := f.blocks[i].ops
	for len(ops) > 0 && ops[0].is(opNop) {
		ops = ops[1:]
	}
	return len(ops) > 1 && bytes.Equal(ops[0].code, []byte{opLocalGet, 1}) && bytes.Equal(ops[1].code, []byte{opI32Const, 8})
}

// returns reports whether the end of the function is reached from its start, or
// from where the runtime enters it after a panic.
func (f *function) returns() bool {
	seen := make([]bool, len(f.blocks))
	stack := []int{0}
	for i := range f.blocks {
		if f.beginsWithCall(i) {
			stack = append(stack, i)
		}
	}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if i == len(f.blocks) || seen[i] {
			continue
		}
		seen[i] = true
		b := f.blocks[i]
		for _, o := range b.ops {
			switch {
			case o.kind == jump || o.kind == jumpIf:
				stack = append(stack, o.to)
			case o.is(opReturn):
				return true
			}
		}
		if b.falls {
			stack = append(stack, i+1)
		}
	}
	return false
}

// What calls returns beside the number of a function.
const (
	none    = -1
	unknown = -2
)

// calls returns the function that block i ends with a call of and is resumed
// behind, unknown if that is found out at run time, none if there is no such
// call.
func (f *function) calls(i int) int {
	ops := f.blocks[i].ops
	n := len(ops)
	if n < 4 || ops[n-1].kind != unwindIf {
		return none
	}
	// The call, and the new stack pointer into its local.
	if call := ops[n-4]; call.is(opCall) {
		callee, _ := binary.Uvarint(call.code[1:])
		return int(callee)
	}
	return unknown
}
