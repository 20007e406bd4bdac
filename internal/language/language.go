// Package language tells the language of a text by its script and its function
// words, and knows English stop words.
//
// It is meant for one question, whether the terms of an English pack can mean
// anything for a text, and knows some twenty languages for it.
package language

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubricator/internal/token"
)

// Undetermined is the tag of a text that is too short or too strange to tell.
const Undetermined = "und"

// sampled is how many words are looked at: a language shows in far fewer.
const sampled = 2000

// scripts that settle the language, as far as it matters here: kana before Han,
// since Japanese has both.
var scripts = []struct {
	tag   string
	table *unicode.RangeTable
}{
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"zh", unicode.Han}, {"ko", unicode.Hangul},
	{"ar", unicode.Arabic}, {"he", unicode.Hebrew}, {"el", unicode.Greek}, {"hi", unicode.Devanagari}, {"th", unicode.Thai},
}

// Detect returns the language of a text as a BCP 47 tag, with a confidence in
// thousandths. A text with no sign of any language gives Undetermined and 0.
// Words in scripts that one language dominates count for that language;
// others count where they are among its function words.
func Detect(t *token.Table) (tag string, confidence int) {
	const known = 1 << (maxCandidates - 1) // its languages are looked up
	var of [sampled]languages              // the first spellings, with known
	var count [maxCandidates]int
	words := 0
	for _, tok := range t.Tokens {
		if tok.Kind != token.Word {
			continue
		}
		if words++; words > sampled {
			break
		}
		var set languages
		// Spellings come in text order: only numbers between the words make one of
		// these lie beyond the first.
		if id := tok.Spelling; id >= sampled {
			set = lookUp(t, id)
		} else {
			if of[id] == 0 {
				of[id] = lookUp(t, id) | known
			}
			set = of[id]
		}
		for set &^= known; set != 0; set &= set - 1 {
			count[bits.TrailingZeros32(uint32(set))]++
		}
	}
	best, second := -1, -1
	for i := range candidates {
		switch n := count[i]; {
		case n == 0:
		case best < 0 || n > count[best]:
			best, second = i, best
		case second < 0 || n > count[second]:
			second = i
		}
	}
	if best < 0 {
		return Undetermined, 0
	}
	// How far the best is ahead, held back where there is little to count: a
	// quarter of running English is function words, so forty words of text
	// are enough for full confidence.
	first, next := count[best], 0
	if second >= 0 {
		next = count[second]
	}
	confidence = 1000 * (first - next/2) / first
	if first < 10 {
		confidence = confidence * (first + 10) / 20
	}
	return candidates[best], min(confidence, 990)
}

// languages is a set of candidates, a bit for each by its index.
type languages uint32

// maxCandidates is how many bits the set has; the highest is no candidate's.
const maxCandidates = 32

// candidates are the tags in the order in which ties are settled: English, the
// others, those that a script tells. foreign has for each of the others its words,
// and anyForeign all of them.
var candidates, foreign, anyForeign = func() (tags []string, sets []token.Set, all token.Set) {
	tags = []string{"en"}
	words := ""
	for _, l := range others {
		tags, sets = append(tags, l.tag), append(sets, token.NewSet(l.words))
		words += l.words + " "
	}
	for _, s := range scripts {
		if tags[len(tags)-1] != s.tag {
			tags = append(tags, s.tag)
		}
	}
	return tags, sets, token.NewSet(words)
}()

// scripted are the words in other scripts than the Latin one.
var scripted = token.NewRule(func(s *token.Spelling) bool {
	r, _ := utf8.DecodeRuneInString(s.Folded)
	return r >= 0x370
})

// lookUp returns the languages that a spelling speaks for.
func lookUp(t *token.Table, id int32) (set languages) {
	if t.HasSpelling(id, StopWords) {
		set = 1
	}
	if t.HasSpelling(id, anyForeign) {
		for i, words := range foreign {
			if t.HasSpelling(id, words) {
				set |= 1 << (i + 1)
			}
		}
	}
	if !t.HasSpelling(id, scripted) {
		return set
	}
	for _, s := range scripts {
		if strings.ContainsFunc(t.Spellings[id].Folded, func(r rune) bool { return unicode.Is(s.table, r) }) {
			return set | 1<<slices.Index(candidates, s.tag)
		}
	}
	return set
}
