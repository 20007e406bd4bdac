// Package actor finds who acts in an article: people, countries, organisations
// and offices, each with the names that the text has for it.
//
// Input: the tokens and sentences of an article. Output: a Cast, the actors in
// the order in which they first appear, with their mentions. Countries and
// well-known organisations come from a gazetteer, people and others from
// capitals, titles and given names. A capital stands for its government
// ("Beijing wants ...") unless something happens in it ("in Beijing"). Pronouns
// are left alone.
package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubricator/internal/language"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Kind tells what an actor is.
type Kind string

const (
	Country      Kind = "country"
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Office       Kind = "office"
)

// An Actor is somebody who is named in the text.
type Actor struct {
	Name     string   // the usual or the fullest name
	Aliases  []string // the other names that the text has, in order of appearance
	Kind     Kind
	Mentions []token.Span
}

// A Cast holds the actors of a text.
type Cast struct {
	Actors []Actor
	at     []int32 // for each token the actor it belongs to plus one, 0 for none
}

// At returns the index of the actor that token i is part of the name of, or -1.
func (c *Cast) At(i int) int { return int(c.at[i]) - 1 }

// A Finder finds the actors of one text after the other, in the same memory.
// The zero Finder is ready to use. It is not safe for concurrent use.
type Finder struct {
	table     *token.Table
	gazetteer *gazetteer
	list      []run
	found     []found
	aliases   []alias // of all that are found, in the order in which the text has them first
	at        []int32 // of the cast
	known     []int32 // for each actor of the gazetteer its index in found plus one
	names     names
	first     []int32 // for each spelling the index of the names of the gazetteer that start with it, plus one
	nobody    []bool  // spellings that name no actor by themselves
	buffer    []byte  // of lower
}

// Find finds the actors in the sentences, which are in text order. The empty
// text has none. The actors stay, At is valid until the next call.
func (f *Finder) Find(t *token.Table, sentences []sentence.Sentence) *Cast {
	f.start(t)
	// Full names come first: "Trump" in a title is who is named below it.
	for i := range sentences {
		f.runs(&sentences[i])
	}
	for i := range f.list {
		f.list[i].actor = int32(f.introduce(&f.list[i])) + 1
	}
	for i := range f.list {
		r := &f.list[i]
		id := f.actorOf(r)
		r.actor = int32(id) + 1
		if id >= 0 {
			f.found[id].mentions++
			f.alias(id, f.text(r))
		}
	}
	cast := &Cast{Actors: f.actors(), at: f.at}
	f.end()
	return cast
}

// start makes room for what is found in a text.
func (f *Finder) start(t *token.Table) {
	f.table, f.gazetteer = t, readGazetteer()
	f.list = slices.Grow(f.list[:0], 8+len(t.Tokens)/5) // of ordinary news
	f.at = scratch.Zeros(f.at, len(t.Tokens))
	f.known = scratch.Zeros(f.known, len(f.gazetteer.actors))
	f.first = scratch.Zeros(f.first, len(t.Spellings))
	f.nobody = scratch.Zeros(f.nobody, len(t.Spellings))
	f.names.reset()
}

// end lets the text go, and much memory. Runs hold nothing of a text.
func (f *Finder) end() {
	if len(f.table.Text) > scratch.Long {
		*f = Finder{}
		return
	}
	f.table = nil
	clear(f.found)
	clear(f.aliases)
	f.found, f.aliases = f.found[:0], f.aliases[:0]
}

// A run is a name in a sentence: one of the gazetteer, or words with capitals.
type run struct {
	first, end int
	known      *name // of the gazetteer, else nil
	actor      int32 // whose name it is, index in found plus one, 0 if that is not known
	titled     bool  // a title stands before it
	office     bool  // it is the name of an office: "the prime minister"
}

