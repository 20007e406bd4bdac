// Package catalogue reads the issue catalogue: majors, issues and their
// curated terms, in the text files that a domain expert edits, and compiles
// them into an issue pack.
//
// The format of the files is described in en/README.md. The package belongs to
// the build; the engine only knows packs.
package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rubricator/internal/pack"
)

// A Catalogue is what the files of one language say.
type Catalogue struct {
	Majors  []Major // by code
	Neutral []Term  // phrases that take their words away from all issues
	Shared  map[string][]string
	Cues    []Cue // what training texts add to the terms
	// Levels has for each listed stem how common it is; see pack.Level.
	Levels      map[string]uint8
	Calibration pack.Calibration
}

// A Major is one file of the catalogue.
type Major struct {
	Code       int
	Label      string
	Definition string
	MediaTopic string
	Issues     []Issue // the general one first
}

// An Issue has its terms in the order of the file.
type Issue struct {
	ID         string
	Label      string
	Definition string
	CAP        int
	MediaTopic string
	Terms      []Term
	at         place
}

// A Term is one curated word or phrase, in surface form.
type Term struct {
	Weight     int // points, -9 to 9; 0 for neutral phrases
	Words      []Word
	If, Unless []Word
	at         place
}

// A Cue is what training texts say of a stem or a pair of stems.
type Cue struct {
	Words   string        // the stems, with a space between
	Weights map[int]int32 // for majors by their code, in the unit of the pack
}

// A Word is a part of a term, with its mark.
type Word struct {
	Kind pack.Kind
	Text string
}

// place is where in the files something stands.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// Limits of the format.
const (
	maxLabel  = 40
	maxWeight = 9
)

// Parse reads the catalogue in dir. The error joins one error for each
// mistake, each starting with file and line; the catalogue is nil then.
func Parse(files fs.FS, dir string) (*Catalogue, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("read catalogue: %w", err)
	}
	p := parser{catalogue: &Catalogue{Shared: map[string][]string{}, Levels: map[string]uint8{}}, ids: map[string]place{}}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read catalogue: %w", err)
		}
		if !utf8.Valid(data) {
			return nil, fmt.Errorf("%s: not UTF-8", name)
		}
		p.file(path.Base(name), string(data))
	}
	if len(p.catalogue.Majors) == 0 {
		p.errs = append(p.errs, fmt.Errorf("read catalogue: no majors in %s", dir))
	}
	slices.SortFunc(p.catalogue.Majors, func(a, b Major) int { return a.Code - b.Code })
	for i := 1; i < len(p.catalogue.Majors); i++ {
		if code := p.catalogue.Majors[i].Code; code == p.catalogue.Majors[i-1].Code {
			p.errs = append(p.errs, fmt.Errorf("read catalogue: two files for major %d", code))
		}
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.catalogue, nil
}

type parser struct {
	catalogue *Catalogue
	ids       map[string]place // of the issues seen
	errs      []error

	at    place
	major *Major
	issue *Issue
}

func (p *parser) errorf(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%v: %s", p.at, fmt.Sprintf(format, args...)))
}

// file reads one file; its name tells which kind it is.
func (p *parser) file(name, text string) {
	read := p.majorLine
	switch name {
	case "neutral.txt":
		read = p.neutralLine
	case "shared.txt":
		read = p.sharedLine
	case "cues.txt":
		read = p.cueLine
	case "levels.txt":
		read = p.levelLine
	case "calibration.txt":
		read = p.calibrationLine
	}
	p.major, p.issue = nil, nil
	for i, line := range strings.Split(text, "\n") {
		p.at = place{name, i + 1}
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			read(line)
		}
	}
	p.finishIssue()
	if p.major != nil {
		p.finishMajor()
	}
}

var (
	termLine   = regexp.MustCompile(`^(-?[0-9]+): *(.+)$`)
	issueID    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	mediaTopic = regexp.MustCompile(`^[0-9]{8}$`)
)

