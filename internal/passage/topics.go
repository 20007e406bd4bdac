package passage

import (
	"slices"

	"rubricator/internal/article"
	"rubricator/internal/model"
)

// A Call says that a passage or an article is about a major or an issue.
type Call struct {
	Index      int   // in Pack.Majors or Pack.Issues
	Share      int32 // of the text, in thousandths
	Strength   int32 // weight of the evidence
	Part       int32 // of the weight of all evidence, in thousandths
	Confidence int32 // that the call is right, in thousandths
	Covered    bool  // issues of an article: not only mentioned in passing
}

// Topics are the majors and issues of a text, the largest share first; both
// empty for a text about no issue.
type Topics struct {
	Majors, Issues []Call
}

// What it takes to be listed and called.
const (
	unnamed          = 110 // weight of what a text says that no term knows
	leastMajor       = 5   // thousandths; a smaller share is left out
	leastIssue       = 10  // thousandths
	leastCall        = 25  // of the major that it says most for, or it is about no issue
	leastMajorWeight = 10  // of what a passage says for a major
	leastIssueWeight = 75  // and for an issue
	covers           = 250 // thousandths of a passage that an issue must have to be covered there
	coversWeight     = 200 // and its weight there
	coversMajor      = 400 // thousandths that the major of a passage must have for its first issue to be covered
	titlePart        = 4   // a title counts as one part in so many of the text
)

// topics weighs the occurrences in one passage.
func topics(m *model.Weigher, occurrences []model.Occurrence, emphasis func(sentence int) int32) Topics {
	return calls(m.Model, m.Weigh(occurrences, emphasis))
}

// calls turns weights into shares. Shares go with the squares of the weights: a
// text has a few words for almost any issue, and they should not take the text
// away from what most of its words are about.
func calls(m *model.Model, w model.Weights) Topics {
	if len(w.Majors) == 0 || slices.Max(w.Majors) < leastCall {
		return Topics{}
	}
	var majors, issues sums
	majors.add(w.Majors, leastMajorWeight)
	for _, g := range w.Groups {
		issues.add(w.Issues[g.First:g.End], leastIssueWeight)
	}
	list := make([]Call, 0, majors.listed+issues.listed)
	list = majors.calls(list, w.Majors, 0, leastMajorWeight)
	last := len(list)
	for _, g := range w.Groups {
		list = issues.calls(list, w.Issues[g.First:g.End], int(g.First), leastIssueWeight)
	}
	t := Topics{list[:last:last], list[last:]}
	finish(m, t.Majors, w.Majors, majors.weight)
	finish(m, t.Issues, w.Issues, issues.weight)
	return t
}

// sums are of the weights of majors or issues.
type sums struct {
	weight, squares int64
	listed          int // how many are worth a call
}

func (s *sums) add(weights []int32, least int32) {
	for _, weight := range weights {
		s.weight += int64(weight)
		s.squares += int64(weight) * int64(weight)
		if weight >= least {
			s.listed++
		}
	}
}

// calls appends the calls of weights, of which the first has an index.
func (s *sums) calls(list []Call, weights []int32, first int, least int32) []Call {
	for i, weight := range weights {
		if weight >= least {
			share := int64(weight) * int64(weight) * 1000 / (s.squares + unnamed*unnamed)
			list = append(list, Call{Index: first + i, Share: int32(share)})
		}
	}
	return list
}

// finish adds to the calls what their evidence weighs, beside the weight of all,
// and how sure that makes them, and sorts them by share.
func finish(m *model.Model, calls []Call, weights []int32, total int64) {
	for i := range calls {
		c := &calls[i]
		c.Strength = weights[c.Index]
		c.Part = int32(int64(c.Strength) * 1000 / (total + unnamed))
	}
	// By insertion: the lists are short, and what is equal stays in the order
	// of the pack.
	for i, c := range calls {
		j := i
		for ; j > 0 && (c.Share > calls[j-1].Share || c.Share == calls[j-1].Share && c.Strength > calls[j-1].Strength); j-- {
			calls[j] = calls[j-1]
		}
		calls[j] = c
	}
	for i := range calls {
		c := &calls[i]
		c.Confidence = m.Pack().Calibration.Confidence(c.Strength, c.Part, i == 0)
	}
}

