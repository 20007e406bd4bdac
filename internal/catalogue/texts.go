package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Text is one written for the catalogue as an example of how texts about an
// issue read. It is fitted to, and shipped with nothing.
type Text struct {
	Register string // one of Registers
	Text     string
	Issues   []string // ids; first what the text is about, then what else it deals with
}

// Registers are the kinds of texts: a headline, a headline with the first
// sentence, a part of a news article, the title of a bill, a sentence of a
// message to a legislature, one of a party's programme, opinion and all other.
var Registers = []string{"headline", "lead", "news", "bill", "message", "programme", "opinion"}

// ParseTexts reads the texts in dir; their form is described in en/README.md.
// The error joins one error for each mistake, each starting with file and line.
func ParseTexts(files fs.FS, dir string, c *Catalogue) ([]Text, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	known := map[string]bool{}
	for _, m := range c.Majors {
		for _, issue := range m.Issues {
			known[issue.ID] = true
		}
	}
	var texts []Text
	var errs []error
	seen := map[string]place{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read texts: %w", err)
		}
		issue := ""
		for i, line := range strings.Split(string(data), "\n") {
			at := place{path.Join("texts", path.Base(name)), i + 1}
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if id, ok := strings.CutPrefix(line, "issue "); ok {
				if issue = strings.TrimSpace(id); !known[issue] {
					errs = append(errs, fmt.Errorf("%v: no issue %q", at, issue))
				}
				continue
			}
			t, err := parseText(line, issue, known)
			if first, ok := seen[t.Text]; ok && err == nil {
				err = fmt.Errorf("stands already at %v", first)
			}
			if err != nil {
				errs = append(errs, fmt.Errorf("%v: %w", at, err))
				continue
			}
			seen[t.Text] = at
			texts = append(texts, t)
		}
	}
	return texts, errors.Join(errs...)
}

// parseText reads a line "register +issue +issue: text" under an issue.
func parseText(line, issue string, known map[string]bool) (Text, error) {
	head, text, _ := strings.Cut(line, ": ")
	fields := strings.Fields(head)
	t := Text{Text: strings.TrimSpace(text), Issues: []string{issue}}
	if len(fields) > 0 {
		t.Register = fields[0]
	}
	switch {
	case t.Text == "" || !slices.Contains(Registers, t.Register):
		return t, fmt.Errorf("cannot read %.40q: a line is REGISTER: TEXT, with one of %s", line, strings.Join(Registers, ", "))
	case !utf8.ValidString(line):
		return t, errors.New("not UTF-8")
	case issue == "":
		return t, errors.New("a text before the first issue")
	}
	for _, field := range fields[1:] {
		id, ok := strings.CutPrefix(field, "+")
		switch {
		case !ok || !known[id]:
			return t, fmt.Errorf("%q is not +ISSUE with an issue of the catalogue", field)
		case slices.Contains(t.Issues, id):
			return t, fmt.Errorf("issue %s twice", id)
		}
		t.Issues = append(t.Issues, id)
	}
	return t, nil
}