func (p *parser) majorLine(line string) {
	if m := termLine.FindStringSubmatch(line); m != nil {
		weight, err := strconv.Atoi(m[1])
		switch {
		case p.issue == nil:
			p.errorf("terms before the first issue")
		case err != nil || weight == 0 || weight < -maxWeight || weight > maxWeight:
			p.errorf("weight %s is not between -%d and -1 or 1 and %d", m[1], maxWeight, maxWeight)
		default:
			p.issue.Terms = append(p.issue.Terms, p.terms(weight, m[2])...)
		}
		return
	}
	field, value, _ := strings.Cut(line, " ")
	value = strings.TrimSpace(value)
	if value == "" {
		p.errorf("cannot read %q: neither a field with its value nor a line of terms", line)
		return
	}
	switch field {
	case "major":
		code, err := strconv.Atoi(value)
		if err != nil || code < 0 || code > 99 || p.major != nil {
			p.errorf("major %q: one code between 0 and 99 at the start of the file", value)
			return
		}
		p.major = &Major{Code: code}
		return
	case "issue":
		p.finishIssue()
		if p.major == nil {
			p.errorf("issue before the major")
			return
		}
		if !issueID.MatchString(value) {
			p.errorf("issue id %q: lower-case letters, digits and single hyphens", value)
		}
		if first, ok := p.ids[value]; ok {
			p.errorf("issue %s exists already at %v", value, first)
		}
		p.ids[value] = p.at
		p.issue = &Issue{ID: value, at: p.at}
		return
	}
	if p.major == nil {
		p.errorf("%s before the major", field)
		return
	}
	// The other fields belong to the issue, or to the major before the first.
	label, definition, topic := &p.major.Label, &p.major.Definition, &p.major.MediaTopic
	if p.issue != nil {
		label, definition, topic = &p.issue.Label, &p.issue.Definition, &p.issue.MediaTopic
	}
	switch field {
	case "label":
		if n := utf8.RuneCountInString(value); n > maxLabel {
			p.errorf("label of %d characters, at most %d: %q", n, maxLabel, value)
		}
		*label = value
	case "definition":
		*definition = value
	case "mediatopic":
		if !mediaTopic.MatchString(value) {
			p.errorf("mediatopic %q: eight digits", value)
		}
		*topic = value
	case "cap":
		code, err := strconv.Atoi(value)
		switch {
		case p.issue == nil:
			p.errorf("cap before the first issue")
		case err != nil || code/100 != p.major.Code:
			p.errorf("cap %q: a code of major %d", value, p.major.Code)
		default:
			p.issue.CAP = code
		}
	default:
		p.errorf("unknown field %q", field)
	}
}

// finishIssue checks the issue that ends here and adds it to its major.
func (p *parser) finishIssue() {
	if p.issue == nil {
		return
	}
	here := p.at
	p.at = p.issue.at
	if p.issue.Label == "" || p.issue.Definition == "" || p.issue.CAP == 0 && p.major.Code != 0 || len(p.issue.Terms) == 0 {
		p.errorf("issue %s needs a label, a definition, a cap code and terms", p.issue.ID)
	}
	if len(p.major.Issues) == 0 && p.issue.CAP != p.major.Code*100 {
		p.errorf("issue %s: the first issue is the general one, with cap %d", p.issue.ID, p.major.Code*100)
	}
	p.at = here
	p.major.Issues = append(p.major.Issues, *p.issue)
	p.issue = nil
}

func (p *parser) finishMajor() {
	if p.major.Label == "" || p.major.Definition == "" || len(p.major.Issues) == 0 {
		p.errorf("major %d needs a label, a definition and issues", p.major.Code)
	}
	p.catalogue.Majors = append(p.catalogue.Majors, *p.major)
}

func (p *parser) neutralLine(line string) {
	m := termLine.FindStringSubmatch(line)
	if m == nil || m[1] != "0" {
		p.errorf("cannot read %q: a line of neutral phrases starts with %q", line, "0:")
		return
	}
	p.catalogue.Neutral = append(p.catalogue.Neutral, p.terms(0, m[2])...)
}

func (p *parser) sharedLine(line string) {
	term, issues, ok := strings.Cut(line, ":")
	if !ok {
		p.errorf("cannot read %q: a term, a colon, the issues that share it", line)
		return
	}
	p.catalogue.Shared[strings.TrimSpace(term)] = strings.Fields(issues)
}

func (p *parser) cueLine(line string) {
	words, list, ok := strings.Cut(line, ": ")
	c := Cue{Words: words, Weights: map[int]int32{}}
	for _, field := range strings.Fields(list) {
		major, weight, _ := strings.Cut(field, ":")
		code, err1 := strconv.Atoi(major)
		w, err2 := strconv.Atoi(weight)
		if err1 != nil || err2 != nil || w%pack.Step != 0 || w == 0 {
			ok = false
			break
		}
		c.Weights[code] = int32(w)
	}
	if n := len(strings.Fields(words)); !ok || len(c.Weights) == 0 || n < 1 || n > pack.MaxCueWords {
		p.errorf("cannot read %q: one or two stems, a colon, and CODE:WEIGHT, the weights multiples of %d", line, pack.Step)
		return
	}
	p.catalogue.Cues = append(p.catalogue.Cues, c)
}

