package figure_test

import (
	"slices"
	"strings"
	"testing"

	"rubricator/internal/figure"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

func TestFindDate(t *testing.T) {
	for text, want := range map[string]string{
		"2025-10-30":                    "2025-10-30",
		"Updated 30 October 2025 16:20": "2025-10-30",
		"Oct. 3, 2025":                  "2025-10-03",
		"September 1st, 2024":           "2024-09-01",
		"2024/02/29":                    "2024-02-29",
		"31/12/2023":                    "2023-12-31",
		"12/31/2023":                    "2023-12-31",
		"3/4/2025":                      "", // April or March
		"29 February 2025":              "", // no such day
		"30 October":                    "",
		"1 2 3":                         "",
		"May the best plan win":         "",
	} {
		table := token.Scan(text, &stem.Lexicon{})
		got := ""
		if date := figure.FindDate(table, 0, len(table.Tokens)); date != nil {
			got = date.Day
		}
		if got != want {
			t.Errorf("FindDate(%q) = %q, want %q", text, got, want)
		}
	}
}

func find(f *figure.Finder, text string) []figure.Figure {
	table := token.Scan(text, &stem.Lexicon{})
	return f.Find(table, sentence.Split(table, []token.Span{{End: int32(len(text))}}))
}

func show(text string, figures []figure.Figure) (list []string) {
	for _, f := range figures {
		list = append(list, text[f.Start:f.End]+"="+f.Value+" "+f.Unit)
	}
	return list
}

func TestFiguresHaveTheirValues(t *testing.T) {
	for text, want := range map[string][]string{
		"It cost $550 billion and then €1.25m more.":                    {"$550 billion=550000000000 USD", "€1.25m=1250000 EUR"},
		"The fund holds 40bn yuan, A$3,000 and USD 12.":                 {"40bn yuan=40000000000 CNY", "A$3,000=3000 AUD", "USD 12=12 USD"},
		"Prices rose by 3.50 percent, 12% and 4 per cent.":              {"3.50 percent=3.5 %", "12%=12 %", "4 per cent=4 %"},
		"The lead fell by 2 percentage points.":                         {"2 percentage points=2 pp"},
		"Some 41,000 asylum seekers and 1.4 million families came.":     {"41,000 asylum seekers=41000 asylum seekers", "1.4 million families=1400000 families"},
		"On 30 October 2025, in March 2026 and on May 5 they met.":      {"30 October 2025=2025-10-30 ", "March 2026=2026-03 ", "May 5=--05-05 "},
		"It has 0.5 million users, 00,012 euros and $0.00; 1,234.5675k": {"0.5 million users=500000 users", "00,012 euros=12 EUR", "$0.00=0 USD", "1,234.5675k=1234567.5 "},
		"They lost $0.0000015 trillion, or €123,456,789,012,345.":       {"$0.0000015 trillion=1500000 USD", "€123,456,789,012,345=123456789012345 EUR"},
		"The vote was 48-51 in 2019, at 10:30, under Article 5.":        nil,
		"Apollo 11 flew; No. 10 said nothing, and 1,5 is no number.":    nil,
		"It is 99999999999999999999 trillion dollars, they said, 5 or":  nil,
	} {
		if got := show(text, find(new(figure.Finder), text)); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTextsBeforeChangeNothing(t *testing.T) {
	texts := []string{
		"It cost $550 billion and then €1.25m more, 5% of it on 30 October 2025.",
		"Some 41,000 asylum seekers came in March 2026.",
		"",
		strings.Repeat("The fund holds 40bn yuan, A$3,000 and 12 boats since May 5. ", 1<<15), // over 1 MB
		"The vote was 48-51.",
		"It cost $5 billion and then 41,000 people came.",
	}
	var f figure.Finder
	var got, want [][]figure.Figure
	for _, text := range texts {
		got, want = append(got, find(&f, text)), append(want, find(new(figure.Finder), text))
	}
	for i, text := range texts { // when all have been read: figures stay
		if got, want := show(text, got[i]), show(text, want[i]); !slices.Equal(got, want) {
			t.Errorf("%.90q: got %.300q, want %.300q", text, got, want)
		}
	}
}
