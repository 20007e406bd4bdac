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
	"unicode/utf8"
	"unsafe"

	"rubricator/internal/language"
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
	table  *token.Table
	at     []int32 // for each token the actor it belongs to plus one, 0 for none
}

// At returns the index of the actor that token i is part of the name of, or -1.
func (c *Cast) At(i int) int { return int(c.at[i]) - 1 }

// Find finds the actors in the sentences, which are in text order. The empty
// text has none.
func Find(t *token.Table, sentences []sentence.Sentence) *Cast {
	f := finder{
		Cast: &Cast{table: t, at: make([]int32, len(t.Tokens))}, gazetteer: readGazetteer(),
		known: map[int32]int{}, called: map[string]int{}, short: map[string]int{},
		first: make([]int32, len(t.Spellings)), nobody: make([]bool, len(t.Spellings)),
	}
	// Full names come first: "Trump" in a title is who is named below it.
	runs := make([]run, 0, 8+len(t.Tokens)/16)
	for i := range sentences {
		runs = f.runs(runs, &sentences[i])
	}
	for i := range runs {
		runs[i].actor = int32(f.introduce(&runs[i])) + 1
	}
	counts := make([]int32, len(f.Actors), 2*len(f.Actors)+16) // of mentions
	total := 0
	for i := range runs {
		id := f.actorOf(&runs[i])
		runs[i].actor = int32(id) + 1
		if id == len(counts) {
			counts = append(counts, 0)
		}
		if id >= 0 {
			counts[id]++
			total++
		}
	}
	mentions := make([]token.Span, total)
	for id, n := range counts {
		f.Actors[id].Mentions, mentions = mentions[:0:n], mentions[n:]
	}
	for i := range runs {
		f.mention(&runs[i])
	}
	return f.tidy()
}

// A run is a name in a sentence: one of the gazetteer, or words with capitals.
type run struct {
	first, end int
	known      *name // of the gazetteer, else nil
	titled     bool  // a title stands before it
	actor      int32 // whose name it is, index in Actors plus one, 0 if that is not known
	office     bool  // it is the name of an office: "the prime minister"
}

type finder struct {
	*Cast
	gazetteer *gazetteer
	known     map[int32]int  // actor of the gazetteer -> index in Actors
	called    map[string]int // folded name -> index in Actors
	short     map[string]int // folded last name, or first word of an organisation -> index in Actors
	first     []int32        // for each spelling the index of the names of the gazetteer that start with it, plus one
	nobody    []bool         // spellings that name no actor by themselves
	buffer    []byte         // of lower
	keys      []byte         // those of called, one after the other
	aliases   []string       // room for the next ones
}

// runs appends the names in a sentence to a list.
func (f *finder) runs(list []run, s *sentence.Sentence) []run {
	t := f.table
	shouted := f.isTitleCase(s)
	for i := s.First; i < s.Last; {
		if t.Tokens[i].Kind != token.Word {
			i++
			continue
		}
		if n, end := f.match(i, s.Last); n != nil {
			list = append(list, run{first: i, end: end, known: n})
			i = end
			continue
		}
		if !t.Capital(i) {
			if end := f.office(i, s); end > 0 {
				list = append(list, run{first: i, end: end, office: true})
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
				list = append(list, r)
			}
		} else {
			for j := i; j < end; j++ { // words of a title in capitals: single known names
				list = append(list, run{first: j, end: j + 1})
			}
		}
		i = max(end, i+1)
	}
	return list
}

