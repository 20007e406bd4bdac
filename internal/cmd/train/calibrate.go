package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rubricator/internal/analysis"
	"rubricator/internal/gold"
	"rubricator/internal/pack"
)

// The steps of the calibration table: of strength in the pack's weights, of
// part in thousandths.
var (
	strengths = []int32{0, 100, 150, 200, 250, 300, 400, 600, 900}
	parts     = []int32{0, 100, 200, 300, 400, 500, 600, 700, 800}
)

// corpusWeight is how many texts each corpus counts for.
const corpusWeight = 1000.0

// prior is how many calls each cell of the table starts with, at the mean of
// its row and column, so that a thin cell says what its neighbours say.
const prior = 20

// calibrate counts how often the calls of a strength and a part are right: how
// often the texts have that major. Each corpus counts as much as any other.
func calibrate(p *pack.Pack, corpora [][]gold.Item) (pack.Calibration, error) {
	c := pack.Calibration{Strengths: strengths, Parts: parts}
	type tally struct{ n, right float64 }
	cells := make([][]tally, len(strengths))
	for i := range cells {
		cells[i] = make([]tally, len(parts))
	}
	rows, columns := make([]tally, len(strengths)), make([]tally, len(parts))
	step := func(steps []int32, value int32) int {
		i, found := slices.BinarySearch(steps, value)
		if !found {
			i--
		}
		return i
	}
	a := analysis.New(p)
	for _, items := range corpora {
		weight := corpusWeight / float64(len(items))
		for _, item := range items {
			report, err := a.Analyze(item.Text, analysis.Issues)
			if err != nil {
				return c, err
			}
			for _, call := range report.Topics.Majors {
				right := 0.0
				if slices.Contains(item.All, gold.Policy(p.Majors[call.Index].Code)) {
					right = weight
				}
				row, column := step(strengths, call.Strength), step(parts, call.Part)
				for _, t := range []*tally{&cells[row][column], &rows[row], &columns[column]} {
					t.n += weight
					t.right += right
				}
			}
		}
	}
	mean := func(t tally) float64 { return t.right / max(t.n, 1e-9) }
	for i := range cells {
		for j, t := range cells[i] {
			expected := (mean(rows[i]) + mean(columns[j])) / 2
			c.Cells = append(c.Cells, int32(math.Round(1000*(t.right+prior*expected)/(t.n+prior))))
		}
	}
	return c, nil
}

func writeCalibration(c *pack.Calibration) string {
	var b strings.Builder
	line := func(name string, values []int32) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Trim(fmt.Sprint(values), "[]"))
	}
	line("strengths", c.Strengths)
	line("parts", c.Parts)
	for row := range slices.Chunk(c.Cells, len(c.Parts)) {
		line("row", row)
	}
	return b.String()
}
