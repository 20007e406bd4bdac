// Package scratch is about memory that a stage uses again for the next text.
package scratch

import "slices"

// Long is from what length of a text on, in bytes, a stage lets its memory go
// when it is done: few texts are that long, and what one of many megabytes took
// would stay for good.
const Long = 256 << 10

// Zeros returns n zeros, in the memory of a list where that is enough.
func Zeros[T any](list []T, n int) []T {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}
