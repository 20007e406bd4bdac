package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rubricator/internal/stem"
)

// shown writes tokens with a bar between them, "+" before one that is joined.
func shown(t *Table) string {
	var parts []string
	for i, tok := range t.Tokens {
		s := t.At(i)
		if tok.Joined {
			s = "+" + s
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " | ")
}

func TestScan(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"only white space", " \t\n\u00a0\u2003\x00", ""},
		{"words are joined across spaces", "prime minister", "prime | +minister"},
		{"a line break ends a phrase", "prime\nminister", "prime | minister"},
		{"a comma ends a phrase", "trade, war", "trade | , | war"},
		{"a hyphen joins", "rare-earth metals", "rare | - | +earth | +metals"},
		{"a slash joins", "9/11 inquiry", "9 | / | +11 | +inquiry"},
		{"a spaced hyphen does not join", "yes - no", "yes | - | no"},
		{"a dash does not join", "talks – trade", "talks | – | trade"},
		{"apostrophes inside words", "Russia’s don't 'quoted'", "Russia’s | +don't | ' | quoted | '"},
		{"abbreviations keep their dots", "The U.S. and the E.U. met at 5 p.m.", "The | +U.S. | +and | +the | +E.U. | +met | +at | +5 | +p.m."},
		{"a lone initial is no abbreviation", "Plan B. Then", "Plan | +B | . | Then"},
		{"numbers keep points and commas", "$1,250.75 in 2025-10-30.", "$ | 1,250.75 | +in | +2025 | - | +10 | - | +30 | ."},
		{"letters and digits mix", "COVID-19 and 5G", "COVID | - | +19 | +and | +5G"},
		{"a soft hyphen stays inside", "mi\u00adgration", "mi\u00adgration"},
		{"combining marks stay with their letter", "cafe\u0301 bar", "cafe\u0301 | +bar"},
		{"other scripts", "Договор о торговле", "Договор | +о | +торговле"},
		{"emoji are marks", "🕒︎ now", "🕒 | ︎ | now"},
		{"bidi controls are gaps", "\u202bshalom\u202c", "shalom"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := shown(Scan(test.text, &stem.Lexicon{})); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSpellingsAreFoldedAndStemmedOnce(t *testing.T) {
	table := Scan("Tariffs tariffs TARIFFS. U.S. tariff’s", &stem.Lexicon{})
	want := []struct {
		text, folded, stem string
		first              int32
	}{
		{"Tariffs", "tariffs", "tariff", 0},
		{"tariffs", "tariffs", "tariff", 0},
		{"TARIFFS", "tariffs", "tariff", 0},
		{"U.S.", "us", "us", 3},
		{"tariff’s", "tariff's", "tariff", 0},
	}
	if len(table.Spellings) != len(want) {
		t.Fatalf("%d spellings, want %d: %v", len(table.Spellings), len(want), table.Spellings)
	}
	for i, s := range table.Spellings {
		if w := want[i]; s.Text != w.text || s.Folded != w.folded || s.Stem != w.stem || s.First != w.first || s.Kind != Word {
			t.Errorf("spelling %d = %+v, want %+v", i, s, w)
		}
	}
}

func TestScannerGivesTheSameTablesAsScan(t *testing.T) {
	texts := []string{"Tariffs and tariff.", "", "A tariff, a duty; tariffs!", "Duty calls: 1,000 tariffs"}
	scanner := NewScanner(new(stem.Lexicon))
	ids := map[string]int32{}
	for _, text := range texts {
		got, want := scanner.Scan(text), Scan(text, new(stem.Lexicon))
		if shown(got) != shown(want) || len(got.Spellings) != len(want.Spellings) {
			t.Fatalf("got %s, want %s", shown(got), shown(want))
		}
		for i, s := range got.Spellings {
			if w := want.Spellings[i]; s.Text != w.Text || s.Stem != w.Stem || s.First != w.First {
				t.Errorf("spelling %+v, want %+v", s, w)
			}
			if id, ok := ids[s.Text]; ok && id != s.ID {
				t.Errorf("%q has the ids %d and %d", s.Text, id, s.ID)
			}
			ids[s.Text] = s.ID
		}
	}
}

func TestFromFindsTheFirstTokenAtOrAfterAnOffset(t *testing.T) {
	table := Scan("one two  three", &stem.Lexicon{})
	for offset, want := range map[int32]int{0: 0, 1: 1, 4: 1, 5: 2, 9: 2, 10: 3, 99: 3} {
		if got := table.From(offset); got != want {
			t.Errorf("From(%d) = %d, want %d", offset, got, want)
		}
	}
}

// Tokens are ordered, not empty and on boundaries of characters; what lies
// between them is white space and invisible characters only.
func FuzzScan(f *testing.F) {
	for _, text := range []string{"a.b.c", "U.S.A", "'’'", "x\u200dy\u0301", "1,2.3,", "\ufeffBOM\r\n", "e\u0301\u0301", "--a--", "Überlänge-wise words, longer than eight. St. J.", "🇺🇦", "\xff\xfe"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		table := Scan(text, &stem.Lexicon{})
		end := int32(0)
		gap := func(s string) {
			for _, r := range s {
				if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
					t.Errorf("%q between tokens of %q", r, text)
				}
			}
		}
		for _, tok := range table.Tokens {
			if tok.Start < end || tok.End <= tok.Start {
				t.Fatalf("token %v after byte %d in %q", tok, end, text)
			}
			gap(text[end:tok.Start])
			if s := text[tok.Start:tok.End]; strings.ToValidUTF8(s, "") != s {
				t.Errorf("token %q cuts a character of %q", s, text)
			}
			if (tok.Spelling < 0) != (tok.Kind == Mark) {
				t.Errorf("token %v has kind %d", tok, tok.Kind)
			}
			s := Scanner{Table: Table{Text: text}}
			if end, kind := s.word(int(tok.Start)); tok.Kind != Mark && (end != int(tok.End) || kind != tok.Kind) {
				t.Errorf("token %v, by the long way it ends at %d and has kind %d in %q", tok, end, kind, text)
			}
			if first, _ := utf8.DecodeRuneInString(text[tok.Start:]); tok.Capital != (unicode.IsUpper(first) && tok.Kind == Word) {
				t.Errorf("token %v: capital is %v in %q", tok, tok.Capital, text)
			} else if tok.Kind == Mark && tok.Mark() != first || tok.Kind != Mark && tok.Mark() != 0 {
				t.Errorf("token %v is the mark %q in %q", tok, tok.Mark(), text)
			}
			end = tok.End
		}
		gap(text[end:])
	})
}

