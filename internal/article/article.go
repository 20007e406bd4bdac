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
	"slices"

	"rubricator/internal/sentence"
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
	Boilerplate   Reason = "boilerplate" // running text that is none of the article's
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
	Edited bool // a reader took it out; see Edit
}

// An Action is what a reader does with a part of the paste.
type Action uint8

const (
	PutBack  Action = iota // what was removed belongs to the article
	LeaveOut               // it is no part of the article
	Join                   // the heading that was cut out of a paragraph belongs to it
)

// An Edit is a reader's word on a part of the paste, which stands above what
// Repair finds.
type Edit struct {
	token.Span
	Action Action
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
	Restored  []token.Span // what edits put back, in text order
}

// Repair reads the structure of a text. A text of one line loses nothing and has
// no title. The empty text gives an empty article.
//
// An edit puts back all removed lines that it touches; leaves out all blocks, or
// joins all headings glued into a paragraph, of which it has the start. Of edits
// of the same part the last counts.
func Repair(t *token.Table, edits ...Edit) *Article {
	r := repair{Table: t, lines: lines(t)}
	r.measure()
	r.findBody()
	if len(r.lines) > 1 {
		r.findTitle()
		r.readHead()
		r.readBody()
		r.readTail()
	}
	r.restore(edits)
	r.findHeadings(edits)
	a := r.article()
	a.leaveOut(edits)
	return a
}

// repair is the state of one Repair: the lines of the text, each of which gets
// a role or a reason to be removed.
type repair struct {
	*token.Table
	lines       []line
	title       int  // index of the title's line, -1 for none
	noisy       bool // something shows that more than an article was copied
	first, last int  // the lines from and to which running text goes; last < first for none
	published   *Name
	byline      *Name
	source      *Name
	inline      []candidate // the headings glued into paragraphs, in text order
	census
	// Memory that is used again.
	sentences []sentence.Sentence // of each
	cutList   []candidate         // of each
}

// article turns the classed lines into blocks and removed parts.
func (r *repair) article() *Article {
	a := &Article{Byline: r.byline, Published: r.published, Source: r.source, Blocks: make([]Block, 0, len(r.lines)+2*len(r.inline))}
	for i := range r.lines {
		l := &r.lines[i]
		if l.restored {
			a.Restored = append(a.Restored, l.Span)
		}
		switch {
		case l.removed != "":
			// Neighbours that left for the same reason are one part.
			if n := len(a.Removed); n > 0 && i > 0 && r.lines[i-1].removed == l.removed && l.removed != RepeatedTitle {
				a.Removed[n-1].End = l.End
			} else {
				a.Removed = append(a.Removed, Removal{Span: l.Span, Reason: l.removed})
			}
		case l.role == Paragraph:
			a.Blocks = r.splitHeadings(a.Blocks, l.Span)
		default:
			a.Blocks = append(a.Blocks, Block{Span: l.Span, Role: l.role})
		}
	}
	return a
}

// restore puts back what edits keep.
func (r *repair) restore(edits []Edit) {
	for i := range r.lines {
		l := &r.lines[i]
		if action, ok := decision(edits, func(e token.Span) bool { return e.Start < l.End && l.Start < e.End }); ok && action == PutBack && l.removed != "" {
			l.removed, l.restored = "", true
		}
	}
}

// leaveOut takes out what edits do not keep.
func (a *Article) leaveOut(edits []Edit) {
	blocks := a.Blocks[:0]
	for _, b := range a.Blocks {
		if action, ok := decision(edits, func(e token.Span) bool { return has(e, b.Start) }); !ok || action != LeaveOut {
			blocks = append(blocks, b)
			continue
		}
		at := 0
		for at < len(a.Removed) && a.Removed[at].Start < b.Start {
			at++
		}
		a.Removed = slices.Insert(a.Removed, at, Removal{b.Span, Boilerplate, true})
	}
	a.Blocks = blocks
}

// decision returns what the last edit of a part says: PutBack or LeaveOut.
func decision(edits []Edit, applies func(token.Span) bool) (action Action, ok bool) {
	for _, e := range edits {
		if e.Action != Join && applies(e.Span) {
			action, ok = e.Action, true
		}
	}
	return action, ok
}

// has says whether a span has an offset.
func has(s token.Span, at int32) bool { return s.Start <= at && at < s.End }
