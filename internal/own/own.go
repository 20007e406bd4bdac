// Package own reads the issues that a reader defines and adds them to an issue
// pack, so that they go through the same engine as its own ones.
//
// Input: a text in UTF-8 of one line for each issue and term, which a page
// writes, and the pack. Output: a pack that has the issues under a major of their own.
// Where terms of the pack overlap with a reader's, both count; of a reader's own
// ones the longest does. A pack extended by issues whose terms a text does not have gives the
// same report on it.
package own

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rubricator/internal/pack"
	"rubricator/internal/stem"
)

// Limits of what Parse takes.
const (
	MaxLength = 64 << 10 // bytes
	MaxIssues = 100
	MaxTerms  = 2000
	MaxLabel  = 60 // characters
	maxWeight = 9
)

// Prefix is what the ids of all own issues start with: no pack has such ids.
const Prefix = "own-"

// An Issue is what a reader wants to find.
type Issue struct {
	ID, Label, Definition string
	Terms                 []Term
}

// A Term is a word or phrase that speaks for the issue, or against it.
type Term struct {
	Weight int32 // points, -9 to 9, not 0
	Words  []Word
}

// A Word is compared by its stem, its form or its form in this very case.
type Word struct {
	Kind pack.Kind
	Text string
}

// Parse reads own issues. A line "issue", a tab, the id, a tab, the label, a tab
// and the definition starts an issue; each line after it is a term: its weight
// in points, a tab and its words with spaces between. A word after "=" is
// compared by its form, one after "==" in this very case, all others by their
// stems; a hyphen or a slash is a space. The empty text gives no issues. Errors
// name the line.
func Parse(text string) ([]Issue, error) {
	if len(text) > MaxLength {
		return nil, fmt.Errorf("own issues: %d bytes, at most %d", len(text), MaxLength)
	}
	var issues []Issue
	terms := 0
	for i, line := range strings.Split(text, "\n") {
		if line == "" {
			continue
		}
		fields := strings.Split(line, "\t")
		var err error
		switch {
		case fields[0] == "issue" && len(fields) == 4:
			issue := Issue{ID: fields[1], Label: fields[2], Definition: fields[3]}
			if err = issue.check(issues); err == nil {
				issues = append(issues, issue)
			}
		case len(fields) == 2 && len(issues) > 0:
			var t Term
			if t, err = parseTerm(fields[0], fields[1]); err == nil {
				last := &issues[len(issues)-1]
				last.Terms = append(last.Terms, t)
				terms++
			}
		default:
			err = fmt.Errorf("neither an issue nor a term of one")
		}
		if err == nil && terms > MaxTerms {
			err = fmt.Errorf("more than %d terms", MaxTerms)
		}
		if err != nil {
			return nil, fmt.Errorf("own issues: line %d: %w", i+1, err)
		}
	}
	return issues, nil
}

// check says what is wrong with an issue that follows others.
func (issue *Issue) check(others []Issue) error {
	id, ok := strings.CutPrefix(issue.ID, Prefix)
	switch {
	case !ok || id == "" || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fmt.Errorf("id %q: %q and lower-case letters, digits and hyphens", issue.ID, Prefix)
	case slices.ContainsFunc(others, func(other Issue) bool { return other.ID == issue.ID }):
		return fmt.Errorf("issue %q comes twice", issue.ID)
	case issue.Label == "" || utf8.RuneCountInString(issue.Label) > MaxLabel:
		return fmt.Errorf("the label of %q must have 1 to %d characters", issue.ID, MaxLabel)
	case len(others) == MaxIssues:
		return fmt.Errorf("more than %d issues", MaxIssues)
	}
	return nil
}

// splits says whether a character stands between words that can be one phrase
// in a text; see token.Token.
func splits(c rune) bool { return c == ' ' || c == '-' || c == '/' }

func parseTerm(weight, phrase string) (t Term, err error) {
	points, err := strconv.Atoi(weight)
	if err != nil || points == 0 || points < -maxWeight || points > maxWeight {
		return t, fmt.Errorf("weight %q is not between -%d and -1 or 1 and %d", weight, maxWeight, maxWeight)
	}
	t.Weight = int32(points)
	for _, word := range strings.FieldsFunc(phrase, splits) {
		w := Word{pack.Stem, word}
		if text, ok := strings.CutPrefix(word, "=="); ok {
			w = Word{pack.Exact, text}
		} else if text, ok := strings.CutPrefix(word, "="); ok {
			w = Word{pack.Surface, text}
		}
		if w.Text == "" {
			return t, fmt.Errorf("%q stands before no word", word)
		}
		t.Words = append(t.Words, w)
	}
	if n := len(t.Words); n == 0 || n > pack.MaxWords {
		return t, fmt.Errorf("%q: a term has 1 to %d words", phrase, pack.MaxWords)
	}
	return t, nil
}

// Extend returns a pack that has the issues beside its own, under a last major
// of the code pack.OwnMajor. The base stays as it is, and is what Extend returns
// where there are no issues.
func Extend(base *pack.Pack, issues []Issue) *pack.Pack {
	if len(issues) == 0 {
		return base
	}
	p := *base
	major := len(p.Majors)
	const label = "Own issues"
	p.Majors = append(slices.Clip(p.Majors), pack.Major{Code: pack.OwnMajor, Label: label})
	// Every major starts with a general issue; no word speaks for this one.
	p.Issues = append(slices.Clip(p.Issues), pack.Issue{ID: "own", Label: label, Major: major, General: true})
	p.Words = slices.Clip(p.Words)
	numbers := make(map[string]int32, len(p.Words))
	for i, word := range p.Words {
		numbers[word] = int32(i)
	}
	lexicon := new(stem.Lexicon)
	var terms []pack.Term
	for _, issue := range issues {
		number := int32(len(p.Issues))
		p.Issues = append(p.Issues, pack.Issue{ID: issue.ID, Label: issue.Label, Definition: issue.Definition, Major: major})
		for _, t := range issue.Terms {
			term := pack.Term{Postings: []pack.Posting{{Issue: number, Weight: t.Weight * pack.Scale}}}
			for _, w := range t.Words {
				key := pack.KeyOf(w.Kind, w.Text, lexicon.Stem)
				if _, ok := numbers[key]; !ok {
					numbers[key] = int32(len(p.Words))
					p.Words = append(p.Words, key)
				}
				term.Words = append(term.Words, numbers[key])
			}
			terms = append(terms, term)
		}
	}
	sort(terms)
	p.Phrases = pack.TermsOf(append(p.Phrases.List(), terms...)...)
	p.Own = len(terms)
	return &p
}

// sort sorts terms by their words. An insertion sort does, for some tens.
func sort(terms []pack.Term) {
	for i := range terms {
		for j := i; j > 0 && slices.Compare(terms[j].Words, terms[j-1].Words) < 0; j-- {
			terms[j], terms[j-1] = terms[j-1], terms[j]
		}
	}
}
