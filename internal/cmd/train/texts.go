package main

import (
	"slices"
	"strings"

	"rubricator/internal/catalogue"
	"rubricator/internal/gold"
)

// A text is what the fit learns from: an item of a corpus, a part of one, or a
// text written for the catalogue.
type text struct {
	says     string
	code     int // of its major
	register int // texts of the same kind have the same biases
	weight   float32
	part     bool // its words stand in another text already
}

// What parts of items and the catalogue's own texts weigh beside an item.
const (
	headlineWeight = 0.5
	summaryWeight  = 0.3
	ownWeight      = 3
)

// learnable lists the texts to fit to. Headlines and summaries are also fitted
// alone, at less weight: users paste both.
func learnable(corpora [][]gold.Item, own []catalogue.Text, majors map[string]int) []text {
	var list []text
	for i, items := range corpora {
		for _, item := range items {
			list = append(list, text{item.Text, item.Code, 2 * i, 1, false})
			if headline, summary, ok := strings.Cut(item.Text, ". "); ok && item.Headline {
				list = append(list, text{headline, item.Code, 2*i + 1, headlineWeight, true},
					text{summary, item.Code, 2*i + 1, summaryWeight, true})
			}
		}
	}
	for _, t := range own {
		register := 2*len(corpora) + slices.Index(catalogue.Registers, t.Register)
		list = append(list, text{t.Text, majors[t.Issues[0]], register, ownWeight, false})
	}
	return list
}
