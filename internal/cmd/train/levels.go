package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"rubricator/internal/gold"
	"rubricator/internal/language"
	"rubricator/internal/pack"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// leastListed is in how many texts a stem must occur to be listed; rarer ones
// are as rare as any.
const leastListed = 25

// levels counts how common the stems are; see pack.Level.
func levels(corpora [][]gold.Item) map[string]uint8 {
	var lexicon stem.Lexicon
	count := map[string]int{}
	texts := 0
	for _, items := range corpora {
		for _, item := range items {
			texts++
			seen := map[string]bool{}
			for _, s := range token.Scan(item.Text, &lexicon).Spellings {
				if isSubject(&s) && !seen[s.Stem] {
					seen[s.Stem] = true
					count[s.Stem]++
				}
			}
		}
	}
	found := map[string]uint8{}
	for s, n := range count {
		level := int(math.Round(-2 * math.Log2(float64(n)/float64(texts))))
		if n >= leastListed && level < pack.MaxLevel {
			found[s] = uint8(level)
		}
	}
	return found
}

// isSubject says whether a word can say what a text is about.
func isSubject(s *token.Spelling) bool {
	plain := !strings.ContainsFunc(s.Stem, func(r rune) bool { return r < 'a' || r > 'z' })
	return s.Kind == token.Word && plain && len(s.Stem) > 1 && !language.StopWords.Has(s.Folded) && !language.StopWords.Has(s.Stem)
}

// writeLevels writes one line for each level.
func writeLevels(levels map[string]uint8) string {
	byLevel := map[uint8][]string{}
	for s, level := range levels {
		byLevel[level] = append(byLevel[level], s)
	}
	var b strings.Builder
	for _, level := range slices.Sorted(maps.Keys(byLevel)) {
		slices.Sort(byLevel[level])
		fmt.Fprintf(&b, "%d: %s\n", level, strings.Join(byLevel[level], " "))
	}
	return b.String()
}
