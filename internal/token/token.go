// Package token cuts a text into words, numbers and marks.
//
// Input: any valid UTF-8 string. Output: a Table of tokens with byte offsets
// in reading order, and one entry per distinct spelling, folded and stemmed
// once. White space and control characters are gaps; tokens and gaps together
// are the whole text.
package token

import (
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
	// Spelling is the index into Table.Spellings, or -1 for a mark.
	Spelling int32
	Kind     Kind
	// Joined says that only spaces on the same line, or one hyphen or slash, stand
	// between this token and the word or number before it: the two can belong
	// to one phrase. Always false for marks.
	Joined bool
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
}

// Scan cuts text into tokens. The lexicon stems the words and may be shared by
// several scans, one after the other.
func Scan(text string, lexicon *stem.Lexicon) *Table {
	return NewScanner(lexicon).Scan(text)
}

// maxKnown bounds a Scanner's memory: with more spellings it starts over.
const maxKnown = 1 << 16

// A Scanner scans one text after the other in the same memory. It remembers the
// spellings of earlier texts, so that it folds and stems them once.
type Scanner struct {
	Table
	lexicon *stem.Lexicon
	index   map[string]int32 // spelling -> index in known
	known   []known
	stems   map[string]int32 // stem -> index in inText
	inText  []place          // of each stem
	text    int32            // number of the text at hand
	last    int              // index of the last token if it is a word or number that may be joined, else -1
}

// known is a spelling that the scanner has met.
type known struct {
	Spelling
	place
	stem int32 // index in Scanner.inText
}

// place says where something was met last.
type place struct {
	text int32 // number of the text
	at   int32 // index in Spellings of that text's table
}

// NewScanner returns a scanner that stems with a lexicon.
func NewScanner(lexicon *stem.Lexicon) *Scanner {
	return &Scanner{lexicon: lexicon, index: make(map[string]int32, 256), stems: make(map[string]int32, 256)}
}

// Scan cuts text into tokens. The table is valid until the next call.
func (s *Scanner) Scan(text string) *Table {
	if cap(s.Tokens) < len(text)/8 {
		s.Tokens = make([]Token, 0, len(text)/5+1)
	}
	if len(s.known) > maxKnown {
		clear(s.index)
		clear(s.stems)
		s.known, s.inText = s.known[:0], s.inText[:0]
		s.Generation++
	}
	s.Table = Table{Text: text, Tokens: s.Tokens[:0], Spellings: s.Spellings[:0], Generation: s.Generation}
	s.text++
	s.last = -1
	s.scan()
	return &s.Table
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
	for i := 0; i < len(s.Text); {
		switch c, size := s.at(i); c {
		case letter, digit:
			end, kind := s.word(i)
			s.add(i, end, kind)
			i = end
		case mark, filler:
			s.Tokens = append(s.Tokens, Token{Span{int32(i), int32(i + size)}, -1, Mark, false})
			// A hyphen or a slash keeps the words on its sides together; what
			// else may follow it is seen in add.
			joins := s.Text[i] == '-' || s.Text[i] == '/' || s.Text[i:i+size] == "\u2010" || s.Text[i:i+size] == "\u2011"
			if !joins || i > 0 && s.Text[i-1] == ' ' {
				s.last = -1
			}
			i += size
		default:
			if c := s.Text[i]; c == '\n' || c == '\r' {
				s.last = -1
			}
			i += size
		}
	}
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

func (s *Scanner) add(start, end int, kind Kind) {
	k := s.spelling(s.Text[start:end], kind)
	if k.text != s.text {
		k.place = place{s.text, int32(len(s.Spellings))}
		if stem := &s.inText[k.stem]; stem.text != s.text {
			*stem = k.place
		}
		k.First = s.inText[k.stem].at
		s.Spellings = append(s.Spellings, k.Spelling)
	}
	joined := false
	if s.last >= 0 {
		// At most one may stand between: "rare-earth", "9/11", not "yes -- no".
		joined = len(s.Tokens)-s.last <= 2
	}
	s.last = len(s.Tokens)
	s.Tokens = append(s.Tokens, Token{Span{int32(start), int32(end)}, k.at, kind, joined})
}

// spelling returns what is known of a spelling. It is valid until the next call.
func (s *Scanner) spelling(text string, kind Kind) *known {
	id, ok := s.index[text]
	if !ok {
		text = strings.Clone(text) // the text at hand will be let go
		folded := Fold(text)
		k := known{Spelling: Spelling{Text: text, Folded: folded, Stem: folded, Kind: kind}}
		if kind == Word {
			k.Stem = s.lexicon.Stem(folded)
		}
		stem, ok := s.stems[k.Stem]
		if !ok {
			stem = int32(len(s.inText))
			s.stems[k.Stem] = stem
			s.inText = append(s.inText, place{})
		}
		k.stem = stem
		id = int32(len(s.known))
		k.ID = id
		s.known = append(s.known, k)
		s.index[text] = id
	}
	return &s.known[id]
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

// Capital says whether token i starts with a capital letter.
func (t *Table) Capital(i int) bool {
	text := t.Text[t.Tokens[i].Start:]
	if c := text[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

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
