// Package token cuts a text into words, numbers and marks.
//
// Input: any valid UTF-8 string. Output: a Table of tokens with byte offsets
// in reading order, and one entry per distinct spelling, folded and stemmed
// once. White space and control characters are gaps; tokens and gaps together
// are the whole text.
package token

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubricator/internal/stem"
)

// Kind tells what a token is.
type Kind uint8

const (
	Word   Kind = iota // has a letter: "trade", "U.S.", "5G", "farmers’"
	Number             // digits only, with inner points and commas: "1,000.5"
	Mark               // one punctuation character or symbol
)

// A Span is a part of the text, in bytes, end-exclusive.
type Span struct {
	Start, End int32
}

// Len returns the span's length in bytes.
func (s Span) Len() int32 { return s.End - s.Start }

// A Token is a span that is a word, a number or a mark.
type Token struct {
	Span
	// Spelling is the index into Table.Spellings; for a mark it is below 0 and
	// says which one, see Table.Mark.
	Spelling int32
	Kind     Kind
	// Joined says that only spaces on the same line, or one hyphen or slash, stand
	// between this token and the word or number before it: the two can belong
	// to one phrase. Always false for marks.
	Joined  bool
	Capital bool // it starts with a capital letter
}

// A Spelling is a distinct word or number as it is written, case included.
type Spelling struct {
	Text   string // as written
	Folded string // lower case, straight apostrophes, no soft hyphens, no dots of abbreviations
	Stem   string // stem of Folded; Folded itself for numbers
	Kind   Kind
	// First is the index in Table.Spellings of the first with the same stem.
	First int32
	// ID is the same for the same spelling in all tables of one Generation.
	ID int32
}

// A Table holds the tokens of one text.
type Table struct {
	Text      string
	Tokens    []Token
	Spellings []Spelling
	// Generation changes when a Scanner forgets the spellings it knew.
	Generation int32

	sets []sets // of each spelling
}

// Scan cuts text into tokens. The lexicon stems the words and may be shared by
// several scans, one after the other.
func Scan(text string, lexicon *stem.Lexicon) *Table {
	return NewScanner(lexicon).Scan(text)
}

// maxKnown bounds a Scanner's memory: with more spellings it starts over.
const maxKnown = 1 << 16

// A long text has a spelling for so many bytes; for more than so many spellings
// room is made at once.
const bytesForSpelling, manySpellings = 40, 4096

// withRoom returns a list that can grow to n entries in its place.
func withRoom[T any](list []T, n int) []T { return slices.Grow(list, max(n-len(list), 0)) }

// A Scanner scans one text after the other in the same memory. It remembers the
// spellings of earlier texts, so that it folds and stems them once.
type Scanner struct {
	Table
	lexicon *stem.Lexicon
	slots   []slot // an open hash table of what is known, at most half full
	seed    uint64 // of its hashes: nobody can write words that all lie in one place
	known   []known
	places  []place          // of each that is known
	stems   map[string]int32 // stem -> index in inText
	inText  []place          // of each stem
	text    int32            // number of the text at hand
}

// known is a spelling that the scanner has met.
type known struct {
	Spelling
	sets sets
	stem int32 // index in Scanner.inText
}

// A slot leads from what is written to what is known of it.
type slot struct {
	key    uint64 // see Scanner.key
	id     int32  // index in known plus one, 0 for an empty slot
	length int32  // of what is written, in bytes
}

// place says where something was met last.
type place struct {
	text int32 // number of the text
	at   int32 // index in Spellings of that text's table
}

// NewScanner returns a scanner that stems with a lexicon.
func NewScanner(lexicon *stem.Lexicon) *Scanner {
	return &Scanner{
		lexicon: lexicon, slots: make([]slot, 1024), stems: make(map[string]int32, 256),
		seed: maphash.String(maphash.MakeSeed(), ""),
	}
}

