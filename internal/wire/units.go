package wire

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"rubricator/internal/token"
)

// units turns byte offsets of a text into UTF-16 code units.
type units struct {
	text  string
	marks []int32 // code units before every step-th byte; nil for ASCII
}

// step is how many bytes at most are counted for one offset.
const step = 32

// newUnits counts a text; marks is a list whose memory it may take.
func newUnits(text string, marks []int32) units {
	u := units{text: text}
	i := 0
	for i+8 <= len(text) && token.Load(text, i)&highs == 0 {
		i += 8
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	if i == len(text) {
		return u
	}
	u.marks = slices.Grow(marks, len(text)/step+1)
	n := int32(0)
	for i := 0; i < len(text); i += step {
		u.marks = append(u.marks, n)
		n += count(text, i, min(i+step, len(text)))
	}
	return u
}

// highs are the highest bits of eight bytes.
const highs = 0x8080808080808080

// count adds up the widths of the bytes from i to end, eight at a time.
func count(text string, i, end int) int32 {
	n := int32(end - i)
	for ; i < end && i+8 <= len(text); i += 8 {
		word := token.Load(text, i)
		if left := end - i; left < 8 {
			word &= 1<<(8*left) - 1
		}
		if word&highs == 0 {
			continue
		}
		continuing := word &^ (word << 1) & highs
		long := word & (word << 1) & (word << 2) & (word << 3) & highs
		n += int32(bits.OnesCount64(long) - bits.OnesCount64(continuing))
	}
	for ; i < end; i++ {
		n += width(text[i]) - 1
	}
	return n
}

// width gives the code units of a character to its first byte: none to the
// bytes that continue it, two to one that starts a character of four bytes.
// An invalid byte counts as the replacement character, one unit, only if it
// could start a character: texts are valid UTF-8.
func width(b byte) int32 {
	switch {
	case b&0xc0 == 0x80:
		return 0
	case b >= 0xf0:
		return 2
	}
	return 1
}

// at returns the code units before a byte offset, which must be the boundary
// of a character.
func (u *units) at(offset int32) int32 {
	if u.marks == nil {
		return offset
	}
	if offset == 0 {
		return 0
	}
	// From the mark at or before the last byte before the offset.
	mark := int(offset-1) / step
	return u.marks[mark] + count(u.text, mark*step, int(offset))
}

// offset returns the byte offset of the first character that has at least so
// many code units before it; the text's end if there is none.
func (u *units) offset(units int32) int32 {
	if u.marks == nil {
		return min(units, int32(len(u.text)))
	}
	mark := 0
	for mark+1 < len(u.marks) && u.marks[mark+1] <= units {
		mark++
	}
	n, i := u.marks[mark], mark*step
	for ; i < len(u.text); i++ {
		w := width(u.text[i])
		if n >= units && w > 0 {
			break
		}
		n += w
	}
	return int32(i)
}
