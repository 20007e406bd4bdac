package analysis

import (
	"slices"

	"rubricator/internal/article"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/token"
)

// mostExplained is how many issues an explanation compares.
const mostExplained = 5

// An Explanation says what a sentence speaks for and by which words.
type Explanation struct {
	Text     string
	Pack     *pack.Pack
	Sentence token.Span // empty where there is none
	// Issues are what the sentence would be about if it stood alone, the best
	// first; the second is the runner-up.
	Issues []Weight
	Terms  []Contribution // in text order
}

// A Weight is what something says for an issue, or against it.
type Weight struct {
	Issue  int32 // index in Pack.Issues; a general one stands for its whole major
	Weight int32 // in the unit of the pack
}

// A Contribution is what one occurrence of a term says for the issues that are
// compared, and against them.
type Contribution struct {
	token.Span
	Weights []Weight
}

// Explain weighs the sentence that has the byte at an offset. The explanation
// is empty where no sentence of the article has it. Errors and edits are those
// of Analyze.
func (a *Analyzer) Explain(text string, at int32, edits ...article.Edit) (*Explanation, error) {
	d, err := a.read(text, edits)
	if err != nil {
		return nil, err
	}
	defer a.rest(len(text))
	p := a.model.Pack()
	e := &Explanation{Text: text, Pack: p}
	for i := range d.sentences {
		s := &d.sentences[i]
		if at < s.Start || at >= s.End {
			continue
		}
		e.Sentence = s.Span
		var inside []model.Occurrence
		for _, o := range d.occurrences {
			if int(o.Sentence) == i {
				inside = append(inside, o)
			}
		}
		e.Issues = leading(a.model, inside)
		for _, o := range inside {
			if weights := a.compared(a.model.Postings(o.Term), e.Issues); len(weights) > 0 {
				e.Terms = append(e.Terms, Contribution{o.Span, weights})
			}
		}
	}
	return e, nil
}

// leading lists the issues that occurrences weigh most for.
func leading(m *model.Model, occurrences []model.Occurrence) []Weight {
	p := m.Pack()
	var list []Weight
	for issue, weight := range model.NewWeigher(m).Weigh(occurrences, nil).Issues {
		if weight == 0 || p.Issues[issue].Major == p.None() {
			continue
		}
		list = append(list, Weight{int32(issue), weight})
		for i := len(list) - 1; i > 0 && list[i].Weight > list[i-1].Weight; i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		list = list[:min(len(list), mostExplained)]
	}
	return list
}

// compared are those postings that are for one of the issues, or for its major.
func (a *Analyzer) compared(postings []pack.Posting, issues []Weight) []Weight {
	p := a.model.Pack()
	var list []Weight
	for _, posting := range postings {
		of := &p.Issues[posting.Issue]
		if slices.ContainsFunc(issues, func(w Weight) bool {
			return w.Issue == posting.Issue || of.General && p.Issues[w.Issue].Major == of.Major
		}) {
			list = append(list, Weight{posting.Issue, posting.Weight})
		}
	}
	return list
}
