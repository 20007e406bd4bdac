package article

import (
	"math/bits"
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
	first, end int   // tokens of the heading
	score      int32 // of the model
	signs      signs // what holds of it
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
	r.inline = r.inline[:0]
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case l.removed != "":
		case l.role == Heading:
			total += lineScore
		case l.role == Paragraph && l.Len() >= glued:
			r.addCandidates(l.Span)
		}
	}
	for _, c := range r.inline {
		total += min(max(c.score+doubt, 0), sure)
	}
	if total < textScore {
		r.inline = r.inline[:0]
	}
	r.inline = slices.DeleteFunc(r.inline, func(c candidate) bool {
		return c.score < headingScore || slices.ContainsFunc(edits, func(e Edit) bool { return e.Action == Join && has(e.Span, r.Tokens[c.first].Start) })
	})
}

// split adds a paragraph to the blocks, with the headings that are glued into it
// cut out.
func (r *repair) split(paragraph token.Span, headings []candidate) {
	start := paragraph.Start
	for _, c := range headings {
		if first := r.Tokens[c.first].Start; first > start {
			r.blocks = append(r.blocks, Block{Span: token.Span{Start: start, End: r.Tokens[c.first-1].End}})
		}
		span := token.Span{Start: r.Tokens[c.first].Start, End: r.Tokens[c.end-1].End}
		r.blocks = append(r.blocks, Block{Span: span, Role: Heading, Inline: true})
		start = r.Tokens[c.end].Start
	}
	r.blocks = append(r.blocks, Block{Span: token.Span{Start: start, End: paragraph.End}})
}

// addCandidates adds the best place in each sentence that has one to the
// headings.
func (r *repair) addCandidates(paragraph token.Span) {
	r.each(paragraph, func(cuts []candidate) {
		best := -1
		for i := range cuts {
			cuts[i].score = cuts[i].signs.weigh()
			if best < 0 || cuts[i].score > cuts[best].score {
				best = i
			}
		}
		if best >= 0 {
			r.inline = append(r.inline, cuts[best])
		}
	})
}

// each calls visit with the cuts of each sentence, which are valid until it
// returns.
func (r *repair) each(paragraph token.Span, visit func(cuts []candidate)) {
	r.sentences = sentence.Append(r.sentences[:0], r.Table, paragraph, 0)
	for i := range r.sentences {
		s := &r.sentences[i]
		first := s.First
		if i > 0 && r.isItemNumber(&r.sentences[i-1]) {
			first = r.sentences[i-1].First
		}
		r.cutList = r.cuts(r.cutList[:0], first, s, i+1 == len(r.sentences))
		visit(r.cutList)
	}
}

// isItemNumber says whether a sentence is the number of an item: "1."
func (r *repair) isItemNumber(s *sentence.Sentence) bool {
	return s.Last-s.First == 2 && r.Tokens[s.First].Kind == token.Number && r.Mark(s.First+1) == '.'
}