// Scan cuts text into tokens. The table is valid until the next call.
func (s *Scanner) Scan(text string) *Table {
	if cap(s.Tokens) < len(text)/8 {
		s.Tokens = make([]Token, 0, len(text)/5+1)
	}
	if len(s.known) > maxKnown {
		s.Forget()
	}
	// Lists that grow by and by leave several times their length behind. A text that
	// is longer still repeats itself.
	if n := len(text) / bytesForSpelling; n > manySpellings && n < maxKnown {
		s.known, s.places, s.inText = withRoom(s.known, n), withRoom(s.places, n), withRoom(s.inText, n/2)
		s.Spellings, s.sets = withRoom(s.Spellings[:0], n), withRoom(s.sets[:0], n)
	}
	s.Table = Table{Text: text, Tokens: s.Tokens[:0], Spellings: s.Spellings[:0], Generation: s.Generation, sets: s.sets[:0]}
	s.text++
	s.scan()
	return &s.Table
}

// Rest lets go what the last text took, with its table, but not the spellings.
func (s *Scanner) Rest() { s.Table = Table{Generation: s.Generation} }

// Forget forgets all spellings: the next table is of a new Generation.
func (s *Scanner) Forget() {
	clear(s.slots)
	clear(s.stems)
	s.known, s.places, s.inText = s.known[:0], s.places[:0], s.inText[:0]
	s.Generation++
}

// class sorts the characters by what they can be in a token.
type class uint8

const (
	gap class = iota
	letter
	digit
	mark
	filler // combining marks and invisible formatting: part of a word, never its start
)

var ascii = func() (table [utf8.RuneSelf]class) {
	for c := range table {
		switch {
		case c <= ' ' || c == 0x7f:
			table[c] = gap
		case c >= '0' && c <= '9':
			table[c] = digit
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			table[c] = letter
		default:
			table[c] = mark
		}
	}
	return table
}()

func classify(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return ascii[r]
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case r == utf8.RuneError:
		return mark
	case unicode.Is(unicode.M, r), r == '\u00ad', r == '\u200c', r == '\u200d':
		return filler
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return gap
	}
	return mark
}

// at returns the class and size of the character at i, or gap and 0 at the end.
func (s *Scanner) at(i int) (class, int) {
	if i >= len(s.Text) {
		return gap, 0
	}
	if c := s.Text[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(s.Text[i:])
	return classify(r), size
}

func (s *Scanner) scan() {
	text, tokens := s.Text, s.Tokens
	last := -1 // index of the last token if it is a word or number that may be joined
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' {
			i++
			continue
		}
		end, kind, key := 0, Word, uint64(0)
		if low := c | 0x20; low >= 'a' && low <= 'z' {
			end, key = s.plain(i)
		}
		if end == 0 {
			switch c, size := s.at(i); c {
			case letter, digit:
				end, kind = s.word(i)
				key = s.key(text[i:end])
			case mark, filler:
				r, _ := utf8.DecodeRuneInString(text[i:])
				tokens = append(tokens, Token{Span: Span{int32(i), int32(i + size)}, Spelling: ^r, Kind: Mark})
				// A hyphen or a slash keeps the words on its sides together; what
				// else may follow it is seen below.
				joins := r == '-' || r == '/' || r == '\u2010' || r == '\u2011'
				if !joins || i > 0 && text[i-1] == ' ' {
					last = -1
				}
				i += size
				continue
			default:
				if c := text[i]; c == '\n' || c == '\r' {
					last = -1
				}
				i += size
				continue
			}
		}
		id := s.find(text[i:end], kind, key)
		p := &s.places[id]
		if p.text != s.text {
			s.enter(id)
		}
		// At most one mark may stand between: "rare-earth", "9/11", not "yes -- no".
		joined := last >= 0 && len(tokens)-last <= 2
		last = len(tokens)
		capital := c >= 'A' && c <= 'Z'
		if c >= utf8.RuneSelf {
			r, _ := utf8.DecodeRuneInString(text[i:])
			capital = unicode.IsUpper(r)
		}
		tokens = append(tokens, Token{Span{int32(i), int32(end)}, p.at, kind, joined, capital})
		i = end
	}
	s.Tokens = tokens
}

