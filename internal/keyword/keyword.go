// Package keyword ranks the stems of an article by how much they stand out
// against ordinary news.
package keyword

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"rubricator/internal/language"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Most is how many keywords Rank returns at most.
const Most = 100

// A Keyword is a stem with the forms in which the text has it.
type Keyword struct {
	Stem     string
	Forms    []Form // the most frequent first
	Score    int32  // in thousandths of the best one's
	Issue    int32  // index in Pack.Issues of the issue that it speaks for most, -1 for none
	Mentions []token.Span
}

// A Form is a surface form. It stands in lower case if it does so anywhere.
type Form struct {
	Text   string
	Count  int
	folded string
}

// candidate is a stem while the best are looked for.
type candidate struct {
	first     int32 // its first spelling
	count     int32
	spellings int32 // how many the text has for it
	prominent bool  // it stands in a title or heading
	evident   bool  // it stands in a term that speaks for an issue
	weight    int64 // see weigh
}

// A Ranker ranks the stems of one article after the other, in the same memory. Its
// zero value is ready; it is not safe for concurrent use.
type Ranker struct {
	candidates []candidate
	bySpelling []int32 // for each spelling the index of its stem in candidates, or -1
	byStem     []int32 // at a stem's first spelling its candidate, plus one
	best       []int32
	place      []int32          // of a candidate in the result, plus one
	support    [][]pack.Posting // what the terms say that a keyword stands in
}

// Rank returns the most significant stems of the sentences, best first, at
// most Most. The occurrences are those in the sentences, in text order.
// prominent says which sentences are a title or heading; stems in ignored are
// left out, as are stop words, numbers and single letters. The matcher has read the
// table.
//
// The score grows with the logarithm of the frequency in the text and falls
// with that of the frequency in ordinary news (Spärck Jones, "A statistical
// interpretation of term specificity", J. Documentation 28, 1972, with damped
// term frequency). It is computed in integers.
func (r *Ranker) Rank(m *model.Matcher, t *token.Table, sentences []sentence.Sentence, occurrences []model.Occurrence, prominent func(i int) bool, ignored []string) []Keyword {
	r.collect(t, ignored)
	candidates, bySpelling := r.candidates, r.bySpelling
	for i := range sentences {
		stands := prominent(i)
		for _, tok := range t.Tokens[sentences[i].First:sentences[i].Last] {
			if tok.Spelling < 0 || bySpelling[tok.Spelling] < 0 {
				continue
			}
			c := &candidates[bySpelling[tok.Spelling]]
			c.count++
			c.prominent = c.prominent || stands
		}
	}
	at := 0 // token
	for i := range occurrences {
		o := &occurrences[i]
		if m.IsCue(o) || m.Strongest(o.Term) <= 0 {
			continue // cues are words of all kinds; what they say shows only in sum
		}
		for ; at > 0 && t.Tokens[at-1].End > o.Start; at-- {
			// Own phrases lie over others.
		}
		for ; at < len(t.Tokens) && t.Tokens[at].Start < o.End; at++ {
			if tok := &t.Tokens[at]; tok.Start >= o.Start && tok.Spelling >= 0 && bySpelling[tok.Spelling] >= 0 {
				candidates[bySpelling[tok.Spelling]].evident = true
			}
		}
	}
	best := r.best[:0]
	for i := range candidates {
		if candidates[i].count > 0 {
			candidates[i].weigh(m.Level(candidates[i].first))
			best = insert(best, candidates, int32(i))
		}
	}
	// Only the best get their mentions and their issue.
	keywords := make([]Keyword, len(best))
	place := scratch.Zeros(r.place, len(candidates))
	r.best, r.place = best, place
	spellings, mentions := 0, 0
	for _, id := range best {
		spellings += int(candidates[id].spellings)
		mentions += int(candidates[id].count)
	}
	allForms, allMentions := make([]Form, spellings), make([]token.Span, mentions)
	for i, id := range best {
		c := &candidates[id]
		place[id] = int32(i) + 1
		keywords[i] = Keyword{Stem: t.Spellings[c.first].Stem, Issue: -1, Forms: allForms[:0:c.spellings], Mentions: allMentions[:0:c.count]}
		allForms, allMentions = allForms[c.spellings:], allMentions[c.count:]
		if c.weight > 0 {
			keywords[i].Score = int32(c.weight * 1000 / candidates[best[0]].weight)
		}
	}
	for len(r.support) < len(best) {
		r.support = append(r.support, nil)
	}
	support := r.support[:len(best)]
	for i := range support {
		support[i] = support[i][:0]
	}
	next := 0 // first occurrence that may cover the token at hand
	for _, s := range sentences {
		for _, tok := range t.Tokens[s.First:s.Last] {
			if tok.Spelling < 0 || bySpelling[tok.Spelling] < 0 || place[bySpelling[tok.Spelling]] == 0 {
				continue
			}
			i := place[bySpelling[tok.Spelling]] - 1
			keywords[i].Mentions = append(keywords[i].Mentions, tok.Span)
			keywords[i].Forms = countForm(keywords[i].Forms, &t.Spellings[tok.Spelling])
			for next < len(occurrences) && occurrences[next].End <= tok.Start {
				next++
			}
			for k := next; k < len(occurrences) && occurrences[k].Start <= tok.Start; k++ {
				if o := &occurrences[k]; o.End > tok.Start && !m.IsCue(o) {
					support[i] = add(support[i], m, m.Postings(o.Term))
				}
			}
		}
	}
	for i := range keywords {
		sortForms(keywords[i].Forms)
		most := int32(0)
		for _, s := range support[i] {
			if s.Weight > most || s.Weight == most && s.Issue < keywords[i].Issue {
				most, keywords[i].Issue = s.Weight, s.Issue
			}
		}
	}
	if len(t.Text) > scratch.Long {
		*r = Ranker{}
	}
	return keywords
}

