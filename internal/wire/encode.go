// Package wire writes reports as JSON, the form that the page and the command
// line get them in.
//
// Input: a report with byte offsets. Output: one JSON object whose offsets are
// UTF-16 code units, end-exclusive, in the text that was analysed. Offsets
// change their unit here and nowhere else. The order of keys and lists is
// fixed, and numbers are integers or decimals with at most three places, so
// equal reports are equal bytes on every platform.
//
// The JSON is written by hand: encoding/json would make the WebAssembly module
// a tenth larger.
package wire

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/figure"
	"rubricator/internal/pack"
	"rubricator/internal/passage"
	"rubricator/internal/scratch"
	"rubricator/internal/token"
)

// Schema is the version of the report's form.
const Schema = 1

// AppendReport appends the JSON of a report to dst.
func AppendReport(dst []byte, r *analysis.Report) []byte {
	return new(Encoder).AppendReport(dst, r)
}

// An Encoder writes one report after the other, in the same memory. Its zero value
// is ready; it is not safe for concurrent use.
type Encoder struct {
	marks  []int32   // of units
	called fragments // what passages say of issues
	majors fragments // and of majors
	issues fragments // what evidence says of issues
	terms  fragments // and of terms
}

// AppendReport appends the JSON of a report to dst.
func (e *Encoder) AppendReport(dst []byte, r *analysis.Report) []byte {
	w := e.writer(dst, r)
	w.report(r, e)
	e.rest(r)
	return w.buf
}

// SendReport hands over the JSON of a report in parts of some 64 KB, in order:
// nothing else of an analysis is as large as the JSON of a long text. A part is
// whole characters, and valid until send returns.
func (e *Encoder) SendReport(r *analysis.Report, send func(part []byte)) {
	const more = 4 << 10 // a long item
	w := e.writer(make([]byte, 0, partLength+more), r)
	w.send = send
	w.report(r, e)
	send(w.buf)
	e.rest(r)
}

func (e *Encoder) writer(buf []byte, r *analysis.Report) *writer {
	u := newUnits(r.Text, e.marks[:0])
	if u.marks != nil {
		e.marks = u.marks
	}
	return &writer{buf: buf, units: u}
}

// rest lets go what a long text took.
func (e *Encoder) rest(r *analysis.Report) {
	if len(r.Text) > scratch.Long {
		*e = Encoder{}
	}
}

// partLength is from how many bytes on a part is sent, at the next item of a
// list.
const partLength = 64 << 10

func (w *writer) report(r *analysis.Report, e *Encoder) {
	w.open('{')
	w.key("schema").number(Schema)
	w.key("engine").string(analysis.Version)
	w.key("pack")
	w.pack(r.Pack)
	w.key("length").number(int(w.units.at(int32(len(r.Text)))))
	w.key("language").open('{')
	w.key("tag").string(r.Language)
	w.key("confidence").permille(int32(r.Confidence))
	w.close('}')
	w.key("article")
	w.article(r.Article)
	w.key("majors")
	w.majors(r)
	w.key("issues")
	w.issues(r)
	w.key("passages")
	w.passages(r, e)
	w.key("evidence")
	w.evidence(r, e)
	w.key("keywords")
	w.keywords(r)
	w.key("claims")
	w.claims(r)
	w.key("actors")
	w.actors(r)
	w.key("phrases")
	w.phrases(r)
	w.key("figures")
	w.figures(r)
	w.key("quotes")
	w.quotes(r)
	w.close('}')
}

