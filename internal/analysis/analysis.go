// Package analysis is the engine: it takes a text through all stages, in the
// order in which they stand in Analyze, and returns a Report.
//
// Texts are valid UTF-8. Nothing is kept between texts but words, with
// their stems and what they stand for in the pack.
package analysis

import (
	"fmt"
	"slices"
	"strings"

	"rubricator/internal/actor"
	"rubricator/internal/article"
	"rubricator/internal/claim"
	"rubricator/internal/figure"
	"rubricator/internal/keyword"
	"rubricator/internal/language"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/passage"
	"rubricator/internal/phrase"
	"rubricator/internal/quote"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// Version is the version of the engine, which reports name.
const Version = "0.1.0"

// MaxLength is the longest text that is analysed, in bytes. What a page or a
// program lets its users paste is its own, lower limit.
const MaxLength = 64 << 20

// A TooLargeError says that a text is over a limit, in bytes.
type TooLargeError struct{ Length, Limit int }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("analyze: text of %d bytes is over the limit of %d", e.Length, e.Limit)
}

// A Stage is a part of the analysis that can be left out.
type Stage string

const (
	// All runs every stage.
	All Stage = ""
	// Issues leaves out everything but repair, issues, passages and evidence.
	Issues Stage = "issues"
)

// ParseStage returns the stage of a name.
func ParseStage(name string) (Stage, error) {
	switch s := Stage(name); s {
	case All, Issues:
		return s, nil
	}
	return "", fmt.Errorf("analyze: unknown stage %q", name)
}

// foreign is the confidence, in thousandths, from which a text in another
// language than the pack's is not searched for terms.
const foreign = 600

// The least weights that a report calls evidence, of phrases and of cues. Many
// cues are common words, which count together and show nothing each.
const (
	shownPhrase = 3 * pack.Scale
	shownCue    = 4 * pack.Scale
)

// An Analyzer analyses texts with one issue pack. It is not safe for
// concurrent use.
type Analyzer struct {
	// Progress, if set, is told as stages end how much of a report's work is
	// done, in percent, as far as the stages' usual times tell; JSON makes up
	// the last tenth.
	Progress func(percent int)

	model   *model.Model
	stages  // with the memory of each, which is used again
	lexicon *stem.Lexicon
	last    *document // of the last call, if it was short; see read
}

// stages are those that keep memory from one text to the next.
type stages struct {
	scanner   *token.Scanner
	repairer  article.Repairer
	matcher   *model.Matcher
	segmenter *passage.Segmenter
	keywords  keyword.Ranker
	actors    actor.Finder
	extractor claim.Extractor
	phrases   phrase.Ranker
	figures   figure.Finder
	quotes    quote.Finder
	names     *token.Scanner // of outlet, once there was a name
	ignored   []string       // by it
	// Of Analyze itself.
	body    []sentence.Sentence
	spans   []token.Span
	shown   shown
	onIssue onIssue
}

// New returns an analyzer for a pack.
func New(p *pack.Pack) *Analyzer {
	m, lexicon := model.New(p), new(stem.Lexicon)
	return &Analyzer{model: m, lexicon: lexicon, stages: stages{
		scanner: token.NewScanner(lexicon), matcher: model.NewMatcher(m), segmenter: passage.NewSegmenter(m),
		shown: shown{index: make([]int32, m.Terms())},
	}}
}

func (a *Analyzer) reached(percent int) {
	if a.Progress != nil {
		a.Progress(percent)
	}
}

// Evidence is an occurrence of a term and what it says for one issue.
type Evidence struct {
	token.Span
	Term   int32 // index in Report.Terms
	Issue  int32 // index in Pack.Issues
	Weight int32 // in the unit of the pack
}

// A Term is how a term of the evidence is shown.
type Term struct {
	Form  string // as the text has it most often: what a reader recognises
	Stems string // as its words are compared
}

// A Claim is a claim with the issue that it is on.
type Claim struct {
	claim.Claim
	Issue int32 // index in Pack.Issues, -1 for none
}

