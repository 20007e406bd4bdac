package article

import (
	"slices"
	"strings"

	"rubricator/internal/figure"
	"rubricator/internal/language"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Headings lose their line break when a page is flattened carelessly: "...
// between the two. Fighting fentanyl The delegation is expected to ...". What
// gives them away is a capital in the middle of what looks like one sentence,
// on a word that is no name, with a phrase without a verb before it. A
// logistic model weighs such signs for each place where a sentence could be
// cut in a heading and its rest.
const (
	glued         = 400 // bytes; a paragraph that lost its headings is long
	headingWords  = 9   // the longest heading looked for
	restartTokens = 4   // what follows must go on for as long
)

// A candidate is a place where a heading could end.
type candidate struct {
	first, end int     // tokens of the heading
	score      int32   // of the model
	signs      []uint8 // what holds of it
}

// A text has headings if what speaks for all of them together reaches
// textScore: one that is sure, or some that are likely, for an author who sets
// one heading sets more. Then each candidate from headingScore on is one.
const (
	textScore    = 250
	headingScore = -100
	doubt        = 50  // what speaks for a candidate is its score and this,
	sure         = 250 // and at most this
	lineScore    = 150 // ... for a heading that kept its line
)

// findHeadings finds the headings that are glued into paragraphs, but those
// that edits join.
func (r *repair) findHeadings(edits []Edit) {
	total := int32(0)
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case l.removed != "":
		case l.role == Heading:
			total += lineScore
		case l.role == Paragraph && l.Len() >= glued:
			for _, c := range r.candidates(l.Span) {
				total += min(max(c.score+doubt, 0), sure)
				if c.score >= headingScore {
					r.inline = append(r.inline, c)
				}
			}
		}
	}
	if total < textScore {
		r.inline = nil
	}
	r.inline = slices.DeleteFunc(r.inline, func(c candidate) bool {
		return slices.ContainsFunc(edits, func(e Edit) bool { return e.Action == Join && has(e.Span, r.Tokens[c.first].Start) })
	})
}

// splitHeadings appends a paragraph to blocks, with the headings that are glued
// into it cut out. Paragraphs come in text order.
func (r *repair) splitHeadings(blocks []Block, paragraph token.Span) []Block {
	start := paragraph.Start
	for len(r.inline) > 0 && r.Tokens[r.inline[0].first].Start < paragraph.End {
		c := r.inline[0]
		r.inline = r.inline[1:]
		if first := r.Tokens[c.first].Start; first > start {
			blocks = append(blocks, Block{Span: token.Span{Start: start, End: r.Tokens[c.first-1].End}})
		}
		span := token.Span{Start: r.Tokens[c.first].Start, End: r.Tokens[c.end-1].End}
		blocks = append(blocks, Block{Span: span, Role: Heading, Inline: true})
		start = r.Tokens[c.end].Start
	}
	return append(blocks, Block{Span: token.Span{Start: start, End: paragraph.End}})
}

// candidates returns the best place in each sentence that has one.
func (r *repair) candidates(paragraph token.Span) []candidate {
	var found []candidate
	r.each(paragraph, func(cuts []candidate) {
		best := -1
		for i := range cuts {
			cuts[i].score = weigh(cuts[i].signs)
			if best < 0 || cuts[i].score > cuts[best].score {
				best = i
			}
		}
		if best >= 0 {
			found = append(found, cuts[best])
		}
	})
	return found
}

// each calls visit with the cuts of each sentence.
func (r *repair) each(paragraph token.Span, visit func(cuts []candidate)) {
	sentences := sentence.Split(r.Table, []token.Span{paragraph})
	for i := range sentences {
		first := sentences[i].First
		if i > 0 && r.isItemNumber(&sentences[i-1]) {
			first = sentences[i-1].First
		}
		visit(r.cuts(first, &sentences[i], i+1 == len(sentences)))
	}
}

// isItemNumber says whether a sentence is the number of an item: "1."
func (r *repair) isItemNumber(s *sentence.Sentence) bool {
	return s.Last-s.First == 2 && r.Tokens[s.First].Kind == token.Number && r.At(s.First+1) == "."
}