// AppendCatalogue appends the JSON of a pack's majors and issues: what a page
// needs to explain a report.
func AppendCatalogue(dst []byte, p *pack.Pack) []byte {
	w := writer{buf: dst}
	w.open('{')
	w.key("engine").string(analysis.Version)
	w.key("pack")
	w.pack(p)
	w.key("language").string(p.Language)
	w.key("majors").open('[')
	for i, m := range p.Majors {
		if i == p.None() {
			continue
		}
		w.item().open('{')
		w.key("code").number(m.Code)
		w.key("label").string(m.Label)
		w.key("definition").string(m.Definition)
		w.close('}')
	}
	w.close(']')
	w.key("issues").open('[')
	for _, issue := range p.Issues {
		if issue.Major == p.None() {
			continue
		}
		w.item().open('{')
		w.key("id").string(issue.ID)
		w.key("label").string(issue.Label)
		w.key("definition").string(issue.Definition)
		w.key("major").number(p.Majors[issue.Major].Code)
		w.key("cap").number(issue.CAP)
		w.key("mediatopic").stringOrNull(issue.MediaTopic)
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return w.buf
}

// AppendExplanation appends the JSON of an explanation: {"sentence", "issues",
// "terms"}. A weight for a whole major has the issue null.
func AppendExplanation(dst []byte, e *analysis.Explanation) []byte {
	w := writer{buf: dst, units: newUnits(e.Text, nil)}
	w.open('{')
	w.key("sentence")
	if e.Sentence.Len() == 0 {
		w.null()
	} else {
		w.open('{')
		w.span(e.Sentence)
		w.close('}')
	}
	w.key("issues").open('[')
	for _, i := range e.Issues {
		w.item().open('{')
		w.key("id").string(e.Pack.Issues[i.Issue].ID)
		w.key("weight").number(int(i.Weight))
		w.close('}')
	}
	w.close(']')
	w.key("terms").open('[')
	for _, t := range e.Terms {
		w.item().open('{')
		w.span(t.Span)
		w.key("weights").open('[')
		for _, weight := range t.Weights {
			issue := &e.Pack.Issues[weight.Issue]
			w.item().open('{')
			w.key("issue")
			if issue.General {
				w.null()
			} else {
				w.string(issue.ID)
			}
			w.key("major").number(e.Pack.Majors[issue.Major].Code)
			w.key("weight").number(int(weight.Weight))
			w.close('}')
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return w.buf
}

// AppendError appends the JSON of an error: its code, of a small closed set,
// and its message.
func AppendError(dst []byte, code string, err error) []byte {
	w := writer{buf: dst}
	w.open('{')
	w.key("error").open('{')
	w.key("code").string(code)
	w.key("message").string(err.Error())
	w.close('}')
	w.close('}')
	return w.buf
}

func (w *writer) pack(p *pack.Pack) {
	w.open('{')
	w.key("id").string(p.ID)
	w.key("version").string(p.Version)
	w.key("sha256").string(p.SHA256)
	w.close('}')
}

func (w *writer) article(a *article.Article) {
	w.open('{')
	w.key("title")
	title := false
	for _, b := range a.Blocks {
		if b.Role == article.Title && !title {
			title = true
			w.open('{')
			w.span(b.Span)
			w.close('}')
		}
	}
	if !title {
		w.null()
	}
	w.name("byline", "name", a.Byline)
	w.name("published", "date", a.Published)
	w.name("source", "name", a.Source)
	w.key("headings").open('[')
	for _, b := range a.Blocks {
		if b.Role == article.Heading {
			w.item().open('{')
			w.span(b.Span)
			w.key("inline").bool(b.Inline)
			w.close('}')
		}
	}
	w.close(']')
	w.key("removed").open('[')
	for _, removal := range a.Removed {
		w.item().open('{')
		w.span(removal.Span)
		w.key("reason").string(string(removal.Reason))
		if removal.Edited {
			w.key("edited").bool(true)
		}
		w.close('}')
	}
	w.close(']')
	w.key("restored")
	w.spans(a.Restored)
	w.close('}')
}

func (w *writer) name(key, what string, n *article.Name) {
	w.key(key)
	if n == nil {
		w.null()
		return
	}
	w.open('{')
	w.span(n.Span)
	w.key(what).string(n.Text)
	w.close('}')
}

// leastShare is what a major of a passage must have, in thousandths.
const leastShare = 10

func (w *writer) majors(r *analysis.Report) {
	w.open('[')
	for _, c := range r.Topics.Majors {
		m := &r.Pack.Majors[c.Index]
		w.item().open('{')
		w.key("code").number(m.Code)
		w.key("label").string(m.Label)
		w.key("share")
		w.call(c)
	}
	w.close(']')
}

// calls writes the calls of a passage that have a share; open begins the object
// of the one about a major or an issue.
func (w *writer) calls(list []passage.Call, least int32, f *fragments, open func(index int32)) {
	w.open('[')
	for _, c := range list {
		if c.Share < least {
			continue
		}
		w.separate()
		if !f.copy(w, c.Index) {
			open(c.Index)
			w.raw(`,"share":`)
			f.keep(w, c.Index)
		}
		w.call(c)
	}
	w.close(']')
}

// call writes what a call says after the key of its share, and ends its object.
func (w *writer) call(c passage.Call) {
	w.permille(c.Share)
	w.raw(`,"confidence":`).permille(c.Confidence)
	w.close('}')
}

func (w *writer) issues(r *analysis.Report) {
	w.open('[')
	for _, c := range r.Topics.Issues {
		issue := &r.Pack.Issues[c.Index]
		w.item().open('{')
		w.key("id").string(issue.ID)
		w.key("label").string(issue.Label)
		w.key("major").number(r.Pack.Majors[issue.Major].Code)
		w.key("cap").number(issue.CAP)
		w.key("mediatopic").stringOrNull(issue.MediaTopic)
		w.key("share").permille(c.Share)
		w.key("confidence").permille(c.Confidence)
		status := "mentioned"
		if c.Covered {
			status = "covered"
		}
		w.key("status").string(status)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) passages(r *analysis.Report, e *Encoder) {
	e.called.reset(len(r.Pack.Issues))
	e.majors.reset(len(r.Pack.Majors))
	// Headings are numbered as they stand in article.headings; passages know
	// them as blocks.
	number, block := 0, 0
	w.open('[')
	for i := range r.Passages {
		p := &r.Passages[i]
		w.item().open('{')
		w.span(p.Span)
		w.key("heading")
		if p.Heading < 0 {
			w.null()
		} else {
			for ; block < p.Heading; block++ {
				if r.Article.Blocks[block].Role == article.Heading {
					number++
				}
			}
			w.number(number)
		}
		w.key("majors")
		w.calls(p.Majors, leastShare, &e.majors, func(i int32) { w.raw(`{"code":`).number(r.Pack.Majors[i].Code) })
		w.key("issues")
		w.calls(p.Issues, 0, &e.called, func(i int32) { w.raw(`{"id":`).string(r.Pack.Issues[i].ID) })
		w.close('}')
	}
	w.close(']')
}

func (w *writer) evidence(r *analysis.Report, encoder *Encoder) {
	// Most of a report is evidence: what it says of its issue and of its term is
	// written once and copied.
	issues, terms := &encoder.issues, &encoder.terms
	issues.reset(len(r.Pack.Issues))
	terms.reset(len(r.Terms))
	w.open('[')
	for i := range r.Evidence {
		e := &r.Evidence[i]
		w.item()
		w.place(e.Span)
		w.buf[len(w.buf)-1] = ','
		if !issues.copy(w, e.Issue) {
			issue := &r.Pack.Issues[e.Issue]
			w.raw(`"issue":`).string(issue.ID)
			w.key("major").number(r.Pack.Majors[issue.Major].Code)
			issues.keep(w, e.Issue)
		}
		if !terms.copy(w, e.Term) {
			term := &r.Terms[e.Term]
			w.key("term").string(term.Form)
			w.key("stem").string(term.Stems)
			w.raw(`,"weight":`)
			terms.keep(w, e.Term)
		}
		w.number(int(e.Weight))
		w.close('}')
	}
	w.close(']')
}

// fragments are pieces of the JSON that come again.
type fragments struct {
	of    []fragment // by what they are about
	json  []byte     // of all of them
	start int        // in the writer's buffer, of the one that is being written
}

// A fragment lies in fragments.json.
type fragment struct{ start, end int }

// reset begins anew, for so many indices.
//
//go:noinline
func (f *fragments) reset(n int) {
	f.of, f.json = scratch.Zeros(f.of, n), f.json[:0]
}

// copy appends the fragment of an index, or says that it must be written.
func (f *fragments) copy(w *writer, index int32) bool {
	part := f.of[index]
	if part.end == 0 {
		f.start = len(w.buf)
		return false
	}
	put(w, f.json[part.start:part.end])
	return true
}

// keep takes what was written since copy for the fragment of an index.
//
//go:noinline
func (f *fragments) keep(w *writer, index int32) {
	start := len(f.json)
	f.json = append(f.json, w.buf[f.start:]...)
	f.of[index] = fragment{start, len(f.json)}
}

func (w *writer) keywords(r *analysis.Report) {
	w.open('[')
	for _, k := range r.Keywords {
		w.item().open('{')
		w.key("stem").string(k.Stem)
		w.key("forms").open('[')
		for _, f := range k.Forms {
			w.item().open('{')
			w.key("text").string(f.Text)
			w.key("count").number(f.Count)
			w.close('}')
		}
		w.close(']')
		w.key("count").number(len(k.Mentions))
		w.key("score").permille(k.Score)
		w.key("issue")
		if k.Issue < 0 {
			w.null()
		} else {
			w.string(r.Pack.Issues[k.Issue].ID)
		}
		w.key("mentions")
		w.spans(k.Mentions)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) claims(r *analysis.Report) {
	w.open('[')
	for _, c := range r.Claims {
		w.item().open('{')
		w.key("actor")
		w.named(c.Actor, c.Name)
		w.key("verb").place(c.Verb)
		w.key("content").place(c.Content)
		w.key("kind").string(string(c.Kind))
		w.key("issue")
		if c.Issue < 0 {
			w.null()
		} else {
			w.string(r.Pack.Issues[c.Issue].ID)
		}
		w.close('}')
	}
	w.close(']')
}

func (w *writer) actors(r *analysis.Report) {
	w.open('[')
	for _, a := range r.Actors {
		w.item().open('{')
		w.key("name").string(a.Name)
		w.key("aliases").open('[')
		for _, alias := range a.Aliases {
			w.item().string(alias)
		}
		w.close(']')
		w.key("type").string(string(a.Kind))
		w.key("mentions")
		w.spans(a.Mentions)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) phrases(r *analysis.Report) {
	w.open('[')
	for _, p := range r.Phrases {
		w.item().open('{')
		w.key("text").string(p.Text)
		w.key("score").permille(p.Score)
		w.key("count").number(len(p.Mentions))
		w.key("mentions")
		w.spans(p.Mentions)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) figures(r *analysis.Report) {
	w.open('[')
	for _, f := range r.Figures {
		w.item().open('{')
		w.span(f.Span)
		w.key("kind").string(string(f.Kind))
		w.key("value")
		if f.Kind == figure.Day {
			w.string(f.Value)
		} else {
			w.buf = append(w.buf, f.Value...) // a decimal number is one in JSON, too
		}
		w.key("unit").stringOrNull(f.Unit)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) quotes(r *analysis.Report) {
	w.open('[')
	for _, q := range r.Quotes {
		w.item().open('{')
		w.span(q.Span)
		w.key("speaker")
		if q.Speaker == nil {
			w.null()
		} else {
			w.named(q.Speaker.Span, q.Speaker.Name)
		}
		w.close('}')
	}
	w.close(']')
}

// named writes a span with what it names.
func (w *writer) named(s token.Span, name string) {
	w.place(s)
	w.buf[len(w.buf)-1] = ','
	w.raw(`"name":`).string(name)
	w.close('}')
}

// place writes a span as an object.
func (w *writer) place(s token.Span) {
	w.open('{')
	w.span(s)
	w.close('}')
}

// spans writes a list of spans.
func (w *writer) spans(list []token.Span) {
	w.open('[')
	for _, s := range list {
		w.item().place(s)
	}
	w.close(']')
}

// writer appends JSON. Its methods return it, so that a key and its value
// stand on one line.
type writer struct {
	buf   []byte
	units units
	send  func(part []byte) // nil if all stays in buf
}

// separate writes the comma before a key or an item, unless it is the first.
func (w *writer) separate() {
	if n := len(w.buf); n > 0 && w.buf[n-1] != '{' && w.buf[n-1] != '[' {
		w.buf = append(w.buf, ',')
	}
}

// key starts a member of an object. The name needs no escaping.
//
//go:noinline
func (w *writer) key(name string) *writer {
	w.separate()
	w.buf = append(w.buf, '"')
	put(w, name)
	put(w, `":`)
	return w
}

// raw writes what is JSON already.
//
//go:noinline
func (w *writer) raw(json string) *writer { put(w, json); return w }

// put appends a text, of which nearly all are short. In WebAssembly append calls
// the browser to copy, which takes longer than to write a few words.
func put[T string | []byte](w *writer, text T) {
	start, n := len(w.buf), len(text)
	if cap(w.buf)-start < n || n > short {
		w.buf = append(w.buf, text...)
		return
	}
	w.buf = w.buf[:start+n]
	to := w.buf[start:]
	if n < 8 {
		for i := range n {
			to[i] = text[i]
		}
		return
	}
	for i := 0; i < n-8; i += 8 {
		binary.LittleEndian.PutUint64(to[i:], token.Load(text, i))
	}
	binary.LittleEndian.PutUint64(to[n-8:], token.Load(text, n-8))
}

// short is how long a text is at most that is written word by word, in bytes.
const short = 96

// item starts an item of an array.
//
//go:noinline
func (w *writer) item() *writer {
	w.separate()
	if w.send != nil && len(w.buf) >= partLength {
		last := len(w.buf) - 1 // stays: what comes next asks for it, see separate
		w.send(w.buf[:last])
		w.buf = append(w.buf[:0], w.buf[last])
	}
	return w
}

func (w *writer) open(c byte) { w.buf = append(w.buf, c) }

func (w *writer) close(c byte) { w.buf = append(w.buf, c) }

func (w *writer) null()       { w.raw("null") }
func (w *writer) bool(b bool) { w.buf = strconv.AppendBool(w.buf, b) }

// number writes a whole number. There are tens of thousands in the report on a
// long text, nearly all of them offsets.
func (w *writer) number(n int) {
	if n < 0 || n > math.MaxInt32 {
		w.buf = strconv.AppendInt(w.buf, int64(n), 10)
		return
	}
	const most = 10 // digits
	if cap(w.buf)-len(w.buf) < most {
		w.buf = slices.Grow(w.buf, most)
	}
	width := 1
	for limit := 10; n >= limit && width < most; limit *= 10 {
		width++
	}
	start := len(w.buf)
	w.buf = w.buf[:start+width]
	to, rest := w.buf[start:], uint32(n) // a division of 32 bits is one multiplication
	for at := width - 1; at > 0; at-- {
		tens := rest / 10
		to[at] = byte('0' + rest - 10*tens)
		rest = tens
	}
	to[0] = byte('0' + rest)
}

// span writes the members "start" and "end".
func (w *writer) span(s token.Span) {
	w.key("start").number(int(w.units.at(s.Start)))
	w.raw(`,"end":`).number(int(w.units.at(s.End)))
}

// permille writes thousandths as a decimal: 313 as 0.313, 500 as 0.5.
func (w *writer) permille(n int32) {
	w.number(int(n / 1000))
	if n %= 1000; n != 0 {
		digits := [4]byte{'.', byte('0' + n/100), byte('0' + n/10%10), byte('0' + n%10)}
		end := len(digits)
		for digits[end-1] == '0' {
			end--
		}
		w.buf = append(w.buf, digits[:end]...)
	}
}

func (w *writer) stringOrNull(s string) {
	if s == "" {
		w.null()
		return
	}
	w.string(s)
}

// string writes a JSON string (RFC 8259, section 7).
func (w *writer) string(s string) {
	const hex = "0123456789abcdef"
	w.buf = append(w.buf, '"')
	plain := 0 // the bytes before it are written
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		w.buf = append(w.buf, s[plain:i]...)
		switch {
		case c == '"' || c == '\\':
			w.buf = append(w.buf, '\\', c)
		case c < ' ':
			w.buf = append(w.buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			w.buf = append(w.buf, "\ufffd"...) // for an invalid byte
		}
		i++
		plain = i
	}
	put(w, s[plain:])
	w.buf = append(w.buf, '"')
}
