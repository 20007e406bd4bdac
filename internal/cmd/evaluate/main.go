// Command evaluate measures the issue model on labelled texts.
//
//	evaluate FILE...
//
// For each file (see internal/gold for its form) it prints how many texts it
// has and: accuracy, the share whose first major is the gold
// one; macro-F1 over the 20 policy majors and "none"; within, the share whose
// first major is one of the gold ones; top-3, the share with the gold major
// among the first three; coverage, the share with any major; and the expected
// calibration error of the first major's confidence that it is one of the gold
// ones, in ten bins (Naeini et al., AAAI 2015).
package main

import (
	"flag"
	"fmt"
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
	flag.Parse()
	if err := run(flag.Args(), *perMajor); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(names []string, perMajor bool) error {
	p, err := news.Pack()
	if err != nil {
		return err
	}
	a := analysis.New(p)
	fmt.Printf("%-20s %6s %8s %8s %8s %8s %8s %8s\n", "file", "n", "accuracy", "macro-F1", "within", "top-3", "coverage", "ECE")
	for _, name := range names {
		items, err := gold.Read(name)
		if err != nil {
			return err
		}
		var f figures
		for _, item := range items {
			report, err := a.Analyze(item.Text, analysis.Issues)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", name, item.ID, err)
			}
			f.add(item, report)
		}
		fmt.Printf("%-20s %6d %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f\n", label(name), f.n,
			f.share(f.right), f.macroF1(), f.share(f.within), f.share(f.top3), f.share(f.covered), f.calibrationError())
		if perMajor {
			f.printMajors()
		}
	}
	return nil
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