// A Report is what the analysis found. Offsets are in bytes; lists are in text
// order unless they say otherwise.
type Report struct {
	Text       string
	Pack       *pack.Pack
	Language   string // BCP 47 tag, "und" if it cannot be told
	Confidence int    // of the language, in thousandths
	Article    *article.Article
	Topics     passage.Topics // of the whole article
	Passages   []passage.Passage
	Evidence   []Evidence // what clearly speaks for an issue, in body, headings and title
	Terms      []Term     // those of the evidence, in the order in which it has them first
	Keywords   []keyword.Keyword
	Claims     []Claim
	Actors     []actor.Actor
	Phrases    []phrase.Phrase // best first
	Figures    []figure.Figure
	Quotes     []quote.Quote
}

// Analyze runs the stages on a text. The empty text, and one about no issue,
// gives a report without majors and issues. The error is a *TooLargeError for
// a text over MaxLength. Edits are a reader's word on what belongs to the
// article; see article.Repairer.
func (a *Analyzer) Analyze(text string, stage Stage, edits ...article.Edit) (*Report, error) {
	d, err := a.read(text, edits)
	if err != nil {
		return nil, err
	}
	m, tokens, sentences, occurrences := a.model, d.tokens, d.sentences, d.occurrences
	blocks := d.article.Blocks
	r := &Report{Text: text, Pack: m.Pack(), Article: d.article, Language: d.language, Confidence: d.confidence}
	role := func(i int) article.Role { return blocks[sentences[i].Block].Role }
	r.Passages = a.segmenter.Segment(sentences, occurrences, role)
	r.Topics = a.segmenter.Article(r.Passages, occurrences, role)
	a.reached(55)
	r.Evidence, r.Terms = a.evidence(text, occurrences)
	if stage == All {
		prominent := func(i int) bool { return role(i) != article.Paragraph }
		r.Keywords = a.keywords.Rank(a.matcher, tokens, sentences, occurrences, prominent, a.outlet(r.Article))
		a.reached(70)
	}
	if stage == All && d.known {
		a.body = a.body[:0]
		for i := range sentences {
			if role(i) == article.Paragraph {
				a.body = append(a.body, sentences[i])
			}
		}
		body := a.body
		cast := a.actors.Find(tokens, sentences)
		claims := a.extractor.Extract(tokens, body, cast)
		r.Claims = a.onIssues(r, claims, occurrences)
		a.reached(82)
		r.Actors = cast.Actors
		r.Phrases = a.phrases.Rank(a.matcher, tokens, body, occurrences, cast)
		r.Figures = a.figures.Find(tokens, body)
		r.Quotes = a.quotes.Find(tokens, a.paragraphs(blocks), claims)
	}
	a.reached(90)
	a.rest(len(text))
	return r, nil
}

// Forget forgets the last text and the words of all texts, so that the next one is
// read as the first one was.
func (a *Analyzer) Forget() {
	a.last = nil
	a.scanner.Forget()
	a.lexicon.Forget()
}

// rest lets go what a text of a length took if it is long, as the other stages do by
// themselves.
func (a *Analyzer) rest(length int) {
	if length <= scratch.Long {
		return
	}
	a.scanner.Rest()
	a.matcher.Rest()
	a.segmenter.Rest()
	a.body, a.spans = nil, nil
	a.shown.terms, a.shown.forms, a.shown.list, a.shown.stems = nil, nil, nil, nil
}

// document is a text as far as its terms are found.
type document struct {
	edits       []article.Edit
	tokens      *token.Table
	article     *article.Article
	language    string
	confidence  int
	known       bool // the language is the pack's, as far as can be told
	sentences   []sentence.Sentence
	occurrences []model.Occurrence // none in a language that is not known
}

