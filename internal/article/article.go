// Package article reads the structure of a pasted article: its title, byline,
// date, source and headings, and what came along with the copy and is no part
// of it.
//
// Input: the token table of the pasted text. Output: an Article whose spans
// point into that text; nothing is changed or deleted. Blocks and removed
// parts are in text order and do not overlap; together they have every token.
//
// The rules look at structure (repetition, length, sentence endings, position)
// and at the fixed phrases of news sites, never at what an article is about.
package article

import (
	"strings"

	"rubricator/internal/token"
)

// Reason tells why a part of the paste is no part of the article.
type Reason string

const (
	RepeatedTitle Reason = "repeated-title"
	Breadcrumb    Reason = "breadcrumb"
	BylineLine    Reason = "byline"
	Copyright     Reason = "copyright"
	Related       Reason = "related"
	Navigation    Reason = "navigation"
	Caption       Reason = "caption"
	Subscription  Reason = "subscription"
	Comments      Reason = "comments"
)

// Role tells what a block of the article is.
type Role uint8

const (
	Paragraph Role = iota
	Title
	Heading
)

// A Block is a paragraph, the title or a heading.
type Block struct {
	token.Span
	Role   Role
	Inline bool // a heading that was glued into a paragraph
}

// A Removal is a part of the paste that is no part of the article.
type Removal struct {
	token.Span
	Reason Reason
}

// A Name is a span with what it says in a normal form: a byline's or source's
// name, a date as YYYY-MM-DD.
type Name struct {
	token.Span
	Text string
}

// An Article is what Repair found. Byline, Published and Source are nil where
// the text has none. They may lie in removed parts.
type Article struct {
	Blocks    []Block
	Removed   []Removal
	Byline    *Name
	Published *Name
	Source    *Name
}

// Repair reads the structure of a text. A text of one line is a text like any
// other: nothing of it is removed, and it has no title. The empty text gives
// an empty article.
func Repair(t *token.Table) *Article {
	r := repair{Table: t, lines: lines(t)}
	r.markProse()
	if len(r.lines) > 1 {
		r.findTitle()
		r.readHead()
		r.readBody()
		r.readTail()
	}
	return r.article()
}

// repair is the state of one Repair: the lines of the text, each of which gets
// a role or a reason to be removed.
type repair struct {
	*token.Table
	lines     []line
	title     int // index of the title's line, -1 for none
	firstBody int // index of the first line of running text, len(lines) for none
	lastBody  int // index of the last one, -1 for none
	published *Name
	byline    *Name
	source    *Name
	lower     map[string]bool // words that occur in lower case; see common
}

// markProse finds where the running text starts and ends.
func (r *repair) markProse() {
	r.title, r.firstBody, r.lastBody = -1, len(r.lines), -1
	seen := map[string]int{}
	for i := range r.lines {
		l := &r.lines[i]
		l.key = r.key(l)
		l.reason = l.cue()
		seen[l.key]++
		if !l.prose() {
			continue
		}
		r.firstBody = min(r.firstBody, i)
		r.lastBody = i
	}
	for i := range r.lines {
		r.lines[i].repeats = seen[r.lines[i].key]
	}
}

// findTitle looks among the lines before the running text: the title is the
// line that is repeated most, or that ends the breadcrumb, or the first one
// that can be a title.
func (r *repair) findTitle() {
	const enough = 5 // words; beyond them, the first line is the likelier title
	best, score := -1, 0
	for i := 0; i < r.firstBody && i < len(r.lines); i++ {
		l := &r.lines[i]
		if !l.titleLike() || l.isCopyright() || r.isDateLine(l) || isCrumbs(l) || l.reason != "" {
			continue
		}
		n := 10*l.repeats + min(l.words, enough)
		for j := 0; j < r.firstBody; j++ {
			if j != i && isCrumbs(&r.lines[j]) && strings.HasSuffix(r.lines[j].key, l.key) {
				n += 10
			}
		}
		if n > score {
			best, score = i, n
		}
	}
	r.title = best
	if best >= 0 {
		r.lines[best].role = Title
	}
}

