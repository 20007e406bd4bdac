package main

import (
	"strings"
	"testing"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
	"rubricator/internal/pack"
	"rubricator/internal/passage"
)

// called makes a report that calls majors by their codes, all as sure.
func called(confidence int32, codes ...int) *analysis.Report {
	r := &analysis.Report{Pack: &pack.Pack{}}
	for i, code := range codes {
		r.Pack.Majors = append(r.Pack.Majors, pack.Major{Code: code})
		r.Topics.Majors = append(r.Topics.Majors, passage.Call{Index: int32(i), Confidence: confidence})
	}
	return r
}

func TestFigures(t *testing.T) {
	var f figures
	f.add(gold.Item{Major: 18, All: []int{18}}, called(900, 18))         // right
	f.add(gold.Item{Major: 18, All: []int{18, 19}}, called(900, 19, 18)) // within, in the first three
	f.add(gold.Item{Major: 3, All: []int{3}}, called(900, 1, 2, 4, 3))   // wrong
	f.add(gold.Item{Major: 0, All: []int{0}}, called(0))                 // none, rightly
	f.add(gold.Item{Major: 0, All: []int{0}}, called(900, 29))           // sports is no policy
	got := f.result("test")
	want := result{
		File: "test", N: 5, Accuracy: 0.6, Within: 0.8, Top3: 0.8, Coverage: 0.8,
		MacroF1:          0.556, // 2/3 for 18, 0 for 3, 1 for none
		CalibrationError: 0.15,  // 0.9 sure, 3 of 4 right
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestRecordNamesWhatFell(t *testing.T) {
	before := []result{{File: "a", Accuracy: 0.7, Top3: 0.9}, {File: "gone", Accuracy: 1}}
	if err := fallen(before, []result{{File: "a", Accuracy: 0.691, Top3: 0.95}}); err != nil {
		t.Errorf("within the tolerance: %v", err)
	}
	err := fallen(before, []result{{File: "a", Accuracy: 0.68, Top3: 0.9}})
	if err == nil || !strings.Contains(err.Error(), "a: accuracy fell from 0.700 to 0.680") || strings.Contains(err.Error(), "top-3") {
		t.Errorf("error %v", err)
	}
}
