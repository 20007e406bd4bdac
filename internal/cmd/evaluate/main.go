// Command evaluate measures the issue model on labelled texts.
//
//	evaluate [-json] [-majors] [-record FILE] [-calls FILE] [-compare FILE] FILE...
//
// For each file (see internal/gold for its form) it prints how many texts it
// has and: accuracy, the share whose first major is the gold
// one; macro-F1 over the 20 policy majors and "none"; within, the share whose
// first major is one of the gold ones; top-3, the share with the gold major
// among the first three; coverage, the share with any major; and the expected
// calibration error of the first major's confidence that it is one of the gold
// ones, in ten bins (Naeini et al., AAAI 2015). With -majors, precision, recall and
// F1 of each major and the reliability of the confidence follow.
//
// With -json the figures are printed as JSON. With -record they are held
// against such JSON of an earlier run: the exit status is 1 if accuracy,
// macro-F1, within or top-3 of a file fell by more than one point.
//
// With -calls the first major of each text is written to a file; with -compare
// such a file of an earlier run is read, and what the change since then gained
// and lost is printed, with examples.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
	"rubricator/internal/news"
)

type options struct {
	majors, json           bool
	record, calls, compare string // names of files, or empty
}

func main() {
	var o options
	flag.BoolVar(&o.majors, "majors", false, "print figures of each major and of each step of confidence")
	flag.BoolVar(&o.json, "json", false, "print JSON")
	flag.StringVar(&o.record, "record", "", "figures of an earlier run, that these must not fall below")
	flag.StringVar(&o.calls, "calls", "", "file to write the first major of each text to")
	flag.StringVar(&o.compare, "compare", "", "such a file of an earlier run, to compare with")
	flag.Parse()
	if err := run(flag.Args(), o); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

// A result is what is measured on one file.
type result struct {
	File             string  `json:"file"`
	N                int     `json:"n"`
	Accuracy         float64 `json:"accuracy"`
	MacroF1          float64 `json:"macroF1"`
	Within           float64 `json:"within"`
	Top3             float64 `json:"top3"`
	Coverage         float64 `json:"coverage"`
	CalibrationError float64 `json:"calibrationError"`
}

func run(names []string, o options) error {
	p, err := news.Pack()
	if err != nil {
		return err
	}
	var earlier map[call]int
	if o.compare != "" {
		if earlier, err = readCalls(o.compare); err != nil {
			return err
		}
	}
	a := analysis.New(p)
	var results []result
	var all []judged
	if !o.json {
		fmt.Printf("%-20s %6s %8s %8s %8s %8s %8s %8s\n", "file", "n", "accuracy", "macro-F1", "within", "top-3", "coverage", "ECE")
	}
	for _, name := range names {
		f, texts, err := measure(a, name)
		if err != nil {
			return err
		}
		r := f.result(label(name))
		results = append(results, r)
		all = append(all, texts...)
		if !o.json {
			fmt.Printf("%-20s %6d %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f\n", r.File, r.N, r.Accuracy, r.MacroF1, r.Within, r.Top3, r.Coverage, r.CalibrationError)
			if o.majors {
				f.printMajors()
				f.printReliability()
			}
			if earlier != nil {
				printChanges(texts, earlier)
			}
		}
	}
	if o.json {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(results); err != nil {
			return err
		}
	}
	if o.calls != "" {
		if err := writeCalls(o.calls, all); err != nil {
			return err
		}
	}
	if o.record != "" {
		return checkRecord(o.record, results)
	}
	return nil
}

// judged is a text with its first major, 0 for none or no policy major.
type judged struct {
	call
	gold.Item
	first int
}

// measure analyses the texts of a file.
func measure(a *analysis.Analyzer, name string) (*figures, []judged, error) {
	items, err := gold.Read(name)
	if err != nil {
		return nil, nil, err
	}
	var f figures
	var texts []judged
	for _, item := range items {
		report, err := a.Analyze(item.Text, analysis.Issues)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", name, item.ID, err)
		}
		f.add(item, report)
		texts = append(texts, judged{call{label(name), item.ID}, item, firstMajor(report)})
	}
	return &f, texts, nil
}

// firstMajor returns the code of the major that a report calls first, 0 for none
// or no policy major.
func firstMajor(report *analysis.Report) int {
	if len(report.Topics.Majors) == 0 {
		return 0
	}
	return gold.Policy(report.Pack.Majors[report.Topics.Majors[0].Index].Code)
}

func label(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".gz"), ".csv")
}
