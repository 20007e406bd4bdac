package figure

import "rubricator/internal/token"

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// months are the names of the months and their usual short forms.
var months = token.NewSet(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec`)

// Month returns the number of the month that a folded word names, or 0.
func Month(word string) int {
	if months.Has(word) {
		for i, name := range monthNames {
			if word[:3] == name[:3] {
				return i + 1
			}
		}
	}
	return 0
}

// A Date is a span with the day that it names, as YYYY-MM-DD.
type Date struct {
	token.Span
	Day string
}

// FindDate returns the first full date among the tokens from first to end: a
// day, a month and a year in the usual orders, the month by name or, with the
// year first, by number. Dates such as 3/4/2025, which the world reads in two
// ways, are only taken where one of the readings is impossible. Without a date
// it returns nil.
func FindDate(t *token.Table, first, end int) *Date {
	d, ok := findDay(t, first, end)
	if !ok {
		return nil
	}
	return &Date{d.Span, string(d.appendTo(make([]byte, 0, len("YYYY-MM-DD"))))}
}

// day is what FindDate finds.
type day struct {
	token.Span
	year, month, day int
}

// appendTo appends the day as YYYY-MM-DD.
func (d *day) appendTo(dst []byte) []byte {
	dst = append(appendPadded(dst, d.year, 4), '-')
	dst = append(appendPadded(dst, d.month, 2), '-')
	return appendPadded(dst, d.day, 2)
}

// appendPadded appends a number that has so many digits, with zeros in front.
//
//go:noinline
func appendPadded(dst []byte, n, width int) []byte {
	start := len(dst)
	for range width {
		dst = append(dst, '0')
	}
	for i := len(dst) - 1; i >= start; i-- {
		dst[i] += byte(n % 10)
		n /= 10
	}
	return dst
}

// findDay is FindDate, without memory for a Date.
func findDay(t *token.Table, first, end int) (day, bool) {
	var at [3]int // the last words and numbers
	for i, n := first, 0; i < end; i++ {
		if t.Tokens[i].Spelling < 0 {
			continue
		}
		at = [3]int{at[1], at[2], i}
		if n++; n < len(at) {
			continue
		}
		a, b, c := t.Folded(at[0]), t.Folded(at[1]), t.Folded(at[2])
		var year, m, d int
		switch {
		case t.In(at[1], months): // 30 October 2025
			year, m, d = number(c), Month(b), ordinal(a)
		case t.In(at[0], months): // October 30, 2025
			year, m, d = number(c), Month(a), ordinal(b)
		case len(a) == 4: // 2025-10-30
			year, m, d = number(a), number(b), number(c)
		case len(c) == 4 && number(a) > 12: // 30/10/2025
			year, m, d = number(c), number(b), number(a)
		case len(c) == 4 && number(b) > 12: // 10/30/2025
			year, m, d = number(c), number(a), number(b)
		}
		if year < 1600 || year > 2200 || m < 1 || m > 12 || d < 1 || d > daysIn(m, year) {
			continue
		}
		return day{token.Span{Start: t.Tokens[at[0]].Start, End: t.Tokens[at[2]].End}, year, m, d}, true
	}
	return day{}, false
}

func daysIn(m, year int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// number reads a whole number, or returns 0.
//
//go:noinline
func number(word string) int {
	n := 0
	for i := range len(word) {
		c := word[i]
		if c < '0' || c > '9' || n > 1e8 { // more than any year
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// ordinal reads a number with or without "st", "nd", "rd", "th".
//
//go:noinline
func ordinal(word string) int {
	if n := len(word); n > 2 {
		switch word[n-2:] {
		case "st", "nd", "rd", "th":
			return number(word[:n-2])
		}
	}
	return number(word)
}
