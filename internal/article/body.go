package article

import "strings"

// The weights of lines in the search for the body. A line of running text
// weighs as much as it has words; what stands between the paragraphs of an
// article is short and rare, what stands around it is short and plenty.
const (
	mostProse  = 60  // of a paragraph at most
	shortSaid  = 4   // of a sentence too short to be running text: "He laughed."
	listItem   = 2   // of an item of a list with marks
	codeLine   = -1  // of program code, tables, figures
	shortLine  = -3  // of any other short line: a heading, a link, a label
	linkLine   = -6  // of one that is repeated, cut off or a phrase of news sites
	mostGap    = -75 // of short lines in a row, together
	enoughText = 60  // of a body that may be taken for the whole article
)

// How much running text must come after a line that introduces what is no part
// of the article, for the article to go on: "Read more" stands in the middle of
// articles, "You may like" seldom does.
const (
	boxCost     = 25
	sectionCost = 150
)

// weight says how much a line speaks for the body.
func (l *line) weight() int {
	switch {
	case l.reason != "" || l.cutOff:
		return linkLine
	case l.prose():
		if l.repeats > 1 {
			return min(l.words, mostProse) / 4
		}
		return min(l.words, mostProse)
	case l.sentence && l.words > 1:
		return shortSaid
	case l.bullet && l.words > 2 && l.repeats == 1:
		return listItem
	case l.code:
		return codeLine
	case l.repeats > 1:
		return linkLine
	case l.words >= 14:
		return 0
	}
	return shortLine
}

// findBody finds the lines from which to which the article runs: those with
// the largest sum of weights (Bentley, "Programming Pearls", column 8), in the
// spirit of the densest segment of Finn, Kushmerick and Smyth, "Fact or
// Fiction" (DELOS 2001). Readers' comments are running text, too: what comes
// after the first sign of them, or of the page's end, is another text, which
// must weigh twice as much to be taken for the article.
func (r *repair) findBody() {
	r.first, r.last = len(r.lines), -1
	best, sum, start := 0, 0, 0
	gap := 0  // weight of the short lines since the last paragraph
	debt := 0 // what must come before the text goes on beyond a section's end
	closed := false
	for i := range r.lines {
		l := &r.lines[i]
		if best >= enoughText && l.closes() {
			closed = true
		}
		if sum <= 0 || closed && l.closes() || l.divides() {
			sum, start, gap, debt = 0, i, 0, 0
		}
		weight := l.weight()
		switch {
		case l.introduces() && l.box():
			debt = max(debt, boxCost)
		case l.introduces():
			debt = max(debt, sectionCost)
		case l.prose():
			gap = 0
			debt = max(0, debt-weight)
		case weight < 0:
			weight = max(weight, mostGap-gap)
			gap += weight
		}
		sum += weight
		if debt == 0 && (sum > best && !closed || sum > 2*best) {
			best, r.first, r.last = sum, start, i
		}
	}
}

// divides says whether a line belongs to each of several texts, as the number
// of comments does in a list of teasers.
func (l *line) divides() bool { return l.reason == Comments && l.alike > 2 }

// closes says whether the article ends before a line, if there was one.
func (l *line) closes() bool { return l.reason == Comments || l.copyright }

// readBody classes the lines among the running text.
func (r *repair) readBody() {
	for i := r.first; i <= r.last; i++ {
		l := &r.lines[i]
		switch {
		case r.recognise(l), l.prose(), r.readByline(l):
		case l.headingLike() && i < r.last && r.lines[i+1].prose():
			l.role = Heading
		}
	}
}

// readTail classes the lines after the running text.
func (r *repair) readTail() {
	const few = 2 // lines that a clean text may end with
	if r.last < 0 {
		return
	}
	reason := Reason("")
	for i := r.last + 1; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.introduces() {
			reason = l.reason
		}
		switch {
		case r.recognise(l):
		case reason != "":
			l.removed = reason
		case r.readByline(l):
		case l.cutOff || l.repeats > 1:
			l.removed = Related
		case !r.noisy, len(r.lines)-r.last-1 <= few && l.words > 2:
		case l.prose():
			l.removed = Boilerplate
		default:
			l.removed = Navigation
		}
	}
}

// introduces says whether what follows a line with a cue leaves with it: "Read
// more" alone on its line does that, "Read more: how bread got dear" does not.
func (l *line) introduces() bool {
	return (l.reason == Related || l.reason == Comments) && l.words <= 5
}

// box says whether a line introduces a box of links that the article runs
// around, rather than what comes after it.
func (l *line) box() bool {
	return strings.HasPrefix(l.key, "read more") || strings.HasPrefix(l.key, "also read") || strings.HasPrefix(l.key, "see also")
}