// plain returns the end of a word of ASCII letters that starts at i, with its
// key, or 0 if there is none, or more of the word may follow.
func (s *Scanner) plain(i int) (end int, key uint64) {
	text := s.Text
	if i+8 > len(text) {
		return 0, 0
	}
	// Eight bytes at a time, of each the highest bit: in WebAssembly a jump costs
	// more than all of this.
	const ones, high = 0x0101010101010101, 0x8080808080808080
	first := Load(text, i)
	at := i
	for chunk := first; ; {
		low := (chunk | 0x20*ones) &^ high
		letters := (low + (0x80-'a')*ones) &^ (low + (0x80-'z'-1)*ones) &^ chunk & high
		n := bits.TrailingZeros64(letters^high) / 8
		at += n
		if n < 8 {
			break
		}
		if at+8 > len(text) {
			return 0, 0
		}
		chunk = Load(text, at)
	}
	if c := text[at]; c >= utf8.RuneSelf || c >= '0' && c <= '9' || c == '\'' || c == '.' && at-i == 1 {
		return 0, 0
	}
	if n := at - i; n <= 8 {
		return at, first << (64 - 8*n) >> (64 - 8*n)
	}
	return at, s.key(text[i:at])
}

// Load returns the eight bytes of a text from i on, the first one lowest.
func Load[T string | []byte](text T, i int) uint64 {
	return binary.LittleEndian.Uint64([]byte(text[i : i+8])) // nothing is copied
}

// key returns what a word is looked up by: its bytes if there are up to eight, a
// hash of more.
func (s *Scanner) key(word string) uint64 {
	if len(word) > 8 {
		return hash(word, s.seed)
	}
	return few(word)
}

// few returns up to eight bytes, the first one lowest.
func few(word string) uint64 {
	switch n := len(word); {
	case n == 8:
		return Load(word, 0)
	case n >= 4: // two loads, which overlap
		first, last := binary.LittleEndian.Uint32([]byte(word[:4])), binary.LittleEndian.Uint32([]byte(word[n-4:]))
		return uint64(first) | uint64(last)<<(8*(n-4))
	case n == 3:
		return uint64(word[0]) | uint64(word[1])<<8 | uint64(word[2])<<16
	case n == 2:
		return uint64(word[0]) | uint64(word[1])<<8
	case n == 1:
		return uint64(word[0])
	}
	return 0
}

// Hash returns a number by which a text can be told from others, unless they
// were made to have the same.
func Hash(text string) uint64 { return hash(text, 0) }

func hash(text string, seed uint64) uint64 {
	n := len(text)
	h := seed ^ uint64(n)
	if n < 8 {
		return mix(h ^ few(text))
	}
	for i := 0; i+8 < n; i += 8 {
		h = mix(h ^ Load(text, i))
	}
	return mix(h ^ Load(text, n-8))
}

// mix spreads the bits of a key over the upper half of a number (Fibonacci
// hashing: Knuth, The Art of Computer Programming 3, section 6.4).
func mix(key uint64) uint64 {
	key *= 0x9e3779b97f4a7c15
	return key ^ key>>32
}

// find returns the index in known of a word or number with its key.
func (s *Scanner) find(text string, kind Kind, key uint64) int32 {
	mask := len(s.slots) - 1
	for at := int(mix(key^s.seed)) & mask; ; at = (at + 1) & mask {
		slot := &s.slots[at]
		if slot.id == 0 {
			return s.learn(text, kind, key)
		}
		if slot.key == key && int(slot.length) == len(text) && (len(text) <= 8 || s.known[slot.id-1].Text == text) {
			return slot.id - 1
		}
	}
}

// learn takes in a spelling that is not known and returns its index.
func (s *Scanner) learn(text string, kind Kind, key uint64) int32 {
	text = strings.Clone(text) // the text at hand will be let go
	folded := Fold(text)
	k := known{Spelling: Spelling{Text: text, Folded: folded, Stem: folded, Kind: kind, ID: int32(len(s.known))}}
	if kind == Word {
		k.Stem = s.lexicon.Stem(folded)
	}
	k.sets = setsOf(&k.Spelling)
	stem, ok := s.stems[k.Stem]
	if !ok {
		stem = int32(len(s.inText))
		s.stems[k.Stem] = stem
		s.inText = append(s.inText, place{})
	}
	k.stem = stem
	s.known, s.places = append(s.known, k), append(s.places, place{})
	if 2*len(s.known) > len(s.slots) {
		old := s.slots
		s.slots = make([]slot, 4*len(old))
		for _, slot := range old {
			if slot.id > 0 {
				s.put(slot)
			}
		}
	}
	s.put(slot{key, k.ID + 1, int32(len(text))})
	return k.ID
}

