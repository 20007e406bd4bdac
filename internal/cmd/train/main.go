// Command train fits to labelled texts what the issue pack holds beside the
// curated terms, and writes it into the catalogue as text:
//
//	train [-dir internal/catalogue/en] FILE...
//
// levels.txt says how common each stem is: in how many of the texts it occurs.
// calibration.txt says how often a call with evidence of a given weight and
// part of the whole was right. The same files give the same bytes. Only training texts belong here;
// what the model is measured on must stay unseen.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
	"rubricator/internal/language"
	"rubricator/internal/news"
	"rubricator/internal/pack"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func main() {
	dir := flag.String("dir", "internal/catalogue/en", "folder of the catalogue")
	flag.Parse()
	if err := run(*dir, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir string, names []string) error {
	var items []gold.Item
	var sources []string
	for _, name := range names {
		more, err := gold.Read(name)
		if err != nil {
			return err
		}
		items = append(items, more...)
		sources = append(sources, strings.TrimSuffix(filepath.Base(name), ".csv.gz"))
	}
	if len(items) == 0 {
		return fmt.Errorf("no texts to train on")
	}
	note := fmt.Sprintf("# Fitted to %s by `make train`; not to be edited.\n", strings.Join(sources, ", "))
	if err := os.WriteFile(filepath.Join(dir, "levels.txt"), []byte(note+levels(items)), 0o644); err != nil {
		return err
	}
	calibration, err := calibrate(items)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "calibration.txt"), []byte(note+calibration), 0o644)
}

// leastTexts is in how many texts a stem must occur to be listed; rarer ones
// are as rare as any.
const leastTexts = 25

// levels writes how common the stems are, one line for each level.
func levels(items []gold.Item) string {
	var lexicon stem.Lexicon
	count := map[string]int{}
	for _, item := range items {
		seen := map[string]bool{}
		for _, s := range token.Scan(item.Text, &lexicon).Spellings {
			plain := !strings.ContainsFunc(s.Stem, func(r rune) bool { return r < 'a' || r > 'z' })
			if s.Kind == token.Word && plain && !language.IsStopWord(s.Folded) && len(s.Stem) > 1 && !seen[s.Stem] {
				seen[s.Stem] = true
				count[s.Stem]++
			}
		}
	}
	byLevel := map[int][]string{}
	for s, n := range count {
		level := int(math.Round(-2 * math.Log2(float64(n)/float64(len(items)))))
		if n >= leastTexts && level < pack.MaxLevel {
			byLevel[level] = append(byLevel[level], s)
		}
	}
	var b strings.Builder
	for _, level := range slices.Sorted(maps.Keys(byLevel)) {
		slices.Sort(byLevel[level])
		fmt.Fprintf(&b, "%d: %s\n", level, strings.Join(byLevel[level], " "))
	}
	return b.String()
}

// The steps of the calibration table: of strength in the pack's weights, of
// part in thousandths.
var (
	strengths = []int32{0, 100, 150, 200, 250, 300, 400, 600, 900}
	parts     = []int32{0, 100, 200, 300, 400, 500, 600, 700, 800}
)

// prior is how many calls each cell of the table starts with, at the mean of
// its row and column, so that a thin cell says what its neighbours say.
const prior = 20

// calibrate counts how often the calls of a strength and a part are right.
func calibrate(items []gold.Item) (string, error) {
	p, err := news.Pack()
	if err != nil {
		return "", err
	}
	a := analysis.New(p)
	type tally struct{ n, right float64 }
	cells := make([][]tally, len(strengths))
	for i := range cells {
		cells[i] = make([]tally, len(parts))
	}
	rows, columns := make([]tally, len(strengths)), make([]tally, len(parts))
	step := func(steps []int32, value int32) int {
		i, found := slices.BinarySearch(steps, value)
		if !found {
			i--
		}
		return i
	}
	for _, item := range items {
		report, err := a.Analyze(item.Text, analysis.Issues)
		if err != nil {
			return "", err
		}
		for _, c := range report.Topics.Majors {
			right := 0.0
			if gold.Policy(p.Majors[c.Index].Code) == item.Major {
				right = 1
			}
			row, column := step(strengths, c.Strength), step(parts, c.Part)
			for _, t := range []*tally{&cells[row][column], &rows[row], &columns[column]} {
				t.n++
				t.right += right
			}
		}
	}
	mean := func(t tally) float64 { return t.right / max(t.n, 1) }
	var b strings.Builder
	fmt.Fprintf(&b, "strengths: %s\nparts: %s\n", join(strengths), join(parts))
	for i := range cells {
		row := make([]int32, len(parts))
		for j, t := range cells[i] {
			expected := (mean(rows[i]) + mean(columns[j])) / 2
			row[j] = int32(math.Round(1000 * (t.right + prior*expected) / (t.n + prior)))
		}
		fmt.Fprintf(&b, "row: %s\n", join(row))
	}
	return b.String(), nil
}

func join[T cmp.Ordered](list []T) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, " ")
}
