package article

import (
	"strings"
	"unicode/utf8"

	"rubricator/internal/token"
)

// A hard-wrapped text, as mail and old programs make it, breaks its lines
// where the next word would not have fit. Widths outside of these bounds, in
// characters, are no one's.
const (
	narrowest = 40
	widest    = 120
)

// unwrap joins the lines of hard-wrapped paragraphs.
func unwrap(t *token.Table, list []line) []line {
	joined := list[:0]
	for i := 0; i < len(list); {
		n := wrapped(list[i:])
		l := list[i]
		for _, next := range list[i+1 : i+n] {
			l.join(t, &next)
		}
		joined = append(joined, l)
		i += n
	}
	clear(list[len(joined):]) // they have parts of the text
	return joined
}

// wrapped returns how many lines from the first on are one paragraph.
func wrapped(list []line) int {
	n, width := 1, list[0].width
	for ; n < len(list) && !list[n].blank; n++ {
		before, l := &list[n-1], &list[n]
		wide := max(width, l.width)
		if wide > widest || wide < narrowest || before.width < narrowest || l.bullet {
			break
		}
		// The word that begins the line must be one that did not fit.
		word, _, _ := strings.Cut(l.text, " ")
		if before.width+1+utf8.RuneCountInString(word) <= wide {
			break
		}
		width = wide
	}
	// Two lines may be of about the same length by chance: a sentence must go
	// on over the break.
	for i := 1; i < n; i++ {
		if before := &list[i-1]; !before.sentence && startsLower(list[i].text) {
			return n
		}
	}
	return 1
}

func startsLower(text string) bool { return text != "" && text[0] >= 'a' && text[0] <= 'z' }
