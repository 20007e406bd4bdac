package figure_test

import (
	"slices"
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

func TestFiguresHaveTheirValues(t *testing.T) {
	for text, want := range map[string][]string{
		"It cost $550 billion and then €1.25m more.":                   {"$550 billion=550000000000 USD", "€1.25m=1250000 EUR"},
		"The fund holds 40bn yuan, A$3,000 and USD 12.":                {"40bn yuan=40000000000 CNY", "A$3,000=3000 AUD", "USD 12=12 USD"},
		"Prices rose by 3.50 percent, 12% and 4 per cent.":             {"3.50 percent=3.5 %", "12%=12 %", "4 per cent=4 %"},
		"The lead fell by 2 percentage points.":                        {"2 percentage points=2 pp"},
		"Some 41,000 asylum seekers and 1.4 million families came.":    {"41,000 asylum seekers=41000 asylum seekers", "1.4 million families=1400000 families"},
		"On 30 October 2025, in March 2026 and on May 5 they met.":     {"30 October 2025=2025-10-30 ", "March 2026=2026-03 ", "May 5=--05-05 "},
		"The vote was 48-51 in 2019, at 10:30, under Article 5.":       nil,
		"Apollo 11 flew; No. 10 said nothing, and 1,5 is no number.":   nil,
		"It is 99999999999999999999 trillion dollars, they said, 5 or": nil,
	} {
		table := token.Scan(text, &stem.Lexicon{})
		var got []string
		for _, f := range figure.Find(table, sentence.Split(table, []token.Span{{End: int32(len(text))}})) {
			got = append(got, text[f.Start:f.End]+"="+f.Value+" "+f.Unit)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
