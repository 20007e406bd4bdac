package model

import "slices"

// Weights are what occurrences say in sum, for each major and each issue of a
// pack by its index. None is below 0.
type Weights struct {
	Majors, Issues []int32
}

// Clone returns weights that can be changed without changing these.
func (w Weights) Clone() Weights {
	return Weights{slices.Clone(w.Majors), slices.Clone(w.Issues)}
}

// Weigh adds up what occurrences say. Repetition counts less and less: the second
// occurrence of a term half, every further one a quarter, so that five words
// for an issue outweigh one word five times.
//
// Words that name only a major support the issues below it that other words
// name: the weight of a general issue is shared out among its siblings in
// proportion to theirs, and stays with the general issue only where it is alone.
//
// emphasis says how many times a sentence counts; nil stands for once.
func (m *Model) Weigh(occurrences []Occurrence, emphasis func(sentence int) int32) Weights {
	w := Weights{make([]int32, len(m.pack.Majors)), make([]int32, len(m.pack.Issues))}
	times := newCounter(len(occurrences))
	for i := range occurrences {
		o := &occurrences[i]
		postings := m.pack.Terms[o.Term].Postings
		if len(postings) == 0 {
			continue
		}
		factor := int32(1)
		if emphasis != nil {
			factor = emphasis(int(o.Sentence))
		}
		shift := min(times.add(o.Term), 2)
		for _, posting := range postings {
			w.Issues[posting.Issue] += factor * (posting.Weight >> shift)
		}
	}
	for i := range w.Issues {
		w.Issues[i] = max(w.Issues[i], 0)
	}
	for first := 0; first < len(w.Issues); {
		end := first + 1
		for end < len(w.Issues) && m.pack.Issues[end].Major == m.pack.Issues[first].Major {
			end++
		}
		m.shareOut(w.Issues[first:end])
		for _, weight := range w.Issues[first:end] {
			w.Majors[m.pack.Issues[first].Major] += weight
		}
		first = end
	}
	return w
}

// shareOut gives the weight of a major's general issue, the first, to the
// others.
func (m *Model) shareOut(issues []int32) {
	general, others := issues[0], int32(0)
	for _, weight := range issues[1:] {
		others += weight
	}
	if general == 0 || others == 0 {
		return
	}
	given := int32(0)
	for i, weight := range issues[1:] {
		part := int32(int64(general) * int64(weight) / int64(others))
		issues[i+1] += part
		given += part
	}
	issues[0] -= given
	// What rounding leaves goes to the largest, so that nothing is lost.
	largest := 1
	for i := range issues[1:] {
		if issues[i+1] > issues[largest] {
			largest = i + 1
		}
	}
	issues[largest] += issues[0]
	issues[0] = 0
}
