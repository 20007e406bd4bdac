//go:build !js

package article

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// TestSharedPages measures repair on saved web pages: of the words that are
// kept, how many are the article's (precision), and of the article's how many
// are kept (recall), mean over the pages in Latin script.
func TestSharedPages(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/pages/*.json")
	if len(files) == 0 {
		t.Skip("not here: ../shared/pages")
	}
	var precision, recall, f1 float64
	pages := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var page struct{ Pasted, Article string }
		if err := json.Unmarshal(data, &page); err != nil {
			t.Fatal(err)
		}
		if !isLatin(page.Article) {
			continue
		}
		table := token.Scan(page.Pasted, &stem.Lexicon{})
		var kept strings.Builder
		for _, b := range Repair(table).Blocks {
			kept.WriteString(page.Pasted[b.Start:b.End] + "\n")
		}
		p, r := overlap(words(kept.String()), words(page.Article))
		precision += p
		recall += r
		if p+r > 0 {
			f1 += 2 * p * r / (p + r)
		}
		pages++
	}
	n := float64(pages)
	t.Logf("%d pages: precision %.3f, recall %.3f, F1 %.3f", pages, precision/n, recall/n, f1/n)
	if precision/n < 0.80 || recall/n < 0.98 {
		t.Error("below what the README says")
	}
}

func isLatin(text string) bool {
	letters, latin := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if r < 0x250 {
				latin++
			}
		}
	}
	return latin*2 > letters
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// overlap returns the share of got that is in want, and of want that is in got,
// as bags of words.
func overlap(got, want []string) (precision, recall float64) {
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	hits := 0
	for _, w := range got {
		if count[w] > 0 {
			count[w]--
			hits++
		}
	}
	return float64(hits) / float64(max(len(got), 1)), float64(hits) / float64(max(len(want), 1))
}

// TestSharedCleanArticles looks for headings that are none in clean articles,
// as they stand and with all paragraphs joined.
func TestSharedCleanArticles(t *testing.T) {
	file, err := os.Open("../../../shared/corpus/bbc-articles.csv.gz")
	if err != nil {
		t.Skip("not here: ../shared/corpus/bbc-articles.csv.gz")
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(unzipped).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	false1, false2 := 0, 0
	for _, row := range rows[1:] {
		_, body, _ := strings.Cut(row[1], "\n")
		if hasInline(row[1]) {
			false1++
		}
		if hasInline(strings.Join(strings.Fields(body), " ")) {
			false2++
		}
	}
	t.Logf("%d articles: false headings in %d, with all paragraphs joined in %d", len(rows)-1, false1, false2)
	if false1*100 > 2*len(rows) || false2*100 > 3*len(rows) {
		t.Error("too many")
	}
}

func hasInline(text string) bool {
	for _, b := range Repair(token.Scan(text, &stem.Lexicon{})).Blocks {
		if b.Inline {
			return true
		}
	}
	return false
}
