package strconv_test

import (
	"math"
	real "strconv"
	"testing"

	"rubricator/internal/tools/build/overlay/strconv"
)

func TestNumbersAreWrittenAndReadAsByGo(t *testing.T) {
	for _, n := range []int{0, 7, -7, 10, 1234567890, math.MaxInt, math.MinInt} {
		if got, want := strconv.Itoa(n), real.Itoa(n); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, s := range []string{"0", "007", "42", "-42", "+42", "", "-", "x", "4x", " 4", "1_0", "9223372036854775807", "9223372036854775808", "-9223372036854775807"} {
		got, err := strconv.Atoi(s)
		want, wantErr := real.Atoi(s)
		if (err == nil) != (wantErr == nil) || err == nil && got != want {
			t.Errorf("%q: got %d, %v, want %d, %v", s, got, err, want, wantErr)
		}
		for _, bits := range []int{31, 63} {
			got, err := strconv.ParseUint(s, 10, bits)
			want, wantErr := real.ParseUint(s, 10, bits)
			if (err == nil) != (wantErr == nil) || err == nil && got != want {
				t.Errorf("%q in %d bits: got %d, %v, want %d, %v", s, bits, got, err, want, wantErr)
			}
		}
	}
}

func TestQuotesAreThoseOfGo(t *testing.T) {
	for _, s := range []string{"", "plain", `a "b" \`, "a\nb\tc", "\x01\x7f", "é🙂"} {
		if got, want := strconv.Quote(s), real.Quote(s); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
