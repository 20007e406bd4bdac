// Package pack is the issue pack: the catalogue of issues and their terms in
// the form that the engine loads.
//
// A pack is written once, at build time, by Encode, and read at start by
// Decode, which accepts any bytes and gives either a valid pack or an error.
// All weights are integers, so that every platform computes the same scores.
package pack

import (
	"strings"

	"rubricator/internal/token"
)

// Scale is the weight in a pack of one point of a catalogue weight: the
// catalogue's 9 ("the term alone settles it") is 225 in the pack.
const Scale = 25

// Step is what every weight in a pack is a multiple of.
const Step = 5

// A Pack is one language's issues with their terms.
type Pack struct {
	ID       string // "news-en"
	Version  string // of the format and the content, "1"
	Language string // BCP 47 tag, "en"
	SHA256   string // of the payload, lower-case hexadecimal; set by Encode and Decode

	Majors []Major  // by code, ascending
	Issues []Issue  // grouped by major, the general issue of each first
	Words  []string // keys of words, each once; see Key
	// Phrases are the terms that experts wrote. Of phrases that overlap in a text
	// only the first and longest counts. Sorted by their words.
	Phrases Terms
	// Own is how many of the Phrases, the last ones, are a reader's own: they are
	// sorted and matched by themselves. Not in the file of a pack.
	Own int
	// Cues are the terms that were fitted to texts: stems and pairs of stems
	// that count wherever they stand, inside phrases too, and speak for majors;
	// their postings are of general issues. Sorted by their words.
	Cues Terms
	// Levels gives for some of Words how common they are in ordinary news; see
	// Level. Sorted by Word.
	Levels []Level
	// Calibration tells how sure a call is.
	Calibration Calibration
}

// A Major is a policy topic of the Comparative Agendas Project (CAP) or one of
// the news topics of its New York Times codebook.
type Major struct {
	Code       int // CAP code, 1 to 99; 0 stands for what is no public issue, and is the first if there
	Label      string
	Definition string
	MediaTopic string // IPTC Media Topic id, eight digits, or empty
}

// OwnMajor is the code of the major of a reader's own issues; see package own. It
// is none of CAP's.
const OwnMajor = 100

// IsOwn says whether an issue is one of a reader's own, by its index.
func (p *Pack) IsOwn(issue int) bool { return p.Majors[p.Issues[issue].Major].Code == OwnMajor }

// None returns the index of the major that stands for what is no public issue,
// or -1 if the pack has none.
func (p *Pack) None() int {
	if len(p.Majors) > 0 && p.Majors[0].Code == 0 {
		return 0
	}
	return -1
}

// An Issue is what a reader would name.
type Issue struct {
	ID         string
	Label      string
	Definition string
	Major      int    // index in Pack.Majors
	CAP        int    // CAP subtopic code, or the major's code times 100; 0 for no public issue
	MediaTopic string // IPTC Media Topic id, eight digits, or empty
	General    bool   // the major's general issue, its first
}

// Kind tells how a word of a term is compared.
type Kind uint8

const (
	Stem    Kind = iota // by its stem
	Surface             // by its form in any case
	Exact               // by its form in exactly this case
)

// Key returns the key of a word in Pack.Words: the stem as it is, "=form",
// or "!Form".
func Key(kind Kind, word string) string {
	switch kind {
	case Surface:
		return "=" + word
	case Exact:
		return "!" + word
	}
	return word
}

// KeyOf returns the key of a word in surface form, as the engine looks it up in
// a text; stem gives the stem of a folded word.
func KeyOf(kind Kind, word string, stem func(folded string) string) string {
	switch kind {
	case Surface:
		return Key(Surface, token.Fold(word))
	case Exact:
		return Key(Exact, strings.ReplaceAll(word, ".", ""))
	}
	return Key(Stem, stem(token.Fold(word)))
}

// A Term is a word or a sequence of words that speaks for or against issues.
type Term struct {
	Words    []int32   // indices in Pack.Words, 1 to MaxWords
	Postings []Posting // what it says, sorted by issue; none for a neutral phrase
	If       []int32   // counts only with one of these words in its sentence; empty: always
	Unless   []int32   // does not count with any of these words in its sentence
}

// MaxWords is the longest term, and MaxCueWords the longest cue.
const (
	MaxWords    = 6
	MaxCueWords = 2
)

// A Posting is the weight of a term for an issue.
type Posting struct {
	Issue  int32 // index in Pack.Issues
	Weight int32 // Scale for each point of the catalogue; a multiple of Step, never 0
}

// A Level says how common a stem is in ordinary news: the higher, the rarer.
type Level struct {
	Word  int32 // index in Pack.Words
	Level uint8 // -log2 of the share of the news items that have it, in halves, at most MaxLevel
}

// MaxLevel is the level of stems that are not listed: all rarer ones.
const MaxLevel = 30

// Calibration holds two tables of confidences, in thousandths: a row for each
// step of the weight of the evidence for a call, and a column for each step of
// the part that it has in the weight of all evidence. A value beyond the last
// step takes the last row or column.
//
// The call that leads a text is right more often than another one with as much
// evidence, so each kind has its table.
type Calibration struct {
	Strengths []int32 // lower bounds of the rows, ascending, the first 0
	Parts     []int32 // lower bounds of the columns in thousandths, ascending, the first 0
	Leading   []int32 // the cells for the call that leads, row by row
	Others    []int32 // the cells for all other calls
}

// Confidence reads a table. An empty one gives 500.
func (c *Calibration) Confidence(strength, part int32, leading bool) int32 {
	cells := c.Others
	if leading {
		cells = c.Leading
	}
	if len(cells) == 0 {
		return 500
	}
	row, column := 0, 0
	for row+1 < len(c.Strengths) && strength >= c.Strengths[row+1] {
		row++
	}
	for column+1 < len(c.Parts) && part >= c.Parts[column+1] {
		column++
	}
	return cells[row*len(c.Parts)+column]
}