func TestTokensAreInTheSetsOfTheirWords(t *testing.T) {
	words := NewSet("treaty treaties")
	stems := NewStemSet("treati")
	rule := NewRule(func(s *Spelling) bool { return s.Kind == Number })
	table := Scan("Treaty of 1648: TREATIES, treat", &stem.Lexicon{})
	for _, test := range []struct {
		name string
		set  Set
		want string
	}{{"words", words, "Treaty TREATIES"}, {"stems", stems, "Treaty TREATIES"}, {"a rule", rule, "1648"}, {"none", 0, ""}} {
		var got []string
		for i := range table.Tokens {
			if table.In(i, test.set) {
				got = append(got, table.At(i))
			}
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s: %q are in the set, want %q", test.name, got, test.want)
		}
	}
}

func TestTidyLeavesSingleSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "New York": "New York", " New  York\n": "New York", "Abu\u00a0Dhabi": "Abu Dhabi", "São Paulo": "São Paulo", "a\tb": "a b",
	} {
		if got := Tidy(text); got != want {
			t.Errorf("Tidy(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSetsHaveTheirWordsAndNoOthers(t *testing.T) {
	words := strings.Fields("a an the they them then there these this that and or but é über one two")
	set := NewSet(strings.Join(words, " "))
	for _, word := range words {
		if !set.Has(word) {
			t.Errorf("the set lacks %q", word)
		}
	}
	for _, word := range []string{"", "th", "thee", "The", "theirs", "zero"} {
		if set.Has(word) || Set(0).Has(word) {
			t.Errorf("the set has %q", word)
		}
	}
}

func TestASortedListIsSearchedAsItIs(t *testing.T) {
	const list = "\nabandon abil\nable b  zebra zone\n"
	for _, word := range strings.Fields(list) {
		if !lists(list, word) {
			t.Errorf("%q is not found", word)
		}
	}
	for _, word := range []string{"", " ", "a", "aban", "abandons", "abilz", "c", "zon", "zones", "\n"} {
		if lists(list, word) {
			t.Errorf("%q is found", word)
		}
	}
	if lists("", "a") || lists(" ", "") || !lists("a", "a") {
		t.Error("the shortest lists")
	}
}
