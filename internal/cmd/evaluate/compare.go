package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
)

// call names the text of a call.
type call struct{ file, id string }

// writeCalls writes the first major of each text as CSV: file, id, code.
func writeCalls(name string, texts []judged) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(file)
	for _, t := range texts {
		w.Write([]string{t.file, t.id, strconv.Itoa(t.first)})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// readCalls reads what writeCalls wrote.
func readCalls(name string) (map[call]int, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	calls := map[call]int{}
	for _, row := range rows {
		if len(row) != 3 {
			return nil, fmt.Errorf("read %s: no calls: %d columns", name, len(row))
		}
		code, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		calls[call{row[0], row[1]}] = code
	}
	return calls, nil
}

// A change is a text whose call became right or wrong.
type change struct {
	text   judged
	before int
}

// changes lists the texts that are called rightly now and were not, and those
// that were and are not; texts of which there is no earlier call are left out.
func changes(texts []judged, earlier map[call]int) (gained, lost []change) {
	for _, t := range texts {
		before, ok := earlier[t.call]
		if !ok || before == t.first {
			continue
		}
		switch t.Major {
		case t.first:
			gained = append(gained, change{t, before})
		case before:
			lost = append(lost, change{t, before})
		}
	}
	return gained, lost
}

// examples is how many changes are shown of each kind.
const examples = 8

func printChanges(texts []judged, earlier map[call]int) {
	gained, lost := changes(texts, earlier)
	for _, kind := range []struct {
		name string
		list []change
	}{{"gained", gained}, {"lost", lost}} {
		fmt.Printf("    %s %d\n", kind.name, len(kind.list))
		// Spread over the file, so that they are not all of one year.
		for chunk := range slices.Chunk(kind.list, max(1, (len(kind.list)+examples-1)/examples)) {
			c := chunk[0]
			fmt.Printf("        %s: %d, was %d, gold %d: %.100q\n", c.text.id, c.text.first, c.before, c.text.Major, c.text.Text)
		}
	}
}
