// Package figure finds the figures in a text: sums of money, percentages,
// counts and dates, with their values.
//
// Input: tokens and sentences. Output: figures in text order that do not
// overlap. Values are what the text says, in plain units: "$1.2bn" is
// 1,200,000,000 USD; nothing is converted.
package figure

import (
	"strconv"
	"strings"

	"rubricator/internal/language"
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

// Find finds the figures in the sentences.
func Find(t *token.Table, sentences []sentence.Sentence) []Figure {
	var list []Figure
	for i := range sentences {
		s := &sentences[i]
		for at := s.First; at < s.Last; {
			if !canStart(t, at, s.Last) {
				at++
				continue
			}
			f, end := read(t, at, s.First, s.Last)
			if end > at {
				list = append(list, f)
				at = end
			} else {
				at++
			}
		}
	}
	return list
}

// read reads the figure that starts at token i, and returns where it ends, or 0.
func read(t *token.Table, i, first, last int) (Figure, int) {
	if f, end := date(t, i, last); end > 0 {
		return f, end
	}
	unit, at := currency(t, i, last)
	value, suffix, ok := digits(t, at, last)
	if !ok {
		return Figure{}, 0
	}
	end := at + 1
	if suffix == 0 {
		if suffix = scale(word(t, end, last)); suffix != 0 {
			end++
		} else {
			suffix = 1
		}
	}
	number := multiply(value, suffix)
	if number == "" {
		return Figure{}, 0
	}
	f := Figure{Kind: Money, Value: number, Unit: unit}
	next := word(t, end, last)
	switch {
	case unit != "":
	case mark(t, end, last) == '%', next == "percent", next == "pct":
		f.Kind, f.Unit = Percent, "%"
		end++
	case next == "per" && word(t, end+1, last) == "cent":
		f.Kind, f.Unit = Percent, "%"
		end += 2
	case next == "percentage" && strings.HasPrefix(word(t, end+1, last), "point"):
		f.Kind, f.Unit = Percent, "pp"
		end += 2
	case coins[next] != "":
		f.Unit = coins[next]
		end++
	default:
		// A count needs something that it counts.
		if !countable(t, i, end, first, last) || suffix == 1 && looksLikeYear(value) {
			return Figure{}, 0
		}
		f.Kind = Count
		if noun := noun(t, end, last); noun > end {
			f.Unit = t.Text[t.Tokens[end].Start:t.Tokens[noun-1].End]
			end = noun
		} else if suffix == 1 {
			return Figure{}, 0
		}
	}
	f.Span = token.Span{Start: t.Tokens[i].Start, End: t.Tokens[end-1].End}
	return f, end
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

func looksLikeYear(value string) bool {
	if len(value) != 4 {
		return false
	}
	n, err := strconv.Atoi(value)
	return err == nil && n >= 1600 && n <= 2200
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

// digits reads the number at token i, with what is joined to it: "40bn", "5m".
func digits(t *token.Table, i, last int) (value string, suffix int64, ok bool) {
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
	value = plainNumber(text[:n])
	if n < len(text) {
		if suffix = scale(strings.ToLower(text[n:])); suffix == 0 {
			return "", 0, false
		}
	}
	return value, suffix, value != ""
}

// plainNumber takes the commas out of a number; 1,5 is none.
func plainNumber(text string) string {
	whole, fraction, hasPoint := strings.Cut(text, ".")
	for rest, isFirst, more := whole, true, true; more; isFirst = false {
		var group string
		group, rest, more = strings.Cut(rest, ",")
		if !isFirst && len(group) != 3 || len(group) > 15 || group == "" {
			return ""
		}
	}
	if strings.ContainsAny(fraction, ".,") || len(fraction) > 9 {
		return ""
	}
	whole = strings.TrimLeft(strings.ReplaceAll(whole, ",", ""), "0")
	if whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); hasPoint && fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// scale returns what a word or suffix multiplies by, or 0.
func scale(word string) int64 {
	switch word {
	case "thousand", "k":
		return 1e3
	case "million", "m", "mn", "mln":
		return 1e6
	case "billion", "bn":
		return 1e9
	case "trillion", "tn", "trn":
		return 1e12
	}
	return 0
}

// multiply multiplies a decimal number by a power of ten, exactly; the empty
// string stands for a number that is too long.
func multiply(value string, by int64) string {
	whole, fraction, _ := strings.Cut(value, ".")
	for ; by > 1; by /= 10 {
		if fraction == "" {
			whole += "0"
		} else {
			whole, fraction = whole+fraction[:1], fraction[1:]
		}
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if len(whole) > 18 {
		return ""
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// date reads the date that starts at token i: with day, month and year, with
// month and year, or with day and month.
func date(t *token.Table, i, last int) (Figure, int) {
	if t.Tokens[i].Kind == token.Mark {
		return Figure{}, 0
	}
	a, b := word(t, i, last), word(t, i+1, last)
	if (a[0] < '0' || a[0] > '9') && (!t.Capital(i) || Month(a) == 0) {
		return Figure{}, 0
	}
	if d := FindDate(t, i, min(i+6, last)); d != nil && d.Start == t.Tokens[i].Start {
		return Figure{Span: d.Span, Kind: Day, Value: d.Day}, t.From(d.End)
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
	f := Figure{Span: token.Span{Start: t.Tokens[i].Start, End: t.Tokens[i+1].End}, Kind: Day}
	if year > 0 {
		f.Value = pad(year, 4) + "-" + pad(month, 2)
	} else {
		f.Value = "--" + pad(month, 2) + "-" + pad(day, 2)
	}
	return f, i + 2
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
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
