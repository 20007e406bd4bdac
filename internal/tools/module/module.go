// Package module makes what Go's linker writes as WebAssembly smaller and
// faster: LeaveOutTraces and Straighten.
package module

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// header is the magic number and the version of a binary module.
const header = "\x00asm\x01\x00\x00\x00"

// dataSection is the id of the section of data segments; see the WebAssembly
// Core Specification, 5.5.14.
const dataSection = 11

// widestGap is how many zeros may lie between two parts of the memory for them
// to be one data segment. The linker parts them at eight, which made 48,000
// segments of which each address had to be told.
const widestGap = 64

// rewriteMemory returns a module whose memory starts as change left it. All
// else stays as it is. The segments of the module must have constant places.
func rewriteMemory(module []byte, change func(memory []byte) error) ([]byte, error) {
	return rewrite(module, dataSection, func(section []byte) ([]byte, error) {
		memory, err := readMemory(section)
		if err != nil {
			return nil, err
		}
		if err := change(memory); err != nil {
			return nil, err
		}
		return appendMemory(nil, memory), nil
	})
}

// rewrite returns a module in which change has replaced the sections of an id.
func rewrite(module []byte, id byte, change func(section []byte) ([]byte, error)) ([]byte, error) {
	if !bytes.HasPrefix(module, []byte(header)) {
		return nil, errors.New("not a WebAssembly module of version 1")
	}
	r := &reader{rest: module[len(header):]}
	result := []byte(header)
	for len(r.rest) > 0 {
		found := r.byte()
		section := r.bytes()
		if r.err != nil {
			return nil, r.err
		}
		if found == id {
			var err error
			if section, err = change(section); err != nil {
				return nil, err
			}
		}
		result = append(result, found)
		result = binary.AppendUvarint(result, uint64(len(section)))
		result = append(result, section...)
	}
	return result, nil
}

// largestMemory bounds what a segment's address may make of a broken module.
const largestMemory = 64 << 20

// readMemory lays the segments of a data section where they belong.
func readMemory(section []byte) ([]byte, error) {
	r := &reader{rest: section}
	var memory []byte
	for range r.count() {
		// Active in memory 0, at an i32.const: 0x41, the address, end.
		if r.byte() != 0 || r.byte() != 0x41 {
			return nil, errors.New("a data segment has no constant place")
		}
		address := r.int()
		if r.byte() != 0x0b || address < 0 || address > largestMemory {
			return nil, fmt.Errorf("a data segment lies at %d", address)
		}
		content := r.bytes()
		if r.err != nil {
			return nil, r.err
		}
		if end := int(address) + len(content); end > len(memory) {
			memory = append(memory, make([]byte, end-len(memory))...)
		}
		copy(memory[address:], content)
	}
	return memory, r.err
}

// appendMemory appends a data section of all that is not zero.
func appendMemory(section, memory []byte) []byte {
	var segments []byte
	count := 0
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end, zeros := at, 0
		for next := at; next < len(memory) && zeros < widestGap; next++ {
			if zeros++; memory[next] != 0 {
				end, zeros = next+1, 0
			}
		}
		segments = append(segments, 0, 0x41)
		segments = appendSigned(segments, int64(at))
		segments = append(segments, 0x0b)
		segments = binary.AppendUvarint(segments, uint64(end-at))
		segments = append(segments, memory[at:end]...)
		count++
		at = end
	}
	return append(binary.AppendUvarint(section, uint64(count)), segments...)
}

// appendSigned appends a signed LEB128 number.
func appendSigned(to []byte, n int64) []byte {
	for {
		low := byte(n & 0x7f)
		if n >>= 7; n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(to, low)
		}
		to = append(to, low|0x80)
	}
}

// A reader takes a module apart. After an error it gives zeros.
type reader struct {
	rest []byte
	err  error
}

var errShort = errors.New("the module ends too early")

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.err = errShort
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *reader) uint() uint64 {
	n, length := binary.Uvarint(r.rest)
	if length <= 0 {
		r.err, r.rest = errShort, nil
		return 0
	}
	r.rest = r.rest[length:]
	return n
}

// count reads how many items follow, of a byte at least each.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.err, r.rest = errShort, nil
		return 0
	}
	return int(n)
}

// take passes over bytes, if they are what follows.
func (r *reader) take(what []byte) bool {
	rest, ok := bytes.CutPrefix(r.rest, what)
	if ok {
		r.rest = rest
	}
	return ok && r.err == nil
}

func (r *reader) int() int64 {
	n := int64(0)
	for shift := uint(0); shift < 64; shift += 7 {
		b := r.byte()
		n |= int64(b&0x7f) << shift
		if b < 0x80 {
			if b&0x40 != 0 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	return n
}

// bytes reads a length and so many bytes.
func (r *reader) bytes() []byte {
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.err, r.rest = errShort, nil
		return nil
	}
	content := r.rest[:n]
	r.rest = r.rest[n:]
	return content
}

// skip passes over n bytes.
func (r *reader) skip(n int) {
	if n > len(r.rest) {
		r.err, r.rest = errShort, nil
		return
	}
	r.rest = r.rest[n:]
}

// skipOperands passes over the operands of an instruction that is no branch and
// opens no block; see the WebAssembly Core Specification, 5.4. It reports false
// for one that Go does not use.
func (r *reader) skipOperands(code byte) bool {
	switch {
	case code <= 0x01, code == 0x05, code == 0x0b, code == 0x0f, code == 0x1a, code == 0x1b:
	case code == 0x10, code >= 0x20 && code <= 0x24: // call, locals, globals
		r.uint()
	case code == 0x11: // call_indirect
		r.uint()
		r.uint()
	case code >= 0x28 && code <= 0x3e: // load and store: alignment, offset
		r.uint()
		r.uint()
	case code == 0x3f, code == 0x40: // size of the memory
		r.skip(1)
	case code == 0x41, code == 0x42: // constants
		r.int()
	case code == 0x43:
		r.skip(4)
	case code == 0x44:
		r.skip(8)
	case code >= 0x45 && code <= 0xc4: // numbers
	case code == 0xfc:
		switch kind := r.uint(); {
		case kind <= 7: // conversions that saturate
		case kind == 10: // memory.copy
			r.skip(2)
		case kind == 11: // memory.fill
			r.skip(1)
		default:
			return false
		}
	default:
		return false
	}
	return true
}
