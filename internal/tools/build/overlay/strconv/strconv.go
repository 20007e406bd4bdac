// Package strconv is what the engine and its libraries need of Go's strconv:
// integers, and strings in quotes for messages of errors. The whole of it
// brings tables of what can be printed and the arithmetic of floating-point
// numbers, some KB in brotli.
package strconv

// IntSize is the size of an int in bits.
const IntSize = 64

type syntaxError struct{}

func (syntaxError) Error() string { return "not a number in range" }

// Itoa returns the digits of n.
func Itoa(n int) string { return string(AppendInt(nil, int64(n), 10)) }

// FormatInt returns the digits of n; the base is 10.
func FormatInt(n int64, base int) string { return string(AppendInt(nil, n, base)) }

// FormatUint returns the digits of n; the base is 10.
func FormatUint(n uint64, base int) string { return string(AppendUint(nil, n, base)) }

// FormatBool returns true or false.
func FormatBool(b bool) string { return string(AppendBool(nil, b)) }

// AppendInt appends the digits of n; the base is 10.
func AppendInt(dst []byte, n int64, _ int) []byte {
	if n < 0 {
		return AppendUint(append(dst, '-'), -uint64(n), 10)
	}
	return AppendUint(dst, uint64(n), 10)
}

// AppendUint appends the digits of n; the base is 10.
func AppendUint(dst []byte, n uint64, _ int) []byte {
	var digits [20]byte
	at := len(digits)
	for ok := true; ok; ok = n > 0 {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
	}
	return append(dst, digits[at:]...)
}

// AppendBool appends true or false.
func AppendBool(dst []byte, b bool) []byte {
	if b {
		return append(dst, "true"...)
	}
	return append(dst, "false"...)
}

// ParseUint reads digits; the base is 10.
func ParseUint(s string, _, bits int) (uint64, error) {
	n := uint64(0)
	for i := 0; i < len(s); i++ {
		digit := uint64(s[i] - '0')
		if digit > 9 || n > (1<<63-1-digit)/10 {
			return 0, syntaxError{}
		}
		n = n*10 + digit
	}
	if s == "" || bits > 0 && bits < 64 && n>>bits > 0 {
		return 0, syntaxError{}
	}
	return n, nil
}

// Atoi reads digits with or without a sign.
func Atoi(s string) (int, error) {
	digits, sign := s, 1
	if s != "" && (s[0] == '-' || s[0] == '+') {
		if digits = s[1:]; s[0] == '-' {
			sign = -1
		}
	}
	n, err := ParseUint(digits, 10, 63)
	return sign * int(n), err
}

// Unquote takes the quotes from a string without escapes.
func Unquote(s string) (string, error) {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return "", syntaxError{}
	}
	return s[1 : len(s)-1], nil
}

// Quote returns a string in quotes, with control characters as \n, \t or \x1b.
func Quote(s string) string {
	const hexadecimal = "0123456789abcdef"
	quoted := []byte{'"'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			quoted = append(quoted, '\\', c)
		case c == '\n':
			quoted = append(quoted, `\n`...)
		case c == '\t':
			quoted = append(quoted, `\t`...)
		case c < ' ' || c == 0x7f:
			quoted = append(quoted, '\\', 'x', hexadecimal[c>>4], hexadecimal[c&15])
		default:
			quoted = append(quoted, c)
		}
	}
	return string(append(quoted, '"'))
}
