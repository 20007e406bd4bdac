// Package figure finds the figures in a text: sums of money, percentages,
// counts and dates, with their values.
//
// Input: tokens and sentences. Output: figures in text order that do not
// overlap. Values are what the text says, in plain units: "$1.2bn" is
// 1,200,000,000 USD; nothing is converted.
package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rubricator/internal/language"
	"rubricator/internal/scratch"
	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Kind tells what a figure counts.
type Kind string

const (
	Money   Kind = "money"
	Percent Kind = "percent"
	Count   Kind = "count"
	Day     Kind = "date"
)

// A Figure is a number or a date with its value.
type Figure struct {
	token.Span
	Kind Kind
	// Value is a decimal number, or for a date YYYY-MM-DD, YYYY-MM or, where the
	// text has no year, --MM-DD (ISO 8601:2000, section 5.2.1.3).
	Value string
	// Unit is an ISO 4217 code, "%" or "pp" (percentage points), the word that
	// is counted as the text has it, or empty.
	Unit string
}

// A Finder finds the figures of one text after the other, in the same memory.
// The zero Finder is ready to use. It is not safe for concurrent use.
type Finder struct {
	table  *token.Table
	list   []Figure // without their values
	values []byte   // of the list, each with a line break after it
}

// Find finds the figures in the sentences.
func (f *Finder) Find(t *token.Table, sentences []sentence.Sentence) []Figure {
	f.table = t
	for i := range sentences {
		s := &sentences[i]
		for at := s.First; at < s.Last; {
			if !canStart(t, at, s.Last) {
				at++
				continue
			}
			before := len(f.values)
			figure, end := f.read(at, s.First, s.Last)
			if end > at {
				f.list, f.values = append(f.list, figure), append(f.values, '\n')
				at = end
			} else {
				f.values = f.values[:before]
				at++
			}
		}
	}
	figures := f.figures()
	f.end()
	return figures
}

// figures returns the figures with their values, which lie in one string.
func (f *Finder) figures() []Figure {
	if len(f.list) == 0 {
		return nil
	}
	figures := make([]Figure, len(f.list))
	copy(figures, f.list)
	values := string(f.values)
	for i := range figures {
		figures[i].Value, values, _ = strings.Cut(values, "\n")
	}
	return figures
}

// end lets the text go, and much memory.
func (f *Finder) end() {
	if len(f.table.Text) > scratch.Long {
		*f = Finder{}
		return
	}
	clear(f.list)
	*f = Finder{list: f.list[:0], values: f.values[:0]}
}

// read reads the figure that starts at token i, appends its value to those of
// the others, and returns where it ends. It returns 0 if there is none; what is
// appended then is no value.
func (f *Finder) read(i, first, last int) (Figure, int) {
	t := f.table
	if figure, end := f.date(i, last); end > 0 {
		return figure, end
	}
	unit, at := currency(t, i, last)
	number, zeros, ok := digits(t, at, last)
	if !ok {
		return Figure{}, 0
	}
	end := at + 1
	if zeros == 0 {
		if zeros = scale([]byte(word(t, end, last))); zeros > 0 {
			end++
		}
	}
	start := len(f.values)
	f.values = appendNumber(f.values, number, zeros)
	value := f.values[start:]
	if len(value) == 0 {
		return Figure{}, 0
	}
	figure := Figure{Kind: Money, Unit: unit}
	next := word(t, end, last)
	switch {
	case unit != "":
	case mark(t, end, last) == '%', next == "percent", next == "pct":
		figure.Kind, figure.Unit = Percent, "%"
		end++
	case next == "per" && word(t, end+1, last) == "cent":
		figure.Kind, figure.Unit = Percent, "%"
		end += 2
	case next == "percentage" && strings.HasPrefix(word(t, end+1, last), "point"):
		figure.Kind, figure.Unit = Percent, "pp"
		end += 2
	case coins[next] != "":
		figure.Unit = coins[next]
		end++
	default:
		// A count needs something that it counts.
		if !countable(t, i, end, first, last) || zeros == 0 && looksLikeYear(value) {
			return Figure{}, 0
		}
		figure.Kind = Count
		if noun := noun(t, end, last); noun > end {
			figure.Unit = t.Text[t.Tokens[end].Start:t.Tokens[noun-1].End]
			end = noun
		} else if zeros == 0 {
			return Figure{}, 0
		}
	}
	figure.Span = token.Span{Start: t.Tokens[i].Start, End: t.Tokens[end-1].End}
	return figure, end
}

