//go:build !js

package catalogue

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
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
