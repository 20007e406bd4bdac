// Package claim finds who wants what in an article: claims, of which each is an
// actor, a verb and a content, copied from the text.
//
// Input: tokens, sentences and the cast of an article. Output: claims in text
// order, each within one sentence. testdata/README.md says what a claim is.
//
// Verbs and nouns of wanting, offering, opposing and saying come from a lexicon
// with the complements that each can have; a shallow parse of the clause around
// them finds the subject, which must be somebody who can want something, and
// the complement. Where either is unsure there is no claim. Nothing is inferred
// and nothing put in other words.
package claim

import (
	"strings"

	"rubricator/internal/actor"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Kind tells what an actor does in a claim.
type Kind string

// The kinds of a report.
const (
	Wants     Kind = "wants"
	Offers    Kind = "offers"
	Demands   Kind = "demands"
	Threatens Kind = "threatens"
	Warns     Kind = "warns"
	Hopes     Kind = "hopes"
	Insists   Kind = "insists"
	Opposes   Kind = "opposes"
	Agrees    Kind = "agrees"
	Denies    Kind = "denies"
	Says      Kind = "says"
)

// A Claim is what an actor wants or says. Its spans lie in one sentence and do
// not overlap.
type Claim struct {
	Actor    token.Span
	Name     string // of the actor: as the cast has it, else as written, without its article
	Verb     token.Span
	Content  token.Span
	Kind     Kind
	Sentence int // index of the sentence
}

// An Extractor finds the claims of one article after the other, in the same
// memory. Its zero value is ready; it is not safe for concurrent use.
type Extractor struct {
	words   []*entry
	found   []Claim
	clauses []int
	list    []phrase
}

// Extract finds the claims in the sentences; nil if there are none.
func (x *Extractor) Extract(t *token.Table, sentences []sentence.Sentence, cast *actor.Cast) []Claim {
	p := parser{table: t, cast: cast, words: scratch.Zeros(x.words, len(t.Spellings)), found: x.found[:0], clauses: x.clauses, list: x.list}
	known := lexicon()
	for i := range t.Spellings {
		if t.HasSpelling(int32(i), lexical) {
			p.words[i] = known[t.Spellings[i].Folded]
		} else if t.HasSpelling(int32(i), idioms) {
			p.words[i] = idiomatic
		}
	}
	for i := range sentences {
		s := &sentences[i]
		for first := s.First; first < s.Last; first += longest {
			p.read(i, first, min(first+longest, s.Last))
		}
	}
	found := append([]Claim(nil), p.found...)
	clear(p.found) // names are parts of the text
	*x = Extractor{p.words, p.found, p.clauses, p.list}
	if len(t.Text) > scratch.Long {
		*x = Extractor{}
	}
	return found
}

// parser is the state of one Extract.
type parser struct {
	table *token.Table
	cast  *actor.Cast
	words []*entry // what the lexicon knows of each spelling
	found []Claim

	sentence    int
	first, last int      // tokens of the sentence
	done        int      // tokens before this belong to a verb that was read
	subject     phrase   // of the verb read last, end 0 for none
	clauses     []int    // where clauses start that a verb of saying introduced
	list        []phrase // of contents
}

// A phrase is a noun phrase, tokens from first to end.
type phrase struct{ first, end int }

// longest is how many tokens of a sentence are read at once. Who says what in a text
// without full stops is looked for all over its sentence, for each of its verbs.
const longest = 300

// read finds the claims in the tokens of a sentence from first to last.
func (p *parser) read(index, first, last int) {
	p.sentence, p.first, p.last, p.done = index, first, last, first
	p.subject, p.clauses = phrase{}, p.clauses[:0]
	if p.mark(p.last-1) == '?' {
		return // a question claims nothing
	}
	start := len(p.found)
	for i := p.first; i < p.last; i++ {
		id := p.table.Tokens[i].Spelling
		if id < 0 || p.words[id] == nil || i < p.done {
			continue
		}
		word := p.word(i)
		if word == "according" && i+1 < p.last && p.word(i+1) == "to" {
			p.according(i)
			continue
		}
		e := p.words[id]
		switch {
		case word == "like" || strings.HasPrefix(word, "express"):
			p.idiom(i, word)
		case e.noun != "" && p.noun(i, e.noun):
		case len(e.adjectives) > 0 && p.adjective(i, e.adjectives):
		default:
			for k := range e.verbs {
				if p.verb(i, &e.verbs[k]) {
					break
				}
			}
		}
	}
	p.order(start)
}

// lexical are the words of the lexicon.
var lexical = token.NewRule(func(s *token.Spelling) bool { return lexicon()[s.Folded] != nil })

// idiomatic is the entry of idioms that are not in the lexicon.
var idiomatic = new(entry)

// idioms are words that are read by themselves.
var idioms = token.NewRule(func(s *token.Spelling) bool {
	return s.Folded == "like" || s.Folded == "according" || strings.HasPrefix(s.Folded, "express")
})

// order sorts the claims of a sentence by where their verbs stand.
func (p *parser) order(start int) {
	list := p.found[start:]
	for i := range list {
		for j := i; j > 0 && list[j].Verb.Start < list[j-1].Verb.Start; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// verb reads the verb at token i, if it is one and claims something.
func (p *parser) verb(i int, v *verb) bool {
	g := p.group(i)
	forms := v.forms
	switch {
	case g.weak || p.inQuote(i):
		return false
	case g.to:
		return forms&base != 0 && p.caused(i, g, v)
	case g.be && !g.expected && forms&participle == 0:
		return forms&passive != 0 && p.passive(i, g, v, true)
	case forms&participle != 0 && !g.be:
		return p.participial(i, g, v)
	case forms&passive != 0 && !g.aux && p.word(i+1) == "by":
		return p.passive(i, g, v, false)
	case g.do && forms&base == 0, g.have && forms&(past|passive) == 0, g.modal && forms&base == 0:
		return false
	case !g.aux && forms&(present|past|base) == 0:
		return false
	}
	kind := v.kind
	if g.negated {
		if kind = negated[kind]; kind == "" {
			return false
		}
	}
	if v.patterns&quote != 0 && p.inverted(i, g, kind) {
		return true
	}
	subject, ok := p.subjectOf(g.first)
	if !ok {
		return false
	}
	if forms == base && !g.aux && !p.isPlural(subject) {
		return false
	}
	if closing := p.mark(subject.first - 1); closing == '”' || closing == '"' {
		if v.patterns&(quote|told) != 0 && p.spoken(i, g, subject, kind, v) {
			return true
		}
	}
	contents, end := p.complement(i+1, v)
	if contents == nil {
		return v.patterns&(quote|clause|told) != 0 && p.spoken(i, g, subject, kind, v)
	}
	for _, c := range contents {
		p.add(subject, phrase{g.first, end}, c, kind)
	}
	p.subject = subject
	if v.patterns&(clause|that|told) != 0 {
		p.clauses = append(p.clauses, contents[0].first)
	}
	p.done = max(p.done, end)
	return true
}

// negated says what a negated verb of a kind claims: nothing for most.
var negated = map[Kind]Kind{Wants: Opposes, Agrees: Opposes}

// add records a claim. Contents of no word, and those that overlap with the
// verb or the actor, are none.
func (p *parser) add(subject, verb, content phrase, kind Kind) {
	content = p.trim(content)
	if content.first >= content.end || content.first < verb.end && verb.first < content.end {
		return
	}
	subject = p.trim(subject)
	if subject.first >= subject.end || content.first < subject.end && subject.first < content.end {
		return
	}
	p.found = append(p.found, Claim{
		Actor: p.span(subject), Name: p.name(subject), Verb: p.span(verb), Content: p.span(content), Kind: kind, Sentence: p.sentence,
	})
}

// name is what an actor is called.
func (p *parser) name(n phrase) string {
	if id := p.cast.At(n.end - 1); id >= 0 && !p.isJoint(n) {
		return p.cast.Actors[id].Name
	}
	for n.first < n.end-1 && p.in(n.first, articles) {
		n.first++
	}
	span := p.span(n)
	text := p.table.Text[span.Start:span.End]
	return strings.TrimSuffix(strings.TrimSuffix(token.Tidy(text), "’s"), "'s")
}

// isJoint says whether a phrase names several.
func (p *parser) isJoint(n phrase) bool {
	for i := n.first; i < n.end; i++ {
		if p.word(i) == "and" && p.cast.At(i) < 0 {
			return true
		}
	}
	return false
}

func (p *parser) span(n phrase) token.Span {
	span := token.Span{Start: p.table.Tokens[n.first].Start, End: p.table.Tokens[n.end-1].End}
	if text := p.table.Text[span.Start:span.End]; n.end-n.first >= 1 {
		span.End -= int32(len(text) - len(strings.TrimSuffix(strings.TrimSuffix(text, "’s"), "'s")))
	}
	return span
}

// trim takes marks off the ends of a phrase.
func (p *parser) trim(n phrase) phrase {
	for n.first < n.end && p.table.Tokens[n.first].Kind == token.Mark && !among("$€£¥#@", p.mark(n.first)) {
		n.first++
	}
	for n.end > n.first && p.table.Tokens[n.end-1].Kind == token.Mark && !among("%€", p.mark(n.end-1)) {
		if mark := p.mark(n.end - 1); mark == '”' && p.count(n, '“') > 0 || mark == ')' && p.count(n, '(') > 0 || mark == '"' && p.count(n, mark) == 2 {
			break // it closes what opens inside
		}
		n.end--
	}
	return n
}

// count returns how often a phrase has a mark.
func (p *parser) count(n phrase, mark rune) int {
	times := 0
	for i := n.first; i < n.end; i++ {
		if p.mark(i) == mark {
			times++
		}
	}
	return times
}

// word returns the folded word at token i, empty outside of the sentence and
// for marks.
//
//go:noinline
func (p *parser) word(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.table.Folded(i)
}

// mark returns the mark at token i, 0 outside of the sentence and for words.
func (p *parser) mark(i int) rune {
	if i < p.first || i >= p.last {
		return 0
	}
	return p.table.Mark(i)
}

// among says whether a mark is one of a list, or none.
func among(list string, mark rune) bool { return mark == 0 || strings.ContainsRune(list, mark) }

// in says whether token i is in a set; outside of the sentence nothing is.
func (p *parser) in(i int, set token.Set) bool {
	return i >= p.first && i < p.last && p.table.In(i, set)
}

// entry returns what the lexicon knows of token i, or nil.
func (p *parser) entry(i int) *entry {
	if i < p.first || i >= p.last || p.table.Tokens[i].Spelling < 0 {
		return nil
	}
	if e := p.words[p.table.Tokens[i].Spelling]; e != idiomatic {
		return e
	}
	return nil
}

// inQuote says whether token i stands within quotation marks: what is said
// there is no word of the article's own.
func (p *parser) inQuote(i int) bool {
	open := false
	for k := p.first; k < i; k++ {
		switch p.mark(k) {
		case '“':
			open = true
		case '”':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}
