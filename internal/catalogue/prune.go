package catalogue

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// dispensable is how much less, in points, the words of a phrase may say than
// the phrase itself for it to be left out.
const dispensable = 6

// prune returns the terms without those that say nothing that their words do
// not say by themselves: "Chinese president" where "Chinese" is a term already.
// An expert writes them without thinking of it; the pack need not carry them.
// phrases gives each term as it is written, p all else of the pack.
func prune(p *pack.Pack, terms []pack.Term, phrases []string) []pack.Term {
	kept := make([][]int, pack.MaxWords+1) // indices of terms by their number of words
	for i := range terms {
		n := len(terms[i].Words)
		kept[n] = append(kept[n], i)
	}
	var lexicon stem.Lexicon
	// The words of a phrase can only match shorter terms: so from short to long.
	var shorter []int
	for n, candidates := range kept {
		if n > 1 {
			m := model.New(subset(p, terms, shorter))
			kept[n] = kept[n][:0:0]
			for _, i := range candidates {
				if !redundant(m, &terms[i], token.Scan(phrases[i], &lexicon)) {
					kept[n] = append(kept[n], i)
				}
			}
		}
		shorter = append(shorter, kept[n]...)
	}
	return some(terms, shorter)
}

// subset returns a pack with the chosen terms.
func subset(p *pack.Pack, terms []pack.Term, chosen []int) *pack.Pack {
	part := *p
	part.Phrases = pack.TermsOf(some(terms, chosen)...)
	return &part
}

// some returns terms by their indices, in the order of the terms; it sorts the
// indices.
func some(terms []pack.Term, chosen []int) []pack.Term {
	slices.Sort(chosen)
	list := make([]pack.Term, len(chosen))
	for i, term := range chosen {
		list[i] = terms[term]
	}
	return list
}

// redundant says whether the terms of m say what a phrase says.
func redundant(m *model.Model, term *pack.Term, phrase *token.Table) bool {
	if len(term.Postings) != 1 || term.Postings[0].Weight < 0 || len(term.If)+len(term.Unless) > 0 {
		return false
	}
	whole := []token.Span{{Start: 0, End: int32(len(phrase.Text))}}
	own, others := int32(0), int32(0)
	for _, o := range m.Match(phrase, sentence.Split(phrase, whole)) {
		for _, posting := range m.Postings(o.Term) {
			if posting.Issue == term.Postings[0].Issue {
				own += posting.Weight
			} else {
				others += max(posting.Weight, 0)
			}
		}
	}
	return own >= term.Postings[0].Weight-dispensable*pack.Scale && others <= own
}

// arrange leaves out the words that no term and no level names any more, and
// orders the others so that the pack gets small: those that stand most often
// behind the first word of a term or in a condition come first, and get the
// small numbers; among words of about the same frequency the order is
// alphabetical.
func arrange(p *pack.Pack) {
	const unused = -1
	phrases, cues := p.Phrases.List(), p.Cues.List()
	count := make([]int, len(p.Words))
	for i := range count {
		count[i] = unused
	}
	each := func(visit func(word *int32, weight int)) {
		for _, terms := range [][]pack.Term{phrases, cues} {
			for i := range terms {
				t := &terms[i]
				visit(&t.Words[0], 0)
				for _, list := range [][]int32{t.Words[1:], t.If, t.Unless} {
					for j := range list {
						visit(&list[j], 1)
					}
				}
			}
		}
		for i := range p.Levels {
			visit(&p.Levels[i].Word, 0)
		}
	}
	each(func(word *int32, weight int) { count[*word] = max(count[*word], 0) + weight })

	var order []int32
	for i, n := range count {
		if n != unused {
			order = append(order, int32(i))
		}
	}
	class := func(word int32) int { return bits.Len(uint(count[word])) / 2 }
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(class(b), class(a)), cmp.Compare(p.Words[a], p.Words[b]))
	})
	number := make([]int32, len(p.Words))
	words := make([]string, len(order))
	for i, old := range order {
		number[old] = int32(i)
		words[i] = p.Words[old]
	}
	p.Words = words
	each(func(word *int32, _ int) { *word = number[*word] })
	slices.SortFunc(p.Levels, func(a, b pack.Level) int { return cmp.Compare(a.Word, b.Word) })
	for i := range phrases {
		slices.Sort(phrases[i].If)
		slices.Sort(phrases[i].Unless)
	}
	for _, terms := range [][]pack.Term{phrases, cues} {
		slices.SortFunc(terms, func(a, b pack.Term) int {
			return cmp.Or(slices.Compare(a.Words, b.Words), slices.Compare(a.If, b.If), slices.Compare(a.Unless, b.Unless))
		})
	}
	p.Phrases, p.Cues = pack.TermsOf(phrases...), pack.TermsOf(cues...)
}

// written gives a term as it stands in a text.
func written(words []Word) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.Text
	}
	return strings.Join(list, " ")
}
