package article

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"rubricator/internal/figure"
	"rubricator/internal/scratch"
	"rubricator/internal/token"
)

// A line is a line of the paste that has at least one token.
type line struct {
	token.Span        // from its first token to its last
	text       string // what it says
	first, end int    // its tokens
	words      int    // words and numbers among them
	numbers    int    // numbers alone
	width      int    // in characters, of a line that can be wrapped
	code       bool   // it has many marks or no capital at its start, as code and tables
	blank      bool   // an empty line stands before it
	sentence   bool   // it ends as a sentence does
	cutOff     bool   // it ends in "..."
	copyright  bool   // it is the notice of an owner
	crumbs     bool   // it is a path through a site
	bullet     bool   // it starts with the mark or the number of a list
	key        string // folded words, of lines that can have a cue or be a title
	bare       string // the same without digits
	said       uint64 // a hash of what it says
	repeats    int    // how many lines of the text have this key
	alike      int    // how many have it but for numbers
	reason     Reason // why it would leave as a fixed phrase of news sites; see cue

	role     Role
	removed  Reason // empty: it stays
	restored bool   // an edit put it back
}

// readLines cuts the text at its line breaks (LF, CR, CRLF, U+2028, U+2029).
func (r *repair) readLines() {
	t := r.Table
	list := slices.Grow(r.lines[:0], 16+len(t.Text)/256)
	start, end := 0, int32(0)
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		// Between most tokens is nothing or one space.
		if tok.Start > end && (tok.Start > end+1 || t.Text[end] != ' ') && i > 0 && lineBreaks(t.Text[end:tok.Start]) > 0 {
			list = append(list, newLine(t, start, i))
			start = i
		}
		end = tok.End
	}
	if start < len(t.Tokens) {
		list = append(list, newLine(t, start, len(t.Tokens)))
	}
	r.lines = unwrap(t, list)
}

func newLine(t *token.Table, first, end int) line {
	l := line{first: first, end: end, Span: token.Span{Start: t.Tokens[first].Start, End: t.Tokens[end-1].End}}
	l.text = t.Text[l.Start:l.End]
	l.bullet = isBullet(t.Mark(first)) && end-first > 1 ||
		t.Tokens[first].Kind == token.Number && end-first > 2 && (t.Mark(first+1) == '.' || t.Mark(first+1) == ')')
	if l.width = len(l.text); l.width <= utf8.UTFMax*widest {
		l.width = utf8.RuneCountInString(l.text)
	}
	l.blank = first == 0 || lineBreaks(t.Text[t.Tokens[first-1].End:l.Start]) > 1
	marks := 0
	for i := first; i < end; i++ {
		switch t.Tokens[i].Kind {
		case token.Mark:
			marks++
		case token.Number:
			l.numbers++
		}
	}
	l.words = end - first - marks
	l.code = end-first >= 5 && 2*l.words <= end-first || !t.Capital(first)
	l.readEnd()
	return l
}

func isBullet(mark rune) bool {
	switch mark {
	case '-', '–', '—', '+', '*', '•', '·', '◦', '▪':
		return true
	}
	return false
}

// readEnd finds how the line ends.
func (l *line) readEnd() {
	bare := strings.TrimRight(l.text, "\"'”’»)] ")
	l.cutOff = strings.HasSuffix(bare, "...") || strings.HasSuffix(bare, "…") ||
		strings.HasSuffix(bare, "Read more") || strings.HasSuffix(bare, "Read More")
	l.sentence = !l.cutOff && bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".!?")
}

// join makes one line of two that follow each other.
func (l *line) join(t *token.Table, next *line) {
	l.End, l.end = next.End, next.end
	l.text = t.Text[l.Start:l.End]
	l.words += next.words
	l.numbers += next.numbers
	l.readEnd()
}

// lineBreaks counts the line breaks in a gap between tokens.
func lineBreaks(gap string) int {
	if gap == "" || gap == " " {
		return 0 // nearly all of them
	}
	return strings.Count(gap, "\n") + strings.Count(gap, "\r") - strings.Count(gap, "\r\n") +
		strings.Count(gap, "\u2028") + strings.Count(gap, "\u2029")
}

