//go:build !js

package article

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
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
		for _, b := range new(Repairer).Repair(table).Blocks {
			kept.WriteString(page.Pasted[b.Start:b.End] + "\n")
		}
		p, r := overlap(words(kept.String()), words(page.Article))
		if testing.Verbose() {
			t.Logf("%-45s precision %.2f, recall %.2f", filepath.Base(file), p, r)
		}
		precision += p
		recall += r
		if p+r > 0 {
			f1 += 2 * p * r / (p + r)
		}
		pages++
	}
	n := float64(pages)
	t.Logf("%d pages: precision %.3f, recall %.3f, F1 %.3f", pages, precision/n, recall/n, f1/n)
	if precision/n < 0.95 || recall/n < 0.97 || f1/n < 0.95 {
		t.Error("below precision .95, recall .97, F1 .95")
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

// TestSharedCleanArticles holds repair to leaving clean articles whole: nothing
// is removed, and headings are seen in none, as they stand and with all
// paragraphs joined. The weights of headings were fitted to every second one.
func TestSharedCleanArticles(t *testing.T) {
	var apart, joined, joinedHeld, all int
	for i, text := range articles(t, "bbc-articles") {
		a := new(Repairer).Repair(token.Scan(text, &stem.Lexicon{}))
		for _, removal := range a.Removed {
			t.Errorf("article %d: %s %q", i, removal.Reason, text[removal.Start:removal.End])
		}
		all++
		if hasInline(a) {
			apart++
		}
		_, body, _ := strings.Cut(text, "\n")
		if hasInline(new(Repairer).Repair(token.Scan(strings.Join(strings.Fields(body), " "), &stem.Lexicon{}))) {
			joined++
			joinedHeld += i % 2
		}
	}
	t.Logf("%d articles: false headings in %d, with all paragraphs joined in %d, of which %d in the held half", all, apart, joined, joinedHeld)
	if apart*100 > 2*all || joined*100 > 2*all || joinedHeld*100 > 2*all/2 {
		t.Error("false headings in more than 2 % of articles")
	}
}

func hasInline(a *Article) bool {
	return slices.ContainsFunc(a.Blocks, func(b Block) bool { return b.Inline })
}

// articles reads the texts of a file of ../shared/corpus.
func articles(t *testing.T, name string) []string {
	t.Helper()
	path := "../../../shared/corpus/" + name + ".csv.gz"
	file, err := os.Open(path)
	if err != nil {
		t.Skip("not here: ", path)
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
	column := slices.Index(rows[0], "text")
	var list []string
	for _, row := range rows[1:] {
		list = append(list, row[column])
	}
	return list
}