func (s *Scanner) put(entry slot) {
	mask := len(s.slots) - 1
	at := int(mix(entry.key^s.seed)) & mask
	for s.slots[at].id > 0 {
		at = (at + 1) & mask
	}
	s.slots[at] = entry
}

// enter adds a spelling to those of the text at hand.
func (s *Scanner) enter(id int32) {
	k := &s.known[id]
	at := place{s.text, int32(len(s.Spellings))}
	s.places[id] = at
	if stem := &s.inText[k.stem]; stem.text != s.text {
		*stem = at
	}
	k.First = s.inText[k.stem].at
	s.Spellings, s.sets = append(s.Spellings, k.Spelling), append(s.sets, k.sets)
}

// word returns the end of the word or number that starts at i.
func (s *Scanner) word(i int) (end int, kind Kind) {
	kind = Number
	if abbreviation := s.abbreviation(i); abbreviation > 0 {
		return abbreviation, Word
	}
	for {
		c, size := s.at(i)
		switch c {
		case letter:
			kind = Word
			i += size
		case digit, filler:
			i += size
		case mark:
			// An apostrophe between letters; a point or comma between digits.
			next, _ := s.at(i + size)
			switch m := s.Text[i : i+size]; {
			case (m == "'" || m == "’") && next == letter && kind == Word,
				(m == "." || m == ",") && next == digit && kind == Number:
				i += size
			default:
				return i, kind
			}
		default:
			return i, kind
		}
	}
}

// abbreviation returns the end of an abbreviation of single letters with dots
// ("U.S.", "a.m.") that starts at i, or 0 if there is none.
func (s *Scanner) abbreviation(i int) int {
	n := 0
	for {
		c, size := s.at(i)
		if c != letter || i+size >= len(s.Text) || s.Text[i+size] != '.' {
			break
		}
		i += size + 1
		n++
	}
	// "U.S.A" without the last dot is one, too; "e.coli" is not.
	if c, size := s.at(i); n >= 1 && c == letter {
		if next, _ := s.at(i + size); next == letter || next == digit {
			return 0
		}
		i += size
		n++
	}
	if n < 2 {
		return 0
	}
	return i
}

// Fold brings a word to the form in which it is stemmed and looked up: lower
// case, straight apostrophes, without soft hyphens, joiners and the dots of an
// abbreviation.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	number := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			number = false
			break
		}
	}
	if number {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', 'ʼ':
			return '\''
		case '.', '\u00ad', '\u200c', '\u200d':
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// Tidy returns a text with single spaces for all white space inside, and none
// around it.
func Tidy(text string) string {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i == 0 || i+1 == len(text) || text[i-1] == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return text
}

// At returns what token i says.
func (t *Table) At(i int) string {
	return t.Text[t.Tokens[i].Start:t.Tokens[i].End]
}

// Folded returns the folded form of token i, or the empty string for a mark.
func (t *Table) Folded(i int) string {
	if id := t.Tokens[i].Spelling; id >= 0 {
		return t.Spellings[id].Folded
	}
	return ""
}

// Mark returns the mark that token i is, or 0 if it is none.
func (t *Table) Mark(i int) rune { return t.Tokens[i].Mark() }

// Mark returns the mark that the token is, or 0 if it is none.
func (t *Token) Mark() rune {
	if t.Spelling < 0 {
		return ^t.Spelling
	}
	return 0
}

// In says whether token i is in a set; marks are in none.
func (t *Table) In(i int, set Set) bool {
	id := t.Tokens[i].Spelling
	return id >= 0 && t.sets[id].has(set)
}

// HasSpelling says whether a set has the spelling of an index.
func (t *Table) HasSpelling(id int32, set Set) bool { return t.sets[id].has(set) }

// Capital says whether token i starts with a capital letter.
func (t *Table) Capital(i int) bool { return t.Tokens[i].Capital }

// From returns the index of the first token that starts at or after offset.
func (t *Table) From(offset int32) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Tokens[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
