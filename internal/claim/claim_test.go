package claim_test

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"testing"

	"rubricator/internal/actor"
	"rubricator/internal/claim"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

//go:embed testdata/dev/*.txt testdata/held/*.txt
var testdata embed.FS

// gold is a claim as it stands in a gold file.
type gold struct{ kind, actor, verb, content string }

func extract(text string) (found []gold, sentences []int, table *token.Table, split []sentence.Sentence) {
	table = token.Scan(text, &stem.Lexicon{})
	var blocks []token.Span
	at := int32(0)
	for paragraph := range strings.SplitSeq(text, "\n") {
		end := at + int32(len(paragraph))
		blocks = append(blocks, token.Span{Start: at, End: end})
		at = end + 1
	}
	split = sentence.Split(table, blocks)
	for _, c := range new(claim.Extractor).Extract(table, split, new(actor.Finder).Find(table, split)) {
		found = append(found, gold{string(c.Kind), text[c.Actor.Start:c.Actor.End], text[c.Verb.Start:c.Verb.End], text[c.Content.Start:c.Content.End]})
		sentences = append(sentences, c.Sentence)
	}
	return found, sentences, table, split
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool {
		return strings.ContainsRune(" .,;:“”\"()—–-", r)
	})
}

func share(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// agrees is the rule of testdata/README.md; with kinds apart if kind is false.
func agrees(found, want gold, kind bool) bool {
	if kind && found.kind != want.kind {
		return false
	}
	a, b := words(found.actor), words(want.actor)
	if len(a) == 0 || len(b) == 0 || a[len(a)-1] != b[len(b)-1] && !strings.Contains(strings.Join(b, " "), strings.Join(a, " ")) &&
		!strings.Contains(strings.Join(a, " "), strings.Join(b, " ")) {
		return false
	}
	if !share(words(found.verb), words(want.verb)) {
		return false
	}
	c, d := words(found.content), words(want.content)
	count := map[string]int{}
	for _, w := range d {
		count[w]++
	}
	hits := 0
	for _, w := range c {
		if count[w] > 0 {
			count[w]--
			hits++
		}
	}
	return 4*hits >= len(c)+len(d) // F1 of one half
}

// TestGoldClaims measures the claims that are found against the gold files.
func TestGoldClaims(t *testing.T) {
	for _, part := range []struct {
		name              string
		precision, recall float64
	}{{"dev", 0.85, 0.60}, {"held", 0.85, 0.60}} {
		t.Run(part.name, func(t *testing.T) {
			files, _ := fs.Glob(testdata, "testdata/"+part.name+"/*.txt")
			all, right, anyKind, wanted := 0, 0, 0, 0
			for _, file := range files {
				data, err := fs.ReadFile(testdata, file)
				if err != nil {
					t.Fatal(err)
				}
				text, lines, _ := strings.Cut(string(data), "\n-----\n")
				var want []gold
				for line := range strings.Lines(lines) {
					if f := strings.SplitN(strings.TrimSpace(line), " | ", 4); len(f) == 4 {
						want = append(want, gold{f[0], f[1], f[2], f[3]})
					}
				}
				found, at, table, split := extract(text)
				taken := make([]bool, len(want))
				for i, f := range found {
					s := table.Text[split[at[i]].Start:split[at[i]].End]
					ok, loose := false, false
					for k, w := range want {
						if taken[k] || !strings.Contains(s, w.content) || !strings.Contains(s, w.verb) {
							continue
						}
						if agrees(f, w, true) {
							taken[k], ok = true, true
							break
						}
						loose = loose || agrees(f, w, false)
					}
					if ok {
						right++
					} else if part.name == "dev" {
						t.Logf("%s wrong: %q", path.Base(file), f)
					}
					if ok || loose {
						anyKind++
					}
				}
				all += len(found)
				wanted += len(want)
				for k, w := range want {
					if !taken[k] && part.name == "dev" {
						t.Logf("%s missed: %q", path.Base(file), w)
					}
				}
			}
			precision, recall := float64(right)/float64(max(all, 1)), float64(right)/float64(wanted)
			t.Logf("%d articles, %d gold claims, %d found: precision %.3f, recall %.3f; with any kind precision %.3f",
				len(files), wanted, all, precision, recall, float64(anyKind)/float64(max(all, 1)))
			if precision < part.precision || recall < part.recall {
				t.Errorf("below precision %.2f, recall %.2f", part.precision, part.recall)
			}
		})
	}
}

// A transcript has no full stops: its clauses are read in pieces.
func TestClaimsAreFoundAllOverASentenceWithoutEnd(t *testing.T) {
	const part = "Germany demands higher wages for nurses, it rained all day; "
	found, sentences, _, split := extract(strings.Repeat(part, 200))
	if len(split) != 1 {
		t.Fatalf("%d sentences", len(split))
	}
	// Where a piece ends, a claim or two may be cut.
	if n := len(found); n < 180 || n > 200 {
		t.Errorf("%d claims in 200 clauses", n)
	}
	for i, f := range found {
		if f.actor != "Germany" || !strings.HasPrefix(f.content, "higher wages") || sentences[i] != 0 {
			t.Errorf("%q in sentence %d", f, sentences[i])
		}
	}
}