// cuts lists the places where a sentence could be cut in a heading and its
// rest. The heading starts at token first, which may be an item's number. What
// ends the paragraph, a sentence that isLast, is no heading of it as a whole.
func (r *repair) cuts(first int, s *sentence.Sentence, isLast bool) []candidate {
	var list []candidate
	if c, ok := r.quoted(first, s); ok {
		return []candidate{c}
	}
	if r.Tokens[s.First].Kind == token.Mark || !r.Capital(s.First) && r.Tokens[s.First].Kind != token.Number {
		return nil
	}
	if end := r.At(s.Last - 1); (end == "?" || end == "!") && !isLast && s.Last-s.First > 2 && s.Last-s.First <= headingWords+3 {
		list = append(list, candidate{first: first, end: s.Last, signs: r.signs(first, s, s.Last)})
	}
	words := 0
	for i := s.First; i < s.Last && words <= headingWords; i++ {
		if r.Tokens[i].Kind == token.Mark {
			switch r.At(i) {
			case "-", "–", "’", "'", "&", ",", ":", "/":
				continue
			}
			if (r.At(i) == "“" || r.At(i) == "\"") && words > 0 && i+restartTokens < s.Last && r.Capital(i+1) {
				list = append(list, candidate{first: first, end: i, signs: r.signs(first, s, i)})
			}
			break
		}
		if words > 0 && i+restartTokens <= s.Last && r.canRestart(i) {
			list = append(list, candidate{first: first, end: i, signs: r.signs(first, s, i)})
		}
		words++
	}
	return list
}

// quoted returns the heading that is a quotation: the sentence starts with one
// of a few words, and goes on with a capital.
func (r *repair) quoted(first int, s *sentence.Sentence) (candidate, bool) {
	closing := ""
	switch r.At(s.First) {
	case "\"":
		closing = "\""
	case "“":
		closing = "”"
	case "‘":
		closing = "’"
	default:
		return candidate{}, false
	}
	words := 0
	for i := s.First + 1; i < s.Last && words <= headingWords; i++ {
		if r.At(i) == closing && (closing != "’" || i+1 == s.Last || r.Tokens[i].End < r.Tokens[i+1].Start) {
			if words < 2 || i+1+restartTokens > s.Last || !r.Capital(i+1) || r.Tokens[i-1].Kind == token.Mark {
				break
			}
			return candidate{first: first, end: i + 1, signs: r.signs(first, s, i+1)}, true
		}
		if r.Tokens[i].Kind != token.Mark {
			words++
		}
	}
	return candidate{}, false
}

// canRestart says whether a sentence could start at token i.
func (r *repair) canRestart(i int) bool {
	if r.Tokens[i-1].Kind == token.Mark || !r.Capital(i) && r.Tokens[i].Kind != token.Number {
		return false
	}
	before := r.Folded(i - 1)
	return !functional.Has(before) && !strings.HasSuffix(before, "'s") && !strings.HasSuffix(before, "s'")
}

// The signs of a candidate. The first ones are pairs of what the rest starts
// with and whether the heading's last word has a capital.
const (
	startsFunction  uint8 = 2 * iota // "The", "It", "In"
	startsStop                       // another function word
	startsLowercase                  // a word that the text has in lower case, too
	startsCommon                     // an ordinary word
	startsName                       // a word that stands with a capital inside other sentences
	startsUnknown
	startsNumber
	startsQuote
	startsI       // "I", which has a capital everywhere
	wholeSentence // the heading is a question or a call of its own
)

const (
	lengthOne = 20 + iota
	lengthTwo
	lengthThree
	lengthFour
	lengthFive
	lengthMore
	titleCase      // all its words but the small ones have a capital
	midCapital     // some have
	firstQuestion  // it starts with "why", "how", ...
	firstAdverbial // ... with what stands before a clause: "in", "after"
	firstArticle   // ... with "the", "a"
	firstClausal   // ... with a pronoun or an auxiliary
	firstGerund    // ... with a word in -ing
	firstCommon    // ... with an ordinary word
	firstUnknown   // ... with another
	hasClausal     // it has a pronoun, an auxiliary, a verb of reporting inside
	hasPast        // it has a word in -ed
	hasComma       //
	hasColon       //
	hasAnd         //
	isNumbered     // the number of an item stands before it
	lastCommon     // it ends with an ordinary word
	lastStop       // ... with a function word
	lastNumber     // ... with a number
	agentive       // ... with what may stand before a name: "minister", "spokesman"
	nextLower      // the rest goes on in lower case
	nextCapital    // ... with another capital
	nextComma      // ... with a comma
	nextVerb       // ... with an auxiliary or a verb of reporting
	auxiliarySoon  // ... has one among the first words
	restShort      // the rest is short
	restLong       // the rest is long
	recurs         // one of its words comes again soon
	takenUp        // the rest starts with one of its words
	takenUpSoon    // ... has one among its first words
	twoClauses     // it and the rest have a verb each
	isQuoted       // it is a quotation
	opensText      // it stands at the start of the paragraph
	signCount
)