// found is an actor while the text is read. One that has no mention in the end
// is left out.
type found struct {
	name      string
	kind      Kind
	mentions  int32 // how many there are
	aliases   int32 // how many there are
	lastAlias int32 // index in Finder.aliases plus one
	place     int32 // index in Cast.Actors plus one
}

type alias struct {
	text     string
	actor    int32 // index in found
	previous int32 // of the same actor, its index plus one
}

// runs adds the names in a sentence to the list.
func (f *Finder) runs(s *sentence.Sentence) {
	t := f.table
	shouted := f.isTitleCase(s)
	for i := s.First; i < s.Last; {
		if t.Tokens[i].Kind != token.Word {
			i++
			continue
		}
		if n, end := f.match(i, s.Last); n != nil {
			f.list = append(f.list, run{first: i, end: end, known: n})
			i = end
			continue
		}
		if !t.Capital(i) {
			if end := f.office(i, s); end > 0 {
				f.list = append(f.list, run{first: i, end: end, office: true})
				i = end
				continue
			}
			i++
			continue
		}
		if t.In(i, language.StopWords) {
			i++ // "The White House"
			continue
		}
		end := f.capitals(i, s)
		if !shouted {
			if r := f.trim(run{first: i, end: end}, s); r.first < r.end {
				f.list = append(f.list, r)
			}
		} else {
			for j := i; j < end; j++ { // words of a title in capitals: single known names
				f.list = append(f.list, run{first: j, end: j + 1})
			}
		}
		i = max(end, i+1)
	}
}

// isTitleCase says whether a sentence is a title that writes its words with
// capitals, so that capitals say nothing.
func (f *Finder) isTitleCase(s *sentence.Sentence) bool {
	t := f.table
	if s.Last-s.First < 4 || t.Mark(s.Last-1) == '.' {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if t.Tokens[i].Kind == token.Word && !t.Capital(i) && !t.In(i, language.StopWords) {
			return false
		}
	}
	return true
}

// match returns the longest name of the gazetteer that starts at token i.
func (f *Finder) match(i, last int) (*name, int) {
	t := f.table
	if !t.Capital(i) {
		return nil, 0
	}
	var best *name
	end := 0
	first := &f.first[t.Tokens[i].Spelling]
	if *first == 0 {
		*first = f.gazetteer.first[bare(t.Folded(i))] + 1
	}
	names := f.gazetteer.names[*first-1]
	for k := range names {
		n := &names[k]
		j, words := i, 0
		for ; j < last && words < len(n.words); j++ {
			if t.Tokens[j].Kind == token.Mark {
				if mark := t.Mark(j); mark == '-' || mark == '&' || mark == '.' && words > 0 && len(n.words[words-1]) <= 2 {
					continue
				}
				break
			}
			word := t.Folded(j)
			if words == len(n.words)-1 {
				word = bare(word)
			}
			if word != n.words[words] {
				break
			}
			words++
		}
		if words < len(n.words) || j <= end || n.exact != "" && !isWritten(bareText(t.At(i)), n.exact) {
			continue
		}
		if n.doubts && j < last && t.Tokens[j].Kind == token.Word && t.Capital(j) {
			continue // "Jordan Pickford"
		}
		best, end = n, j
	}
	return best, end
}

// bare takes a possessive ending off a folded word.
func bare(word string) string { return strings.TrimSuffix(word, "'s") }

func bareText(word string) string {
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
}

// isWritten says whether a word, but for its dots, is written so.
func isWritten(word, exact string) bool {
	n := 0
	for i := 0; i < len(word); i++ {
		if word[i] == '.' {
			continue
		}
		if n == len(exact) || word[i] != exact[n] {
			return false
		}
		n++
	}
	return n == len(exact)
}

// particles stand inside names in lower case.
var particles = token.NewSet("van von der den de del della da di do dos du la le bin ibn al el ben ter of for and the")

