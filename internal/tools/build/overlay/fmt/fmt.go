// Package fmt is what the engine and its libraries need of Go's fmt: messages
// of errors. The whole of it brings reflection, files and clocks with it, 110
// KB in brotli that a page would fetch and start for nothing.
//
// The verbs are %s, %v, %d, %q and %w, with a width filled up by zeros, and %x
// for bytes and a SHA-256 digest; flags are passed over. Values are strings, errors,
// Stringers, integers and truth values; others are shown as "?".
package fmt

import (
	"io"
	"strconv"
)

// State and Formatter are named by types that want to format themselves; they
// are not asked here.
type (
	State interface {
		io.Writer
		Width() (wid int, ok bool)
		Precision() (prec int, ok bool)
		Flag(c int) bool
	}
	Formatter interface{ Format(f State, verb rune) }
)

// A Stringer has a text of its own.
type Stringer interface{ String() string }

type wrapped struct {
	text  string
	cause error
}

func (w *wrapped) Error() string { return w.text }
func (w *wrapped) Unwrap() error { return w.cause }

// Errorf returns an error that wraps the argument of %w, of several the last.
func Errorf(format string, arguments ...any) error {
	text, cause := expand(format, arguments)
	return &wrapped{text, cause}
}

// Sprintf returns the format with its verbs filled in.
func Sprintf(format string, arguments ...any) string {
	text, _ := expand(format, arguments)
	return text
}

// Sprint returns the values in a row. Unlike Go's it never puts spaces between.
func Sprint(values ...any) string {
	var b []byte
	for _, v := range values {
		b = append(b, text(v)...)
	}
	return string(b)
}

// Fprint, Fprintf, Printf and Println write what Sprint and Sprintf return.
func Fprint(w io.Writer, values ...any) (int, error) { return io.WriteString(w, Sprint(values...)) }

func Fprintf(w io.Writer, format string, arguments ...any) (int, error) {
	return io.WriteString(w, Sprintf(format, arguments...))
}

func Printf(format string, arguments ...any) (int, error) {
	print(Sprintf(format, arguments...))
	return 0, nil
}

func Println(values ...any) (int, error) {
	for i, v := range values {
		if i > 0 {
			print(" ")
		}
		print(text(v))
	}
	print("\n")
	return 0, nil
}

// expand fills in the verbs and returns the error that %w stands for.
func expand(format string, arguments []any) (string, error) {
	var b []byte
	var cause error
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b = append(b, format[i])
			continue
		}
		width := 0
		for i++; i < len(format) && (format[i] == '+' || format[i] >= '0' && format[i] <= '9'); i++ {
			if format[i] != '+' {
				width = width*10 + int(format[i]-'0')
			}
		}
		switch {
		case i == len(format):
		case format[i] == '%':
			b = append(b, '%')
		case len(arguments) == 0:
			b = append(b, '?')
		default:
			s := text(arguments[0])
			if format[i] == 'w' {
				cause, _ = arguments[0].(error)
			}
			switch format[i] {
			case 'q':
				s = strconv.Quote(s)
			case 'x':
				s = hexadecimal(arguments[0])
			}
			for n := len(s); n < width; n++ {
				b = append(b, '0')
			}
			b = append(b, s...)
			arguments = arguments[1:]
		}
	}
	return string(b), cause
}

func hexadecimal(v any) string {
	var digest []byte
	switch v := v.(type) {
	case []byte:
		digest = v
	case [32]byte:
		digest = v[:]
	default:
		return "?"
	}
	const digits = "0123456789abcdef"
	var b []byte
	for _, c := range digest {
		b = append(b, digits[c>>4], digits[c&15])
	}
	return string(b)
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case error:
		return v.Error()
	case Stringer:
		return v.String()
	case int:
		return strconv.Itoa(v)
	case int32:
		return strconv.Itoa(int(v))
	case uint32:
		return strconv.FormatUint(uint64(v), 10)
	case uint8:
		return strconv.Itoa(int(v))
	case bool:
		return strconv.FormatBool(v)
	}
	return "?"
}
