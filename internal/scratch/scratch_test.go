package scratch_test

import (
	"slices"
	"testing"

	"rubricator/internal/scratch"
)

func TestResultsOfShortTextsAreCopies(t *testing.T) {
	list := make([]int, 3, 8)
	if got := scratch.Result(&list, scratch.Long); len(got) != 3 || &got[0] == &list[0] {
		t.Errorf("of a short text: %v of %v", got, list)
	}
	first := &list[0]
	if got := scratch.Result(&list, scratch.Long+1); len(got) != 3 || &got[0] != first || list != nil {
		t.Errorf("of a long text: %v, and %v is kept", got, list)
	}
}

func TestZerosUseTheMemoryOfAList(t *testing.T) {
	list := []int{1, 2, 3, 4}
	if got := scratch.Zeros(list, 3); !slices.Equal(got, []int{0, 0, 0}) || &got[0] != &list[0] {
		t.Errorf("three zeros: %v", got)
	}
	if got := scratch.Zeros(list, 5); !slices.Equal(got, make([]int, 5)) {
		t.Errorf("five zeros: %v", got)
	}
	if got := scratch.Zeros[int](nil, 0); len(got) != 0 {
		t.Errorf("no zeros: %v", got)
	}
}