// capitals returns the end of the words with capitals from token i on.
func (f *Finder) capitals(i int, s *sentence.Sentence) int {
	t := f.table
	end := i
	for j := i; j < s.Last; j++ {
		switch tok := &t.Tokens[j]; {
		case tok.Capital:
			end = j + 1
			if t.In(j, possessive) {
				return end
			}
		case t.In(j, particles) && j+1 < s.Last && (t.Capital(j+1) || t.Mark(j+1) == '-' || t.In(j+1, particles)):
			// "of" and the like join a name only if a capital follows; "and" and
			// "the" would join two.
			if t.In(j, joining) || t.In(j, linking) && !t.In(j-1, bodies) {
				return end // "Ministry of Justice", "Bank of England", not "Minister of Chad"
			}
		case tok.Mark() == '-' && j+1 < s.Last && t.Tokens[j+1].Start == tok.End && j > i:
		case tok.Mark() == '.' && j > i && t.Tokens[j-1].Len() <= 5 && t.Tokens[j-1].End == tok.Start && j+1 < s.Last && t.Capital(j+1):
		default:
			return end
		}
	}
	return end
}

var (
	joining = token.NewSet("and the")
	linking = token.NewSet("of for")
	// possessive words end a name.
	possessive = token.NewRule(func(s *token.Spelling) bool { return strings.HasSuffix(s.Folded, "'s") })
)

// bodies are words with which names of organisations are made.
var bodies = token.NewSet(`association authority bank board bureau centre center chamber church club coalition college commission
	committee company confederation congregation congress council court department federation forum foundation front fund
	group house institute institution league ministry movement network office order organisation organization party school
	service society trust union university airlines airways rail motors holdings industries energy partners brothers press
	alliance agency assembly parliament senate police army navy guard team corporation corp inc ltd`)

// trim takes titles off the front of a run and what is no name off its start.
func (f *Finder) trim(r run, s *sentence.Sentence) run {
	t := f.table
	for i := r.first; i < r.end; i++ {
		if t.In(i, Title) && i+1 < r.end {
			r.first, r.titled = i+1, true
		}
	}
	if r.titled && t.Mark(r.first) == '.' { // "Sen. Ortiz"
		r.first++
	}
	if r.first > s.First && t.In(r.first-1, Title) && !t.Capital(r.first-1) {
		r.titled = true
	}
	// The first word of a sentence has its capital from there.
	for !r.titled && r.first < r.end && (t.Tokens[r.first].Kind == token.Mark || t.In(r.first, language.StopWords)) {
		r.first++
	}
	if r.first == s.First && !r.titled && r.end-r.first == 1 && t.In(r.first, language.Common) && !t.In(r.first, given) {
		r.first = r.end
	}
	return r
}

// is says whether token i, without a possessive ending, is in a set.
func (f *Finder) is(i int, set token.Set) bool {
	t := f.table
	return t.In(i, set) || t.In(i, possessive) && set.Has(bare(t.Folded(i)))
}

// office returns the end of the name of an office at token i, which is in
// lower case, or 0: "prime minister" after "the", with no name after it.
func (f *Finder) office(i int, s *sentence.Sentence) int {
	t := f.table
	if i == s.First || !t.In(i-1, definite) {
		return 0
	}
	for j := i; j < min(i+3, s.Last); j++ {
		if t.Tokens[j].Kind != token.Word || t.Capital(j) {
			return 0
		}
		if t.In(j, offices) {
			if j+1 < s.Last && t.Tokens[j+1].Kind == token.Word && t.Capital(j+1) {
				return 0 // his or her name follows
			}
			return j + 1
		}
	}
	return 0
}

var definite = token.NewSet("the")

// offices are held by one person at a time.
var offices = token.NewSet(`president premier minister chancellor secretary governor mayor speaker pope king queen emir sultan commissioner
	chairman chairwoman ombudsman presidency`)

