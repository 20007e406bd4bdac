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
	Text  string
	Count int
}

// candidate collects one stem.
type candidate struct {
	Keyword
	weight  int64          // of its occurrences; see weigh
	bonus   bool           // it stands in a title or heading
	support []pack.Posting // what the terms say that it stands in, by issue
}

// Rank returns the most significant stems of the sentences, best first, at
// most Most. The occurrences are those in the sentences, in text order.
// prominent says which sentences are a title or heading; stems in ignored are
// left out, as are stop words, numbers and single letters.
//
// The score grows with the logarithm of the frequency in the text and falls
// with that of the frequency in ordinary news (Spärck Jones, "A statistical
// interpretation of term specificity", J. Documentation 28, 1972, with damped
// term frequency). It is computed in integers.
func Rank(m *model.Model, t *token.Table, sentences []sentence.Sentence, occurrences []model.Occurrence, prominent func(i int) bool, ignored map[string]bool) []Keyword {
	stems := map[string]*candidate{}
	var order []*candidate
	// What each spelling counts for, looked up once: a candidate, or nothing.
	bySpelling := make([]*candidate, len(t.Spellings))
	seen := make([]bool, len(t.Spellings))
	next := 0 // first occurrence that may cover the token at hand
	for i, s := range sentences {
		for at := s.First; at < s.Last; at++ {
			tok := t.Tokens[at]
			if tok.Kind != token.Word {
				continue
			}
			c := bySpelling[tok.Spelling]
			if !seen[tok.Spelling] {
				seen[tok.Spelling] = true
				spelling := &t.Spellings[tok.Spelling]
				if !language.IsStopWord(spelling.Folded) && !ignored[spelling.Stem] && utf8.RuneCountInString(spelling.Stem) >= 2 {
					if c = stems[spelling.Stem]; c == nil {
						c = &candidate{Keyword: Keyword{Stem: spelling.Stem, Issue: -1}}
						stems[spelling.Stem] = c
						order = append(order, c)
					}
					bySpelling[tok.Spelling] = c
				}
			}
			if c == nil {
				continue
			}
			c.Mentions = append(c.Mentions, tok.Span)
			c.bonus = c.bonus || prominent(i)
			for next < len(occurrences) && occurrences[next].End <= tok.Start {
				next++
			}
			for _, o := range occurrences[next:] {
				if o.Start > tok.Start {
					break
				}
				if o.End >= tok.End {
					c.add(m.Pack(), &m.Pack().Terms[o.Term])
				}
			}
		}
	}
	var best []*candidate
	for _, c := range order {
		c.weigh(m.Level(c.Stem))
		best = insert(best, c)
	}
	keywords := make([]Keyword, len(best))
	for i, c := range best {
		if c.weight > 0 {
			c.Score = int32(c.weight * 1000 / best[0].weight)
		}
		c.Forms = forms(t, c.Mentions)
		keywords[i] = c.Keyword
	}
	return keywords
}

// insert puts a candidate into the list of the best, which keeps Most of them;
// of equals the first stays first.
func insert(best []*candidate, c *candidate) []*candidate {
	if len(best) < Most {
		best = append(best, c)
	} else if c.weight > best[Most-1].weight {
		best[Most-1] = c
	}
	for i := len(best) - 1; i > 0 && best[i].weight > best[i-1].weight; i-- {
		best[i], best[i-1] = best[i-1], best[i]
	}
	return best
}

// add counts what a term says that the stem stands in.
func (c *candidate) add(p *pack.Pack, term *pack.Term) {
	for _, posting := range term.Postings {
		if posting.Weight <= 0 || p.Issues[posting.Issue].Major == p.None() {
			continue
		}
		at := slices.IndexFunc(c.support, func(s pack.Posting) bool { return s.Issue == posting.Issue })
		if at < 0 {
			c.support = append(c.support, posting)
		} else {
			c.support[at].Weight += posting.Weight
		}
	}
}

// weigh sets the weight of a stem and its issue.
func (c *candidate) weigh(level uint8) {
	best := int32(0)
	for _, s := range c.support {
		if s.Weight > best || s.Weight == best && s.Issue < c.Issue {
			best, c.Issue = s.Weight, s.Issue
		}
	}
	c.weight = int64(log2(len(c.Mentions)+1)-8) * int64(level)
	// What says what the text is about stands before what happens to be rare.
	if best > 0 {
		c.weight = c.weight * 3 / 2
	}
	if c.bonus {
		c.weight = c.weight * 5 / 4
	}
}

// log2 returns the binary logarithm of n >= 1 in sixteenths, rounded down
// between the powers of two along a line.
func log2(n int) int {
	whole := bits.Len(uint(n)) - 1
	return whole*16 + (n<<4>>whole - 16)
}

// forms counts the forms of the mentions.
func forms(t *token.Table, mentions []token.Span) []Form {
	var list []Form
	var folded []string // of each form
	for _, span := range mentions {
		text := t.Text[span.Start:span.End]
		fold := token.Fold(text)
		i := slices.Index(folded, fold)
		if i < 0 {
			i = len(list)
			folded = append(folded, fold)
			list = append(list, Form{Text: text})
		}
		list[i].Count++
		if text == fold {
			list[i].Text = text
		}
	}
	for i := range list {
		for j := i; j > 0 && list[j].Count > list[j-1].Count; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}
