package claim

import (
	"rubricator/internal/token"
	"strings"
	"sync"
)

// A pattern is a complement that a verb can have.
type pattern uint16

const (
	infinitive  pattern = 1 << iota // wants to ...
	that                            // says that ...
	clause                          // says ...
	object                          // wants a vote
	objectTo                        // urges X to ...
	objectPrep                      // pushes X on ..., accuses X of ..., views X as ...
	gerund                          // admits using ...
	preposition                     // calls for ...; the verb's own prepositions
	quote                           // "...," said X
	told                            // tells X that ...
	causing                         // leads X to ...
)

var patternNames = map[string]pattern{
	"to": infinitive, "that": that, "s": clause, "o": object, "oto": objectTo, "op": objectPrep, "ing": gerund, "q": quote, "told": told,
}

// A form is how a verb is inflected.
type form uint8

const (
	base form = 1 << iota
	present
	past
	participle // in -ing
	passive    // past participle
)

// verbs has a line for each kind: verbs with their complements. Irregular
// forms stand after slashes: past, past participle. A complement that is a
// preposition is written as such with "+".
const verbs = `
wants: want(to,o,oto) seek/sought/sought(to,o) aim(to,+for) plan(to) intend(to) need(to,o) prefer(to,o) favour(o,ing) favor(o,ing)
 pursue(o) campaign(+for,+against,to) push(+for) desire(o,to) wish(to) strive/strove/striven(to) lobby(+for) crave(o) long(to,+for)
offers: offer(to,o) promise(to,o,that,s) pledge(to,o,that) vow(to,that) commit(to) propose(to,o,ing,that) unveil(o) guarantee(to,o,that)
 volunteer(to) undertake/undertook/undertaken(to) table(o)
demands: demand(o,that,to) push(oto,op) call(+for,+on) urge(oto,o,that) press(oto,+for,op) ask(oto,+for,op) insist(+on) require(oto,that) appeal(+for,+to)
 order(oto) request(o,that) instruct(oto) implore(oto) beg(oto,+for) plead(+for,+with) exhort(oto) petition(oto,+for) pressure(oto)
threatens: threaten(to,o,+with)
warns: warn(that,s,+of,+against,+about,told,q) caution(that,s,+against,q) fear(that,s,o) worry(that,s,+about)
hopes: hope(to,that,s,+for)
insists: insist(that,s,q) maintain(that,s,o) stress(that,o,q) reiterate(that,o) argue(that,s,q,+for) contend(that,s) assert(that,s)
 emphasise(that,o) emphasize(that,o) underline(that) underscore(that)
opposes: oppose(o,ing) reject(o) resist(o,ing) refuse(to,o) object(+to) criticise(o) criticize(o) condemn(o) denounce(o) rule(+out)
 vote(+against) block(o) veto(o) ban(o) decry(o) slam(o) dismiss(o) deplore(o) spurn(o) boycott(o) protest(o,+against) lambast(o)
 lambaste(o) rebuff(o) turn(+down) speak/spoke/spoken(+out) overrule(o) disapprove(+of) balk(+at)
agrees: agree(to,that,+on,+with) accept(o,that) approve(o,+of) sign(o) endorse(o) back(o) support(o,ing) welcome(o) vote(+for,to) ratify(o)
 hail(o) applaud(o) embrace(o) consent(+to)
denies: deny(o,that,ing,s) dispute(o,that) refute(o) rebut(o) contradict(o)
says: say/said/said(that,s,q) tell/told/told(told) announce(that,o,s,q) add(that,s,q) note(that,s,q) believe(that,s) think/thought/thought(that,s)
 predict(that,o,s,q) estimate(that,s,o) expect(oto,that,s,to,o) forecast/forecast/forecast(o,that) acknowledge(that,o,s,q) admit(that,s,ing,q,o)
 confirm(that,o,s,q) accuse(op) blame(op,o) describe(op) call(oo) view(op) see/saw/seen(op) regard(op) suggest(that,s,q) state(that,s,q)
 declare(that,o,q) write/wrote/written(that,q,s) explain(that,q) conclude(that,s) claim(that,s,q,to) reveal(that,s) concede(that,s,q) observe(that,q)
 remark(that,q) complain(that,q) reply(that,q) allege(that,s) indicate(that,s) signal(that,s,o) assure(told) praise(o) recall(that,q) quip(q)
 joke(that,q) lament(that,q) respond(q,that) reckon(that,s) consider(oto) agree(q) repeat(that,q) credit(op) thank(op) testify(that,s)
 charge(that) inform(told) commend(o) insist(q)
`