// read runs the stages that all others need. It remembers the last text, if it is
// not long: what follows an analysis is questions about the same one.
func (a *Analyzer) read(text string, edits []article.Edit) (*document, error) {
	if len(text) > MaxLength {
		return nil, &TooLargeError{len(text), MaxLength}
	}
	if a.last != nil && a.last.tokens.Text == text && slices.Equal(a.last.edits, edits) {
		return a.last, nil
	}
	a.last = nil // what it holds may be needed
	d := &document{edits: edits, tokens: a.scanner.Scan(text)}
	a.reached(10)
	d.article = a.repairer.Repair(d.tokens, edits...)
	a.reached(25)
	d.language, d.confidence = language.Detect(d.tokens)
	d.sentences = sentence.Split(d.tokens, a.blocks(d.article.Blocks))
	a.matcher.Read(d.tokens)
	d.known = d.language == a.model.Pack().Language || d.confidence < foreign
	if d.known {
		d.occurrences = a.matcher.Match(d.sentences)
	}
	a.reached(40)
	if len(text) <= scratch.Long { // or else its memory is let go; see rest
		a.last = d
	}
	return d, nil
}

// leastClaimShare is what part of a passage an issue needs for a claim in it to
// be on the issue, in thousandths; the leading one always can.
const leastClaimShare = 100

// onIssue is the memory of onIssues.
type onIssue struct {
	has  []bool  // issues of the article
	said []int32 // for each issue, in the claim at hand
}

// onIssues gives each claim the issue of its passage that the phrases in its
// content clearly speak for most, or else the one that leads the passage; of
// the issues that the article has.
func (a *Analyzer) onIssues(r *Report, claims []claim.Claim, occurrences []model.Occurrence) []Claim {
	has, said := scratch.Zeros(a.onIssue.has, len(r.Pack.Issues)), scratch.Zeros(a.onIssue.said, len(r.Pack.Issues))
	a.onIssue.has, a.onIssue.said = has, said
	for _, call := range r.Topics.Issues {
		has[call.Index] = true
	}
	list := make([]Claim, len(claims))
	at := 0 // passage of the claim at hand
	for i, c := range claims {
		list[i] = Claim{c, -1}
		for at+1 < len(r.Passages) && r.Passages[at].End <= c.Verb.Start {
			at++
		}
		if at == len(r.Passages) {
			continue
		}
		inside := a.startingIn(c.Content, occurrences)
		for _, o := range inside {
			a.add(said, &o, 1)
		}
		best := int32(0)
		for _, call := range r.Passages[at].Issues {
			if !has[call.Index] {
				continue
			}
			weight := said[call.Index]
			if list[i].Issue < 0 || call.Share >= leastClaimShare && weight >= shownPhrase && weight > best {
				list[i].Issue, best = call.Index, weight
			}
		}
		for _, o := range inside {
			a.add(said, &o, -1)
		}
	}
	return list
}

// startingIn returns the occurrences that start in a span.
func (a *Analyzer) startingIn(span token.Span, occurrences []model.Occurrence) []model.Occurrence {
	find := func(start int32) int {
		at, _ := slices.BinarySearchFunc(occurrences, start, func(o model.Occurrence, start int32) int { return int(o.Start - start) })
		return at
	}
	return occurrences[find(span.Start):find(span.End)]
}

// add adds what a phrase says for issues, so many times, to a list of what is
// said for each. A cue says something only together with others.
func (a *Analyzer) add(said []int32, o *model.Occurrence, times int32) {
	if a.model.IsCue(o) {
		return
	}
	for _, posting := range a.model.Postings(o.Term) {
		said[posting.Issue] += times * posting.Weight
	}
}

// paragraphs returns the spans of the paragraphs. It is valid until the next call of
// it or of blocks.
func (a *Analyzer) paragraphs(blocks []article.Block) []token.Span {
	a.spans = a.spans[:0]
	for i := range blocks {
		if blocks[i].Role == article.Paragraph {
			a.spans = append(a.spans, blocks[i].Span)
		}
	}
	return a.spans
}

