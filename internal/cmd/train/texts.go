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

// What texts weigh beside an item that is a headline with its summary: the news
// is of one paper, the others speak of more topics and in more ways.
const (
	headlineWeight = 0.5 // a headline alone
	summaryWeight  = 0.3 // a summary alone
	sentenceWeight = 3
	ownWeight      = 3
)

// learnable lists the texts to fit to. Headlines and summaries are also fitted
// alone, at less weight: users paste both.
func learnable(corpora [][]gold.Item, own []catalogue.Text, majors map[string]int) []text {
	var list []text
	for i, items := range corpora {
		for _, item := range items {
			if !item.Headline {
				list = append(list, text{item.Text, item.Code, 2 * i, sentenceWeight, false})
				continue
			}
			list = append(list, text{item.Text, item.Code, 2 * i, 1, false})
			if headline, summary, ok := strings.Cut(item.Text, ". "); ok {
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