// introduce takes up the full name of a run, and returns the index of its actor,
// or -1.
func (f *Finder) introduce(r *run) int {
	t := f.table
	switch {
	case r.known != nil || r.office:
		return -1
	case r.end-r.first < 2 && !r.titled, !r.titled && f.isPlace(r.first) && !t.In(r.first, given):
		return -1
	}
	kind, ok := f.kind(r)
	if !ok {
		return -1
	}
	text := f.text(r)
	named := f.names.at(f.lower(text))
	if named.full > 0 {
		return int(named.full) - 1
	}
	if r.end-r.first == 1 && named.short > 0 {
		return -1 // "Mr Trump" may have been named in full
	}
	id := f.add(text, kind)
	named.full = id
	first, last := t.Folded(r.first), t.Folded(r.end-1)
	if kind == Person {
		// A title alone before: "Mr Xi" and later "Xi Jinping".
		f.names.at([]byte(bare(last))).short = id
		if r.end-r.first >= 2 && f.is(r.first, familyFirst) {
			f.names.at([]byte(bare(first))).short = id
		}
	} else if r.end-r.first >= 2 && !t.In(r.first, language.Common) && !t.In(r.first, notActors) {
		if named := f.names.at([]byte(first)); named.short == 0 {
			named.short = id
		}
	}
	return int(id) - 1
}

// add adds an actor to those that are found, and returns its index plus one.
func (f *Finder) add(name string, kind Kind) int32 {
	f.found = append(f.found, found{name: name, kind: kind})
	return int32(len(f.found))
}

// familyFirst are family names of languages that put them first.
var familyFirst = token.NewSet("xi li wang zhang chen liu yang huang zhao wu zhou kim lee park choi nguyen tran pham mao deng hu")

// kind tells what a name in capitals is; ok is false if it is nothing.
func (f *Finder) kind(r *run) (Kind, bool) {
	t := f.table
	body, ordinary, words := false, 0, 0
	for i := r.first; i < r.end; i++ {
		if t.Tokens[i].Kind != token.Word {
			continue
		}
		words++
		if f.is(i, notActors) {
			return "", false
		}
		body = body || f.is(i, bodies)
		if t.Capital(i) && t.In(i, language.Common) {
			ordinary++
		}
	}
	switch {
	case r.titled && !body:
		return Person, true
	case body:
		return Organisation, true
	case t.In(r.first, given) && words <= 4:
		return Person, true
	case ordinary == 0 && words <= 3:
		return Person, true
	case ordinary < words:
		return Organisation, true
	}
	return "", false
}

// notActors end up in names of what acts by itself: laws, days, places.
var notActors = token.NewSet(`act bill treaty agreement accord deal convention charter protocol directive street road avenue river lake bay
	sea ocean island islands mountains valley airport station stadium park bridge day week month january february march april
	june july august september october november december monday tuesday wednesday thursday friday saturday sunday cup prize
	award festival games olympics war summit conference index report county region strait north south east west gmt university
	street square hotel`)

// alias takes up a name that the text has for an actor.
func (f *Finder) alias(id int, text string) {
	a := &f.found[id]
	if text == a.name {
		return
	}
	for i := a.lastAlias; i > 0; i = f.aliases[i-1].previous {
		if f.aliases[i-1].text == text {
			return
		}
	}
	f.aliases = append(f.aliases, alias{text, int32(id), a.lastAlias})
	a.lastAlias = int32(len(f.aliases))
	a.aliases++
}