// leads returns the first issue of a text that is clearly about its major: many
// of its issues may share the words for it, and still the first is covered.
func (t *Topics) leads(m *model.Model) (issue int, ok bool) {
	if len(t.Majors) == 0 || len(t.Issues) == 0 {
		return 0, false
	}
	major, first := &t.Majors[0], &t.Issues[0]
	ok = major.Share >= coversMajor && major.Strength >= coversWeight && m.Pack().Issues[first.Index].Major == major.Index
	return first.Index, ok
}

// Article says what a whole article is about: half of it by the passages'
// shares, each weighed by its length, half by what is said in the whole,
// which knows what passages share; the title counts as one more passage. An
// article deals with an issue as surely as the surest of its passages.
// occurrences and role are as of Segment.
func (s *Segmenter) Article(passages []Passage, occurrences []model.Occurrence, role func(sentence int) article.Role) Topics {
	m := s.Model
	var title []model.Occurrence
	sentence, inTitle := int32(-1), false
	for i := range occurrences {
		if o := &occurrences[i]; o.Sentence != sentence {
			sentence = o.Sentence
			inTitle = role(int(sentence)) == article.Title
		}
		if inTitle {
			title = append(title, occurrences[i])
		}
	}
	said := Topics{} // in the title
	if len(title) > 0 {
		said = topics(s.Weigher, title, nil)
	}
	total := s.Weigh(occurrences, nil)
	majors := make([]int64, len(total.Majors))
	issues := make([]int64, len(total.Issues))
	sureMajors := make([]int32, len(total.Majors))
	sureIssues := make([]int32, len(total.Issues))
	covered := make([]bool, len(total.Issues))
	length := int64(0)
	add := func(t Topics, n int64) {
		length += n
		for _, c := range t.Majors {
			majors[c.Index] += int64(c.Share) * n
			sureMajors[c.Index] = max(sureMajors[c.Index], c.Confidence)
		}
		for _, c := range t.Issues {
			issues[c.Index] += int64(c.Share) * n
			sureIssues[c.Index] = max(sureIssues[c.Index], c.Confidence)
			covered[c.Index] = covered[c.Index] || c.Share >= covers && c.Strength >= coversWeight
		}
	}
	for i := range passages {
		add(passages[i].Topics, int64(passages[i].Len()))
		if first, ok := passages[i].leads(m); ok {
			covered[first] = true
		}
	}
	add(calls(m, total), length)
	if len(title) > 0 {
		add(said, max(length/titlePart, 1))
	}
	list := func(shares []int64, weights, sure []int32, listed func(i int, share int64) bool) []Call {
		calls := make([]Call, 0, 16)
		var all sums
		all.add(weights, 0)
		for i, share := range shares {
			if listed(i, share) {
				calls = append(calls, Call{Index: i, Share: int32(share / length)})
			}
		}
		finish(m, calls, weights, all.weight)
		for i := range calls {
			calls[i].Confidence = max(calls[i].Confidence, sure[calls[i].Index])
		}
		return calls
	}
	t := Topics{
		list(majors, total.Majors, sureMajors, func(_ int, share int64) bool { return share > 0 && share >= leastMajor*length }),
		// Who looks for something wants to know of one word of it.
		list(issues, total.Issues, sureIssues, func(i int, share int64) bool {
			return share > 0 && share >= leastIssue*length || total.Issues[i] > 0 && m.Pack().IsOwn(i)
		}),
	}
	for i := range t.Issues {
		t.Issues[i].Covered = covered[t.Issues[i].Index]
	}
	return t
}
