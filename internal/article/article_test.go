package article

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rubricator/internal/scratch"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

//go:embed testdata/*.txt
var testdata embed.FS

// separator stands between the expected result and the text of a golden file.
const separator = "\n-----\n"

// describe writes what Repair found, a line for each part in text order.
func describe(t *token.Table, a *Article) string {
	type part struct {
		span token.Span
		what string
	}
	var parts []part
	for _, b := range a.Blocks {
		what := [...]string{Paragraph: "paragraph", Title: "title", Heading: "heading"}[b.Role]
		if b.Inline {
			what = "inline " + what
		}
		parts = append(parts, part{b.Span, what})
	}
	for _, r := range a.Removed {
		parts = append(parts, part{r.Span, "- " + string(r.Reason)})
	}
	var b strings.Builder
	for len(parts) > 0 {
		first := 0
		for i := range parts {
			if parts[i].span.Start < parts[first].span.Start {
				first = i
			}
		}
		p := parts[first]
		parts = append(parts[:first], parts[first+1:]...)
		text := strings.Join(strings.Fields(t.Text[p.span.Start:p.span.End]), " ")
		if len(text) > 80 {
			text = strings.ToValidUTF8(text[:38]+"~"+text[len(text)-38:], "")
		}
		fmt.Fprintf(&b, "%s: %s\n", p.what, text)
	}
	for what, name := range map[string]*Name{"byline": a.Byline, "published": a.Published, "source": a.Source} {
		if name != nil {
			parts = append(parts, part{name.Span, what + " = " + name.Text})
		}
	}
	for _, what := range []string{"byline", "published", "source"} {
		for _, p := range parts {
			if strings.HasPrefix(p.what, what) {
				fmt.Fprintln(&b, p.what)
			}
		}
	}
	return b.String()
}