// canStart says whether a figure can start at token i, as at one in thirty.
func canStart(t *token.Table, i, last int) bool {
	id := t.Tokens[i].Spelling
	if id < 0 {
		return sign(t.Mark(i)) != ""
	}
	return t.HasSpelling(id, starts) && (dollars[t.Spellings[id].Folded] == "" || mark(t, i+1, last) == '$')
}

// starts are the words and numbers that start with a digit, months, the codes of
// currencies, and what stands before a sign.
var starts = token.NewRule(func(s *token.Spelling) bool {
	return s.Text[0] >= '0' && s.Text[0] <= '9' || isCode(s.Text) || len(s.Folded) <= len("september") && (months.Has(s.Folded) || dollars[s.Folded] != "")
})

// countable says whether the number in tokens from i to end stands alone: it is
// no part of a score, a range, a time, a name or a date.
func countable(t *token.Table, i, end, first, last int) bool {
	if i > first {
		switch before := t.Mark(i - 1); before {
		case '-', '–', '/', ':', '.', '#', '’', '(':
			return before == '('
		}
		if t.In(i-1, months) || t.Capital(i-1) && i-1 > first && !t.In(i-1, language.StopWords) {
			return false
		}
	}
	switch mark(t, end, last) {
	case '-', '–', '/', ':', '°':
		return false
	}
	return true
}

func looksLikeYear(value []byte) bool {
	if len(value) != 4 {
		return false
	}
	n := number(string(value))
	return n >= 1600 && n <= 2200
}

// noun returns the end of the words from token i on that say what is counted:
// at most three, the last in the plural.
func noun(t *token.Table, i, last int) int {
	for j := i; j < min(i+3, last); j++ {
		if t.Tokens[j].Kind != token.Word || !t.Tokens[j].Joined || t.In(j, language.StopWords) && !t.In(j, units) {
			return i
		}
		if t.In(j, plurals) || t.In(j, units) {
			return j + 1
		}
	}
	return i
}

var plurals = token.NewRule(func(s *token.Spelling) bool {
	word := s.Folded
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && len(word) > 3
})

var units = token.NewSet("people men women children km kg tonnes hectares years months weeks days hours minutes times kilometres kilometers miles")

var coins = map[string]string{
	"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY", "yuan": "CNY",
	"renminbi": "CNY", "rupee": "INR", "rupees": "INR", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "francs": "CHF",
	"zloty": "PLN", "zlotys": "PLN", "kronor": "SEK", "kroner": "NOK", "won": "KRW", "reais": "BRL", "rand": "ZAR", "lira": "TRY",
	"shekels": "ILS", "hryvnia": "UAH", "forints": "HUF", "riyals": "SAR", "dirhams": "AED", "naira": "NGN", "usd": "USD", "eur": "EUR", "gbp": "GBP",
}

// sign returns the currency of a sign, or the empty string.
func sign(mark rune) string {
	switch mark {
	case '$':
		return "USD"
	case '€':
		return "EUR"
	case '£':
		return "GBP"
	case '¥':
		return "JPY"
	case '₹':
		return "INR"
	case '₽':
		return "RUB"
	case '₩':
		return "KRW"
	case '₺':
		return "TRY"
	case '₴':
		return "UAH"
	case '₦':
		return "NGN"
	case '₪':
		return "ILS"
	}
	return ""
}

// dollars of other countries, by what stands before the sign.
var dollars = map[string]string{"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL"}

func isCode(word string) bool {
	switch word {
	case "USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "CHF", "SEK", "NOK", "DKK", "AUD", "CAD":
		return true
	}
	return false
}

// currency reads the sign or code before a sum that starts at token i, and
// returns where the number is.
func currency(t *token.Table, i, last int) (unit string, at int) {
	if unit := sign(mark(t, i, last)); unit != "" {
		return unit, i + 1
	}
	if mark(t, i+1, last) == '$' && t.Tokens[i].End == t.Tokens[i+1].Start {
		if unit := dollars[word(t, i, last)]; unit != "" {
			return unit, i + 2
		}
	}
	if i+1 < last && isCode(t.At(i)) {
		return t.At(i), i + 1
	}
	return "", i
}

