package stem

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// Words of the catalogue, up to twenty for each ending that is taken off, and
// made-up ones with stacked endings, each with its stem by libstemmer 2.2, the
// implementation of Snowball's own project (Debian's stemwords -l english).
//
//go:embed testdata/porter2.txt
var porter2 string

func TestStemsAreThoseOfSnowballsOwnImplementation(t *testing.T) {
	var l Lexicon
	n := 0
	for line := range strings.Lines(porter2) {
		word, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if got := l.Stem(word); got != want {
			t.Errorf("Stem(%q) = %q, want %q", word, got, want)
		}
		n++
	}
	if n < 3000 {
		t.Errorf("only %d words", n)
	}
}

func TestStemGivesSnowballEnglishStems(t *testing.T) {
	var l Lexicon
	for word, want := range map[string]string{
		"tariffs":      "tariff",
		"negotiations": "negoti",
		"russia's":     "russia",
		"skies":        "sky",
		"dying":        "die",
		// Too short, too long, not plain: their own stems.
		"":       "",
		"'":      "'",
		"eu":     "eu",
		"5g's":   "5g's",
		"élysée": "élysée",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaings": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaings",
	} {
		for _, time := range []string{"first", "second"} {
			if got := l.Stem(word); got != want {
				t.Errorf("%s Stem(%q) = %q, want %q", time, word, got, want)
			}
		}
	}
}

func TestLexiconForgetsRatherThanGrowsWithoutBound(t *testing.T) {
	var l Lexicon
	word := []byte("aaaaaaes") // what ends in es is stemmed
	for i := 0; i < maxRemembered+10; i++ {
		for j, n := 0, i; j < len(word)-2; j, n = j+1, n/26 {
			word[j] = byte('a' + n%26)
		}
		l.Stem(string(word))
	}
	if n := len(l.stems); n == 0 || n > maxRemembered {
		t.Errorf("%d words remembered, want 1 to %d", n, maxRemembered)
	}
}

func TestWordsThatAreTheirOwnStemsByTheirEndingAreLeftAloneByTheStemmer(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	words := 0
	for _, start := range []string{"", "b", "tr", "ata", "yiy", "connect", "arsen", "gener", "o'"} {
		for i := range len(letters) * len(letters) * len(letters) {
			word := start + string([]byte{letters[i/26/26], letters[i/26%26], letters[i%26]})
			if !isStem(word) {
				continue
			}
			words++
			if got := english.Stem(word, true); got != word {
				t.Fatalf("isStem(%q), but its stem is %q", word, got)
			}
		}
	}
	if words < 50_000 {
		t.Errorf("only %d words", words)
	}
}

func TestPluralsByTheirEndingAreStemmedByTheStemmerToAllButTheirLastLetter(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	words := 0
	for _, start := range []string{"", "b", "tr", "ata", "yiy", "connect", "arsen", "gener", "o'", "cos", "atl"} {
		for i := range len(letters) * len(letters) * len(letters) {
			word := start + string([]byte{letters[i/26/26], letters[i/26%26], letters[i%26], 's'})
			if !isPlural(word) {
				continue
			}
			words++
			if got := english.Stem(word, true); got+"s" != word {
				t.Fatalf("isPlural(%q), but its stem is %q", word, got)
			}
		}
	}
	if words < 50_000 {
		t.Errorf("only %d words", words)
	}
}

// The stem of any word is never empty unless the word is, not longer than the
// word, and the same on every call.
func FuzzStem(f *testing.F) {
	for _, word := range []string{"'", "''", "'s", "generalization's", "yyy", "e", "ss"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		var l Lexicon
		first := l.Stem(word)
		if (first == "") != (word == "") {
			t.Errorf("Stem(%q) = %q", word, first)
		}
		if n := len(word); n >= minLength && n <= maxLength && isPlain(word) {
			if want := english.Stem(word, true); want != "" && first != want {
				t.Errorf("Stem(%q) = %q, the stemmer gives %q", word, first, want)
			}
		}
		if len(first) > len(word) {
			t.Errorf("Stem(%q) = %q", word, first)
		}
		if again := l.Stem(word); again != first {
			t.Errorf("Stem(%q) = %q, then %q", word, first, again)
		}
	})
}