func TestRepairGolden(t *testing.T) {
	files, err := fs.Glob(testdata, "testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(path.Base(file), ".txt"), func(t *testing.T) {
			data, err := fs.ReadFile(testdata, file)
			if err != nil {
				t.Fatal(err)
			}
			want, text, _ := strings.Cut(string(data), separator)
			table := token.Scan(text, &stem.Lexicon{})
			got := strings.TrimSuffix(describe(table, new(Repairer).Repair(table)), "\n")
			if *update {
				if err := os.WriteFile(file, []byte(got+separator+text), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}

// A Repairer keeps memory and no text, and what it returned stays as it was.
func TestARepairerGivesWhatAFreshOneGives(t *testing.T) {
	texts := []string{"", endsInAQuestion, strings.Repeat("a\n", mostLines+1), strings.Repeat("On Friday ", scratch.Long/10+1)}
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, file := range files {
		data, _ := fs.ReadFile(testdata, file)
		_, text, _ := strings.Cut(string(data), separator)
		// In one line headings are glued.
		texts = append(texts, text, strings.Join(strings.Fields(text), " "))
	}
	repair := func(r *Repairer, i int) *Article {
		size := int32(len(texts[i]))
		return r.Repair(token.Scan(texts[i], &stem.Lexicon{}), Edit{token.Span{Start: size / 3, End: size / 2}, Action(i % 3)})
	}
	var used Repairer
	var got []*Article
	for i := range texts {
		got = append(got, repair(&used, i))
		if slices.ContainsFunc(used.lines[:cap(used.lines)], func(l line) bool { return l != line{} }) {
			t.Errorf("a line of text %d is kept", i)
		}
		if (i == 2 || i == 3) && cap(used.lines) > 0 {
			t.Errorf("the memory of text %d, which is long, is kept", i)
		}
	}
	for i := range texts {
		if want := repair(new(Repairer), i); !reflect.DeepEqual(got[i], want) {
			t.Errorf("text %d: got %+v, want %+v", i, got[i], want)
		}
	}
}

func TestRepairLeavesFragmentsAlone(t *testing.T) {
	for name, text := range map[string]string{
		"headline":       "Ministers agree on tariffs",
		"one sentence":   "Ministers agreed on tariffs on Friday.",
		"a date":         "30 October 2025",
		"a path":         "Home / News / Politics",
		"a cue":          "Related articles",
		"a copyright":    "Copyright 2025 Example Press",
		"a lone heading": "Read more",
	} {
		t.Run(name, func(t *testing.T) {
			table := token.Scan(text, &stem.Lexicon{})
			a := new(Repairer).Repair(table)
			if len(a.Removed) != 0 || len(a.Blocks) != 1 || a.Blocks[0].Role != Paragraph {
				t.Errorf("blocks %v, removed %v", a.Blocks, a.Removed)
			}
		})
	}
}

func TestSentencesOfTheBodyStayWhateverTheyStartWith(t *testing.T) {
	const before, after = "Rates and prices this spring\n\nThe bank left its rate unchanged on Friday, and lower prices gave it time.\n\n", "\n\nAnalysts had expected the decision, and two members of nine voted for a cut."
	for _, sentence := range []string{
		"Credit card debt has risen by a fifth since the winter.",
		"Image recognition decides who may enter the building now.",
		"Picture a town that pays twice for the same water.",
		"Photo identification will be asked for at every polling station.",
		"More from the harvest was lost than in any year before.",
		"Comments by the minister were taken back on the same day.",
	} {
		table := token.Scan(before+sentence+after, &stem.Lexicon{})
		for _, removal := range new(Repairer).Repair(table).Removed {
			t.Errorf("%q left as %s", table.Text[removal.Start:removal.End], removal.Reason)
		}
	}
	for _, line := range []string{"Photo: a harbour at night", "Image: Example Courier", "Photo by Example Courier", "Read more: Where the money went", "Advertisement"} {
		table := token.Scan(before+line+after, &stem.Lexicon{})
		if a := new(Repairer).Repair(table); len(a.Removed) != 1 || table.Text[a.Removed[0].Start:a.Removed[0].End] != line {
			t.Errorf("%q stays: removed %v", line, a.Removed)
		}
	}
}

// endsInAQuestion has a long paragraph that ends with a question, and another
// one after it.
var endsInAQuestion = func() string {
	paragraph := strings.Repeat("The council met on Monday and talked about the budget of the coming year for hours. ", 6)
	return "Council votes on fares\n\n" + paragraph + "What happens next?\n\n" + paragraph
}()

func TestAQuestionThatEndsAParagraphStaysInIt(t *testing.T) {
	blocks := new(Repairer).Repair(token.Scan(endsInAQuestion, &stem.Lexicon{})).Blocks
	if len(blocks) != 3 {
		t.Fatalf("%d blocks, want the title and two paragraphs", len(blocks))
	}
	if text := endsInAQuestion[blocks[1].Start:blocks[1].End]; !strings.HasSuffix(text, "What happens next?") {
		t.Errorf("the paragraph ends with %q", text[len(text)-30:])
	}
}

// Blocks and removed parts are in order, in bounds and disjoint, and together
// have every token of the text.
func FuzzRepair(f *testing.F) {
	files, _ := fs.Glob(testdata, "testdata/*.txt")
	for _, file := range files {
		data, _ := fs.ReadFile(testdata, file)
		f.Add(string(data))
	}
	for _, text := range []string{"", "\n\n", "a\r\nb\rc", "x / y / z\nx\nx", "Related\nmore...\n", "\u2028\u2029", endsInAQuestion} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		table := token.Scan(text, &stem.Lexicon{})
		a := new(Repairer).Repair(table)
		covered := make([]int, len(table.Tokens))
		mark := func(s token.Span) {
			if s.Start < 0 || s.End > int32(len(text)) || s.End <= s.Start {
				t.Fatalf("span %v in a text of %d bytes", s, len(text))
			}
			for i := table.From(s.Start); i < table.From(s.End); i++ {
				covered[i]++
			}
		}
		end := int32(0)
		for _, b := range a.Blocks {
			if b.Start < end {
				t.Fatalf("block %v starts before %d", b.Span, end)
			}
			mark(b.Span)
			end = b.End
		}
		end = 0
		for _, r := range a.Removed {
			if r.Start < end || r.Reason == "" {
				t.Fatalf("removed %v %q starts before %d", r.Span, r.Reason, end)
			}
			mark(r.Span)
			end = r.End
		}
		for i, n := range covered {
			if n != 1 {
				t.Fatalf("token %d (%q) is in %d parts of %q", i, table.At(i), n, text)
			}
		}
	})
}

// repaired returns what Repair keeps of a text, a line for each block.
func repaired(text string, edits ...Edit) []string {
	table := token.Scan(text, &stem.Lexicon{})
	var kept []string
	for _, b := range new(Repairer).Repair(table, edits...).Blocks {
		kept = append(kept, text[b.Start:b.End])
	}
	return kept
}

func TestReadersComeBeforeTheRules(t *testing.T) {
	const (
		title    = "Ferry fares to rise in spring"
		first    = "The county will raise fares on all three ferry lines in March, its transport committee decided on Monday."
		box      = "Read more: How the ferry got its name"
		second   = "Islanders called the decision a blow and said that they would appeal to the governor before the winter is over."
		comments = "2 comments"
		text     = title + "\n" + first + "\n" + box + "\n" + second + "\n" + comments
	)
	span := func(part string) token.Span {
		at := int32(strings.Index(text, part))
		return token.Span{Start: at, End: at + int32(len(part))}
	}
	for name, test := range map[string]struct {
		edits []Edit
		want  []string
	}{
		"none":              {nil, []string{title, first, second}},
		"put back":          {[]Edit{{span(box), PutBack}}, []string{title, first, box, second}},
		"leave out":         {[]Edit{{span(second), LeaveOut}}, []string{title, first}},
		"both":              {[]Edit{{span(box), PutBack}, {span(first), LeaveOut}}, []string{title, box, second}},
		"the last word":     {[]Edit{{span(first), LeaveOut}, {span(first), PutBack}}, []string{title, first, second}},
		"of the whole text": {[]Edit{{token.Span{End: int32(len(text))}, LeaveOut}}, nil},
		"beyond the text":   {[]Edit{{token.Span{Start: 5000, End: 6000}, LeaveOut}}, []string{title, first, second}},
		"back to front":     {[]Edit{{token.Span{Start: 60, End: 10}, PutBack}}, []string{title, first, second}},
	} {
		if got := repaired(text, test.edits...); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
	a := new(Repairer).Repair(token.Scan(text, &stem.Lexicon{}), Edit{span(box), PutBack}, Edit{span(second), LeaveOut})
	if len(a.Restored) != 1 || a.Restored[0] != span(box) {
		t.Errorf("restored %v", a.Restored)
	}
	if i := slices.IndexFunc(a.Removed, func(r Removal) bool { return r.Span == span(second) }); i < 0 || !a.Removed[i].Edited {
		t.Errorf("removed %v", a.Removed)
	}
}

func TestHardWrappedLinesAreJoined(t *testing.T) {
	const wrapped = `The harbour board has put off the sale of the old grain store until
the autumn, because two of the three bidders asked for more time and
the third has not yet shown how it would pay.

A member of the board, who did not want to be named, said that the
price would be lower in the autumn.`
	if got := repaired(wrapped); len(got) != 2 {
		t.Errorf("%d blocks, want 2: %q", len(got), got)
	}
	const list = `Copper and its alloys, of which brass
Timber from the northern forests
Wool, raw and washed
Salt fish in barrels`
	if got := repaired(list); len(got) != 4 {
		t.Errorf("a list of %d blocks, want 4: %q", len(got), got)
	}
}