// readHead classes the lines before the running text.
func (r *repair) readHead() {
	for i := 0; i < r.firstBody && i < len(r.lines); i++ {
		l := &r.lines[i]
		switch {
		case i == r.title:
		case r.title >= 0 && l.key == r.lines[r.title].key:
			l.removed = RepeatedTitle
		case isCrumbs(l):
			l.removed = Breadcrumb
		case r.isDateLine(l) || isByline(l):
			r.readByline(l)
			l.removed = BylineLine
		case l.isCopyright():
			r.readSource(l)
			l.removed = Copyright
		case l.reason != "":
			l.removed = l.reason
		case r.lastBody < 0:
			// No running text at all: a list is as good a text as any.
		case i < r.title && l.words <= 6, l.words <= 2:
			l.removed = Navigation
		}
	}
}

// readBody classes the lines among the running text.
func (r *repair) readBody() {
	for i := r.firstBody; i <= r.lastBody; i++ {
		l := &r.lines[i]
		switch {
		case r.title >= 0 && l.key == r.lines[r.title].key:
			l.removed = RepeatedTitle
		case l.reason != "":
			if l.introduces() && !r.continues(i) {
				r.lastBody = i - 1 // the rest is the tail
			} else {
				l.removed = l.reason
			}
		case l.prose():
		case l.isCopyright():
			r.readSource(l)
			l.removed = Copyright
		case r.isDateLine(l) || isByline(l):
			r.readByline(l)
			l.removed = BylineLine
		case l.headingLike() && i < r.lastBody && r.lines[i+1].prose():
			l.role = Heading
		}
	}
}

// continues says whether the article goes on after line i: whether there is
// running text there that no teaser has.
func (r *repair) continues(i int) bool {
	const paragraph = 25 // words; teasers are shorter, or cut off
	for _, l := range r.lines[i+1:] {
		if l.prose() && l.words >= paragraph && l.repeats == 1 && !l.cutOff {
			return true
		}
	}
	return false
}

// introduces says whether what follows a line with a cue leaves with it: "Read
// more" alone on its line does that, "Read more: how bread got dear" does not.
func (l *line) introduces() bool {
	return (l.reason == Related || l.reason == Comments) && l.words <= 5
}

// readTail classes the lines after the running text.
func (r *repair) readTail() {
	if r.lastBody < 0 {
		return
	}
	reason := Reason("")
	for i := r.lastBody + 1; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.introduces() {
			reason = l.reason
		}
		switch {
		case r.title >= 0 && l.key == r.lines[r.title].key:
			l.removed = RepeatedTitle
		case l.isCopyright():
			r.readSource(l)
			l.removed = Copyright
		case l.reason != "":
			l.removed = l.reason
		case reason != "":
			l.removed = reason
		case r.isDateLine(l):
			r.readByline(l)
			l.removed = BylineLine
		case l.cutOff || l.repeats > 1:
			l.removed = Related
		case l.words <= 2:
			l.removed = Navigation
		}
	}
}

// article turns the classed lines into blocks and removed parts.
func (r *repair) article() *Article {
	a := &Article{Byline: r.byline, Published: r.published, Source: r.source}
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case l.removed != "":
			// Neighbours that left for the same reason are one part.
			if n := len(a.Removed); n > 0 && i > 0 && r.lines[i-1].removed == l.removed && l.removed != RepeatedTitle {
				a.Removed[n-1].End = l.End
			} else {
				a.Removed = append(a.Removed, Removal{l.Span, l.removed})
			}
		case l.role == Paragraph:
			a.Blocks = append(a.Blocks, r.splitHeadings(l.Span)...)
		default:
			a.Blocks = append(a.Blocks, Block{Span: l.Span, Role: l.role})
		}
	}
	return a
}