// digits reads the number at token i, with the power of ten that is joined to
// it, or 0: "40bn", "5m".
func digits(t *token.Table, i, last int) (number string, zeros int, ok bool) {
	if i >= last || t.Tokens[i].Kind == token.Mark {
		return "", 0, false
	}
	text := t.At(i)
	n := 0
	for n < len(text) && (text[n] >= '0' && text[n] <= '9' || text[n] == '.' || text[n] == ',') {
		n++
	}
	if n == 0 {
		return "", 0, false
	}
	if n < len(text) {
		lower := make([]byte, 0, 16)
		for _, c := range text[n:] {
			lower = utf8.AppendRune(lower, unicode.ToLower(c))
		}
		if zeros = scale(lower); zeros == 0 {
			return "", 0, false
		}
	}
	return text[:n], zeros, isNumber(text[:n])
}

// isNumber says whether the commas of a number stand where they can, and it has
// one point at most; 1,5 is none.
func isNumber(text string) bool {
	whole, fraction, _ := strings.Cut(text, ".")
	for rest, isFirst, more := whole, true, true; more; isFirst = false {
		var group string
		group, rest, more = strings.Cut(rest, ",")
		if !isFirst && len(group) != 3 || len(group) > 15 || group == "" {
			return false
		}
	}
	return !strings.ContainsAny(fraction, ".,") && len(fraction) <= 9
}

// scale returns by which power of ten a word or suffix multiplies, or 0.
func scale(word []byte) int {
	switch string(word) {
	case "thousand", "k":
		return 3
	case "million", "m", "mn", "mln":
		return 6
	case "billion", "bn":
		return 9
	case "trillion", "tn", "trn":
		return 12
	}
	return 0
}

// appendNumber appends a number times a power of ten, exactly, without commas and
// needless zeros; nothing for one that is too long.
func appendNumber(dst []byte, number string, zeros int) []byte {
	start := len(dst)
	whole, fraction, _ := strings.Cut(number, ".")
	fraction = strings.TrimRight(fraction, "0")
	moved := min(zeros, len(fraction)) // to before the point
	for _, part := range [...]string{whole, fraction[:moved], "000000000000"[:zeros-moved]} {
		for i := range len(part) {
			if c := part[i]; c != ',' && (c != '0' || len(dst) > start) {
				dst = append(dst, c)
			}
		}
	}
	switch n := len(dst) - start; {
	case n > 18:
		return dst[:start]
	case n == 0:
		dst = append(dst, '0')
	}
	if fraction = fraction[moved:]; fraction != "" {
		dst = append(append(dst, '.'), fraction...)
	}
	return dst
}

// date reads the date that starts at token i: with day, month and year, with
// month and year, or with day and month.
func (f *Finder) date(i, last int) (Figure, int) {
	t := f.table
	if t.Tokens[i].Kind == token.Mark {
		return Figure{}, 0
	}
	a, b := word(t, i, last), word(t, i+1, last)
	if (a[0] < '0' || a[0] > '9') && (!t.Capital(i) || Month(a) == 0) {
		return Figure{}, 0
	}
	if d, ok := findDay(t, i, min(i+6, last)); ok && d.Start == t.Tokens[i].Start {
		f.values = d.appendTo(f.values)
		return Figure{Span: d.Span, Kind: Day}, t.From(d.End)
	}
	month, day, year := 0, 0, 0
	switch {
	case Month(a) > 0 && t.Capital(i) && len(b) == 4 && number(b) >= 1600 && number(b) <= 2200:
		month, year = Month(a), number(b)
	case Month(a) > 0 && t.Capital(i):
		month, day = Month(a), ordinal(b)
	case Month(b) > 0 && t.Capital(i+1):
		month, day = Month(b), ordinal(a)
	}
	if month == 0 || year == 0 && (day < 1 || day > daysIn(month, 2000)) {
		return Figure{}, 0
	}
	if year > 0 {
		f.values = append(appendPadded(f.values, year, 4), '-')
		f.values = appendPadded(f.values, month, 2)
	} else {
		f.values = appendPadded(append(f.values, "--"...), month, 2)
		f.values = appendPadded(append(f.values, '-'), day, 2)
	}
	return Figure{Span: token.Span{Start: t.Tokens[i].Start, End: t.Tokens[i+1].End}, Kind: Day}, i + 2
}

func word(t *token.Table, i, last int) string {
	if i >= last {
		return ""
	}
	return t.Folded(i)
}

func mark(t *token.Table, i, last int) rune {
	if i >= last {
		return 0
	}
	return t.Mark(i)
}
