package passage

import (
	"slices"

	"rubricator/internal/article"
	"rubricator/internal/model"
	"rubricator/internal/scratch"
)

// A Call says that a passage or an article is about a major or an issue.
type Call struct {
	Index      int32 // in Pack.Majors or Pack.Issues
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

// appendCalls turns weights into shares, and appends the calls for the majors to a
// list and then those for the issues, from index middle on. Shares go with the
// squares of the weights: a text has a few words for almost any issue, and they
// should not take the text away from what most of its words are about.
func appendCalls(list []Call, m *model.Model, w model.Weights) (all []Call, middle int) {
	if len(w.Majors) == 0 || slices.Max(w.Majors) < leastCall {
		return list, len(list)
	}
	var majors, issues sums
	majors.add(w.Majors)
	for _, g := range w.Groups {
		issues.add(w.Issues[g.First:g.End])
	}
	start := len(list)
	list = majors.calls(list, w.Majors, 0, leastMajorWeight)
	middle = len(list)
	for _, g := range w.Groups {
		list = issues.calls(list, w.Issues[g.First:g.End], g.First, leastIssueWeight)
	}
	finish(m, list[start:middle], w.Majors, majors.weight)
	finish(m, list[middle:], w.Issues, issues.weight)
	return list, middle
}

// sums are of the weights of majors or issues.
type sums struct{ weight, squares int64 }

func (s *sums) add(weights []int32) {
	for _, weight := range weights {
		s.weight += int64(weight)
		s.squares += int64(weight) * int64(weight)
	}
}

// calls appends the calls of weights, of which the first has an index.
func (s *sums) calls(list []Call, weights []int32, first, least int32) []Call {
	for i, weight := range weights {
		if weight >= least {
			share := int64(weight) * int64(weight) * 1000 / (s.squares + unnamed*unnamed)
			list = append(list, Call{Index: first + int32(i), Share: int32(share)})
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
func (t *Topics) leads(m *model.Model) (issue int32, ok bool) {
	if len(t.Majors) == 0 || len(t.Issues) == 0 {
		return 0, false
	}
	major, first := &t.Majors[0], &t.Issues[0]
	ok = major.Share >= coversMajor && major.Strength >= coversWeight && m.Pack().Issues[first.Index].Major == int(major.Index)
	return first.Index, ok
}

// Article says what a whole article is about: half of it by the passages'
// shares, each weighed by its length, half by what is said in the whole,
// which knows what passages share; the title counts as one more passage. An
// article deals with an issue as surely as the surest of its passages.
// occurrences and role are as of Segment.
func (s *Segmenter) Article(passages []Passage, occurrences []model.Occurrence, role func(sentence int) article.Role) Topics {
	s.title = s.title[:0]
	sentence, inTitle := int32(-1), false
	for i := range occurrences {
		if o := &occurrences[i]; o.Sentence != sentence {
			sentence = o.Sentence
			inTitle = role(int(sentence)) == article.Title
		}
		if inTitle {
			s.title = append(s.title, occurrences[i])
		}
	}
	shares := &s.shares
	shares.reset(len(s.Pack().Majors), len(s.Pack().Issues))
	for i := range passages {
		p := &passages[i]
		shares.add(p.Majors, p.Issues, int64(p.Len()))
		if first, ok := p.leads(s.Model); ok {
			shares.issues[first].covered = true
		}
	}
	length := shares.length
	// What is said in the title is weighed first: the weights of the whole are
	// needed to the end.
	title, titleMiddle := s.calls[:0], 0
	if len(s.title) > 0 {
		title, titleMiddle = appendCalls(title, s.Model, s.Weigh(s.title, nil))
	}
	total := s.Weigh(occurrences, nil)
	list, middle := appendCalls(title, s.Model, total)
	shares.add(list[len(title):middle], list[middle:], length)
	if len(s.title) > 0 {
		shares.add(title[:titleMiddle], title[titleMiddle:], max(shares.length/titlePart, 1))
	}
	s.calls = list
	t := Topics{
		s.finished(shares.majors, total.Majors, func(_ int, share int64) bool { return share > 0 && share >= leastMajor*shares.length }),
		// Who looks for something wants to know of one word of it.
		s.finished(shares.issues, total.Issues, func(i int, share int64) bool {
			return share > 0 && share >= leastIssue*shares.length || total.Issues[i] > 0 && s.Pack().IsOwn(i)
		}),
	}
	for i := range t.Issues {
		t.Issues[i].Covered = shares.issues[t.Issues[i].Index].covered
	}
	return t
}

// shares are what parts of a text say together, each by its length.
type shares struct {
	majors, issues []share
	length         int64
}

type share struct {
	sum     int64 // of the shares in the parts, times their lengths
	sure    int32 // the most confidence of a part
	covered bool  // a part covers the issue
}

func (s *shares) reset(majors, issues int) {
	s.majors, s.issues, s.length = scratch.Zeros(s.majors, majors), scratch.Zeros(s.issues, issues), 0
}

// add adds the calls of a part of a length.
func (s *shares) add(majors, issues []Call, length int64) {
	s.length += length
	for i := range majors {
		s.majors[majors[i].Index].add(&majors[i], length)
	}
	for i := range issues {
		c := &issues[i]
		s.issues[c.Index].add(c, length)
		if c.Share >= covers && c.Strength >= coversWeight {
			s.issues[c.Index].covered = true
		}
	}
}

func (s *share) add(c *Call, length int64) {
	s.sum += int64(c.Share) * length
	s.sure = max(s.sure, c.Confidence)
}

// finished returns the calls for what is listed, by its weights in the whole.
func (s *Segmenter) finished(list []share, weights []int32, listed func(i int, sum int64) bool) []Call {
	calls := s.calls[:0]
	var all sums
	all.add(weights)
	for i := range list {
		if sum := list[i].sum; listed(i, sum) {
			calls = append(calls, Call{Index: int32(i), Share: int32(sum / s.shares.length)})
		}
	}
	s.calls = calls
	calls = slices.Clone(calls)
	finish(s.Model, calls, weights, all.weight)
	for i := range calls {
		calls[i].Confidence = max(calls[i].Confidence, list[calls[i].Index].sure)
	}
	return calls
}
