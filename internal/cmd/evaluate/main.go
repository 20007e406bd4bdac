// Command evaluate measures the issue model on labelled texts.
//
//	evaluate [-json] [-majors] [-record FILE] FILE...
//
// For each file (see internal/gold for its form) it prints how many texts it
// has and: accuracy, the share whose first major is the gold
// one; macro-F1 over the 20 policy majors and "none"; within, the share whose
// first major is one of the gold ones; top-3, the share with the gold major
// among the first three; coverage, the share with any major; and the expected
// calibration error of the first major's confidence that it is one of the gold
// ones, in ten bins (Naeini et al., AAAI 2015).
//
// With -json the figures are printed as JSON. With -record they are held
// against such JSON of an earlier run: the exit status is 1 if accuracy,
// macro-F1, within or top-3 of a file fell by more than one point.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
	"rubricator/internal/news"
)

func main() {
	perMajor := flag.Bool("majors", false, "print precision, recall and F1 of each major")
	asJSON := flag.Bool("json", false, "print JSON")
	record := flag.String("record", "", "figures of an earlier run, that these must not fall below")
	flag.Parse()
	if err := run(flag.Args(), *perMajor, *asJSON, *record); err != nil {
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

func run(names []string, perMajor, asJSON bool, record string) error {
	p, err := news.Pack()
	if err != nil {
		return err
	}
	a := analysis.New(p)
	var results []result
	if !asJSON {
		fmt.Printf("%-20s %6s %8s %8s %8s %8s %8s %8s\n", "file", "n", "accuracy", "macro-F1", "within", "top-3", "coverage", "ECE")
	}
	for _, name := range names {
		f, err := measure(a, name)
		if err != nil {
			return err
		}
		r := f.result(label(name))
		results = append(results, r)
		if !asJSON {
			fmt.Printf("%-20s %6d %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f\n", r.File, r.N, r.Accuracy, r.MacroF1, r.Within, r.Top3, r.Coverage, r.CalibrationError)
		}
		if perMajor {
			f.printMajors()
		}
	}
	if asJSON {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(results); err != nil {
			return err
		}
	}
	if record == "" {
		return nil
	}
	data, err := os.ReadFile(record)
	if err != nil {
		return err
	}
	var earlier []result
	if err := json.Unmarshal(data, &earlier); err != nil {
		return fmt.Errorf("read %s: %w", record, err)
	}
	return compare(earlier, results)
}

// measure analyses the texts of a file.
func measure(a *analysis.Analyzer, name string) (*figures, error) {
	items, err := gold.Read(name)
	if err != nil {
		return nil, err
	}
	var f figures
	for _, item := range items {
		report, err := a.Analyze(item.Text, analysis.Issues)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, item.ID, err)
		}
		f.add(item, report)
	}
	return &f, nil
}

// tolerance is how far a figure may fall below the record.
const tolerance = 0.01

// compare returns an error that names each figure that fell, or nil.
func compare(earlier, now []result) error {
	var errs []error
	for _, before := range earlier {
		i := slices.IndexFunc(now, func(r result) bool { return r.File == before.File })
		if i < 0 {
			continue
		}
		for _, figure := range []struct {
			name          string
			before, after float64
		}{
			{"accuracy", before.Accuracy, now[i].Accuracy}, {"macro-F1", before.MacroF1, now[i].MacroF1},
			{"within", before.Within, now[i].Within}, {"top-3", before.Top3, now[i].Top3},
		} {
			if figure.after < figure.before-tolerance {
				errs = append(errs, fmt.Errorf("%s: %s fell from %.3f to %.3f", before.File, figure.name, figure.before, figure.after))
			}
		}
	}
	return errors.Join(errs...)
}

func label(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".gz"), ".csv")
}

// bins is the number of bins of the calibration error.
const bins = 10

// figures counts calls against gold.
type figures struct {
	n, right, within, top3, covered int
	gold, called, hit               [22]int // by policy major, 0 for none
	bin                             [bins]struct {
		n, right   int
		confidence float64
	}
}

// add counts one text: its majors, in the order of the report.
func (f *figures) add(item gold.Item, report *analysis.Report) {
	first, confidence := 0, 0.0
	var three []int
	for i, c := range report.Topics.Majors {
		major := gold.Policy(report.Pack.Majors[c.Index].Code)
		if i == 0 {
			first, confidence = major, float64(c.Confidence)/1000
			f.covered++
			b := &f.bin[min(int(confidence*bins), bins-1)]
			b.n++
			b.confidence += confidence
			if slices.Contains(item.All, major) {
				b.right++
			}
		}
		if i < 3 {
			three = append(three, major)
		}
	}
	if len(three) == 0 {
		three = []int{0}
	}
	f.n++
	f.gold[item.Major]++
	f.called[first]++
	if first == item.Major {
		f.right++
		f.hit[first]++
	}
	if slices.Contains(item.All, first) {
		f.within++
	}
	if slices.Contains(three, item.Major) {
		f.top3++
	}
}

// result gives the figures, rounded to three places, so that a record does not
// change where nothing did.
func (f *figures) result(file string) result {
	round := func(x float64) float64 { return math.Round(x*1000) / 1000 }
	return result{
		File: file, N: f.n, Accuracy: round(f.share(f.right)), MacroF1: round(f.macroF1()), Within: round(f.share(f.within)),
		Top3: round(f.share(f.top3)), Coverage: round(f.share(f.covered)), CalibrationError: round(f.calibrationError()),
	}
}

func (f *figures) share(n int) float64 { return ratio(n, f.n) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (f *figures) f1(major int) float64 {
	return ratio(2*f.hit[major], f.gold[major]+f.called[major])
}

// macroF1 is the mean F1 over the majors that the gold has.
func (f *figures) macroF1() float64 {
	sum, n := 0.0, 0
	for major, count := range f.gold {
		if count > 0 {
			sum += f.f1(major)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

func (f *figures) calibrationError() float64 {
	sum, n := 0.0, 0
	for _, b := range f.bin {
		sum += max(b.confidence-float64(b.right), float64(b.right)-b.confidence)
		n += b.n
	}
	return sum / float64(max(n, 1))
}

func (f *figures) printMajors() {
	for major, count := range f.gold {
		if count+f.called[major] > 0 {
			fmt.Printf("    major %2d  n %5d  precision %.3f  recall %.3f  F1 %.3f\n", major, count,
				ratio(f.hit[major], f.called[major]), ratio(f.hit[major], count), f.f1(major))
		}
	}
}
