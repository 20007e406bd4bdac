package claim

import (
	"slices"
	"strings"

	"rubricator/internal/token"
)

// complement finds what a verb that ends before token i is about. It returns
// the contents, nil for none, and the end of the verb with its preposition.
func (p *parser) complement(i int, v *verb) (contents []phrase, end int) {
	end = i
	c := p.skipTime(i)
	word := p.word(c)
	for _, prep := range v.prepositions {
		// Not "which they have asked for since May".
		if next := p.word(c + 1); word == prep && (next != "" && !p.in(c+1, prepositions) && !p.in(c+1, subordinators) && !p.in(c+1, conjunctions) || p.opensQuote(c+1)) {
			return p.contents(c + 1), c + 1
		}
	}
	switch {
	case c >= p.last:
		return nil, end
	case v.patterns&infinitive != 0 && word == "to" && p.startsVerb(c+1):
		return p.contents(c), end
	case v.patterns&that != 0 && word == "that" && p.word(c+1) != "":
		return p.contents(c), end
	case v.patterns&told != 0:
		if c := p.told(c); c > 0 {
			return p.contents(c), end
		}
	case v.patterns&quote != 0 && (p.opensQuote(c) || (p.mark(c) == ',' || p.mark(c) == ':') && p.opensQuote(c+1)):
		return p.quotation(c), end
	}
	if word == "" && !p.opensQuote(c) && !among("$€£#", p.mark(c)) || p.in(c, prepositions) || p.in(c, conjunctions) || p.in(c, auxiliaries) {
		return nil, end
	}
	run := p.nounRun(c, p.last)
	switch {
	case v.patterns&gerund != 0 && strings.HasSuffix(word, "ing") && len(word) > 4:
		return p.contents(c), end
	case v.patterns&objectTo != 0 && p.infinitiveAfter(run):
		return p.contents(c), end
	case v.patterns&objectPrep != 0 && run > c && p.prepositionAfter(run):
		return p.contents(c), end
	case v.naming && (run > c+2 || run > c && p.opensQuote(run)):
		return p.contents(c), end
	case v.patterns&object != 0 && run > c && !p.in(c, reflexive):
		return p.contents(c), end
	case v.patterns&clause != 0 && p.isClause(c):
		return p.contents(c), end
	case v.patterns&object != 0 && p.opensQuote(c):
		return p.contents(c), end
	}
	return nil, end
}

var reflexive = token.NewSet("himself herself itself themselves")

func (p *parser) opensQuote(i int) bool {
	return p.mark(i) == '“' || p.mark(i) == '"'
}

// infinitiveAfter says whether "to" and a verb follow a noun phrase that ends
// before token i, perhaps after what belongs to it.
func (p *parser) infinitiveAfter(i int) bool {
	for k := i; k < min(i+8, p.last); k++ {
		switch word := p.word(k); {
		case word == "to":
			if p.startsVerb(k + 1) {
				return true
			}
		case word == "" || p.in(k, be) || p.in(k, have) || p.in(k, modals) || p.in(k, pronouns) && !p.in(k, determiners):
			return false
		}
	}
	return false
}

func (p *parser) prepositionAfter(i int) bool {
	switch p.word(i) {
	case "of", "as", "for", "on", "over", "with", "into", "about":
		return true
	}
	return false
}

// told returns where the content of "tells X ..." starts at the earliest at
// token c, or 0.
func (p *parser) told(c int) int {
	end := c
	if p.in(c, pronouns) && p.word(c) != "that" {
		end = c + 1
	} else {
		end = p.nounRun(c, p.last)
	}
	if end == c {
		return 0
	}
	if n := p.skipTime(end); n > end {
		end = n
	}
	for end < p.last && p.in(end, prepositions) && p.word(end) != "that" {
		next := p.nounRun(end+1, p.last) // "told a hearing in Lyon that ..."
		if next == end+1 {
			return 0
		}
		end = next
	}
	switch word := p.word(end); {
	case word == "that":
		return end
	case p.in(end, pronouns) || p.in(end, determiners):
		return end
	case p.opensQuote(end) || p.mark(end) == ',' && p.opensQuote(end+1):
		return end
	}
	// "told reporters the fund was healthy": the run took in the clause.
	for k := c + 1; k < end; k++ {
		if p.in(k, articles) {
			return k
		}
	}
	return 0
}

