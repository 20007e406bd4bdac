package wire

import "unicode/utf8"

// units turns byte offsets of a text into UTF-16 code units.
type units struct {
	text  string
	marks []int32 // code units before every step-th byte; nil for ASCII
}

// step is how many bytes at most are counted for one offset.
const step = 64

func newUnits(text string) units {
	u := units{text: text}
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return u
	}
	u.marks = make([]int32, 0, len(text)/step+1)
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%step == 0 {
			u.marks = append(u.marks, n)
		}
		n += width(text[i])
	}
	return u
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
	mark := (offset - 1) / step
	n := u.marks[mark]
	// By hand what width does: every offset of a report comes by here.
	for i := mark * step; i < offset; i++ {
		if b := u.text[i]; b&0xc0 != 0x80 {
			if n++; b >= 0xf0 {
				n++
			}
		}
	}
	return n
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
