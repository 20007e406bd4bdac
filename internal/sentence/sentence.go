// Package sentence finds where sentences end.
//
// Input: a token table and the blocks (paragraphs, headings) to look into.
// Output: sentences in reading order; together they cover the tokens of all
// blocks. A sentence never crosses a block.
package sentence

import (
	"unicode/utf8"

	"rubricator/internal/token"
)

// A Sentence is a run of tokens in one block.
type Sentence struct {
	token.Span      // from its first token to its last
	First, Last int // indices of its tokens, end-exclusive
	Block       int // index of its block
}

// Split cuts the blocks into sentences. Blocks are in text order and do not
// overlap; one without tokens has no sentence.
func Split(t *token.Table, blocks []token.Span) []Sentence {
	// Each block has one that may be short; others of news have some 25 tokens.
	sentences := make([]Sentence, 0, len(blocks)+len(t.Tokens)/20)
	for b, block := range blocks {
		sentences = Append(sentences, t, block, b)
	}
	return sentences
}

// Append appends the sentences of one block, with its index, to a list.
func Append(list []Sentence, t *token.Table, span token.Span, block int) []Sentence {
	first, end := t.From(span.Start), t.From(span.End)
	for first < end {
		last := next(t, first, end)
		list = append(list, Sentence{
			Span:  token.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End},
			First: first, Last: last, Block: block,
		})
		first = last
	}
	return list
}

// next returns the end of the sentence that starts at token i.
func next(t *token.Table, i, end int) int {
	for ; i < end; i++ {
		tok := &t.Tokens[i]
		if tok.Kind != token.Mark {
			// "in the U.S. The" ends a sentence, "the U.S. Senate" does not.
			if t.Text[tok.End-1] == '.' && tok.Kind == token.Word && i+1 < end && t.Capital(i+1) && t.In(i+1, starts) {
				return i + 1
			}
			continue
		}
		mark := tok.Mark()
		if !isTerminal(mark) {
			continue
		}
		after := i + 1
		for after < end && touches(t, after) && (isTerminal(t.Mark(after)) || isClosing(t.Mark(after))) {
			after++
		}
		if after == end {
			return end
		}
		if !isWide(mark) && touches(t, after) || mark == '.' && after == i+1 && abbreviates(t, i) || !opens(t, after) {
			continue
		}
		return after
	}
	return end
}

// touches says whether token i follows the one before it without a gap.
func touches(t *token.Table, i int) bool {
	return t.Tokens[i].Start == t.Tokens[i-1].End
}

func isTerminal(mark rune) bool {
	switch mark {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '।':
		return true
	}
	return false
}

// isWide is for full stops that need no space after them.
func isWide(mark rune) bool { return mark == '。' || mark == '！' || mark == '？' }

func isClosing(mark rune) bool {
	switch mark {
	case '"', '\'', '”', '’', '»', ')', ']', '」':
		return true
	}
	return false
}

// opens says whether a sentence can start at token i: with anything but a word
// in lower case.
func opens(t *token.Table, i int) bool {
	switch t.Tokens[i].Kind {
	case token.Number:
		return true
	case token.Word:
		c := t.At(i)[0]
		return c < 'a' || c > 'z'
	}
	switch mark := t.Mark(i); mark {
	case '"', '\'', '(', '[', '-', '*':
		return true
	default:
		return mark >= utf8.RuneSelf
	}
}

// abbreviates says whether the point at token i belongs to an abbreviation: a
// title, a month, an initial.
func abbreviates(t *token.Table, i int) bool {
	if i == 0 || t.Tokens[i-1].Kind != token.Word || !touches(t, i) {
		return false
	}
	if t.Capital(i-1) && utf8.RuneCountInString(t.At(i-1)) == 1 {
		// An initial; but "Plan B." and "vitamin C." end sentences.
		return i >= 2 && (t.Tokens[i-2].Kind != token.Word || t.Capital(i-2))
	}
	last := i+1 == len(t.Tokens)
	switch {
	case t.In(i-1, companies):
		return last || t.Tokens[i+1].Kind != token.Word || !t.In(i+1, starts)
	case t.In(i-1, numbered):
		return !last && t.Tokens[i+1].Kind == token.Number
	default:
		return t.In(i-1, abbreviations)
	}
}

var (
	// abbreviations never end a sentence.
	abbreviations = token.NewSet(`mr mrs ms messrs dr prof sr st mt ft gen lt col maj capt sgt cpl cmdr adm rep sen gov pres
		hon rev fr supt det insp vs v approx dept est ave blvd eg ie cf al ca`)
	// numbered ends none before a number: "No. 10", "Jan. 5".
	numbered = token.NewSet(`no nos fig vol p pp art jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur
		thurs fri sat sun`)
	// companies end one only where a function word follows in capitals.
	companies = token.NewSet("inc corp co ltd plc llc bros jr etc")
	// starts are the words that begin sentences rather than continue names.
	starts = token.NewSet(`the a an this that these those it he she they we i you there in on at by for with from after before
		while when as if but and or so yet both each many some most no its his her their our my what who how why where
		since during despite although though under to one two three meanwhile however also another all`)
)
