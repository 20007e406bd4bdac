package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rubricator/internal/pack"
)

// addCues adds the cues to a pack, with the words that it does not have yet. They
// speak for majors, so that the order of the issues below them stays the curated
// one.
func addCues(p *pack.Pack, cues []Cue) error {
	words := map[string]int32{}
	for i, word := range p.Words {
		words[word] = int32(i)
	}
	general := map[int]int32{} // by the major's code
	for i, issue := range p.Issues {
		if issue.General {
			general[p.Majors[issue.Major].Code] = int32(i)
		}
	}
	terms := make([]pack.Term, 0, len(cues))
	for _, c := range cues {
		var t pack.Term
		for _, code := range slices.Sorted(maps.Keys(c.Weights)) {
			issue, ok := general[code]
			if !ok {
				return fmt.Errorf("cues.txt: %q: no major %d", c.Words, code)
			}
			t.Postings = append(t.Postings, pack.Posting{Issue: issue, Weight: c.Weights[code]})
		}
		for _, word := range strings.Fields(c.Words) {
			if _, ok := words[word]; !ok {
				words[word] = int32(len(p.Words))
				p.Words = append(p.Words, word)
			}
			t.Words = append(t.Words, words[word])
		}
		terms = append(terms, t)
	}
	p.Cues = pack.TermsOf(terms...)
	return nil
}
