// Package stem reduces English words to stems, each distinct word once.
//
// It wraps the Snowball English stemmer (M. F. Porter, "Porter2") of
// github.com/kljensen/snowball. That stemmer is not idempotent, so a stem is
// never stemmed again, and it costs microseconds a word in WebAssembly, so a
// Lexicon remembers what it has stemmed, across texts.
package stem

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Words outside these lengths (bytes) are their own stems: shorter ones carry
// no suffix, longer ones are not words of a language.
const (
	minLength = 3
	maxLength = 40
)

// maxRemembered bounds a Lexicon's memory: beyond this many words it starts
// over, which costs one restemming of the words in use.
const maxRemembered = 1 << 17

// A Lexicon stems words and remembers the results. The zero value is ready to
// use. It is not safe for concurrent use.
type Lexicon struct {
	stems map[string]string
}

// Stem returns the stem of a folded word: lower-case, with straight
// apostrophes, as token.Word has it. Words that are not made of ASCII letters
// and apostrophes, and words with fewer than 3 or more than 40 bytes, are
// returned as they are. The empty string gives the empty string.
func (l *Lexicon) Stem(folded string) string {
	if len(folded) < minLength || len(folded) > maxLength {
		return folded
	}
	if !isPlain(folded) || isStem(folded) {
		return folded
	}
	if isPlural(folded) {
		return folded[:len(folded)-1]
	}
	if s, ok := l.stems[folded]; ok {
		return s
	}
	if l.stems == nil || len(l.stems) >= maxRemembered {
		l.stems = make(map[string]string, 256)
	}
	// The word may be a part of a text that is about to be let go.
	key := strings.Clone(folded)
	s := english.Stem(key, true)
	if s == "" {
		s = key
	}
	l.stems[key] = s
	return s
}

// Forget forgets all words.
func (l *Lexicon) Forget() { clear(l.stems) }

func isPlain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// isStem says that a plain word has an ending which no rule of the stemmer
// takes off or changes, by its last two letters: a third of the words of a
// text, for which the stemmer would try all rules in vain.
func isStem(word string) bool {
	before := word[len(word)-2]
	if word[0] == '\'' || before == '\'' {
		return false
	}
	switch word[len(word)-1] {
	case 'a', 'b', 'f', 'h', 'j', 'k', 'o', 'p', 'q', 'u', 'v', 'w', 'x', 'z':
		return true
	case 'c': // -ic
		return before != 'i'
	case 'd': // -ed
		return before != 'e'
	case 'g': // -ing
		return before != 'n'
	case 'l': // -al, -ful, -ll
		return before != 'a' && before != 'u' && before != 'l'
	case 'm': // -ism
		return before != 's'
	case 'n': // -ion
		return before != 'o'
	case 'r': // -er, -ator
		return before != 'e' && before != 'o'
	case 't': // -ant, -ent
		return before != 'n'
	case 'y': // -y after a consonant
		return before == 'a' || before == 'e' || before == 'o' || before == 'u'
	}
	return false // -e, -i, -s
}

// isPlural says that a plain word has an "s" at its end which the stemmer takes
// off, and nothing else: it follows a letter, with a vowel somewhere before that
// one (Porter2, step 1a), and what is left is a stem.
func isPlural(word string) bool {
	n := len(word)
	if word[n-1] != 's' {
		return false
	}
	switch word[n-2] {
	case '\'', 'e', 'i', 's', 'u':
		return false
	}
	switch word {
	case "atlas", "bias", "cosmos", "news": // are left as they are
		return false
	}
	return isStem(word[:n-1]) && strings.ContainsAny(word[:n-2], "aeiou")
}
