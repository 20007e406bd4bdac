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
	const known = 1 << (maxCandidates - 1) // its sets are looked up
	var sets [sampled]languages            // of the first spellings, with known
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
			set = lookUp(t.Spellings[id].Folded)
		} else {
			if sets[id] == 0 {
				sets[id] = lookUp(t.Spellings[id].Folded) | known
			}
			set = sets[id]
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

// candidates are the tags in the order in which ties are settled; byWord has
// for each function word the languages that have it.
var candidates, byWord = func() ([]string, map[string]languages) {
	tags := []string{"en"}
	words := map[string]languages{}
	for _, word := range strings.Fields(english) {
		words[word] = 1
	}
	for _, l := range others {
		for _, word := range strings.Fields(l.words) {
			words[word] |= 1 << len(tags)
		}
		tags = append(tags, l.tag)
	}
	for _, s := range scripts {
		if tags[len(tags)-1] != s.tag {
			tags = append(tags, s.tag)
		}
	}
	return tags, words
}()

// lookUp returns the languages that a folded word speaks for.
func lookUp(word string) languages {
	set := byWord[word]
	if r, _ := utf8.DecodeRuneInString(word); r < 0x370 {
		return set // Latin
	}
	for _, s := range scripts {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(s.table, r) }) {
			return set | 1<<slices.Index(candidates, s.tag)
		}
	}
	return set
}
