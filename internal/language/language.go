// Package language tells the language of a text by its script and its function
// words, and knows English stop words.
//
// It is meant for one question, whether the terms of an English pack can mean
// anything for a text, and knows some twenty languages for it.
package language

import (
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
	count := map[string]int{}
	words := 0
	for i := range t.Tokens {
		if t.Tokens[i].Kind != token.Word {
			continue
		}
		if words++; words > sampled {
			break
		}
		word := t.Folded(i)
		if english[word] {
			count["en"]++
		}
		for _, l := range others {
			if l.words[word] {
				count[l.tag]++
			}
		}
		if r, _ := utf8.DecodeRuneInString(word); r >= 0x370 {
			for _, s := range scripts {
				if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(s.table, r) }) {
					count[s.tag]++
					break
				}
			}
		}
	}
	best, second := "", ""
	for _, candidate := range candidates {
		switch n := count[candidate]; {
		case n == 0:
		case best == "" || n > count[best]:
			best, second = candidate, best
		case second == "" || n > count[second]:
			second = candidate
		}
	}
	if best == "" {
		return Undetermined, 0
	}
	// How far the best is ahead, held back where there is little to count: a
	// quarter of running English is function words, so forty words of text
	// are enough for full confidence.
	first, next := count[best], count[second]
	confidence = 1000 * (first - next/2) / first
	if first < 10 {
		confidence = confidence * (first + 10) / 20
	}
	return best, min(confidence, 990)
}

// candidates in the order in which ties are settled.
var candidates = func() []string {
	tags := []string{"en"}
	for _, l := range others {
		tags = append(tags, l.tag)
	}
	for _, s := range scripts {
		if tags[len(tags)-1] != s.tag {
			tags = append(tags, s.tag)
		}
	}
	return tags
}()
