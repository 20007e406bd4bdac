package wire

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// Before every character, at counts what JavaScript's length counts.
func FuzzUnits(f *testing.F) {
	for _, text := range []string{"", "plain", "naïve", "🕒︎ 2025", strings.Repeat("é", 200), strings.Repeat("a", 63) + "🙂" + strings.Repeat("b", 70)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		u := newUnits(text, nil)
		n := 0
		for i, r := range text {
			if got := u.at(int32(i)); got != int32(n) {
				t.Fatalf("at(%d) = %d, want %d in %q", i, got, n, text)
			}
			n += len(utf16.AppendRune(nil, r))
		}
		if got := u.at(int32(len(text))); got != int32(n) {
			t.Fatalf("at(end) = %d, want %d in %q", got, n, text)
		}
	})
}
