//go:build js && wasm

package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The build gives loops their own tables of where a function is resumed (see
// internal/tools/module): here functions are left and resumed in loops of
// several kinds, by other goroutines, growing stacks, the garbage collector and
// panics.

// climb takes stack, which has to be moved as it grows.
func climb(n int) int {
	var room [64]int
	if n == 0 {
		return 0
	}
	room[n%64] = n
	return climb(n-1) + room[n%64]
}

func TestLoopsAreResumedWhereTheyWereLeft(t *testing.T) {
	rows, sums := make(chan int), make(chan int)
	go func() {
		defer close(sums)
		for row := range rows { // resumed at its header
			sum := 0
			for column := range 5 {
				if column == row%5 {
					continue
				}
				for cell := 0; cell < row; cell++ { // within both
					sum += climb(cell) / (cell + 1)
					runtime.Gosched()
				}
				if sum > 4000 {
					break
				}
			}
			sums <- sum
		}
	}()
	var got []int
	for row := range 12 {
		rows <- row
		got = append(got, <-sums)
		if row%4 == 0 {
			runtime.GC()
		}
	}
	close(rows)
	if _, open := <-sums; open {
		t.Error("the loop over a closed channel goes on")
	}
	want := make([]int, 12)
	for row := range want {
		for column := 0; column < 5 && want[row] <= 4000; column++ {
			for cell := 0; column != row%5 && cell < row; cell++ {
				want[row] += cell * (cell + 1) / 2 / (cell + 1)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLoopsGoOnAfterPanicsWithinThem(t *testing.T) {
	try := func(n int) (err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = fmt.Errorf("%d: %v", n, cause)
			}
		}()
		for i := 0; ; i++ {
			switch {
			case i == n && n%3 == 0:
				panic("own")
			case i == n && n%3 == 1:
				_ = make([]int, 2)[climb(i)+2] // out of range
			case i == n:
				return errors.New("none")
			}
		}
	}
	var said []string
	for n := range 6 {
		said = append(said, try(n).Error())
	}
	got := strings.Join(said, "; ")
	want := "0: own; 1: runtime error: index out of range [3] with length 2; none; 3: own; " +
		"4: runtime error: index out of range [12] with length 2; none"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// refuse never gets to its end, which the compiler knows, and returns all the
// same.
func refuse(n int) (twice int) {
	defer func() {
		if recover() != nil {
			twice = 2 * n
		}
	}()
	var list [8]int
	return seventh(list[:4])
}

func seventh(list []int) int { return list[7] }

func TestAFunctionThatOnlyPanicsReturnsIfItRecovers(t *testing.T) {
	sum := 0
	for n := range 3 {
		sum = 10*sum + refuse(n)
	}
	if sum != 24 {
		t.Errorf("got %d, want 24", sum)
	}
}

// collatz has a circle that is entered at two places, which stays as Go made it.
func collatz(n int) (steps int) {
	if n%2 == 1 {
		goto odd
	}
even:
	n /= 2
	steps++
	if n%2 == 0 {
		goto even
	}
odd:
	if n == 1 {
		return steps
	}
	n = 3*n + 1
	steps++
	runtime.Gosched()
	goto even
}

func TestCirclesEnteredAtTwoPlacesRun(t *testing.T) {
	for n, want := range map[int]int{1: 0, 6: 8, 7: 16, 27: 111} {
		if got := collatz(n); got != want {
			t.Errorf("collatz(%d) = %d, want %d", n, got, want)
		}
	}
}
