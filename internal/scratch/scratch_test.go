package scratch_test

import (
	"slices"
	"testing"

	"rubricator/internal/scratch"
)

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