func (p *parser) levelLine(line string) {
	level, stems, _ := strings.Cut(line, ":")
	n, err := strconv.Atoi(level)
	if err != nil || n < 0 || n > pack.MaxLevel {
		p.errorf("level %q: a number from 0 to %d", level, pack.MaxLevel)
		return
	}
	for _, stem := range strings.Fields(stems) {
		p.catalogue.Levels[stem] = uint8(n)
	}
}

func (p *parser) calibrationLine(line string) {
	field, values, _ := strings.Cut(line, ":")
	var numbers []int32
	for _, value := range strings.Fields(values) {
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n > 1<<20 {
			p.errorf("%q is not a number from 0 to %d", value, 1<<20)
			return
		}
		numbers = append(numbers, int32(n))
	}
	c := &p.catalogue.Calibration
	switch field {
	case "strengths":
		c.Strengths = numbers
	case "parts":
		c.Parts = numbers
	case "leading", "other":
		if len(numbers) != len(c.Parts) {
			p.errorf("%d values for %d parts", len(numbers), len(c.Parts))
		}
		if field == "leading" {
			c.Leading = append(c.Leading, numbers...)
		} else {
			c.Others = append(c.Others, numbers...)
		}
	default:
		p.errorf("unknown field %q", field)
	}
}

// terms reads a list of terms: commas separate them, except in brackets.
func (p *parser) terms(weight int, list string) []Term {
	var terms []Term
	for list != "" {
		end, depth := 0, 0
		for ; end < len(list) && (list[end] != ',' || depth > 0); end++ {
			switch list[end] {
			case '[':
				depth++
			case ']':
				depth--
			}
		}
		if t, ok := p.term(weight, strings.TrimSpace(list[:end])); ok {
			terms = append(terms, t)
		}
		if end == len(list) {
			break
		}
		list = list[end+1:]
	}
	return terms
}

// joiners stand between words that can be one phrase in a text; see token.Token.
var joiners = strings.NewReplacer("-", " ", "/", " ")

func (p *parser) term(weight int, text string) (t Term, ok bool) {
	t = Term{Weight: weight, at: p.at}
	phrase, conditions, _ := strings.Cut(text, "[")
	if t.Words, ok = p.words(strings.Fields(joiners.Replace(phrase))); !ok {
		return t, false
	}
	if len(t.Words) == 0 || len(t.Words) > pack.MaxWords {
		p.errorf("%q: a term has 1 to %d words", text, pack.MaxWords)
		return t, false
	}
	for conditions != "" {
		condition, rest, closed := strings.Cut(conditions, "]")
		kind, words, _ := strings.Cut(strings.TrimSpace(condition), " ")
		list, ok := p.words(strings.Split(words, "|"))
		if !closed || !ok || len(list) == 0 {
			p.errorf("%q: a condition is [if word|word] or [unless word|word]", text)
			return t, false
		}
		switch kind {
		case "if":
			t.If = append(t.If, list...)
		case "unless":
			t.Unless = append(t.Unless, list...)
		default:
			p.errorf("%q: a condition starts with if or unless", text)
			return t, false
		}
		rest = strings.TrimSpace(rest)
		if rest != "" && rest[0] != '[' {
			p.errorf("%q: %q after a condition", text, rest)
			return t, false
		}
		conditions = strings.TrimPrefix(rest, "[")
	}
	return t, true
}

func (p *parser) words(fields []string) ([]Word, bool) {
	var words []Word
	for _, field := range fields {
		w := Word{pack.Stem, strings.TrimSpace(field)}
		if text, ok := strings.CutPrefix(w.Text, "=="); ok {
			w = Word{pack.Exact, text}
		} else if text, ok := strings.CutPrefix(w.Text, "="); ok {
			w = Word{pack.Surface, text}
		}
		if w.Text == "" || strings.ContainsAny(w.Text, " []=|:") {
			p.errorf("cannot read the word %q", field)
			return nil, false
		}
		if w.Kind != pack.Exact && w.Text != strings.ToLower(w.Text) {
			p.errorf("%q has capital letters: they count only after ==", field)
			return nil, false
		}
		words = append(words, w)
	}
	return words, true
}
