// Package gold reads texts labelled with the codes of the Comparative Agendas
// Project, to measure and to fit with. It belongs to the tools, not to the
// engine.
package gold

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// An Item is one labelled text.
type Item struct {
	ID   string
	Text string
	// Headline says that the text is a headline and a summary after it.
	Headline bool
	Code     int   // CAP major as it stands in the file; 0 for no policy issue
	Major    int   // the same after Policy
	All      []int // all majors of the text, Major among them
}

// Read reads a CSV file, gzipped if its name ends in ".gz", with a header that
// names at least the columns id, text and cap_major, perhaps cap_all, the majors
// joined by "|", and unit, what the text is.
func Read(name string) ([]Item, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("read %s: no header", name)
	}
	column := map[string]int{"id": -1, "text": -1, "cap_major": -1, "cap_all": -1, "unit": -1}
	for name := range column {
		column[name] = slices.Index(rows[0], name)
	}
	if column["id"] < 0 || column["text"] < 0 || column["cap_major"] < 0 {
		return nil, fmt.Errorf("read %s: no columns id, text and cap_major", name)
	}
	var items []Item
	for i, row := range rows[1:] {
		major, err := strconv.Atoi(row[column["cap_major"]])
		if err != nil {
			return nil, fmt.Errorf("read %s: row %d: %w", name, i+2, err)
		}
		item := Item{ID: row[column["id"]], Text: row[column["text"]], Code: major, Major: Policy(major)}
		if unit := column["unit"]; unit >= 0 {
			item.Headline = row[unit] == "headline+summary"
		}
		item.All = []int{item.Major}
		if all := column["cap_all"]; all >= 0 {
			for _, code := range strings.Split(row[all], "|") {
				if n, err := strconv.Atoi(code); err == nil && !slices.Contains(item.All, Policy(n)) {
					item.All = append(item.All, Policy(n))
				}
			}
		}
		items = append(items, item)
	}
	return items, nil
}

// Policy returns the code itself for the 20 policy majors by which texts are
// compared, 1 to 10 and 12 to 21, and 0 for every other.
func Policy(major int) int {
	if major >= 1 && major <= 21 && major != 11 {
		return major
	}
	return 0
}
