package fmt_test

import (
	"errors"
	real "fmt"
	"io"
	"testing"

	"rubricator/internal/tools/build/overlay/fmt"
)

type named struct{}

func (named) String() string { return "named" }

func TestMessagesAreThoseOfGo(t *testing.T) {
	for _, test := range []struct {
		format    string
		arguments []any
	}{
		{"plain", nil},
		{"100 %% of %s", []any{"it"}},
		{"argument %d: %w", []any{3, io.EOF}},
		{"%s, %v and %q", []any{"a", named{}, "b\n\"c\""}},
		{"%04d-%02d-%02d", []any{2025, 3, 14}},
		{"%v %v %d", []any{true, uint32(7), int32(-2)}},
		{"at byte %d of %d", []any{uint8(1), 22}},
		{"%+v", []any{errors.New("cause")}},
		{"%x", []any{[32]byte{0, 1, 0xab, 31: 0xff}}},
		{"%x", []any{[]byte{0, 1, 0xab}}},
	} {
		want := real.Errorf(test.format, test.arguments...)
		got := fmt.Errorf(test.format, test.arguments...)
		if got.Error() != want.Error() {
			t.Errorf("Errorf(%q) = %q, want %q", test.format, got, want)
		}
		if errors.Is(got, io.EOF) != errors.Is(want, io.EOF) {
			t.Errorf("Errorf(%q) wraps another error than Go's", test.format)
		}
	}
	if got, want := fmt.Sprint(12, "a"), real.Sprint(12, "a"); got != want {
		t.Errorf("Sprint: %q, want %q", got, want)
	}
}

func TestValuesOfOtherTypesAreShownAsUnknown(t *testing.T) {
	if got := fmt.Sprintf("%v and %s", 1.5, struct{}{}); got != "? and ?" {
		t.Errorf("got %q", got)
	}
	if got := fmt.Sprintf("%d"); got != "?" {
		t.Errorf("a missing value gives %q", got)
	}
}
