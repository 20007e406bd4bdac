package module

import (
	"bytes"
	"testing"
)

// module returns a module with a custom section and a data section.
func module(data ...byte) []byte {
	content := []byte(header)
	content = append(content, 0, 4, 1, 'x', 7, 7) // custom section "x"
	content = append(content, dataSection, byte(len(data)))
	return append(content, data...)
}

func TestSegmentsCloseTogetherBecomeOne(t *testing.T) {
	given := module(3,
		0, 0x41, 8, 0x0b, 2, 'a', 'b',
		0, 0x41, 12, 0x0b, 1, 'c',
		0, 0x41, 0xc8, 0x01, 0x0b, 1, 'd') // at 200
	want := module(2,
		0, 0x41, 8, 0x0b, 5, 'a', 'b', 0, 0, 'c',
		0, 0x41, 0xc8, 0x01, 0x0b, 1, 'd')
	var seen []byte
	got, err := rewriteMemory(given, func(memory []byte) error { seen = bytes.Clone(memory); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got % x, want % x", got, want)
	}
	if len(seen) != 201 || seen[8] != 'a' || seen[10] != 0 || seen[200] != 'd' {
		t.Errorf("memory of %d bytes: % x", len(seen), seen)
	}
}

func TestChangedMemoryIsWritten(t *testing.T) {
	got, err := rewriteMemory(module(1, 0, 0x41, 4, 0x0b, 3, 'a', 'b', 'c'), func(memory []byte) error { clear(memory[4:6]); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if want := module(1, 0, 0x41, 6, 0x0b, 1, 'c'); !bytes.Equal(got, want) {
		t.Errorf("got % x, want % x", got, want)
	}
}

func TestBrokenModulesAreErrors(t *testing.T) {
	whole := module(1, 0, 0x41, 4, 0x0b, 3, 'a', 'b', 'c')
	unchanged := func([]byte) error { return nil }
	for length := range whole {
		if length == len(header) || length == len(header)+6 {
			continue // ends between sections, which is a whole module
		}
		if _, err := rewriteMemory(whole[:length], unchanged); err == nil {
			t.Errorf("the first %d bytes of %d give no error", length, len(whole))
		}
	}
	for name, data := range map[string][]byte{
		"place from a global":   {1, 0, 0x23, 0, 0x0b, 1, 'a'},
		"passive segment":       {1, 1, 1, 'a'},
		"negative place":        {1, 0, 0x41, 0x7f, 0x0b, 1, 'a'},
		"beyond all memory":     {1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x04, 0x0b, 1, 'a'},
		"more than its segment": {1, 0, 0x41, 0, 0x0b, 9, 'a'},
	} {
		if _, err := rewriteMemory(module(data...), unchanged); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSignedNumbersAreReadAsWritten(t *testing.T) {
	for _, n := range []int64{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 26, -1, -64, -65, -1 << 40} {
		r := &reader{rest: appendSigned(nil, n)}
		if got := r.int(); got != n || len(r.rest) > 0 || r.err != nil {
			t.Errorf("%d is read as %d, %d bytes left, %v", n, got, len(r.rest), r.err)
		}
	}
}
