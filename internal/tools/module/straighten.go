package module

import (
	"encoding/binary"
	"errors"
)

// The ids of the sections of imports and of function bodies; see the WebAssembly
// Core Specification, 5.5.2.
const (
	importSection = 2
	codeSection   = 10
)

// Go's compiler cuts a function into blocks and goes from one to another by
// way of a table at its head: it stores the number of the next block in local
// 0, PC_B, and branches back to a loop around the whole body, which begins with
// a br_table over PC_B; see preprocess in cmd/internal/obj/wasm/wasmobj.go of
// Go 1.26. The runtime needs that table only to resume a function behind a
// call. Engines see one loop with a switch: each jump is an indirect one, and
// nothing stays in a register from block to block.
//
// Straighten gives each function its control flow back: jumps become branches,
// loops become loops. The table stays for what it is needed for, with the same
// numbers, as the runtime keeps them in return addresses; a loop in which a
// function can be resumed begins with a table of its own.

// Straighten returns a module of Go's linker with the control flow of its
// functions made direct. A function of another shape stays as it is.
func Straighten(module []byte) ([]byte, error) {
	imported := 0
	_, err := rewrite(module, importSection, func(section []byte) ([]byte, error) {
		var err error
		imported, err = countFunctions(section)
		return section, err
	})
	if err != nil {
		return nil, err
	}
	return rewrite(module, codeSection, func(section []byte) ([]byte, error) {
		r := &reader{rest: section}
		bodies := make([][]byte, r.count())
		functions := make([]*function, len(bodies))
		for i := range bodies {
			bodies[i] = r.bytes()
			functions[i] = parseFunction(bodies[i])
		}
		if r.err != nil {
			return nil, r.err
		}
		endBlocks(functions, imported)
		code := binary.AppendUvarint(nil, uint64(len(bodies)))
		for i, body := range bodies {
			if functions[i] != nil {
				if direct := functions[i].direct(); direct != nil {
					body = direct
				}
			}
			code = binary.AppendUvarint(code, uint64(len(body)))
			code = append(code, body...)
		}
		return code, nil
	})
}

// countFunctions returns how many functions an import section has; Core
// Specification, 5.5.5.
func countFunctions(section []byte) (int, error) {
	r := &reader{rest: section}
	count := 0
	for range r.count() {
		r.bytes()
		r.bytes()
		if r.byte() != 0 {
			return 0, errors.New("the module imports something else than functions")
		}
		r.uint()
		count++
	}
	return count, r.err
}

// endBlocks finds the functions that never return, as those that panic, and
// ends the blocks that call them there: what the compiler put behind them is
// another part of the function, to which nothing leads from there.
func endBlocks(functions []*function, imported int) {
	never := make([]bool, imported+len(functions))
	for changed := true; changed; {
		changed = false
		for i, f := range functions {
			if f == nil || never[imported+i] {
				continue
			}
			for b := range f.blocks {
				if callee := f.calls(b); callee >= 0 && callee < len(never) && never[callee] {
					f.blocks[b].ops = append(f.blocks[b].ops, op{kind: terminator, code: []byte{opUnreachable}})
					f.blocks[b].falls = false
				}
			}
			never[imported+i] = !f.returns()
			changed = changed || never[imported+i]
		}
	}
	for _, f := range functions {
		if f == nil {
			continue
		}
		for i := range f.blocks {
			f.blocks[i].enterable = i == 0 || f.calls(i-1) != none || f.beginsWithCall(i)
		}
	}
}