// cuts appends the places where a sentence could be cut in a heading and its
// rest to a list. The heading starts at token first, which may be an item's
// number. What ends the paragraph, a sentence that isLast, is no heading of it
// as a whole.
func (r *repair) cuts(list []candidate, first int, s *sentence.Sentence, isLast bool) []candidate {
	if end := r.quoted(s); end > 0 {
		return append(list, candidate{first: first, end: end, signs: r.signs(first, s, end)})
	}
	if r.Tokens[s.First].Kind == token.Mark || !r.Capital(s.First) && r.Tokens[s.First].Kind != token.Number {
		return list
	}
	if end := r.Mark(s.Last - 1); (end == '?' || end == '!') && !isLast && s.Last-s.First > 2 && s.Last-s.First <= headingWords+3 {
		list = append(list, candidate{first: first, end: s.Last, signs: r.signs(first, s, s.Last)})
	}
	words := 0
	for i := s.First; i < s.Last && words <= headingWords; i++ {
		if r.Tokens[i].Kind == token.Mark {
			mark := r.Mark(i)
			switch mark {
			case '-', '–', '’', '\'', '&', ',', ':', '/':
				continue
			}
			if (mark == '“' || mark == '"') && words > 0 && i+restartTokens < s.Last && r.Capital(i+1) {
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

// quoted returns the end of a heading that is a quotation, or 0: the sentence
// starts with one of a few words, and goes on with a capital.
func (r *repair) quoted(s *sentence.Sentence) int {
	closing := rune(0)
	switch r.Mark(s.First) {
	case '"':
		closing = '"'
	case '“':
		closing = '”'
	case '‘':
		closing = '’'
	default:
		return 0
	}
	words := 0
	for i := s.First + 1; i < s.Last && words <= headingWords; i++ {
		if r.Mark(i) == closing && (closing != '’' || i+1 == s.Last || r.Tokens[i].End < r.Tokens[i+1].Start) {
			if words < 2 || i+1+restartTokens > s.Last || !r.Capital(i+1) || r.Tokens[i-1].Kind == token.Mark {
				break
			}
			return i + 1
		}
		if r.Tokens[i].Kind != token.Mark {
			words++
		}
	}
	return 0
}

// canRestart says whether a sentence could start at token i.
func (r *repair) canRestart(i int) bool {
	if r.Tokens[i-1].Kind == token.Mark || !r.Capital(i) && r.Tokens[i].Kind != token.Number {
		return false
	}
	return !r.In(i-1, functional) && !r.In(i-1, possessive)
}

// possessive words belong to what follows them.
var possessive = token.NewRule(func(s *token.Spelling) bool {
	return strings.HasSuffix(s.Folded, "'s") || strings.HasSuffix(s.Folded, "s'")
})

// signs is a set of what holds of a candidate.
type signs uint64

func (list *signs) add(sign uint8, holds bool) {
	if holds {
		*list |= 1 << sign
	}
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

// signs finds what holds of the place before token at.
func (r *repair) signs(first int, s *sentence.Sentence, at int) (list signs) {
	last := at - 1
	for r.Tokens[last].Kind == token.Mark {
		last--
	}
	kind := r.start(s, at)
	if r.Capital(last) {
		kind++
	}
	list.add(kind, true)

	words, capitals, content := 0, 0, 0
	var clausalInside, past, comma, colon, and bool
	for i := s.First; i < at; i++ {
		if r.Tokens[i].Kind == token.Mark {
			comma = comma || r.Mark(i) == ','
			colon = colon || r.Mark(i) == ':'
			continue
		}
		words++
		if i > s.First {
			capital := r.Capital(i)
			clausalInside = clausalInside || r.In(i, clausal)
			past = past || !capital && r.In(i, pastTense)
			and = and || r.In(i, andWord)
			if !r.In(i, functional) {
				content++
				if capital {
					capitals++
				}
			}
		}
	}
	list.add(uint8(lengthOne+min(words, 6)-1), true)
	list.add(titleCase, content > 0 && capitals == content)
	list.add(midCapital, capitals > 0 && capitals < content)
	opening := s.First
	list.add(isQuoted, r.Tokens[opening].Kind == token.Mark)
	list.add(firstQuestion, r.In(opening, questions))
	list.add(firstAdverbial, r.In(opening, adverbial))
	list.add(firstArticle, r.In(opening, anArticle))
	list.add(firstClausal, r.In(opening, clausal))
	list.add(firstGerund, r.In(opening, gerund))
	ordinary := r.In(opening, language.Common)
	list.add(firstCommon, ordinary)
	list.add(firstUnknown, !ordinary && !r.In(opening, language.StopWords))
	list.add(hasClausal, clausalInside)
	list.add(hasPast, past)
	list.add(hasComma, comma)
	list.add(hasColon, colon)
	list.add(hasAnd, and)
	list.add(isNumbered, first < s.First || r.Tokens[s.First].Kind == token.Number)
	list.add(lastCommon, r.In(last, language.Common))
	list.add(lastStop, r.In(last, language.StopWords))
	list.add(lastNumber, r.Tokens[last].Kind == token.Number)
	list.add(agentive, kind >= startsCommon && r.In(last, agentives))

	soon := false
	if at < s.Last-1 {
		next := at + 1
		list.add(nextLower, r.Tokens[next].Kind == token.Word && !r.Capital(next))
		list.add(nextCapital, r.Tokens[next].Kind == token.Word && r.Capital(next))
		list.add(nextComma, r.Mark(next) == ',')
		list.add(nextVerb, r.In(next, clausal))
		for i := next; i < min(next+6, s.Last); i++ {
			soon = soon || r.In(i, clausal)
		}
		list.add(auxiliarySoon, soon)
		list.add(restShort, s.Last-at < 8)
		list.add(restLong, s.Last-at >= 14)
	}
	again := r.recurs(s.First, at)
	list.add(recurs, again < near)
	list.add(takenUpSoon, again < 3)
	list.add(twoClauses, clausalInside && soon)
	list.add(takenUp, at < s.Last && r.has(s.First, at, r.Tokens[at].Spelling))
	list.add(opensText, s.First == 0)
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
	r.takeCensus()
	known := &r.notes[r.Tokens[i].Spelling].start
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
	case r.In(i, restarts):
		return startsFunction
	case r.In(i, language.StopWords):
		return startsStop
	}
	lower, named := r.written(r.Tokens[i].Spelling)
	switch {
	case named:
		return startsName
	case lower:
		return startsLowercase
	case r.In(i, language.Common):
		return startsCommon
	}
	return startsUnknown
}

// near is how far behind a heading its words are looked for, in tokens.
const near = 60

// recurs says how many tokens behind token at a content word of those from
// first to at comes again, or near if none does.
func (r *repair) recurs(first, at int) int {
	r.stamp++
	for i := first; i < at; i++ {
		if id := r.Tokens[i].Spelling; id >= 0 && !r.In(i, language.StopWords) {
			r.notes[r.Spellings[id].First].stamp = r.stamp
		}
	}
	for i, t := range r.Tokens[at:min(at+near, len(r.Tokens))] {
		if t.Spelling >= 0 && r.notes[r.Spellings[t.Spelling].First].stamp == r.stamp {
			return i
		}
	}
	return near
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
func (list signs) weigh() int32 {
	sum := int32(bias)
	for ; list != 0; list &= list - 1 {
		sum += signWeights[bits.TrailingZeros64(uint64(list))]
	}
	return sum
}

// takeCensus finds what the whole text says of its spellings, when it is asked
// for the first time: many texts have no place where a heading could end.
func (r *repair) takeCensus() {
	if r.counted {
		return
	}
	r.counted = true
	for k := 1; k < len(r.Tokens); k++ {
		if t := &r.Tokens[k]; t.Capital && t.Joined && !r.Capital(k-1) && r.In(k-1, functional) {
			r.notes[t.Spelling].inside = true
		}
	}
	for id := range r.notes {
		first := r.Spellings[id].First
		if int(first) != id {
			r.notes[r.notes[first].last].next = int32(id)
		}
		r.notes[first].last = int32(id)
	}
}

// written says of a spelling whether the text has its word in lower case, and
// whether the word is a name: it stands with a capital after a function word in
// lower case somewhere, and never in lower case.
func (r *repair) written(id int32) (lower, named bool) {
	folded := r.Spellings[id].Folded
	word := strings.TrimSuffix(folded, "'s")
	plain := false // the text has the word without "'s" in lower case
	// Forms of one word share its stem.
	for kin := r.Spellings[id].First; ; kin = r.notes[kin].next {
		s := &r.Spellings[kin]
		lower = lower || s.Text == folded
		plain = plain || s.Text == word
		named = named || r.notes[kin].inside && strings.TrimSuffix(s.Folded, "'s") == word
		if r.notes[kin].next == 0 {
			return lower, named && !plain
		}
	}
}

var (
	// restarts are function words that start sentences.
	restarts = token.NewSet(`the a an in on at after before behind beyond for from with while when as if but both each many some
		most no it he she they we this that these those there since during despite although though under his her its their
		our what who how why where yet until without among across over all another other such according even still now
		meanwhile not only one two three by last you your my nobody nothing none more to of so`)
	anArticle = token.NewSet("the a an")
	andWord   = token.NewSet("and")
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

var (
	pastTense = token.NewRule(func(s *token.Spelling) bool { return strings.HasSuffix(s.Folded, "ed") && len(s.Folded) > 4 })
	gerund    = token.NewRule(func(s *token.Spelling) bool { return strings.HasSuffix(s.Folded, "ing") && len(s.Folded) > 5 })
	// agentives may stand before a person's or company's name.
	agentives = token.NewRule(func(s *token.Spelling) bool {
		for _, ending := range []string{"er", "or", "ist", "ian", "man", "ant", "ent", "ief", "giant", "firm", "group", "company"} {
			if strings.HasSuffix(s.Folded, ending) {
				return true
			}
		}
		return false
	})
)
