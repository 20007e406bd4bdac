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
	leading, others := newCounts(), newCounts()
	a := analysis.New(p)
	for _, items := range corpora {
		weight := corpusWeight / float64(len(items))
		for _, item := range items {
			report, err := a.Analyze(item.Text, analysis.Issues)
			if err != nil {
				return pack.Calibration{}, err
			}
			for i, call := range report.Topics.Majors {
				right := slices.Contains(item.All, gold.Policy(p.Majors[call.Index].Code))
				if i == 0 {
					leading.add(call.Strength, call.Part, weight, right)
				} else {
					others.add(call.Strength, call.Part, weight, right)
				}
			}
		}
	}
	return pack.Calibration{Strengths: strengths, Parts: parts, Leading: leading.cells(), Others: others.cells()}, nil
}

// tally counts calls and those of them that are right.
type tally struct{ n, right float64 }

func (t *tally) add(weight float64, right bool) {
	t.n += weight
	if right {
		t.right += weight
	}
}

func (t *tally) mean() float64 { return t.right / max(t.n, 1e-9) }

// counts are the tallies of a table: of each cell, row and column.
type counts struct {
	table         [][]tally
	rows, columns []tally
}

func newCounts() *counts {
	c := &counts{rows: make([]tally, len(strengths)), columns: make([]tally, len(parts))}
	for range strengths {
		c.table = append(c.table, make([]tally, len(parts)))
	}
	return c
}

func (c *counts) add(strength, part int32, weight float64, right bool) {
	step := func(steps []int32, value int32) int {
		i, found := slices.BinarySearch(steps, value)
		if !found {
			i--
		}
		return i
	}
	row, column := step(strengths, strength), step(parts, part)
	for _, t := range []*tally{&c.table[row][column], &c.rows[row], &c.columns[column]} {
		t.add(weight, right)
	}
}

// cells gives the shares that are right, in thousandths, row by row.
func (c *counts) cells() []int32 {
	var cells []int32
	for i, row := range c.table {
		for j, t := range row {
			expected := (c.rows[i].mean() + c.columns[j].mean()) / 2
			cells = append(cells, int32(math.Round(1000*(t.right+prior*expected)/(t.n+prior))))
		}
	}
	return cells
}

func writeCalibration(c *pack.Calibration) string {
	var b strings.Builder
	line := func(name string, values []int32) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Trim(fmt.Sprint(values), "[]"))
	}
	line("strengths", c.Strengths)
	line("parts", c.Parts)
	for row := range slices.Chunk(c.Leading, len(c.Parts)) {
		line("leading", row)
	}
	for row := range slices.Chunk(c.Others, len(c.Parts)) {
		line("other", row)
	}
	return b.String()
}