// isTitleCase says whether a sentence is a title that writes its words with
// capitals, so that capitals say nothing.
func (f *finder) isTitleCase(s *sentence.Sentence) bool {
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
func (f *finder) match(i, last int) (*name, int) {
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
		if words < len(n.words) || j <= end || n.exact != "" && strings.ReplaceAll(bareText(t.At(i)), ".", "") != n.exact {
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

// particles stand inside names in lower case.
var particles = token.NewSet("van von der den de del della da di do dos du la le bin ibn al el ben ter of for and the")

// capitals returns the end of the words with capitals from token i on.
func (f *finder) capitals(i int, s *sentence.Sentence) int {
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
func (f *finder) trim(r run, s *sentence.Sentence) run {
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
func (f *finder) is(i int, set token.Set) bool {
	t := f.table
	return t.In(i, set) || t.In(i, possessive) && set.Has(bare(t.Folded(i)))
}

// office returns the end of the name of an office at token i, which is in
// lower case, or 0: "prime minister" after "the", with no name after it.
func (f *finder) office(i int, s *sentence.Sentence) int {
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
func (f *finder) introduce(r *run) int {
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
	key := f.lower(text)
	if id, ok := f.called[string(key)]; ok {
		return id
	}
	last := bare(t.Folded(r.end - 1))
	if r.end-r.first == 1 {
		// "Mr Trump" may have been named in full.
		if _, ok := f.short[string(key)]; ok {
			return -1
		}
	}
	id := len(f.Actors)
	f.Actors = append(f.Actors, Actor{Name: text, Kind: kind})
	f.called[f.keep(key)] = id
	if kind == Person {
		// A title alone before: "Mr Xi" and later "Xi Jinping".
		f.short[last] = id
		if first := bare(t.Folded(r.first)); r.end-r.first >= 2 && f.is(r.first, familyFirst) {
			f.short[first] = id
		}
		return id
	}
	if first := t.Folded(r.first); r.end-r.first >= 2 && !t.In(r.first, language.Common) && !t.In(r.first, notActors) {
		if _, ok := f.short[first]; !ok {
			f.short[first] = id
		}
	}
	return id
}

// familyFirst are family names of languages that put them first.
var familyFirst = token.NewSet("xi li wang zhang chen liu yang huang zhao wu zhou kim lee park choi nguyen tran pham mao deng hu")

// kind tells what a name in capitals is; ok is false if it is nothing.
func (f *finder) kind(r *run) (Kind, bool) {
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

// mention counts a run as a mention of its actor, if it has one.
func (f *finder) mention(r *run) {
	if r.actor == 0 {
		return
	}
	a := &f.Actors[r.actor-1]
	a.Mentions = append(a.Mentions, token.Span{Start: f.table.Tokens[r.first].Start, End: f.endOf(r)})
	if text := f.text(r); text != a.Name && !slices.Contains(a.Aliases, text) {
		if a.Aliases == nil {
			const usual = 2
			if len(f.aliases) < usual {
				f.aliases = make([]string, 64)
			}
			a.Aliases, f.aliases = f.aliases[:0:usual], f.aliases[usual:]
		}
		a.Aliases = append(a.Aliases, text)
	}
	for i := r.first; i < r.end; i++ {
		f.at[i] = r.actor
	}
}

// actorOf returns the index of the actor that a run names, or -1.
func (f *finder) actorOf(r *run) int {
	switch {
	case r.known != nil:
		if r.known.use == adjective || r.known.use == seat && f.isPlace(r.first) {
			return -1
		}
		id, ok := f.known[r.known.actor]
		if !ok {
			id = len(f.Actors)
			a := f.gazetteer.actors[r.known.actor]
			f.Actors = append(f.Actors, Actor{Name: a.name, Kind: a.kind})
			f.known[r.known.actor] = id
		}
		return id
	case r.actor > 0:
		return int(r.actor) - 1
	case r.office:
		text := f.text(r)
		key := f.lower(text)
		id, ok := f.called[string(key)]
		if !ok {
			id = len(f.Actors)
			f.Actors = append(f.Actors, Actor{Name: text, Kind: Office})
			f.called[f.keep(key)] = id
			clear(f.nobody) // "President" is somebody now
		}
		return id
	case r.end-r.first > 1:
		if id, ok := f.called[string(f.lower(f.text(r)))]; ok {
			return id
		}
		return -1
	}
	spelling := f.table.Tokens[r.first].Spelling
	if spelling >= 0 && f.nobody[spelling] {
		return -1
	}
	key := f.lower(f.text(r))
	if id, ok := f.called[string(key)]; ok {
		return id
	}
	if id, ok := f.short[string(key)]; ok {
		return id
	}
	if spelling >= 0 {
		f.nobody[spelling] = true
	}
	return -1
}

// isPlace says whether a name at token i is where something happens.
func (f *finder) isPlace(i int) bool {
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
func (f *finder) endOf(r *run) int32 {
	last := f.table.Tokens[r.end-1]
	text := f.table.Text[last.Start:last.End]
	return last.Start + int32(len(bareText(text)))
}

// text returns a run's name as it is written, with single spaces.
func (f *finder) text(r *run) string {
	return token.Tidy(f.table.Text[f.table.Tokens[r.first].Start:f.endOf(r)])
}

// lower gives a name in lower case, until the next call.
func (f *finder) lower(name string) []byte {
	f.buffer = f.buffer[:0]
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= utf8.RuneSelf {
			return []byte(strings.ToLower(name))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		f.buffer = append(f.buffer, c)
	}
	return f.buffer
}

// keep returns a key that stays.
func (f *finder) keep(key []byte) string {
	if cap(f.keys)-len(f.keys) < len(key) {
		f.keys = make([]byte, 0, 2048+len(key))
	}
	start := len(f.keys)
	f.keys = append(f.keys, key...) // in place: there is room
	return unsafe.String(unsafe.SliceData(f.keys[start:]), len(key))
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

// tidy leaves out actors without a mention.
func (f *finder) tidy() *Cast {
	place := make([]int32, len(f.Actors))
	kept := f.Actors[:0]
	for i, a := range f.Actors {
		if len(a.Mentions) > 0 {
			kept = append(kept, a)
			place[i] = int32(len(kept))
		}
	}
	f.Actors = kept
	for i, id := range f.at {
		if id > 0 {
			f.at[i] = place[id-1]
		}
	}
	return f.Cast
}
