//go:build !js

package article

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// glue joins the lines of a headed text, of which those that start with "# "
// are headings, as a careless copy does. It returns where the headings are.
func glue(text string) (glued string, headings map[token.Span]bool) {
	headings = map[token.Span]bool{}
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		heading, is := strings.CutPrefix(line, "# ")
		start := b.Len()
		b.WriteString(heading)
		if is {
			headings[token.Span{Start: int32(start), End: int32(b.Len())}] = true
		}
	}
	return b.String(), headings
}

// TestGluedHeadings measures how many glued headings are found, to the letter,
// in the texts that the rules were written with and in those that they were
// not.
func TestGluedHeadings(t *testing.T) {
	for _, part := range []string{"dev", "held"} {
		t.Run(part, func(t *testing.T) {
			files, _ := filepath.Glob("testdata/headed/" + part + "/*.txt")
			if len(files) == 0 {
				t.Fatal("no texts")
			}
			found, right, all := 0, 0, 0
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				glued, headings := glue(string(text))
				all += len(headings)
				for _, b := range new(Repairer).Repair(token.Scan(glued, &stem.Lexicon{})).Blocks {
					if !b.Inline {
						continue
					}
					found++
					if headings[b.Span] {
						right++
						delete(headings, b.Span)
					} else if part == "dev" {
						t.Logf("%s: wrong %q", filepath.Base(file), glued[b.Start:b.End])
					}
				}
				for span := range headings {
					if part == "dev" {
						t.Logf("%s: missed %q before %.40q", filepath.Base(file), glued[span.Start:span.End], glued[span.End+1:])
					}
				}
			}
			p, r := float64(right)/float64(max(found, 1)), float64(right)/float64(all)
			f1 := 2 * p * r / max(p+r, 1e-9)
			t.Logf("%d headings: precision %.3f, recall %.3f, F1 %.3f", all, p, r, f1)
			if f1 < 0.75 {
				t.Error("F1 below .75")
			}
		})
	}
}

func TestHeadingsThatWereSplitOffCanBeJoinedAgain(t *testing.T) {
	data, err := os.ReadFile("testdata/headed/dev/council-news-bridge-and-budget.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := glue(string(data))
	headings := func(edits ...Edit) (list []token.Span) {
		for _, b := range new(Repairer).Repair(token.Scan(text, &stem.Lexicon{}), edits...).Blocks {
			if b.Inline {
				list = append(list, b.Span)
			}
		}
		return list
	}
	all := headings()
	if len(all) < 3 {
		t.Fatalf("headings %v", all)
	}
	left := headings(Edit{all[1], Join}, Edit{token.Span{End: int32(len(text))}, PutBack})
	if want := slices.Delete(slices.Clone(all), 1, 2); !slices.Equal(left, want) {
		t.Errorf("got %v, want %v", left, want)
	}
}