// signs lists what holds of the place before token at.
func (r *repair) signs(first int, s *sentence.Sentence, at int) []uint8 {
	list := make([]uint8, 0, 16)
	add := func(sign uint8, holds bool) {
		if holds {
			list = append(list, sign)
		}
	}
	last := at - 1
	for r.Tokens[last].Kind == token.Mark {
		last--
	}
	kind := r.start(s, at)
	if r.Capital(last) {
		kind++
	}
	add(kind, true)

	words, capitals, content := 0, 0, 0
	var clausalInside, past, comma, colon, and bool
	for i := s.First; i < at; i++ {
		if r.Tokens[i].Kind == token.Mark {
			comma = comma || r.At(i) == ","
			colon = colon || r.At(i) == ":"
			continue
		}
		word := r.Folded(i)
		words++
		if i > s.First {
			clausalInside = clausalInside || clausal.Has(word)
			past = past || !r.Capital(i) && strings.HasSuffix(word, "ed") && len(word) > 4
			and = and || word == "and"
			if !functional.Has(word) {
				content++
				if r.Capital(i) {
					capitals++
				}
			}
		}
	}
	add(uint8(lengthOne+min(words, 6)-1), true)
	add(titleCase, content > 0 && capitals == content)
	add(midCapital, capitals > 0 && capitals < content)
	opening := r.Folded(s.First)
	add(isQuoted, r.Tokens[s.First].Kind == token.Mark)
	add(firstQuestion, questions.Has(opening))
	add(firstAdverbial, adverbial.Has(opening))
	add(firstArticle, opening == "the" || opening == "a" || opening == "an")
	add(firstClausal, clausal.Has(opening))
	add(firstGerund, strings.HasSuffix(opening, "ing") && len(opening) > 5)
	ordinary := r.ordinary(s.First)
	add(firstCommon, ordinary)
	add(firstUnknown, !ordinary && !language.IsStopWord(opening))
	add(hasClausal, clausalInside)
	add(hasPast, past)
	add(hasComma, comma)
	add(hasColon, colon)
	add(hasAnd, and)
	add(isNumbered, first < s.First || r.Tokens[s.First].Kind == token.Number)
	add(lastCommon, r.ordinary(last))
	add(lastStop, language.IsStopWord(r.Folded(last)))
	add(lastNumber, r.Tokens[last].Kind == token.Number)
	add(agentive, kind >= startsCommon && isAgentive(r.Folded(last)))

	soon := false
	if at < s.Last-1 {
		next := at + 1
		add(nextLower, r.Tokens[next].Kind == token.Word && !r.Capital(next))
		add(nextCapital, r.Tokens[next].Kind == token.Word && r.Capital(next))
		add(nextComma, r.At(next) == ",")
		add(nextVerb, clausal.Has(r.Folded(next)))
		for i := next; i < min(next+6, s.Last); i++ {
			soon = soon || clausal.Has(r.Folded(i))
		}
		add(auxiliarySoon, soon)
		add(restShort, s.Last-at < 8)
		add(restLong, s.Last-at >= 14)
	}
	add(recurs, r.recurs(s.First, at, 60))
	add(takenUpSoon, r.recurs(s.First, at, 3))
	add(twoClauses, clausalInside && soon)
	add(takenUp, at < s.Last && r.has(s.First, at, r.Tokens[at].Spelling))
	add(opensText, s.First == 0)
	return list
}

// start says what the rest of a sentence starts with at token i.
func (r *repair) start(s *sentence.Sentence, i int) uint8 {
	switch {
	case i >= s.Last:
		return wholeSentence
	case r.Tokens[i].Kind == token.Number:
		return startsNumber
	case r.Tokens[i].Kind == token.Mark:
		return startsQuote
	}
	if r.starts == nil {
		r.starts = make([]uint8, len(r.Spellings))
		r.takeCensus()
	}
	known := &r.starts[r.Tokens[i].Spelling] // plus one
	if *known == 0 {
		*known = r.startWord(i) + 1
	}
	return *known - 1
}

