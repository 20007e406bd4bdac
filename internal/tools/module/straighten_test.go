package module

import (
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What the tests' functions are made of, beside jumps: work is a call of another
// function that is none of Go's, test pushes a number.
const (
	imports = 3
	work    = 0 // the imported functions
	test    = 1
)

type line func(code []byte, i, count int) []byte

func to(block int) line {
	return func(code []byte, i, count int) []byte {
		code = append(code, opI32Const)
		code = appendSigned(code, int64(block))
		code = append(code, opLocalSet, 0, opBr)
		return binary.AppendUvarint(code, uint64(count-1-i))
	}
}

func ifTo(block int) line {
	return func(code []byte, i, count int) []byte {
		code = append(code, opCall, test, opIf, noResult)
		return append(to(block)(code, i-1, count), opEnd) // one construct more
	}
}

func does(what ...byte) line {
	return func(code []byte, _, _ int) []byte { return append(code, what...) }
}

// resumable calls a function of Go, behind which it may be resumed.
func resumable(callee byte) line {
	return func(code []byte, i, count int) []byte {
		code = append(code, opI32Const, 0, opCall, callee, opGlobalGet, 0, opLocalSet, 1, opBrIf)
		return binary.AppendUvarint(code, uint64(count-i))
	}
}

var (
	works   = does(opCall, work)
	returns = does(opI32Const, 0, opReturn)
)

// body is a function as Go's compiler writes it.
func body(blocks ...[]line) []byte {
	count := len(blocks)
	code := append([]byte{0}, loadSP...)
	code = append(code, opBlock, noResult, opLoop, noResult)
	for range blocks {
		code = append(code, opBlock, noResult)
	}
	code = append(code, opLocalGet, 0, opBrTable)
	code = binary.AppendUvarint(code, uint64(count-1))
	for i := range blocks {
		code = binary.AppendUvarint(code, uint64(i))
	}
	code = append(code, opEnd)
	for i, lines := range blocks {
		for _, l := range lines {
			code = l(code, i, count)
		}
		code = append(code, opEnd) // of the block behind it, or the loop
	}
	return append(code, opUnreachable, opEnd, opI32Const, 1, opEnd)
}

// moduleOf has these functions, the first with the index imports.
func moduleOf(bodies ...[]byte) []byte {
	imported := []byte{imports}
	for range imports {
		imported = append(imported, 1, 'm', 1, 'f', 0, 0)
	}
	code := binary.AppendUvarint(nil, uint64(len(bodies)))
	for _, b := range bodies {
		code = binary.AppendUvarint(code, uint64(len(b)))
		code = append(code, b...)
	}
	m := []byte(header)
	for _, s := range []struct {
		id      byte
		content []byte
	}{{importSection, imported}, {codeSection, code}} {
		m = append(m, s.id)
		m = binary.AppendUvarint(m, uint64(len(s.content)))
		m = append(m, s.content...)
	}
	return m
}

// straightened returns the body of the first function afterwards.
func straightened(t *testing.T, bodies ...[]byte) []byte {
	t.Helper()
	result, err := Straighten(moduleOf(bodies...))
	if err != nil {
		t.Fatal(err)
	}
	var first []byte
	if _, err := rewrite(result, codeSection, func(section []byte) ([]byte, error) {
		r := &reader{rest: section}
		r.count()
		first = r.bytes()
		return section, r.err
	}); err != nil {
		t.Fatal(err)
	}
	return first
}

// listing writes a body's instructions as text, what is in a construct behind a
// dot more.
func listing(t *testing.T, body []byte) string {
	t.Helper()
	names := map[byte]string{
		opUnreachable: "unreachable", opBlock: "block", opLoop: "loop", opIf: "if", opBr: "br", opBrIf: "br_if",
		opReturn: "return", opLocalGet: "get", opLocalSet: "set", opI32Const: "const", opI32Eqz: "eqz", opI32Sub: "sub",
		opGlobalGet: "global",
	}
	r := &reader{rest: body}
	if r.count() != 0 || !r.take(loadSP) {
		t.Fatalf("% x has no head", body)
	}
	var text strings.Builder
	depth := 0
	for len(r.rest) > 1 {
		start := r.rest
		code := r.byte()
		if code == opEnd {
			depth--
		}
		text.WriteString("\n" + strings.Repeat(".", depth))
		switch code {
		case opEnd:
			text.WriteString("end")
		case opBlock, opLoop, opIf:
			r.skip(1)
			text.WriteString(names[code])
			depth++
		case opBr, opBrIf:
			fmt.Fprint(&text, names[code], " ", r.uint())
		case opBrTable:
			text.WriteString("br_table")
			for range r.uint() + 1 {
				fmt.Fprint(&text, " ", r.uint())
			}
		case opCall:
			switch callee := r.uint(); callee {
			case work:
				text.WriteString("work")
			case test:
				text.WriteString("test")
			default:
				fmt.Fprint(&text, "call ", callee)
			}
		default:
			if !r.skipOperands(code) {
				t.Fatalf("no instruction: %x", code)
			}
			text.WriteString(names[code])
			if operand := start[1 : len(start)-len(r.rest)]; len(operand) > 0 {
				fmt.Fprint(&text, " ", (&reader{rest: operand}).int())
			}
		}
	}
	return text.String()
}

func TestControlFlowIsMadeDirect(t *testing.T) {
	const goes, panics = imports + 1, imports + 2 // functions of Go
	other := [][]byte{
		body([]line{returns}, []line{}),
		body([]line{works, does(opUnreachable)}, []line{}),
	}
	for name, test := range map[string]struct {
		blocks [][]line
		want   string
	}{
		"what jumps forward branches there": {
			blocks: [][]line{{ifTo(2)}, {works}, {returns}},
			want: `
block
.block
..test
..br_if 0
..work
.end
.const 0
.return
.unreachable
end
const 1`,
		},
		"where both ways of a condition jump, one is what follows": {
			blocks: [][]line{{ifTo(1), to(2)}, {works}, {returns}},
			want: `
block
.block
..test
..eqz
..br_if 0
..work
.end
.const 0
.return
.unreachable
end
const 1`,
		},
		"a loop whose condition the compiler put at its end begins with it": {
			blocks: [][]line{{to(2)}, {works}, {ifTo(1)}, {returns}},
			want: `
block
.block
..loop
...test
...eqz
...br_if 1
...work
...br 0
..end
.end
.const 0
.return
.unreachable
end
const 1`,
		},
		"a loop in which it can be resumed has a table": {
			blocks: [][]line{{works}, {ifTo(3), resumable(goes)}, {to(1)}, {returns}},
			want: `
block
.block
..block
...block
....get 0
....eqz
....br_if 0
....get 0
....const 2
....sub
....br_table 1 0
...end
...work
...const 0
...set 0
..end
..loop
...block
....block
.....get 0
.....eqz
.....br_if 0
.....get 0
.....const 2
.....sub
.....br_table 1 0
....end
....test
....br_if 2
....const 0
....call 4
....global 0
....set 1
....br_if 3
...end
...const 0
...set 0
...br 0
..end
.end
.const 0
.return
.unreachable
end
const 1`,
		},
		"what follows a panic does not follow": {
			blocks: [][]line{{ifTo(2)}, {works, returns}, {resumable(panics)}, {to(1)}},
			want: `
block
.block
..test
..br_if 0
..work
..const 0
..return
.end
.const 0
.call 5
.global 0
.set 1
.br_if 0
.unreachable
.unreachable
end
const 1`,
		},
	} {
		if got := listing(t, straightened(t, append([][]byte{body(test.blocks...)}, other...)...)); got != test.want {
			t.Errorf("%s: got%s\nwant%s", name, got, test.want)
		}
	}
}

func TestOtherFunctionsStayAsTheyAre(t *testing.T) {
	for name, given := range map[string][]byte{
		"no table":                        {0, opUnreachable, opEnd},
		"a circle entered at two places":  body([]line{ifTo(2)}, []line{works}, []line{ifTo(1)}, []line{returns}),
		"a jump to a block that is none":  body([]line{to(7)}, []line{returns}),
		"a table within":                  body([]line{does(opLocalGet, 0, opBrTable, 0, 0)}, []line{returns}),
		"an instruction that Go uses not": body([]line{does(0xd0, 0x70)}, []line{returns}),
	} {
		if got := straightened(t, given); string(got) != string(given) {
			t.Errorf("%s: % x became % x", name, given, got)
		}
	}
}

func TestModulesThatEndTooEarlyAreErrors(t *testing.T) {
	whole := moduleOf(body([]line{ifTo(2)}, []line{works}, []line{returns}))
	for length := range whole {
		r := &reader{rest: whole[:length]}
		isWhole := length == len(header)
		if r.skip(len(header)); r.err == nil && length > len(header) {
			r.skip(1)
			r.bytes()
			isWhole = r.err == nil && len(r.rest) == 0 // ends between sections
		}
		if _, err := Straighten(whole[:length]); (err == nil) != isWhole {
			t.Errorf("the first %d bytes of %d: %v", length, len(whole), err)
		}
	}
}

// program needs all that the runtime does with return addresses.
const program = `package main

import "errors"

func main() {
	done := make(chan error)
	go func() {
		defer close(done)
		done <- try(func() { panic("no") })
	}()
	for err := range done {
		println(err.Error())
	}
}

func try(f func()) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = errors.New(cause.(string))
		}
	}()
	f()
	return nil
}
`

func TestGoWritesFunctionsInTheShapeThatIsKnown(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module example\n", "main.go": program} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-o", "main.wasm")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off", "GOFLAGS=-buildvcs=false")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	linked, err := os.ReadFile(filepath.Join(dir, "main.wasm"))
	if err != nil {
		t.Fatal(err)
	}

	var functions []*function
	if _, err := rewrite(linked, codeSection, func(section []byte) ([]byte, error) {
		r := &reader{rest: section}
		for range r.count() {
			functions = append(functions, parseFunction(r.bytes()))
		}
		endBlocks(functions, 0)
		return section, r.err
	}); err != nil {
		t.Fatal(err)
	}
	direct := 0
	for _, f := range functions {
		if f != nil && f.direct() != nil {
			direct++
		}
	}
	if direct*10 < len(functions)*9 {
		t.Errorf("%d of %d functions are straightened", direct, len(functions))
	}

	// Where the runtime enters a function after a panic is in Go's table of functions.
	const firstFunction = 0x1000 // funcValueOffset in cmd/link/internal/wasm
	entered := 0
	if _, err := rewriteMemory(linked, func(memory []byte) error {
		table := &functionTable{memory: memory, at: strings.Index(string(memory), string(tableStart))}
		for i := range table.word(0) {
			f := table.at + table.word(7) + table.int(table.at+table.word(7)+8*i+4)
			number := table.int(f + 12)
			code := functions[table.int(f)-firstFunction]
			if number == 0 || code == nil {
				continue
			}
			entered++
			if block := code.table[min(number, len(code.table)-1)]; !code.blocks[block].enterable {
				t.Errorf("function %d: block %d, where the runtime enters after a panic, is not enterable", i, block)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if entered < 5 {
		t.Errorf("the table of functions says of %d functions only where they are entered after a panic", entered)
	}
}
