package pack

// Terms is a list of terms in flat arrays without pointers: a pack has twenty
// thousand, and the garbage collector of the engine, which has one thread, would
// follow those of each. The zero Terms is empty.
type Terms struct {
	// By term, where its entry in the next array starts; one more at the end.
	words, postings, conditions []int32
	word                        []int32
	posting                     []Posting
	condition                   []int32 // of a term that has some: how many words are for "if", those, the others
}

// TermsOf returns a list of terms, which it copies.
func TermsOf(list ...Term) Terms {
	t := newTerms(len(list))
	for i := range list {
		t.word = append(t.word, list[i].Words...)
		t.posting = append(t.posting, list[i].Postings...)
		t.addCondition(list[i].If, list[i].Unless)
		t.words[i+1], t.postings[i+1], t.conditions[i+1] = int32(len(t.word)), int32(len(t.posting)), int32(len(t.condition))
	}
	return t
}

// newTerms returns Terms of so many terms that are empty as yet.
func newTerms(n int) Terms {
	starts := make([]int32, 3*(n+1))
	return Terms{words: starts[: n+1 : n+1], postings: starts[n+1 : 2*n+2 : 2*n+2], conditions: starts[2*n+2:]}
}

func (t *Terms) addCondition(ifs, unless []int32) {
	if len(ifs)+len(unless) > 0 {
		t.condition = append(append(append(t.condition, int32(len(ifs))), ifs...), unless...)
	}
}

// Len returns how many terms there are.
func (t *Terms) Len() int { return max(len(t.words)-1, 0) }

// Words returns Term.Words of a term by its index; it is not to be changed, as
// what the other methods return.
func (t *Terms) Words(i int32) []int32 { return t.word[t.words[i]:t.words[i+1]] }

// Postings returns Term.Postings.
func (t *Terms) Postings(i int32) []Posting { return t.posting[t.postings[i]:t.postings[i+1]] }

// Conditions returns Term.If and Term.Unless.
func (t *Terms) Conditions(i int32) (ifs, unless []int32) {
	list := t.condition[t.conditions[i]:t.conditions[i+1]]
	if len(list) == 0 {
		return nil, nil
	}
	return list[1 : 1+list[0]], list[1+list[0]:]
}

// List returns the terms one by one.
func (t *Terms) List() []Term {
	list := make([]Term, t.Len())
	for i := range list {
		at := int32(i)
		ifs, unless := t.Conditions(at)
		list[i] = Term{t.Words(at), t.Postings(at), ifs, unless}
	}
	return list
}
