package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rubricator/internal/catalogue"
)

const trade = `major 18
label Trade
definition Trade.
issue trade
label Trade
definition Trade.
cap 1800
9: tariff
`

const health = `major 3
label Health
definition Health.
issue health
label Health
definition Health.
cap 300
9: hospital
`

func fitted(t *testing.T, texts []text) string {
	t.Helper()
	c, err := catalogue.Parse(fstest.MapFS{"18.txt": {Data: []byte(trade)}, "03.txt": {Data: []byte(health)}}, ".")
	if err != nil {
		t.Fatal(err)
	}
	cues, err := fit(c, texts)
	if err != nil {
		t.Fatal(err)
	}
	return writeCues(cues)
}

// examples are texts that a curated term tells apart, each with a word that no
// term knows.
func examples() []text {
	var list []text
	for range 20 {
		list = append(list,
			text{says: "A tariff on steel.", code: 18, weight: 1}, text{says: "Dearer steel for all.", code: 18, weight: 1},
			text{says: "The hospital needs nurses.", code: 3, weight: 1}, text{says: "Nurses were tired.", code: 3, weight: 1})
	}
	return list
}

func TestFitFindsTheWordsThatNoTermKnows(t *testing.T) {
	lines := strings.Split(fitted(t, examples()), "\n")
	for word, want := range map[string][2]int{"steel": {18, 3}, "nurs": {3, 18}} {
		i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, word+": ") })
		if i < 0 {
			t.Fatalf("no cue %q in %q", word, lines)
		}
		weights := map[int]int{}
		for _, field := range strings.Fields(lines[i])[1:] {
			var code, weight int
			fmt.Sscanf(field, "%d:%d", &code, &weight)
			weights[code] = weight
		}
		if weights[want[0]] <= 0 || weights[want[1]] > 0 {
			t.Errorf("%s: %v", word, weights)
		}
	}
}

func TestFitGivesTheSameBytesAgain(t *testing.T) {
	if first, again := fitted(t, examples()), fitted(t, examples()); first != again {
		t.Errorf("first\n%s\nthen\n%s", first, again)
	}
}

func TestPartsOfItemsMakeNoNewCues(t *testing.T) {
	list := []text{{says: "Steel and nickel.", code: 18, weight: 1, part: true}}
	for range leastTexts {
		list = append(list, list[0])
	}
	if cues := fitted(t, list); cues != "" {
		t.Errorf("cues %q", cues)
	}
}
