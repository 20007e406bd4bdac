package main

import (
	"fmt"
	"math"
	"slices"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
)

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
	first, confidence := firstMajor(report), 0.0
	var three []int
	for i, c := range report.Topics.Majors {
		major := gold.Policy(report.Pack.Majors[c.Index].Code)
		if i == 0 {
			confidence = float64(c.Confidence) / 1000
			f.covered++
			b := &f.bin[min(int(confidence*bins), bins-1)]
			b.n++
			b.confidence += confidence
			if slices.Contains(item.All, first) {
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

// printReliability prints for each step of confidence how many calls have it,
// the mean confidence and the share that is right.
func (f *figures) printReliability() {
	for i, b := range f.bin {
		if b.n > 0 {
			fmt.Printf("    confidence %.1f  n %5d  mean %.2f  right %.2f\n", float64(i)/bins, b.n, b.confidence/float64(b.n), ratio(b.right, b.n))
		}
	}
}