// measure finds for each line what it says, how often the text has it, and
// whether it is a phrase of news sites.
func (r *repair) measure() {
	r.readKeys()
	r.said = r.said.emptied(2 * len(r.lines))
	for i := range r.lines {
		l := &r.lines[i]
		l.copyright, l.crumbs = l.isCopyright(), isCrumbs(l)
		l.reason = l.cue()
		r.said.at(l.said).times++
		if l.words <= cueLength && l.bare != l.key {
			r.said.at(maphash.String(seed, l.bare)).times++
		}
	}
	for i := range r.lines {
		l := &r.lines[i]
		l.repeats = r.said.at(l.said).times
		if l.reason == Comments {
			l.alike = r.said.at(maphash.String(seed, l.bare)).times
		}
		if l.key == "reply" && l.repeats > 1 {
			l.reason = Comments // below each of them
		}
		r.noisy = r.noisy || l.reason != "" || l.repeats > 1 && l.words > 2 || l.cutOff || l.copyright || l.crumbs
	}
}

// seed is that of all hashes: nobody can write lines that only seem to repeat.
var seed = maphash.MakeSeed()

// A tally counts what is told apart by its hash: an open hash table, at most half
// full.
type tally []counted

type counted struct {
	hash  uint64
	times int // 0 for an empty slot
}

// emptied returns a tally for up to n things, in the memory of this one.
func (t tally) emptied(n int) tally {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return scratch.Zeros(t, size)
}

// at returns what is counted of a hash.
func (t tally) at(hash uint64) *counted {
	mask := uint64(len(t) - 1)
	at := hash & mask
	for t[at].times > 0 && t[at].hash != hash {
		at = (at + 1) & mask
	}
	t[at].hash = hash
	return &t[at]
}

// readKeys sets the keys of the lines, parts of one string, and the hash of what
// each line says; that of a long line, of which no rule asks for more than
// whether it comes again, is of its text.
func (r *repair) readKeys() {
	buffer, ends := r.keys[:0], r.ends[:0]
	for i := range r.lines {
		l := &r.lines[i]
		start := len(buffer)
		if l.words > longestCue {
			l.said = maphash.String(seed, l.text)
		} else {
			buffer = r.appendKey(buffer, l)
			l.said = maphash.Bytes(seed, buffer[start:])
		}
		if !l.isKeyed() {
			buffer = buffer[:start]
		}
		end, bare := len(buffer), -1 // for a key without digits
		if key := buffer[start:]; slices.ContainsFunc(key, isDigit) {
			buffer = appendWithoutDigits(buffer, key)
			bare = len(buffer)
		}
		ends = append(ends, [2]int{end, bare})
	}
	r.keys, r.ends = buffer, ends
	keys, start := string(buffer), 0
	for i := range r.lines {
		l := &r.lines[i]
		l.key = keys[start:ends[i][0]]
		l.bare, start = l.key, ends[i][0]
		if end := ends[i][1]; end >= 0 {
			l.bare, start = keys[start:end], end
		}
	}
}

// appendKey appends what a line says without case, marks and spaces.
func (r *repair) appendKey(key []byte, l *line) []byte {
	start := len(key)
	for i := l.first; i < l.end; i++ {
		if id := r.Tokens[i].Spelling; id >= 0 {
			if len(key) > start {
				key = append(key, ' ')
			}
			key = append(key, r.Spellings[id].Folded...)
		}
	}
	return key
}

// isKeyed says whether a rule may ask what the line says. Running text of more
// words than a title and any fixed phrase is left out, which is most of a text.
func (l *line) isKeyed() bool {
	return l.words <= longestCue && !(l.sentence && l.words > longestTitle && l.words-l.numbers > longestPhrase)
}

// prose says whether a line is running text: a sentence of some length, or so
// long that it can be nothing else.
func (l *line) prose() bool {
	return l.sentence && l.words >= 8 || !l.cutOff && l.words >= 30
}

// longestTitle is how many words a title has at most.
const longestTitle = 30

// titleLike says whether a line can be a title.
func (l *line) titleLike() bool {
	return l.words >= 2 && l.words <= longestTitle && !l.cutOff && !strings.HasSuffix(l.text, ".")
}

// headingLike says whether a line can be a heading.
func (l *line) headingLike() bool {
	return l.words >= 1 && l.words <= 14 && !l.cutOff && !strings.ContainsAny(l.text[len(l.text)-1:], ".!,;")
}

