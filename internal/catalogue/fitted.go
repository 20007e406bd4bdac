package catalogue

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rubricator/internal/pack"
)

// Key names a term of a pack by its words and conditions, whatever their
// numbers: "stem stem [if a|b] [unless c]".
func Key(p *pack.Pack, t *pack.Term) string {
	words := func(ids []int32) []string {
		list := make([]string, len(ids))
		for i, id := range ids {
			list[i] = p.Words[id]
		}
		return list
	}
	key := strings.Join(words(t.Words), " ")
	for _, condition := range []struct {
		name string
		ids  []int32
	}{{"if", t.If}, {"unless", t.Unless}} {
		if len(condition.ids) > 0 {
			list := words(condition.ids)
			slices.Sort(list)
			key += " [" + condition.name + " " + strings.Join(list, "|") + "]"
		}
	}
	return key
}

// addFitted adds fitted weights to the terms of a pack, and terms that only
// they speak of. What speaks for a major goes to its general issue, so that the
// order of the issues below it stays the curated one; what speaks against it is
// taken from the issue of it that the term speaks for most.
func addFitted(p *pack.Pack, fitted []Fitted) error {
	terms := map[string]int{}
	for i := range p.Terms {
		terms[Key(p, &p.Terms[i])] = i
	}
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
	for _, f := range fitted {
		at, ok := terms[f.Key]
		if !ok {
			if strings.Contains(f.Key, "[") {
				return fmt.Errorf("fitted.txt: no term %q: run `make train`", f.Key)
			}
			at = len(p.Terms)
			var ids []int32
			for _, word := range strings.Fields(f.Key) {
				if _, ok := words[word]; !ok {
					words[word] = int32(len(p.Words))
					p.Words = append(p.Words, word)
				}
				ids = append(ids, words[word])
			}
			p.Terms = append(p.Terms, pack.Term{Words: ids})
		}
		t := &p.Terms[at]
		for _, code := range slices.Sorted(maps.Keys(f.Weights)) {
			issue, ok := general[code]
			if !ok {
				return fmt.Errorf("fitted.txt: %q: no major %d", f.Key, code)
			}
			if f.Weights[code] < 0 {
				issue = strongest(p, t, p.Issues[issue].Major, issue)
			}
			t.Postings = add(t.Postings, pack.Posting{Issue: issue, Weight: f.Weights[code]})
		}
	}
	return nil
}

// strongest returns the issue of a major that a term speaks for most, or other.
func strongest(p *pack.Pack, t *pack.Term, major int, other int32) int32 {
	most := int32(0)
	for _, posting := range t.Postings {
		if p.Issues[posting.Issue].Major == major && posting.Weight > most {
			most, other = posting.Weight, posting.Issue
		}
	}
	return other
}

// add adds a posting to a list, which stays sorted by issue.
func add(list []pack.Posting, posting pack.Posting) []pack.Posting {
	at, found := slices.BinarySearchFunc(list, posting.Issue, func(p pack.Posting, issue int32) int { return cmp.Compare(p.Issue, issue) })
	if !found {
		return slices.Insert(slices.Clone(list), at, posting)
	}
	if list[at].Weight += posting.Weight; list[at].Weight == 0 {
		return slices.Delete(list, at, at+1)
	}
	return list
}