// startWord says it of a word.
func (r *repair) startWord(i int) uint8 {
	word := r.Folded(i)
	switch {
	case word == "i":
		return startsI
	case figure.Month(word) != 0:
		return startsName
	case restarts.Has(word):
		return startsFunction
	case language.IsStopWord(word):
		return startsStop
	case r.named[r.Tokens[i].Spelling]:
		return startsName
	case r.lower[r.Tokens[i].Spelling]:
		return startsLowercase
	case r.ordinary(i):
		return startsCommon
	}
	return startsUnknown
}

// ordinary says whether token i is a word of ordinary English.
func (r *repair) ordinary(i int) bool {
	id := r.Tokens[i].Spelling
	return id >= 0 && language.IsCommon(r.Spellings[id].Stem)
}

// isAgentive says whether a word may stand before a person's or company's name.
func isAgentive(word string) bool {
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "ant", "ent", "ief", "giant", "firm", "group", "company"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// recurs says whether a content word of the tokens from first to at comes
// again among the words that follow.
func (r *repair) recurs(first, at, near int) bool {
	for i := first; i < at; i++ {
		id := r.Tokens[i].Spelling
		if id < 0 || language.IsStopWord(r.Folded(i)) {
			continue
		}
		if r.has(at, min(at+near, len(r.Tokens)), id) {
			return true
		}
	}
	return false
}

// has says whether the tokens from first to end have the stem of a spelling;
// nothing has the stem of a mark.
func (r *repair) has(first, end int, spelling int32) bool {
	for i := first; i < end && spelling >= 0; i++ {
		if id := r.Tokens[i].Spelling; id >= 0 && r.Spellings[id].First == r.Spellings[spelling].First {
			return true
		}
	}
	return false
}

// weigh adds up the weights of signs.
func weigh(signs []uint8) int32 {
	sum := int32(bias)
	for _, sign := range signs {
		sum += signWeights[sign]
	}
	return sum
}

// takeCensus says of each spelling whether the text has its word in lower case,
// and whether the word is a name: it stands with a capital after a function word
// in lower case somewhere, and never in lower case.
func (r *repair) takeCensus() {
	n := len(r.Spellings)
	flags := make([]bool, 3*n)
	inside := flags[2*n:] // with a capital inside a sentence
	r.lower, r.named = flags[:n], flags[n:2*n]
	for k := 1; k < len(r.Tokens); k++ {
		if t := &r.Tokens[k]; t.Joined && r.Capital(k) && !r.Capital(k-1) && functional.Has(r.Folded(k-1)) {
			inside[t.Spelling] = true
		}
	}
	// Forms of one word share its stem.
	next, last := make([]int32, n), make([]int32, n) // of the same stem; by its first
	for id := range r.Spellings {
		if first := r.Spellings[id].First; int(first) != id {
			next[last[first]] = int32(id)
			last[first] = int32(id)
		} else {
			last[id] = int32(id)
		}
	}
	for id := range r.Spellings {
		folded := r.Spellings[id].Folded
		word := strings.TrimSuffix(folded, "'s")
		lower := false // of the word without "'s"
		for kin := r.Spellings[id].First; ; kin = next[kin] {
			s := &r.Spellings[kin]
			r.lower[id] = r.lower[id] || s.Text == folded
			lower = lower || s.Text == word
			r.named[id] = r.named[id] || inside[kin] && strings.TrimSuffix(s.Folded, "'s") == word
			if next[kin] == 0 {
				break
			}
		}
		r.named[id] = r.named[id] && !lower
	}
}

var (
	// restarts are function words that start sentences.
	restarts = token.NewSet(`the a an in on at after before behind beyond for from with while when as if but both each many some
		most no it he she they we this that these those there since during despite although though under his her its their
		our what who how why where yet until without among across over all another other such according even still now
		meanwhile not only one two three by last you your my nobody nothing none more to of so`)
	questions = token.NewSet("what why how who when where which")
	// functional words belong to what follows them: no heading ends in one.
	functional = token.NewSet(`a an the and or but nor of in on at by for to from with into over under between among about against
		after before during through as than if when while is are was were be been being has have had his her its their our
		your my this that these those not no every each any some all very more most`)
	// adverbial words start what stands before a clause rather than a heading:
	// "In the end The Hague agreed".
	adverbial = token.NewSet(`in on at by during since until for from with as when while if although because there then now
		meanwhile yesterday today last this that these those his her its their our all other another following`)
	// clausal words say that a phrase is no heading: pronouns, auxiliaries and
	// verbs of reporting.
	clausal = token.NewSet(`he she they it we i you him her them me who which is are was were has have had will would can could may
		might must should shall do does did said says say told tells added adds asked be been being called`)
)
