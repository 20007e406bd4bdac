package catalogue

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rubricator/internal/pack"
)

const trade = `# A comment.
major 18
label Foreign trade
definition Trade between countries.
mediatopic 20000385

issue trade
label Foreign trade
definition Trade in general.
cap 1800
5: trade, exports

issue tariffs
label Tariffs
definition Duties on imports.
cap 1807
mediatopic 20000384
9: tariff, customs duty, ==WTO ruling
-3: tariff-free roaming
5: dumping [unless waste|rubbish] [if imports|steel], =import
`

const world = `major 19
label World
definition Relations between countries.
issue world
label World
definition The world.
cap 1900
5: summit
`

func parse(files map[string]string) (*Catalogue, error) {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["en/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Parse(fsys, "en")
}

func mustCompile(t *testing.T, files map[string]string) *pack.Pack {
	t.Helper()
	c, err := parse(files)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Compile(c, "test", "1", "en")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// described writes the terms of a pack, one a line, with what they say.
func described(p *pack.Pack) []string {
	words := func(ids []int32) string {
		var list []string
		for _, id := range ids {
			list = append(list, p.Words[id])
		}
		return strings.Join(list, " ")
	}
	var lines []string
	for _, term := range p.Phrases.List() {
		line := words(term.Words)
		if len(term.If) > 0 {
			line += " if " + words(term.If)
		}
		if len(term.Unless) > 0 {
			line += " unless " + words(term.Unless)
		}
		for _, posting := range term.Postings {
			line += fmt.Sprintf(", %s %d", p.Issues[posting.Issue].ID, posting.Weight)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

func TestCompileStemsTermsAndKeepsMarks(t *testing.T) {
	p := mustCompile(t, map[string]string{"18-trade.txt": trade, "neutral.txt": "0: trade winds\n"})
	want := []string{
		"!WTO rule, tariffs 225",
		"=import, tariffs 125",
		"custom duti, tariffs 225",
		"dump if import steel unless rubbish wast, tariffs 125",
		"export, trade 125",
		"tariff free roam, tariffs -75",
		"tariff, tariffs 225",
		"trade wind",
		"trade, trade 125",
	}
	if got := described(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if issue := p.Issues[1]; issue.ID != "tariffs" || issue.CAP != 1807 || issue.MediaTopic != "20000384" || issue.General || !p.Issues[0].General {
		t.Errorf("issues %+v", p.Issues)
	}
}

func TestCompileLeavesOutPhrasesThatTheirWordsSay(t *testing.T) {
	p := mustCompile(t, map[string]string{"18-trade.txt": trade + "9: tariff war\n7: trade war\n"})
	got := described(p)
	if slices.Contains(got, "tariff war, tariffs 225") {
		t.Error("“tariff war” was kept, though “tariff” says it")
	}
	if !slices.Contains(got, "trade war, tariffs 175") {
		t.Errorf("“trade war” is not in %q", got)
	}
}

func TestParseNamesFileLineAndMistake(t *testing.T) {
	for _, test := range []struct{ name, line, want string }{
		{"weight zero", "0: tariffs on steel", "18-trade.txt:21: weight 0"},
		{"weight too large", "10: tariffs on steel", "18-trade.txt:21: weight 10"},
		{"too long", "5: one two three four five six seven", "18-trade.txt:21: \"one two"},
		{"capitals", "5: Tariffs", "\"Tariffs\" has capital letters"},
		{"condition not closed", "5: dumping [if steel", "a condition is"},
		{"unknown condition", "5: dumping [when steel]", "starts with if or unless"},
		{"unknown field", "colour red", "unknown field \"colour\""},
		{"prose", "Tariffs", "cannot read \"Tariffs\""},
		{"id taken", "issue tariffs", "issue tariffs exists already at 18-trade.txt:13"},
		{"bad id", "issue Tariff_War", "issue id \"Tariff_War\""},
		{"code of another major", "cap 1901", "cap \"1901\": a code of major 18"},
		{"long label", "label " + strings.Repeat("x", 41), "label of 41 characters"},
		{"issue without terms", "issue empty", "issue empty needs"},
		{"empty term", "5: a,,b", "\"\": a term has 1 to 6 words"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parse(map[string]string{"18-trade.txt": trade + test.line + "\n"})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestCompileFailsOnUnreviewedCollisionsAndSelfExclusion(t *testing.T) {
	files := map[string]string{"18-trade.txt": trade, "19-world.txt": world + "3: trade, tariffs\n"}
	compile := func() error {
		c, err := parse(files)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Compile(c, "test", "1", "en")
		return err
	}
	err := compile()
	if err == nil || !strings.Contains(err.Error(), `19-world.txt:9: "trade" stands under trade world`) ||
		!strings.Contains(err.Error(), `"tariff" stands under tariffs world`) {
		t.Fatalf("error %v does not name both collisions", err)
	}
	files["19-world.txt"] += "3: storm [unless stormed]\n"
	if err := compile(); err == nil || !strings.Contains(err.Error(), `19-world.txt:10: "storm" excludes itself`) {
		t.Errorf("a term that excludes itself gives %v", err)
	}
	files["19-world.txt"] = strings.Replace(files["19-world.txt"], "stormed", "teacup", 1)
	files["shared.txt"] = "trade: trade world\ntariff: world tariffs\n"
	if err := compile(); err != nil {
		t.Errorf("reviewed collisions give %v", err)
	}
	files["shared.txt"] += "summit: world tariffs\n"
	if err := compile(); err == nil || !strings.Contains(err.Error(), "summit") {
		t.Errorf("a review that nothing needs any more gives %v", err)
	}
	files["shared.txt"] = "trade: trade world\ntariff: world tariffs\n"
	files["neutral.txt"] = "0: summit\n"
	if err := compile(); err == nil || !strings.Contains(err.Error(), "\"summit\" is neutral and stands under world") {
		t.Errorf("a neutral term with an issue gives %v", err)
	}
}

func TestCompileAddsCuesToMajors(t *testing.T) {
	p := mustCompile(t, map[string]string{"18-trade.txt": trade, "cues.txt": "# Fitted.\nsteel: 18:40\ntariff war: 18:-30\n"})
	var got []string
	for _, cue := range p.Cues.List() {
		line := ""
		for _, word := range cue.Words {
			line += p.Words[word] + " "
		}
		got = append(got, fmt.Sprintf("%s%s %d", line, p.Issues[cue.Postings[0].Issue].ID, cue.Postings[0].Weight))
	}
	slices.Sort(got)
	if want := []string{"steel trade 40", "tariff war trade -30"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, line := range []string{"steel: 18:41", "steel:", "a b c: 18:40", "steel: x:40"} {
		if _, err := parse(map[string]string{"18-trade.txt": trade, "cues.txt": line}); err == nil || !strings.Contains(err.Error(), "cues.txt:1: cannot read") {
			t.Errorf("%q gives %v", line, err)
		}
	}
	c, err := parse(map[string]string{"18-trade.txt": trade, "cues.txt": "steel: 19:40"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compile(c, "test", "1", "en"); err == nil || !strings.Contains(err.Error(), "no major 19") {
		t.Errorf("a cue for a major that is not there gives %v", err)
	}
}

func TestParseTextsNamesFileLineAndMistake(t *testing.T) {
	c, err := parse(map[string]string{"18-trade.txt": trade})
	if err != nil {
		t.Fatal(err)
	}
	texts := func(lines string) ([]Text, error) {
		return ParseTexts(fstest.MapFS{"texts/18.txt": {Data: []byte(lines)}}, "texts", c)
	}
	got, err := texts("# Comment.\nissue tariffs\nheadline: Duties rise\n\nnews +trade: Steel: dearer again.\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []Text{{"headline", "Duties rise", []string{"tariffs"}}, {"news", "Steel: dearer again.", []string{"tariffs", "trade"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, test := range []struct{ lines, want string }{
		{"headline: Duties rise", "18.txt:1: a text before the first issue"},
		{"issue steel", "18.txt:1: no issue \"steel\""},
		{"issue tariffs\npoem: Duties rise", "18.txt:2: cannot read"},
		{"issue tariffs\nheadline:", "18.txt:2: cannot read"},
		{"issue tariffs\nnews trade: Duties rise", "\"trade\" is not +ISSUE"},
		{"issue tariffs\nnews +tariffs: Duties rise", "issue tariffs twice"},
		{"issue tariffs\nnews: Duties rise\nnews: Duties rise", "18.txt:3: stands already at texts/18.txt:2"},
	} {
		if _, err := texts(test.lines); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q gives %v, want %q", test.lines, err, test.want)
		}
	}
}