// collect finds the stems that can be keywords.
func (r *Ranker) collect(t *token.Table, ignored []string) {
	candidates := r.candidates[:0]
	r.bySpelling, r.byStem = scratch.Zeros(r.bySpelling, len(t.Spellings)), scratch.Zeros(r.byStem, len(t.Spellings))
	for i := range t.Spellings {
		s := &t.Spellings[i]
		r.bySpelling[i] = -1
		if s.Kind != token.Word || t.HasSpelling(int32(i), language.StopWords) || slices.Contains(ignored, s.Stem) || utf8.RuneCountInString(s.Stem) < 2 {
			continue
		}
		if r.byStem[s.First] == 0 {
			candidates = append(candidates, candidate{first: s.First})
			r.byStem[s.First] = int32(len(candidates))
		}
		r.bySpelling[i] = r.byStem[s.First] - 1
		candidates[r.bySpelling[i]].spellings++
	}
	r.candidates = candidates
}

// add adds what a term says for issues to a list with one posting for each.
func add(list []pack.Posting, m *model.Matcher, postings []pack.Posting) []pack.Posting {
	for _, posting := range postings {
		if posting.Weight <= 0 || m.IsNone(posting.Issue) {
			continue
		}
		at := slices.IndexFunc(list, func(s pack.Posting) bool { return s.Issue == posting.Issue })
		if at < 0 {
			list = append(list, posting)
		} else {
			list[at].Weight += posting.Weight
		}
	}
	return list
}

// insert puts a candidate into the list of the best, which keeps Most of them;
// of equals the first stays first.
func insert(best []int32, candidates []candidate, id int32) []int32 {
	weight := candidates[id].weight
	if len(best) < Most {
		best = append(best, id)
	} else if weight > candidates[best[Most-1]].weight {
		best[Most-1] = id
	} else {
		return best
	}
	for i := len(best) - 1; i > 0 && weight > candidates[best[i-1]].weight; i-- {
		best[i], best[i-1] = best[i-1], best[i]
	}
	return best
}

// weigh sets the weight of a stem of a level.
func (c *candidate) weigh(level uint8) {
	c.weight = int64(log2(int(c.count)+1)-8) * int64(level)
	// What says what the text is about stands before what happens to be rare.
	if c.evident {
		c.weight = c.weight * 3 / 2
	}
	if c.prominent {
		c.weight = c.weight * 5 / 4
	}
}

// log2 returns the binary logarithm of n >= 1 in sixteenths, rounded down
// between the powers of two along a line.
func log2(n int) int {
	whole := bits.Len(uint(n)) - 1
	return whole*16 + (n<<4>>whole - 16)
}

// countForm counts one more mention of a form.
func countForm(list []Form, s *token.Spelling) []Form {
	i := slices.IndexFunc(list, func(f Form) bool { return f.folded == s.Folded })
	if i < 0 {
		i = len(list)
		list = append(list, Form{Text: s.Text, folded: s.Folded})
	}
	list[i].Count++
	if s.Text == s.Folded {
		list[i].Text = s.Text
	}
	return list
}

// sortForms puts the most frequent first; of equals the first stays first.
func sortForms(list []Form) {
	for i := range list {
		for j := i; j > 0 && list[j].Count > list[j-1].Count; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}
