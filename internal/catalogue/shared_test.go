//go:build !js

package catalogue

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// columns reads a CSV file of ../shared/reference: the values of one column by
// those of another. It skips the test where the file is not there.
func columns(t *testing.T, name, key, value string) map[string]string {
	t.Helper()
	file, err := os.Open("../../../shared/reference/" + name)
	if err != nil {
		t.Skip("not here: ../shared/reference/" + name)
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	index := map[string]int{}
	for i, column := range rows[0] {
		index[column] = i
	}
	found := map[string]string{}
	for _, row := range rows[1:] {
		found[row[index[key]]] = row[index[value]]
	}
	return found
}

// news are the majors of the New York Times codebook, which the CAP codebook
// of policy topics does not have.
var news = map[int]bool{24: true, 26: true, 27: true, 28: true, 29: true, 30: true, 31: true}

func TestSharedCodebooksKnowEveryCode(t *testing.T) {
	c, err := Parse(os.DirFS("en"), ".")
	if err != nil {
		t.Fatal(err)
	}
	subtopics := columns(t, "cap_codebook.csv", "sub", "sub_name")
	topics := columns(t, "iptc_mediatopics.csv.gz", "NewsCode-QCode (flat)", "RetiredDate")
	covered := map[int]bool{}
	check := func(name, topic string) {
		if retired, ok := topics["medtop:"+topic]; topic != "" && (!ok || retired != "") {
			t.Errorf("%s: media topic %s is unknown or retired", name, topic)
		}
	}
	for _, m := range c.Majors {
		check(m.Label, m.MediaTopic)
		for _, issue := range m.Issues {
			check(issue.ID, issue.MediaTopic)
			covered[issue.CAP] = true
			if _, ok := subtopics[strconv.Itoa(issue.CAP)]; !ok && issue.CAP%100 != 0 && !news[m.Code] {
				t.Errorf("%s: CAP has no code %d", issue.ID, issue.CAP)
			}
		}
	}
	for code, name := range subtopics {
		if n, _ := strconv.Atoi(code); n%100 != 99 && !covered[n] {
			t.Errorf("no issue for CAP %s %s", code, name)
		}
	}
}

// inARow is how many words a text of the catalogue may not share with a text of
// others. Titles of bills share formulas longer than that.
const inARow = 10

func TestSharedTextsAreNotTheCataloguesOwn(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/*.csv.gz")
	if err != nil || len(files) == 0 {
		t.Skip("not here: ../shared/corpus")
	}
	c, err := Parse(os.DirFS("en"), ".")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := ParseTexts(os.DirFS("en"), "texts", c)
	if err != nil {
		t.Fatal(err)
	}
	own := map[string]string{} // words in a row -> text
	for _, text := range texts {
		if text.Register != "bill" {
			for _, words := range rows(text.Text) {
				own[words] = text.Text
			}
		}
	}
	for _, name := range files {
		for id, text := range columns(t, "../corpus/"+filepath.Base(name), "id", "text") {
			for _, words := range rows(text) {
				if copied, ok := own[words]; ok {
					t.Errorf("%q shares %q with %s of %s", copied, words, id, filepath.Base(name))
				}
			}
		}
	}
}

// rows lists the sequences of inARow words of a text, folded.
func rows(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var list []string
	for i := 0; i+inARow <= len(words); i++ {
		list = append(list, strings.Join(words[i:i+inARow], " "))
	}
	return list
}
