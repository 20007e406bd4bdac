package actor

import (
	"strings"
	"sync"
)

// A gazetteer knows the actors that every reader knows.
type gazetteer struct {
	actors []known
	first  map[string]int32 // by a first word the index of the names that it starts
	names  [][]name         // the first are none
}

type known struct {
	name string
	kind Kind
}

// A name is one way to write an actor's name.
type name struct {
	words  []string // folded
	actor  int32    // index in gazetteer.actors
	use    use
	exact  string // as it must be written, for names in capitals; else empty
	doubts bool   // often something else: "Jordan"
}

// use says what a name can stand for.
type use uint8

const (
	plain     use = iota
	seat          // a capital: the government that sits there, or just the city
	adjective     // of a country
)

// The gazetteer is read when the first text comes: the page has nothing to do
// with it while it starts.
var readGazetteer = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{first: make(map[string]int32, 2048), names: make([][]name, 1, 2048)}
	for line := range strings.Lines(countries) {
		g.country(strings.TrimSpace(line))
	}
	for line := range strings.Lines(organisations) {
		g.organisation(strings.TrimSpace(line))
	}
	return g
})

func (g *gazetteer) country(line string) {
	if line == "" {
		return
	}
	line, adjectives, _ := strings.Cut(line, "|")
	first, others, _ := strings.Cut(line, "=")
	usual, doubts := strings.CutSuffix(strings.TrimSpace(first), "?")
	id := g.add(usual, Country)
	g.alias(usual, id, plain, doubts)
	seats := 0
	for _, other := range list(others) {
		if other, ok := strings.CutPrefix(other, "~"); ok {
			g.alias(other, id, plain, false)
			continue
		}
		// The capital is also a city; a government's house is not.
		kind := plain
		if seats++; seats == 1 || !houses[other] {
			kind = seat
		}
		g.alias(other, id, kind, false)
	}
	for _, word := range list(adjectives) {
		g.alias(word, id, adjective, false)
	}
}

// houses stand for governments and are no places where things happen.
var houses = map[string]bool{"White House": true, "Kremlin": true, "Downing Street": true, "Élysée": true, "Elysée": true, "Elysee": true,
	"Zhongnanhai": true, "Casa Rosada": true, "Blue House": true, "Whitehall": true, "No. 10": true}

func (g *gazetteer) organisation(line string) {
	if line == "" {
		return
	}
	usual, others, _ := strings.Cut(line, "=")
	usual = strings.TrimSpace(usual)
	id := g.add(usual, Organisation)
	g.alias(usual, id, plain, false)
	for _, other := range list(others) {
		use := plain
		if city, ok := strings.CutPrefix(other, "@"); ok {
			other, use = city, seat
		}
		g.alias(other, id, use, false)
	}
}

func (g *gazetteer) add(name string, kind Kind) int32 {
	g.actors = append(g.actors, known{name, kind})
	return int32(len(g.actors) - 1)
}

func (g *gazetteer) alias(text string, id int32, use use, doubts bool) {
	words := fold(text)
	n := name{words: words, actor: id, use: use, doubts: doubts}
	if bare := strings.ReplaceAll(text, ".", ""); len(words) == 1 && bare == strings.ToUpper(bare) {
		n.exact = bare // "US" is no "us"
	}
	index := g.first[words[0]]
	if index == 0 {
		index = int32(len(g.names))
		g.names, g.first[words[0]] = append(g.names, nil), index
	}
	g.names[index] = append(g.names[index], n)
}

// fold cuts a name into words as token.Scan does.
func fold(text string) []string {
	return strings.Fields(strings.Map(func(c rune) rune {
		switch c {
		case '.', '’':
			return -1
		case '-', '&', '+':
			return ' '
		}
		return c
	}, strings.ToLower(text)))
}

func list(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}
