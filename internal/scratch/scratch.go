// Package scratch is about memory that a stage uses again for the next text.
package scratch

import "slices"

// Long is from what length of a text on, in bytes, a stage lets its memory go
// when it is done: few texts are that long, and what one of many megabytes took
// would stay for good.
const Long = 1 << 20

// Result returns a list as it leaves its stage: a copy of its size, for the list is
// used again, or of a long text, whose length is given, the list itself, which is
// nil then.
func Result[T any](list *[]T, length int) []T {
	if length <= Long {
		return slices.Clone(*list)
	}
	result := *list
	*list = nil
	return result
}

// Zeros returns n zeros, in the memory of a list where that is enough.
//
//go:noinline
func Zeros[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	list = list[:n]
	clear(list)
	return list
}