// blocks returns the spans of all blocks; see paragraphs.
func (a *Analyzer) blocks(blocks []article.Block) []token.Span {
	a.spans = a.spans[:0]
	for i := range blocks {
		a.spans = append(a.spans, blocks[i].Span)
	}
	return a.spans
}

// shown is what evidence remembers of a text, in memory that is used again.
type shown struct {
	index []int32 // for each term of the model its index in terms plus one, 0 between texts
	terms []shownTerm
	forms []form
	list  []Evidence
	stems []byte // of all terms
}

type shownTerm struct {
	number int32 // in the model
	last   int32 // the form that was met last, its index plus one
}

type form struct {
	text     string
	previous int32 // of the same term, its index plus one
	count    int32
}

// evidence lists what occurrences clearly say for issues, and the terms that say
// it, each in its most frequent form in the text.
func (a *Analyzer) evidence(text string, occurrences []model.Occurrence) ([]Evidence, []Term) {
	m, s := a.model, &a.shown
	s.terms, s.forms = s.terms[:0], s.forms[:0]
	list := slices.Grow(s.list[:0], len(occurrences)/3)
	for i := range occurrences {
		o := &occurrences[i]
		least := int32(shownPhrase)
		if m.IsCue(o) {
			least = shownCue
		}
		if m.Strongest(o.Term) < least {
			continue
		}
		if s.index[o.Term] == 0 {
			s.terms = append(s.terms, shownTerm{number: o.Term})
			s.index[o.Term] = int32(len(s.terms))
		}
		index := s.index[o.Term] - 1
		for _, posting := range m.Postings(o.Term) {
			if posting.Weight >= least && !m.IsNone(posting.Issue) {
				list = append(list, Evidence{o.Span, index, posting.Issue, posting.Weight})
			}
		}
		s.count(&s.terms[index], text[o.Start:o.End])
	}
	s.list = list
	list = scratch.Result(&s.list, len(text))
	terms, stems := make([]Term, len(s.terms)), s.stems[:0]
	for i := range s.terms {
		t := &s.terms[i]
		s.index[t.number] = 0
		stems = appendStems(stems, m, t.number)
		terms[i] = Term{Form: s.most(t)}
	}
	all, start := string(stems), 0
	for i := range terms {
		end := start + strings.IndexByte(all[start:], '\n')
		terms[i].Stems = all[start:end]
		start = end + 1
	}
	s.stems = stems
	clear(s.forms) // the text will be let go
	return list, terms
}

// count counts one more time that a term has a form.
func (s *shown) count(t *shownTerm, text string) {
	at := t.last
	for at > 0 && s.forms[at-1].text != text {
		at = s.forms[at-1].previous
	}
	if at == 0 {
		s.forms = append(s.forms, form{text: text, previous: t.last})
		at = int32(len(s.forms))
		t.last = at
	}
	s.forms[at-1].count++
}

// most returns the most frequent form of a term, of equals the first in the text.
func (s *shown) most(t *shownTerm) string {
	most := &s.forms[t.last-1]
	for at := most.previous; at > 0; at = s.forms[at-1].previous {
		if f := &s.forms[at-1]; f.count >= most.count {
			most = f
		}
	}
	return most.text
}

// appendStems appends the words of a term as they are compared, and a line
// break.
func appendStems(dst []byte, m *model.Model, term int32) []byte {
	for i, word := range m.Words(term) {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, strings.TrimLeft(m.Pack().Words[word], "=!")...)
	}
	return append(dst, '\n')
}

// outlet gives the stems of the names of source and author: they say nothing
// about the text.
func (a *Analyzer) outlet(art *article.Article) []string {
	ignored := a.ignored[:0]
	for _, name := range []*article.Name{art.Source, art.Byline} {
		if name == nil {
			continue
		}
		if a.names == nil {
			a.names = token.NewScanner(a.lexicon)
		}
		for _, s := range a.names.Scan(name.Text).Spellings {
			ignored = append(ignored, s.Stem)
		}
	}
	a.ignored = ignored
	return ignored
}