// isCopyright says whether a line is the notice of an owner, and no running
// text.
func (l *line) isCopyright() bool {
	if l.words > 40 || l.prose() {
		return false
	}
	if _, after, ok := strings.Cut(l.text, "©"); ok && strings.ContainsAny(after[:min(len(after), 5)], "12") {
		return true
	}
	return strings.HasPrefix(l.key, "copyright") || strings.HasPrefix(l.text, "©") || strings.HasPrefix(l.text, "(c) ") || strings.HasPrefix(l.text, "(C) ") ||
		strings.Contains(l.key, "all rights reserved")
}

// isCrumbs says whether a line is a path through a site: short parts between
// at least two separators.
func isCrumbs(l *line) bool {
	if l.words > 60 || l.sentence {
		return false
	}
	for _, separator := range []string{"/", ">", "›", "»", "→", "|"} {
		parts := strings.Count(l.text, separator) + 1
		if parts < 3 {
			continue
		}
		short := 0
		for part := range strings.SplitSeq(l.text, separator) {
			words := 0
			for range strings.FieldsSeq(part) {
				words++
			}
			if words >= 1 && words <= 3 {
				short++
			}
		}
		// The last part may be the title.
		if short >= parts-1 {
			return true
		}
	}
	return false
}

// isByline says whether a line names who wrote the article, and no more.
func isByline(l *line) bool {
	const byline = 12 // words
	return l.words >= 2 && l.words <= byline && !l.sentence &&
		(strings.HasPrefix(l.key, "by ") || strings.HasPrefix(l.key, "written by ") || strings.HasPrefix(l.key, "reporting by "))
}

// dateLine returns the date of a line that holds one and little else, nil for
// any other.
func (r *repair) dateLine(l *line) *figure.Date {
	const others = 8 // words beside the date: a name, an agency, "updated"
	if l.words > others+3 || l.sentence || l.code && l.words > 4 {
		return nil
	}
	return figure.FindDate(r.Table, l.first, l.end)
}

// readByline removes a line with the author's name or the date and takes both
// from it; others it leaves as they are.
func (r *repair) readByline(l *line) bool {
	date := r.dateLine(l)
	if date == nil {
		if !isByline(l) {
			return false
		}
		date = figure.FindDate(r.Table, l.first, l.end)
	}
	l.removed = BylineLine
	from := l.first
	for from < l.end && (r.Tokens[from].Spelling < 0 || r.In(from, bylineWords)) {
		from++
	}
	if date != nil && r.published == nil {
		r.published = &Name{date.Span, date.Day}
	}
	if r.byline != nil {
		return true
	}
	// The name: capitalised words at the start of the line.
	to := from
	for to < l.end && r.Tokens[to].Kind == token.Word && (r.Capital(to) && figure.Month(r.Folded(to)) == 0 && !r.In(to, bylineStops) ||
		to > from && (r.Folded(to) == "and" || r.Folded(to) == "de" || r.Folded(to) == "van" || r.Folded(to) == "von")) {
		to++
		// A hyphen or a point may stand inside a name: "Jean-Luc", "J. R.".
		if to+1 < l.end && r.Tokens[to].Kind == token.Mark && (r.Mark(to) == '-' || r.Mark(to) == '.') && r.Capital(to+1) {
			to++
		}
	}
	if words := to - from; words >= 2 || words == 1 && strings.HasPrefix(l.key, "by ") {
		span := token.Span{Start: r.Tokens[from].Start, End: r.Tokens[to-1].End}
		r.byline = &Name{span, r.Text[span.Start:span.End]}
	}
	return true
}

// readSource takes the owner's name from a copyright line: what stands between
// the copyright sign or year and the first mark.
func (r *repair) readSource(l *line) {
	if r.source != nil {
		return
	}
	from := l.first
	for from < l.end && (r.Tokens[from].Kind != token.Word || r.In(from, copyrightWords)) {
		from++
	}
	to := from
	for to < l.end && r.Tokens[to].Kind == token.Word && !r.In(to, copyrightStops) {
		to++
	}
	if to > from && to-from <= 6 {
		span := token.Span{Start: r.Tokens[from].Start, End: r.Tokens[to-1].End}
		r.source = &Name{span, r.Text[span.Start:span.End]}
	}
}