// nouns are what an actor has: "Norway's pledge to ...".
const nouns = `
wants: desire aim ambition intention wish bid plan quest hunger
offers: pledge promise vow commitment offer proposal guarantee
demands: demand call request appeal insistence ultimatum plea
threatens: threat
warns: warning fear worry concern
hopes: hope
insists: assertion insistence
opposes: refusal opposition rejection objection criticism condemnation veto resistance reluctance
agrees: support endorsement approval backing agreement acceptance
denies: denial
says: claim statement accusation prediction forecast belief view
`

// adjectives stand after a form of "be": "are concerned that ...".
const adjectives = `
wants: eager(to) keen(to,+on) determined(to) anxious(to)
offers: ready(to) willing(to) prepared(to) committed(+to)
warns: concerned(that,s,+about) worried(that,s,+about) afraid(that,s,+of) alarmed(+by,that) fearful(that,+of)
hopes: optimistic(that,s,+about) hopeful(that,s)
opposes: opposed(+to) reluctant(to) unwilling(to) against(o)
agrees: supportive(+of)
says: confident(that,s) convinced(that,s) certain(that) sure(that,s)
`

// An entry is what the lexicon knows of a word's form.
type entry struct {
	verbs      []verb
	noun       Kind // of what an actor has; or empty
	adjectives []verb
}

type verb struct {
	kind         Kind
	forms        form
	patterns     pattern
	prepositions []string
	naming       bool // call X Y
}

var lexicon = sync.OnceValue(func() map[string]*entry {
	words := map[string]*entry{}
	at := func(word string) *entry {
		e := words[word]
		if e == nil {
			e = new(entry)
			words[word] = e
		}
		return e
	}
	each(verbs, func(kind Kind, item string) {
		forms, v := parse(kind, item)
		for word, f := range inflect(forms) {
			inflected := v
			inflected.forms = f
			e := at(word)
			e.verbs = append(e.verbs, inflected)
		}
	})
	each(adjectives, func(kind Kind, item string) {
		forms, v := parse(kind, item)
		e := at(forms)
		e.adjectives = append(e.adjectives, v)
	})
	each(nouns, func(kind Kind, item string) {
		at(item).noun = kind
		at(third(item)).noun = kind
	})
	return words
})

// each calls visit for the items of a list whose lines start with a kind.
func each(list string, visit func(kind Kind, item string)) {
	kind := Kind("")
	for _, item := range strings.Fields(list) {
		if name, ok := strings.CutSuffix(item, ":"); ok {
			kind = Kind(name)
			continue
		}
		visit(kind, item)
	}
}

// parse reads "seek/sought/sought(to,o)".
func parse(kind Kind, item string) (forms string, v verb) {
	forms, list, _ := strings.Cut(strings.TrimSuffix(item, ")"), "(")
	v.kind = kind
	for name := range strings.SplitSeq(list, ",") {
		if word, ok := strings.CutPrefix(name, "+"); ok {
			v.patterns |= preposition
			v.prepositions = append(v.prepositions, word)
		} else if name == "oo" {
			v.naming = true
		} else {
			v.patterns |= patternNames[name]
		}
	}
	return forms, v
}

// inflect returns the forms of a verb.
func inflect(forms string) map[string]form {
	parts := strings.Split(forms, "/")
	word := parts[0]
	pasts, passives := regularPast(word), regularPast(word)
	if len(parts) == 3 {
		pasts, passives = parts[1], parts[2]
	}
	all := map[string]form{}
	all[word] |= base
	all[third(word)] |= present
	all[pasts] |= past
	all[passives] |= passive
	all[gerundOf(word)] |= participle
	return all
}

func third(word string) string {
	switch {
	case strings.HasSuffix(word, "y") && !vowelBefore(word):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "o"):
		return word + "es"
	}
	return word + "s"
}

func regularPast(word string) string {
	switch {
	case strings.HasSuffix(word, "e"):
		return word + "d"
	case strings.HasSuffix(word, "y") && !vowelBefore(word):
		return word[:len(word)-1] + "ied"
	case doubled.Has(word):
		return word + word[len(word)-1:] + "ed"
	}
	return word + "ed"
}

func gerundOf(word string) string {
	switch {
	case strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "ee"):
		return word[:len(word)-1] + "ing"
	case doubled.Has(word):
		return word + word[len(word)-1:] + "ing"
	}
	return word + "ing"
}

// doubled verbs double their last letter.
var doubled = token.NewSet("plan slam ban commit beg admit rebut quip")

// vowelBefore says whether a vowel stands before the last letter.
func vowelBefore(word string) bool {
	return len(word) > 1 && strings.ContainsRune("aeiou", rune(word[len(word)-2]))
}
