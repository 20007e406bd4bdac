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

	"rubricator/internal/scratch"
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

// A Repairer repairs one text after the other, in the same memory. Its zero
// value is ready to use. It is not safe for concurrent use.
type Repairer struct {
	lines   []line
	notes   []note      // on each spelling
	inline  []candidate // the headings glued into paragraphs, in text order
	blocks  []Block
	removed []Removal
	// Of the lines' keys.
	keys []byte   // one after the other
	ends [][2]int // in keys; see readKeys
	said tally
	// Of the title: the keys of the breadcrumbs before the running text.
	crumbs []string
	// Of the paragraph and the sentence at hand.
	sentences []sentence.Sentence
	cutList   []candidate
}

// mostLines is from how many lines on a text counts as long, however short they
// are.
const mostLines = 1 << 14

// Repair reads the structure of a text. A text of one line loses nothing and has
// no title. The empty text gives an empty article.
//
// An edit puts back all removed lines that it touches; leaves out all blocks, or
// joins all headings glued into a paragraph, of which it has the start. Of edits
// of the same part the last counts.
func (m *Repairer) Repair(t *token.Table, edits ...Edit) *Article {
	r := repair{Repairer: m, Table: t, title: -1}
	r.readLines()
	r.notes = scratch.Zeros(r.notes, len(t.Spellings))
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
	m.forget(t)
	return a
}

// forget lets go of a text: lines have parts of it.
func (m *Repairer) forget(t *token.Table) {
	clear(m.lines)
	clear(m.crumbs)
	if len(t.Text) > scratch.Long || len(m.lines) > mostLines {
		*m = Repairer{}
	}
}

// repair is the state of one Repair. Each line of the text gets a role or a
// reason to be removed.
type repair struct {
	*Repairer
	*token.Table
	title       int  // index of the title's line, -1 for none
	noisy       bool // something shows that more than an article was copied
	first, last int  // the lines from and to which running text goes; last < first for none
	published   *Name
	byline      *Name
	source      *Name
	counted     bool  // the census is taken
	stamp       int32 // number of the last search for words that come again; see recurs
}

// A note is what is known of a spelling of the text. That of the first spelling
// of a stem has what is known of the stem.
type note struct {
	inBody bool  // the running text has the stem
	start  uint8 // how the word starts a sentence, plus one, 0 if nobody asked; see start
	stamp  int32 // of the search that saw the stem last; see recurs
	// Of the census.
	inside bool  // it stands with a capital after a function word in lower case
	next   int32 // the next spelling of the same stem, 0 for none
	last   int32 // the last spelling of the stem
}

// article turns the classed lines into blocks and removed parts.
func (r *repair) article() *Article {
	a := &Article{Byline: r.byline, Published: r.published, Source: r.source}
	r.blocks, r.removed = r.blocks[:0], r.removed[:0]
	inline := r.inline // from the line at hand on
	for i := range r.lines {
		l := &r.lines[i]
		if l.restored {
			a.Restored = append(a.Restored, l.Span)
		}
		switch {
		case l.removed != "":
			// Neighbours that left for the same reason are one part.
			if n := len(r.removed); n > 0 && i > 0 && r.lines[i-1].removed == l.removed && l.removed != RepeatedTitle {
				r.removed[n-1].End = l.End
			} else {
				r.removed = append(r.removed, Removal{Span: l.Span, Reason: l.removed})
			}
		case l.role == Paragraph:
			n := 0
			for n < len(inline) && r.Tokens[inline[n].first].Start < l.End {
				n++
			}
			r.split(l.Span, inline[:n])
			inline = inline[n:]
		default:
			r.blocks = append(r.blocks, Block{Span: l.Span, Role: l.role})
		}
	}
	a.Blocks, a.Removed = append(a.Blocks, r.blocks...), append(a.Removed, r.removed...)
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
