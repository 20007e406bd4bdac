package claim

import (
	"strings"

	"rubricator/internal/actor"
	"rubricator/internal/language"
	"rubricator/internal/token"
)

const (
	formsOfBe     = "is are was were be been being am isn't aren't wasn't weren't "
	formsOfHave   = "has have had having hasn't haven't hadn't "
	formsOfDo     = "do does did don't doesn't didn't "
	formsOfModals = "will would shall should must can won't wouldn't cannot can't couldn't shouldn't "
)

var (
	articles = token.NewSet("the a an")
	// determiners start a noun phrase.
	determiners = token.NewSet(`the a an this these those each every both all some several many most few any no another other two three four
		five six seven eight nine ten its their his her our my your dozens hundreds thousands such more half one`)
	possessives  = token.NewSet("its their his her our my your whose")
	pronouns     = token.NewSet("he she it they we i you who which whom whoever him them us me that this these those there others himself themselves what")
	prepositions = token.NewSet(`of in on at by for from with without about against between among amid into onto through throughout during across
		along around behind beyond beside besides despite near per via versus inside outside over under within upon toward towards to
		as like than until since before after up down off out above below`)
	conjunctions = token.NewSet("and or but nor yet then")
	// subordinators start a clause.
	subordinators = token.NewSet(`that because although though while whereas if unless whether when after before since until but so where once`)
	conditions    = token.NewSet("if unless whether")
	be            = token.NewSet(formsOfBe)
	have          = token.NewSet(formsOfHave)
	do            = token.NewSet(formsOfDo)
	modals        = token.NewSet(formsOfModals)
	auxiliaries   = token.NewSet(formsOfBe + formsOfHave + formsOfDo + formsOfModals)
	weakModals    = token.NewSet("could may might")
	adverbs       = token.NewSet(`also again still already now then repeatedly often always never not once soon later earlier just only even long
		further instead thus however therefore meanwhile yesterday today tomorrow too ever perhaps almost nearly first largely
		together yet flatly since recently`)
	expectations = token.NewSet("expected set likely due poised bound certain sure scheduled reported said understood preparing ready")
	times        = token.NewSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
		september october november december today yesterday tomorrow tonight week month year morning afternoon evening night weekend
		last next earlier late early this`)
	causes = token.NewSet(`prompting prompted prompts leading led leads pushing pushed forcing forced driving drove causing caused encouraging
		encouraged emboldening allowing spurring spurred`)
	// inert head nouns name what wants nothing, though it has a capital.
	inert = token.NewSet(`act bill treaty agreement accord deal report survey poll polls study index shares data figures programme program plan law
		charter convention directive budget protocol statement letter memo review vote ruling decision measure policy talks summit
		meeting conference election war strike crisis treaty constitution amendment fund prices costs sales profits`)
)

// A group is a verb with its auxiliaries and adverbs.
type group struct {
	first     int
	negated   bool
	weak      bool // "could", "may", "might"
	to        bool // an infinitive
	expected  bool // "is expected to"
	aux       bool
	be        bool
	have      bool
	do, modal bool
}

// group reads the verb group that ends with the verb at token i.
func (p *parser) group(i int) group {
	g := group{first: i}
	for k := i - 1; k >= p.first; k-- {
		word := p.word(k)
		switch {
		case word == "":
			return g
		case p.in(k, weakModals) && !p.table.Capital(k):
			g.weak, g.aux = true, true
		case p.in(k, modals):
			g.modal, g.aux = true, true
		case p.in(k, be):
			g.be, g.aux = true, true
		case p.in(k, have):
			g.have, g.aux = true, true
		case p.in(k, do):
			g.do, g.aux = true, true
		case word == "to" && k > p.first && p.in(k-1, expectations):
			// "is also expected to push"; the form of "be" comes before.
			g.expected = true
			g.first = k - 1
			k--
			continue
		case word == "to":
			g.to = !g.aux
			return g
		case word == "not" || word == "never":
			g.negated = true
			continue
		case p.isAdverb(k):
			continue // belongs to the group if an auxiliary stands before
		default:
			return g.adverbsBefore(p)
		}
		if strings.HasSuffix(word, "n't") || word == "cannot" {
			g.negated = true
		}
		g.first = k
	}
	return g
}

// adverbsBefore takes the adverbs right before the first auxiliary in: "flatly
// rejected".
func (g group) adverbsBefore(p *parser) group {
	for p.isAdverb(g.first - 1) {
		g.first--
	}
	return g
}

// isAdverb says whether token i is an adverb: a known one, or a word in -ly.
func (p *parser) isAdverb(i int) bool {
	return p.in(i, adverbs) || p.in(i, manners) && !p.in(i, noAdverbs) && !p.table.Capital(i)
}

// manners are words in -ly, most of them adverbs.
var manners = token.NewRule(func(s *token.Spelling) bool { return strings.HasSuffix(s.Folded, "ly") && len(s.Folded) > 4 })

// noAdverbs are nouns, verbs and adjectives in -ly.
var noAdverbs = token.NewSet(`ally anomaly apply assembly belly bully comply costly daily deadly elderly family friendly homily imply jelly
	likely lonely monopoly monthly multiply rally rely reply supply tally unlikely weekly yearly`)

// nounRun returns the end of the words from token i on that can be one noun
// phrase without what follows its head.
func (p *parser) nounRun(i, limit int) int {
	j := i
	for ; j < limit; j++ {
		if p.table.Tokens[j].Kind == token.Mark {
			switch p.mark(j) {
			case '-', '&', '’', '\'', '/', '$', '€', '£', '%':
				continue
			case '.':
				if j > i && len(p.table.At(j-1)) <= 5 && p.table.Capital(j-1) && p.table.Tokens[j-1].End == p.table.Tokens[j].Start && j+1 < limit {
					continue // "Sen. Ortiz"
				}
			}
			break
		}
		word := p.word(j)
		if p.cast.At(j) >= 0 {
			continue
		}
		if p.in(j, pronouns) && !(j == i && p.in(j, determiners)) || p.in(j, prepositions) && !p.table.Capital(j) && !isParticle(word) || p.in(j, conjunctions) || p.in(j, auxiliaries) || p.in(j, weakModals) && !p.table.Capital(j) || p.in(j, subordinators) {
			break
		}
		if j > i && p.in(j, determiners) && !p.table.Capital(j) && p.table.Tokens[j-1].Kind != token.Mark && !p.in(j-1, determiners) {
			break
		}
	}
	for j > i && p.table.Tokens[j-1].Kind == token.Mark {
		j--
	}
	return j
}

func isParticle(word string) bool { return word == "van" || word == "de" || word == "al" }

// actorAt parses a noun phrase that starts at token i and names somebody.
func (p *parser) actorAt(i, limit int) (phrase, bool) {
	for i < limit && (p.in(i, adverbs) || p.mark(i) == ',') {
		i++
	}
	end := p.nounRun(i, limit)
	if p.word(end) == "of" && end == i+1 && p.in(i, determiners) {
		end = p.nounRun(end+1, limit) // "most of its members"
	}
	if end <= i {
		return phrase{}, false
	}
	n := phrase{i, end}
	if !p.isActor(n) {
		return phrase{}, false
	}
	// "Japan and South Korea"
	for p.word(n.end) == "and" && n.end+1 < limit {
		other := p.nounRun(n.end+1, limit)
		if other <= n.end+1 || !p.isActor(phrase{n.end + 1, other}) {
			break
		}
		n.end = other
	}
	return n, true
}

// isActor says whether a noun phrase names somebody who can want something.
func (p *parser) isActor(n phrase) bool {
	head := n.end - 1
	for head >= n.first && p.table.Tokens[head].Kind == token.Mark {
		head--
	}
	if head < n.first {
		return false
	}
	word := p.word(head)
	switch {
	case strings.HasSuffix(word, "'s"), p.mark(n.end) == '’' || p.mark(n.end) == '\'':
		return false
	case p.cast.At(head) >= 0:
		return true
	case p.in(head, inert) || p.in(head, times) || p.in(head, language.StopWords) && !p.isGroup(head):
		return false
	case p.isGroup(head):
		return true
	case p.in(head, actor.Title) && !p.table.Capital(head):
		return true
	case !p.table.Capital(head) || p.table.Tokens[head].Kind != token.Word:
		return false
	}
	// A name in capitals; a sentence's first word has its capital from there.
	common := p.in(head, language.Common)
	if head == p.first {
		return !common
	}
	capitals := 0
	for i := n.first; i < head; i++ {
		if p.table.Capital(i) && i > p.first && !p.in(i, language.StopWords) {
			capitals++
		}
	}
	return !common || capitals > 0
}

var sides = token.NewSet("side sides half parties insider insiders source sources people member members executive executives hall")

// isGroup says whether the noun at token i names people or bodies: one of the
// lists, or one in the plural that is made from what they do.
func (p *parser) isGroup(i int) bool {
	return p.in(i, actor.Group) || p.in(i, sides) || p.in(i, doers) && !p.in(i, things)
}

// isGroup is parser.isGroup for a word by itself.
func isGroup(word string) bool {
	return actor.Group.Has(word) || sides.Has(word) || isDoer(word) && !things.Has(word)
}

var doers = token.NewRule(func(s *token.Spelling) bool { return isDoer(s.Folded) })

func isDoer(word string) bool {
	if len(word) < 7 {
		return false
	}
	for _, ending := range []string{"ers", "ors", "ists", "ians", "ees"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// things end like people.
var things = token.NewSet(`numbers papers letters orders computers factors sectors matters powers waters rivers offers tenders errors mirrors motors
	borders quarters trees degrees guarantees refers differs suffers considers remembers centers barriers carriers fibers figures
	newspapers posters chapters disasters containers clusters filters freezers corners towers shelters trailers boosters`)

// isPlural says whether a subject takes a verb without ending.
func (p *parser) isPlural(n phrase) bool {
	if p.isJoint(n) {
		return true
	}
	head := n.end - 1
	for i := n.first + 1; i < n.end; i++ {
		if p.in(i, prepositions) {
			head = i - 1
			break
		}
	}
	word := p.word(head)
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") || p.in(head, plurals) || p.in(n.first, determiners) && p.in(n.first, plurals)
}

var plurals = token.NewSet("people police men women both many several most two three four five children mps meps both others few some")

// subjectOf finds the subject of the verb group that starts at token g.
func (p *parser) subjectOf(g int) (phrase, bool) {
	before := g - 1
	for before >= p.first && p.mark(before) == ',' && before > p.first && p.in(before-1, conjunctions) {
		before--
	}
	switch word := p.word(before); {
	case p.in(before, conjunctions):
		return p.shared(before)
	case p.in(before, pronouns) && p.cast.At(before) < 0:
		return phrase{}, false
	case word == "" && !among(",’”\")", p.mark(before)):
		return phrase{}, false
	}
	start, ok := p.clauseStart(g)
	if !ok {
		return phrase{}, false
	}
	for i := start; i < g; i++ {
		if i > start && p.mark(i-1) != ',' && !p.in(i-1, conjunctions) && p.mark(i-1) != '—' {
			continue
		}
		n, ok := p.actorAt(i, g)
		if ok && p.reaches(n.end, g) {
			return n, true
		}
	}
	return p.actorBefore(g, start)
}

// shared finds the subject that a verb after "and" at token i shares with the
// verb before.
func (p *parser) shared(i int) (phrase, bool) {
	if p.subject.end > 0 {
		return p.subject, true
	}
	start, ok := p.clauseStart(i)
	if !ok {
		return phrase{}, false
	}
	for k := start; k < i; k++ {
		if k > start && p.mark(k-1) != ',' {
			continue
		}
		if n, ok := p.actorAt(k, i); ok && n.end < i {
			return n, true
		}
		if !p.in(k, prepositions) {
			break // the clause has another subject
		}
	}
	return phrase{}, false
}

// clauseStart returns where the clause of token g starts; ok is false where a
// condition does.
func (p *parser) clauseStart(g int) (int, bool) {
	closing := p.mark(g-1) == ',' // of a relative clause or an apposition
	for k := g - 1; k >= p.first; k-- {
		switch p.mark(k) {
		case ';', ':', '—', '–', '“', '”', '"':
			return k + 1, true
		}
		word := p.word(k)
		for _, c := range p.clauses {
			if c == k && k < g {
				if p.in(k, subordinators) {
					return k + 1, true
				}
				return k, true
			}
		}
		if p.in(k, conditions) {
			return 0, false
		}
		if word == "who" || word == "which" || word == "whose" || word == "where" || word == "that" && closing {
			if closing {
				continue
			}
			return k + 1, true
		}
		if p.in(k, subordinators) && !(closing && k > p.first && p.mark(k-1) != ',' && word != "but" && word != "while") {
			return k + 1, true
		}
	}
	return p.first, true
}

// reaches says whether a subject that ends before token e is the subject of the
// verb group at g: only what belongs to it stands between.
func (p *parser) reaches(e, g int) bool {
	if e == g {
		return true
	}
	if p.mark(e) == ',' {
		return p.mark(g-1) == ',' && g-1 > e && !p.hasVerb(e+1, g, true)
	}
	return !p.hasVerb(e, g, false) && (!p.hasComma(e, g) || p.mark(g-1) == ',')
}

func (p *parser) hasComma(from, to int) bool {
	for i := from; i < to; i++ {
		if p.mark(i) == ',' {
			return true
		}
	}
	return false
}

// hasVerb says whether the tokens have the verb of a clause: an auxiliary or a
// verb of the lexicon that is no part of a relative clause.
func (p *parser) hasVerb(from, to int, relative bool) bool {
	for i := from; i < to; i++ {
		word := p.word(i)
		if word == "who" || word == "which" || word == "that" || word == "whose" || word == "where" {
			relative = true
		}
		if relative {
			continue
		}
		if p.in(i, auxiliaries) || p.in(i, weakModals) && !p.table.Capital(i) {
			return true
		}
		if p.in(i, pronouns) && !p.in(i, determiners) {
			return true
		}
		if e := p.entry(i); e != nil && i+1 < to && p.word(i+1) != "by" && i > from {
			for _, v := range e.verbs {
				if v.forms&(past|present) != 0 && e.noun == "" && !p.in(i-1, determiners) {
					return true
				}
			}
		}
	}
	return false
}

// actorBefore finds an actor whose name ends right before token g, but not
// before start, and that is not part of a longer phrase.
func (p *parser) actorBefore(g, start int) (phrase, bool) {
	i := g
	for i > start {
		if p.table.Tokens[i-1].Kind == token.Mark {
			if mark := p.mark(i - 1); mark != '-' && mark != '’' && mark != '\'' && mark != '&' {
				break
			}
			i--
			continue
		}
		if p.cast.At(i-1) < 0 && (p.in(i-1, prepositions) || p.in(i-1, conjunctions) || p.in(i-1, auxiliaries) || p.in(i-1, pronouns) && !p.in(i-1, determiners)) {
			break
		}
		i--
		if p.in(i, articles) || p.in(i, possessives) {
			break
		}
	}
	if i == g || i > p.first && p.cast.At(i-1) < 0 && p.in(i-1, prepositions) && !p.in(i, times) || i > start && p.in(i-1, conjunctions) && !p.in(i, articles) {
		return phrase{}, false
	}
	n := phrase{i, g}
	// Leave out what is no part: "On Monday the union".
	for n.first < n.end && (p.in(n.first, times) && !p.isActor(phrase{n.first, n.first + 1}) || p.in(n.first, adverbs)) {
		n.first++
	}
	if n.first == n.end || !p.in(n.first, articles) && !p.table.Capital(n.first) && n.first > p.first && p.mark(n.first-1) == 0 {
		return phrase{}, false
	}
	return n, p.isActor(n)
}
