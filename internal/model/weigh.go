package model

// Weights are what evidence says in sum, for each major and each issue of a
// pack by its index. None is below 0.
type Weights struct {
	Majors, Issues []int32
}

// Weigh adds evidence up. Repetition counts less and less: the second
// occurrence of a term half, every further one a quarter, so that five words
// for an issue outweigh one word five times.
//
// Words that name only a major support the issues below it that other words
// name: the weight of a general issue is shared out among its siblings in
// proportion to theirs, and stays with the general issue only where it is alone.
//
// emphasis says how many times the evidence of a sentence counts; nil stands
// for once.
func (m *Model) Weigh(evidence []Evidence, emphasis func(sentence int) int32) Weights {
	w := Weights{make([]int32, len(m.pack.Majors)), make([]int32, len(m.pack.Issues))}
	times := newCounter(len(evidence))
	for i := range evidence {
		e := &evidence[i]
		weight := e.Weight >> min(times.add(e.Term, e.Issue), 2)
		if emphasis != nil {
			weight *= emphasis(e.Sentence)
		}
		w.Issues[e.Issue] += weight
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