// isClause says whether tokens from c on are a clause with a verb.
func (p *parser) isClause(c int) bool {
	if word := p.word(c); word == "" && !p.opensQuote(c) {
		return false
	}
	for k := c + 1; k < min(c+14, p.last); k++ {
		word := p.word(k)
		if p.in(k, auxiliaries) || p.in(k, weakModals) || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "n't") {
			return true
		}
		if mark := p.mark(k); mark == ';' || mark == '—' {
			return false
		}
		if e := p.entry(k); e != nil && len(e.verbs) > 0 {
			return true
		}
		// A verb in the present: "the clinics lack refrigerators", "it depends".
		if k > c+1 && k < p.last-1 && (p.in(k+1, determiners) || p.table.Tokens[k+1].Kind == token.Number) && !p.in(k, prepositions) && word != "" {
			return true
		}
	}
	return p.in(c, pronouns) || p.in(c, determiners) || p.last-c >= 5
}

// skipTime returns where a complement starts at the earliest: after adverbs and
// times.
func (p *parser) skipTime(i int) int {
	for i < p.last {
		word := p.word(i)
		switch {
		case p.isAdverb(i) && word != "even" && word != "just":
			i++
		case p.in(i, times) && word != "may" && word != "march" && (p.table.Capital(i) || word == "yesterday" || word == "today" || word == "last" || word == "next" || word == "this") && (word != "this" || p.in(i+1, times)):
			i++
			for p.in(i, times) && word != "today" {
				i++
			}
		case (word == "on" || word == "in" || word == "late" || word == "early") && p.in(i+1, times) && p.table.Capital(i+1):
			i += 2
			for p.in(i, times) || p.table.Tokens[min(i, p.last-1)].Kind == token.Number && i < p.last {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// startsVerb says whether token i can be the verb behind "to": a word, no
// determiner, without a capital.
func (p *parser) startsVerb(i int) bool {
	word := p.word(i)
	return word != "" && !p.in(i, determiners) && !p.table.Capital(i)
}

// contents cuts what starts at token c into contents: to the end of its clause,
// and apart where "and that" or "and to" starts another. The list is valid until
// the next call.
func (p *parser) contents(c int) []phrase {
	end := p.contentEnd(c)
	opening := p.word(c)
	list := p.list[:0]
	if opening == "that" || opening == "to" {
		for k := c + 2; k+1 < end; k++ {
			if (p.word(k) == "and" || p.word(k) == "or") && p.word(k+1) == opening && (opening == "that" || p.startsVerb(k+2)) {
				list = append(list, phrase{c, k})
				c = k + 1
			}
		}
	} else {
		for k := c + 2; k+2 < end; k++ {
			if p.word(k) == "and" && p.in(k+1, assured) && (p.word(k+2) == "that" || p.word(k+2) == "from" || p.word(k+2) == "of") {
				list = append(list, phrase{c, k})
				c = k + 1
			}
		}
	}
	p.list = append(list, phrase{c, end})
	return p.list
}

// assured are nouns with a content of their own: "help with ... and
// guarantees that ...".
var assured = token.NewSet("assurances assurance guarantees guarantee commitments commitment pledges promises protection protections recognition clarity reassurance relief")

// contentEnd returns where the content that starts at token c ends.
func (p *parser) contentEnd(c int) int {
	quoted := p.opensQuote(c)
	if quoted {
		c++
	}
	for k := c; k < p.last; k++ {
		word := p.word(k)
		switch mark := p.mark(k); mark {
		case ';', '—':
			return k
		case '–', '-':
			if p.word(k+1) == "but" || p.word(k+1) == "although" {
				return k
			}
		case '”', '"':
			if quoted && p.mark(k-1) == ',' {
				return k
			}
			quoted = false
		case '“':
			quoted = true
		case ',':
			next := p.word(k + 1)
			switch {
			case quoted:
			case next == "but" || next == "although" || next == "though" || next == "while" || next == "whereas" || next == "according" || next == "yet":
				return k
			case strings.HasSuffix(next, "ing") && len(next) > 5 && !p.table.Capital(k+1):
				return k
			case (next == "and" || next == "or" || next == "then") && (p.verbFollows(k+2) || p.hasVerb(k+2, min(k+8, p.last), false)):
				return k
			case p.word(c) == "to" && (p.in(k+1, articles) || next == "which"):
				return k // "to build more, a step that ..."
			}
		}
		if quoted || k == c {
			continue
		}
		if (word == "and" || word == "but" || word == "then") && p.verbFollows(k+1) || word == "while" && p.mark(k-1) == 0 && k > c+3 {
			return k
		}
		if word == "although" || word == "whereas" || word == "after" && k > c+2 && strings.HasSuffix(p.word(k+1), "ing") {
			return k
		}
		if word == "according" && p.word(k+1) == "to" {
			return k
		}
	}
	return p.last
}

// verbFollows says whether a verb of the lexicon in a form that can go on with
// the clause's subject starts at token i: "and demanded ...".
func (p *parser) verbFollows(i int) bool {
	for p.isAdverb(i) {
		i++
	}
	word := p.word(i)
	if p.in(i, auxiliaries) {
		return true
	}
	if e := p.entry(i); e != nil {
		for _, v := range e.verbs {
			if v.forms&(past|present) != 0 {
				return true
			}
		}
		return false
	}
	return strings.HasSuffix(word, "ed") && len(word) > 4
}

// quotation returns the words within the marks that open at token c or right
// after it.
func (p *parser) quotation(c int) []phrase {
	for c < p.last && !p.opensQuote(c) {
		c++
	}
	for k := c + 1; k < p.last; k++ {
		if p.mark(k) == '”' || p.mark(k) == '"' {
			return []phrase{{c + 1, k}}
		}
	}
	return []phrase{{c + 1, p.last}}
}

// before returns what stands before token i that is said by what follows: the
// words within quotation marks that end there, or the clause.
func (p *parser) before(i int) (phrase, bool) {
	end := i
	for end > p.first && (p.mark(end-1) == ',' || p.mark(end-1) == '”' || p.mark(end-1) == '"') {
		end--
	}
	if end == i || end == p.first {
		return phrase{}, false
	}
	if closing := p.mark(i - 1); closing == '”' || closing == '"' {
		for k := end - 1; k >= p.first; k-- {
			if p.mark(k) == '“' || p.mark(k) == '"' {
				return phrase{k + 1, end}, true
			}
		}
	}
	start := p.first
	return phrase{start, end}, true
}

// inverted reads "..., said X, the Y".
func (p *parser) inverted(i int, g group, kind Kind) bool {
	if g.first == p.first {
		return false
	}
	mark := p.mark(g.first - 1)
	if mark != ',' && mark != '”' && mark != '"' {
		return false
	}
	n, ok := p.actorAt(i+1, p.last)
	if !ok {
		return false
	}
	// After a mere comma the clause may go on: "..., said he, and".
	content, ok := p.before(g.first)
	if !ok {
		return false
	}
	if mark == ',' && p.mark(n.end) == 0 && n.end < p.last && !p.in(n.end, prepositions) {
		return false
	}
	p.add(n, phrase{g.first, i + 1}, content, kind)
	p.subject = n
	p.done = i + 1
	return true
}

// spoken reads "..., X said" and "...,” X said".
func (p *parser) spoken(i int, g group, subject phrase, kind Kind, v *verb) bool {
	after := i + 1
	if v.patterns&told != 0 {
		if p.in(after, pronouns) {
			after++
		} else if run := p.nounRun(after, p.last); run > after {
			after = run
		}
	}
	after = p.skipTime(after)
	if after < p.last && p.mark(after) == 0 && !p.in(after, prepositions) {
		return false
	}
	content, ok := p.before(subject.first)
	if !ok || content.end-content.first < 3 {
		return false
	}
	p.add(subject, phrase{g.first, i + 1}, content, kind)
	p.subject = subject
	p.done = i + 1
	p.shorten(content.end)
	return true
}

// shorten ends the contents found so far in the sentence where a speaker's name
// starts: they ran on to the end.
func (p *parser) shorten(end int) {
	at := p.table.Tokens[end-1].End
	for i := len(p.found) - 2; i >= 0 && p.found[i].Sentence == p.sentence; i-- {
		if c := &p.found[i]; c.Content.Start < at && c.Content.End > at {
			c.Content.End = at
		}
	}
}

// according reads "according to X".
func (p *parser) according(i int) {
	n, ok := p.actorAt(i+2, p.last)
	if !ok {
		return
	}
	p.done = n.end
	verb := phrase{i, i + 2}
	if i == p.first {
		k := n.end
		for k < p.last && p.mark(k) != ',' {
			k++
		}
		// An apposition between commas belongs to the name.
		if k > n.end {
			k = min(k, p.last)
		}
		if next := p.apposition(k); next > 0 {
			k = next
		}
		if k+1 < p.last {
			p.add(n, verb, phrase{k + 1, p.last}, Says)
		}
		return
	}
	if content := (phrase{p.first, i}); content.end-content.first > 3 {
		p.add(n, verb, content, Says)
		p.shorten(i)
	}
}

// apposition returns the comma that ends an apposition which the comma at token
// k starts, or 0.
func (p *parser) apposition(k int) int {
	if p.mark(k) != ',' {
		return 0
	}
	for j := k + 1; j < min(k+12, p.last); j++ {
		if p.mark(j) == ',' {
			if !p.hasVerb(k+1, j, false) {
				return j
			}
			return 0
		}
	}
	return 0
}

// passive reads "was rejected by X", and "rejected by X" after a noun.
func (p *parser) passive(i int, g group, v *verb, full bool) bool {
	by := i + 1
	for p.isAdverb(by) || slices.Contains(v.prepositions, p.word(by)) {
		by++
	}
	if p.word(by) != "by" {
		return false
	}
	n, ok := p.actorAt(by+1, p.last)
	kind := v.kind
	if g.negated {
		kind = negated[kind]
	}
	// "is seen by analysts as ..." says something, "seen by analysts" does not.
	takes := v.patterns&(object|objectTo|preposition) != 0 || v.patterns&objectPrep != 0 && p.prepositionAfter(n.end)
	if !ok || kind == "" || !takes {
		return false
	}
	start := g.first
	if full {
		if start, ok = p.clauseStart(g.first); !ok {
			return false
		}
		for k := start; k < g.first; k++ { // "On Monday, the plan was ..."
			if p.mark(k) == ',' && k < g.first-1 && p.in(start, prepositions) {
				start = k + 1
			}
		}
	} else {
		for start > p.first {
			word := p.word(start - 1)
			if word == "" && p.mark(start-1) != '-' && p.mark(start-1) != ',' || p.in(start-1, be) || p.in(start-1, have) || p.in(start-1, modals) || p.in(start-1, subordinators) || p.in(start-1, pronouns) && !p.in(start-1, determiners) {
				break
			}
			start--
			if p.in(start, articles) && p.word(start-1) != "of" && p.word(start-1) != "in" && p.word(start-1) != "for" {
				break
			}
		}
	}
	content := phrase{start, g.first}
	if content.end <= content.first || p.in(content.first, pronouns) && !p.in(content.first, determiners) {
		return false
	}
	p.add(n, phrase{g.first, i + 1}, content, kind)
	p.done = n.end
	return true
}

// participial reads "The premier cut the tax, calling for calm".
func (p *parser) participial(i int, g group, v *verb) bool {
	if p.mark(g.first-1) != ',' {
		return false
	}
	subject := p.subject
	if subject.end == 0 {
		start := p.first
		found := false
		for k := start; k < g.first-1 && !found; k++ {
			if k > start && p.mark(k-1) != ',' {
				continue
			}
			if n, ok := p.actorAt(k, g.first-1); ok && n.end < g.first-1 {
				subject, found = n, true
			} else if !p.in(k, prepositions) && !p.in(k, subordinators) && k == start {
				return false
			}
		}
		if !found {
			return false
		}
	}
	contents, end := p.complement(i+1, v)
	for _, c := range contents {
		p.add(subject, phrase{g.first, end}, c, v.kind)
	}
	p.done = max(p.done, end)
	return contents != nil
}

// caused reads "leading Oslo to threaten a boycott".
func (p *parser) caused(i int, g group, v *verb) bool {
	to := g.first - 1
	if p.word(to) != "to" {
		return false
	}
	n, ok := phrase{}, false
	for k := to - 1; k >= max(p.first, to-8); k-- {
		if p.in(k, causes) {
			n, ok = p.actorAt(k+1, to)
			break
		}
	}
	if !ok || n.end != to {
		return false
	}
	contents, end := p.complement(i+1, v)
	for _, c := range contents {
		p.add(n, phrase{to, end}, c, v.kind)
	}
	p.done = max(p.done, end)
	return contents != nil
}

// noun reads "Norway's pledge to build", and "an offer of ... from X".
func (p *parser) noun(i int, kind Kind) bool {
	next := p.word(i + 1)
	if next != "to" && next != "of" && next != "for" && next != "that" && next != "against" && next != "on" || p.inQuote(i) {
		return false
	}
	k := i - 1
	for k > p.first && k > i-4 && p.mark(k) == 0 && !p.isPossessive(k) && !p.in(k, articles) && !p.in(k, prepositions) {
		k--
	}
	if p.isPossessive(k) {
		end := k + 1
		if p.mark(k) != 0 {
			end = k
		}
		n, ok := p.owner(end)
		if !ok {
			return false
		}
		for _, c := range p.contents(i + 1) {
			c.end = min(c.end, p.nounEnd(c))
			p.add(n, phrase{i, i + 1}, c, kind)
		}
		return true
	}
	if !p.in(k, articles) && p.word(k) != "any" || kind != Offers && kind != Demands && kind != Threatens {
		return false
	}
	for by := i + 3; by < min(i+14, p.last); by++ {
		if p.mark(by) == ',' || p.hasVerb(by, by+1, false) {
			return false
		}
		if word := p.word(by); word == "from" || word == "by" {
			n, ok := p.actorAt(by+1, p.last)
			if !ok {
				return false
			}
			p.add(n, phrase{i, i + 1}, phrase{i + 1, by}, kind)
			return true
		}
	}
	return false
}

// nounEnd ends the content of a noun where the sentence's own verb comes:
// "Berlin's refusal to pay has angered ...".
func (p *parser) nounEnd(c phrase) int {
	for k := c.first + 2; k < c.end; k++ {
		if (p.in(k, auxiliaries) || p.in(k, linking)) && p.word(c.first) != "that" {
			relative := false
			for j := c.first; j < k; j++ {
				relative = relative || p.in(j, pronouns) && !p.in(j, determiners) || p.word(j) == "that"
			}
			if !relative {
				return k
			}
		}
	}
	return c.end
}

// linking verbs go on after a noun and its content.
var linking = token.NewSet("remain remains remained became becomes came comes drew draws met meets dates goes went left leaves made makes seems appears faces")

// isPossessive says whether token i has or is a possessive ending.
func (p *parser) isPossessive(i int) bool {
	if strings.HasSuffix(p.word(i), "'s") {
		return true
	}
	mark := p.mark(i)
	return (mark == '’' || mark == '\'') && i > p.first && strings.HasSuffix(p.word(i-1), "s")
}

// owner finds who a possessive ending before token end belongs to.
func (p *parser) owner(end int) (phrase, bool) {
	i := end
	if id := p.cast.At(end - 1); id >= 0 {
		for i > p.first && (p.cast.At(i-1) == id || p.table.Tokens[i-1].Kind == token.Word && p.table.Capital(i-1) && i-1 > p.first) {
			i--
		}
		return phrase{i, end}, true
	}
	for i > p.first {
		word := p.word(i - 1)
		if word == "" && p.mark(i-1) != '-' || i < end && (p.in(i-1, prepositions) || p.in(i-1, conjunctions) || p.in(i-1, be) || p.in(i-1, have) || p.in(i-1, modals)) ||
			p.in(i-1, pronouns) && !p.in(i-1, determiners) || i < end && strings.HasSuffix(word, "'s") {
			break
		}
		i--
		if p.in(i, articles) || p.in(i, possessives) {
			break
		}
	}
	for i < end && (p.in(i, adverbs) || p.in(i, subordinators)) {
		i++
	}
	if i >= end {
		return phrase{}, false
	}
	n := phrase{i, end}
	return n, p.isOwner(n)
}

// isOwner is isActor for a phrase with a possessive ending.
func (p *parser) isOwner(n phrase) bool {
	if p.cast.At(n.end-1) >= 0 {
		return true
	}
	word := strings.TrimSuffix(p.word(n.end-1), "'s")
	switch {
	case inert.Has(word) || times.Has(word) || word == "":
		return false
	case isGroup(word):
		return true
	}
	return p.table.Capital(n.end-1) && n.end-1 > p.first
}

// adjective reads "are concerned that ...".
func (p *parser) adjective(i int, list []verb) bool {
	g := p.group(i)
	if !g.be || g.weak || g.to || g.negated || p.inQuote(i) {
		return false
	}
	for k := range list {
		v := &list[k]
		contents, end := p.complement(i+1, v)
		if contents == nil {
			continue
		}
		subject, ok := p.subjectOf(g.first)
		if !ok {
			return false
		}
		for _, c := range contents {
			p.add(subject, phrase{g.first, end}, c, v.kind)
		}
		p.subject, p.done = subject, end
		return true
	}
	return false
}

// idiom reads "would like ..." and "expressed concern that ...".
func (p *parser) idiom(i int, word string) bool {
	g := p.group(i)
	if g.weak || g.to || p.inQuote(i) {
		return false
	}
	v := verb{kind: Wants, forms: base, patterns: infinitive | object | objectTo}
	if word == "like" {
		if !g.modal || g.negated || p.word(i-1) == "not" {
			return false
		}
	} else {
		if g.be || g.negated || !(word == "express" || word == "expresses" || word == "expressed") {
			return false
		}
		kind, ok := expressed[p.word(i+1)]
		if !ok {
			return false
		}
		v = verb{kind: kind, patterns: object}
	}
	subject, ok := p.subjectOf(g.first)
	if !ok {
		return false
	}
	contents, end := p.complement(i+1, &v)
	for _, c := range contents {
		for k := c.first; k < c.end && word != "like"; k++ {
			if p.mark(k) == ',' {
				c.end = k // "expressed regret, ..."
			}
		}
		p.add(subject, phrase{g.first, end}, c, v.kind)
	}
	p.subject, p.done = subject, max(p.done, end+1)
	return contents != nil
}

// expressed are what one can express.
var expressed = map[string]Kind{"optimism": Hopes, "hope": Hopes, "hopes": Hopes, "concern": Warns, "concerns": Warns, "fear": Warns, "fears": Warns,
	"support": Agrees, "opposition": Opposes, "doubt": Denies, "doubts": Denies, "regret": Says, "confidence": Says}