// actors returns those who are found and mentioned, with their mentions, and
// marks the tokens that name them. The lists of all lie in the same memory.
func (f *Finder) actors() []Actor {
	count, total := 0, int32(0)
	for i := range f.found {
		if n := f.found[i].mentions; n > 0 {
			count, total = count+1, total+n
		}
	}
	if count == 0 {
		return nil
	}
	actors, mentions, aliases := make([]Actor, 0, count), make([]token.Span, total), make([]string, len(f.aliases))
	for i := range f.found {
		a := &f.found[i]
		if a.mentions == 0 {
			continue
		}
		actor := Actor{Name: a.name, Kind: a.kind}
		actor.Mentions, mentions = mentions[:0:a.mentions], mentions[a.mentions:]
		if a.aliases > 0 {
			actor.Aliases, aliases = aliases[:0:a.aliases], aliases[a.aliases:]
		}
		actors = append(actors, actor)
		a.place = int32(len(actors))
	}
	for i := range f.aliases {
		a := &actors[f.found[f.aliases[i].actor].place-1]
		a.Aliases = append(a.Aliases, f.aliases[i].text)
	}
	for i := range f.list {
		r := &f.list[i]
		if r.actor == 0 {
			continue
		}
		place := f.found[r.actor-1].place
		a := &actors[place-1]
		a.Mentions = append(a.Mentions, token.Span{Start: f.table.Tokens[r.first].Start, End: f.endOf(r)})
		for i := r.first; i < r.end; i++ {
			f.at[i] = place
		}
	}
	return actors
}

// actorOf returns the index of the actor that a run names, or -1.
func (f *Finder) actorOf(r *run) int {
	switch {
	case r.known != nil:
		if r.known.use == adjective || r.known.use == seat && f.isPlace(r.first) {
			return -1
		}
		id := &f.known[r.known.actor]
		if *id == 0 {
			a := &f.gazetteer.actors[r.known.actor]
			*id = f.add(a.name, a.kind)
		}
		return int(*id) - 1
	case r.actor > 0:
		return int(r.actor) - 1
	case r.office:
		text := f.text(r)
		named := f.names.at(f.lower(text))
		if named.full == 0 {
			named.full = f.add(text, Office)
			clear(f.nobody) // "President" is somebody now
		}
		return int(named.full) - 1
	case r.end-r.first > 1:
		return int(f.names.find(f.lower(f.text(r))).full) - 1
	}
	spelling := f.table.Tokens[r.first].Spelling
	if spelling >= 0 && f.nobody[spelling] {
		return -1
	}
	named := f.names.find(f.lower(f.text(r)))
	if named.full > 0 {
		return int(named.full) - 1
	}
	if named.short == 0 && spelling >= 0 {
		f.nobody[spelling] = true
	}
	return int(named.short) - 1
}

// isPlace says whether a name at token i is where something happens.
func (f *Finder) isPlace(i int) bool {
	t := f.table
	for j := i - 1; j >= 0 && j > i-3; j-- {
		if t.In(j, places) {
			return true
		}
		if !t.In(j, definite) && !t.In(j, adjectives) {
			break
		}
	}
	// Where a report is from: "OSLO, May 4 - "; "Oslo — ".
	return isUpper(t.At(i)) ||
		i+2 < len(t.Tokens) && (t.Mark(i+1) == '—' || t.Mark(i+1) == '-' && t.Tokens[i+1].Start > t.Tokens[i].End)
}

var (
	places     = token.NewSet("in at near around outside across through inside into to from leaving visiting visit via central")
	adjectives = token.NewSet("nearby downtown central northern southern eastern western")
)

// endOf is where the name of a run ends, without a possessive ending.
func (f *Finder) endOf(r *run) int32 {
	last := f.table.Tokens[r.end-1]
	text := f.table.Text[last.Start:last.End]
	return last.Start + int32(len(bareText(text)))
}

// text returns a run's name as it is written, with single spaces.
func (f *Finder) text(r *run) string {
	return token.Tidy(f.table.Text[f.table.Tokens[r.first].Start:f.endOf(r)])
}

// lower gives a name in lower case, until the next call.
func (f *Finder) lower(name string) []byte {
	f.buffer = f.buffer[:0]
	for _, c := range name {
		f.buffer = utf8.AppendRune(f.buffer, unicode.ToLower(c))
	}
	return f.buffer
}

// isUpper says whether a word has no letter in lower case.
func isUpper(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= 'a' && c <= 'z' {
			return false
		} else if c >= utf8.RuneSelf {
			return word == strings.ToUpper(word)
		}
	}
	return true
}
