package stem

import "testing"

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
	word := []byte("aaaaaa")
	for i := 0; i < maxRemembered+10; i++ {
		for j, n := 0, i; j < len(word); j, n = j+1, n/26 {
			word[j] = byte('a' + n%26)
		}
		l.Stem(string(word))
	}
	if n := len(l.stems); n == 0 || n > maxRemembered {
		t.Errorf("%d words remembered, want 1 to %d", n, maxRemembered)
	}
}

// The stem of any word is never empty unless the word is, and the same on
// every call.
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
		if again := l.Stem(word); again != first {
			t.Errorf("Stem(%q) = %q, then %q", word, first, again)
		}
	})
}
