package module

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// What follows is Go's table of functions as runtime/symtab.go has it, and
// where its parts lie. The linker writes this magic number since Go 1.20.
var tableStart = []byte{
	0xf1, 0xff, 0xff, 0xff, 0, 0,
	1, // instructions start at any byte
	8, // pointers have eight bytes
}

// The numbers of a function's tables; see internal/abi/symtab.go.
const (
	unsafePoint  = 0 // where a signal may stop a function: there are no signals
	inlineIndex  = 2 // what was inlined where, for traces
	argumentLive = 3 // which arguments traces can print

	inlineTree    = 3
	argumentInfo  = 5
	argumentsLive = 6
)

// LeaveOutTraces returns a module of Go's linker without what Go's runtime reads
// only to print where a crash was, a good part of the compressed module: files,
// lines, what was inlined and the names of functions. Messages of a panic stay,
// and so do the runtime's own names, by which it tells its goroutines from the
// program's. Blanked bytes compress to nothing; nothing moves.
func LeaveOutTraces(module []byte) ([]byte, error) {
	return rewriteMemory(module, blankTraces)
}

func blankTraces(memory []byte) error {
	at := bytes.Index(memory, tableStart)
	if at < 0 {
		return errors.New("Go's table of functions is not where this build looks for it")
	}
	t := &functionTable{memory: memory, at: at}
	names, units, files, tables, functions := t.word(3), t.word(4), t.word(5), t.word(6), t.word(7)
	if !(names < units && units < files && files < tables && tables < functions && at+functions < len(memory)) {
		return errors.New("Go's table of functions has an order that this build does not know")
	}
	t.tables = at + tables
	gofunc, err := t.functionData(at + names)
	if err != nil {
		return err
	}

	const none = 0xffffffff
	dropped, kept := map[int]bool{}, map[int]bool{} // tables, by where they start
	trees := map[int]int{}                          // what the memory holds for traces, and how much
	stays := map[int]bool{}
	for i := range t.word(0) {
		f := at + functions + t.int(at+functions+8*i+4)
		kept[t.int(f+16)] = true // how deep the stack is
		for _, field := range []int{20, 24} {
			dropped[t.int(f+field)] = true
			t.put(f+field, 0)
		}
		inlined := 0
		count, others := t.int(f+28), int(memory[f+43])
		for kind := range count {
			field := f + 44 + 4*kind
			table := t.int(field)
			switch kind {
			case unsafePoint, inlineIndex, argumentLive:
				if kind == inlineIndex && table != 0 {
					inlined = t.largest(table) + 1
				}
				dropped[table] = true
				t.put(field, 0)
			default:
				kept[table] = true
			}
		}
		for kind := range others {
			field := f + 44 + 4*count + 4*kind
			place := t.int(field)
			if place == none {
				continue
			}
			switch kind {
			case inlineTree:
				trees[place] = max(trees[place], 16*inlined)
			case argumentInfo:
				trees[place] = max(trees[place], 1+bytes.IndexByte(memory[gofunc+place:], 0xff))
			case argumentsLive:
			default:
				stays[place] = true
				continue
			}
			t.put(field, none)
		}
	}
	for table := range dropped {
		if table != 0 && !kept[table] {
			clear(memory[t.tables+table : t.end(table)])
		}
	}
	for place, length := range trees {
		if !stays[place] {
			clear(memory[gofunc+place : gofunc+place+length])
		}
	}
	for name := range bytes.SplitSeq(memory[at+names:at+units], []byte{0}) {
		if !bytes.HasPrefix(name, []byte("runtime.")) {
			clear(name)
		}
	}
	clear(memory[at+units : at+tables])
	return nil
}

// A functionTable is Go's table of functions in the memory of a module.
type functionTable struct {
	memory []byte
	at     int // where the table is
	tables int // where the tables of the functions are
}

// word returns the number i of the table's head.
func (t *functionTable) word(i int) int {
	return int(binary.LittleEndian.Uint64(t.memory[t.at+8+8*i:]))
}

func (t *functionTable) int(at int) int { return int(binary.LittleEndian.Uint32(t.memory[at:])) }

func (t *functionTable) put(at int, value uint32) {
	binary.LittleEndian.PutUint32(t.memory[at:], value)
}

// functionData returns where the data of functions begin that their fields
// count from. runtime.moduledata says it, which begins with the places of the
// table and of the names.
func (t *functionTable) functionData(names int) (int, error) {
	head := binary.LittleEndian.AppendUint64(nil, uint64(t.at))
	head = binary.LittleEndian.AppendUint64(head, uint64(names))
	const rodata, gofunc = 312, 320
	for at := 0; at+gofunc+8 <= len(t.memory); at += 8 {
		if !bytes.HasPrefix(t.memory[at:], head) {
			continue
		}
		from := int(binary.LittleEndian.Uint64(t.memory[at+rodata:]))
		place := int(binary.LittleEndian.Uint64(t.memory[at+gofunc:]))
		if from < place && place < len(t.memory) {
			return place, nil
		}
	}
	return 0, errors.New("runtime.moduledata is not as this build knows it")
}

// A table is pairs of numbers, how much the value grows (zigzag) and the place
// in the code; no growth, but for the first pair, ends it.

// end returns where a table ends in the memory.
func (t *functionTable) end(table int) int {
	end, _ := t.read(table)
	return end
}

// largest returns the largest value of a table.
func (t *functionTable) largest(table int) int {
	_, value := t.read(table)
	return value
}

func (t *functionTable) read(table int) (end, largest int) {
	at, value := t.tables+table, -1
	for first := true; ; first = false {
		delta, length := binary.Uvarint(t.memory[at:])
		at += length
		if delta == 0 && !first || length <= 0 {
			return at, largest
		}
		value += int(delta>>1) ^ -int(delta&1)
		largest = max(largest, value)
		_, length = binary.Uvarint(t.memory[at:])
		at += length
	}
}
