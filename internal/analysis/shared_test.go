//go:build !js

package analysis_test

import (
	"os"
	"slices"
	"testing"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/passage"
)

// TestSharedArticle holds the engine to the article that it was ordered for: a
// scraped page on a summit, its title five times over, breadcrumb and teasers
// around it, seven headings glued into running text.
func TestSharedArticle(t *testing.T) {
	const file = "../../../shared/articles/power-play-in-the-pacific.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Skip("not here: ", file)
	}
	r, err := newAnalyzer(t).Analyze(string(text), analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("repair", func(t *testing.T) {
		a := r.Article
		roles := map[article.Role]int{}
		for _, b := range a.Blocks {
			roles[b.Role]++
			if b.Role == article.Heading && !b.Inline {
				t.Errorf("heading %q is on a line of its own", r.Text[b.Start:b.End])
			}
		}
		if roles[article.Title] != 1 || roles[article.Heading] != 7 {
			t.Errorf("%d titles and %d headings, want 1 and 7", roles[article.Title], roles[article.Heading])
		}
		reasons := map[article.Reason]int{}
		for _, removal := range a.Removed {
			reasons[removal.Reason]++
		}
		// The fifth title is the breadcrumb's last part.
		for reason, want := range map[article.Reason]int{article.RepeatedTitle: 3, article.Breadcrumb: 1, article.BylineLine: 1, article.Copyright: 1, article.Related: 1} {
			if reasons[reason] != want {
				t.Errorf("%d parts removed as %s, want %d", reasons[reason], reason, want)
			}
		}
		if last := a.Removed[len(a.Removed)-1]; last.Reason != article.Related || last.Start < a.Blocks[len(a.Blocks)-1].End {
			t.Errorf("the last removed part is %+v", last)
		}
		if a.Byline == nil || a.Published == nil || a.Published.Text != "2025-10-30" || a.Source == nil {
			t.Errorf("byline %v, published %v, source %v", a.Byline, a.Published, a.Source)
		}
	})
	t.Run("each section leads with its own issue", func(t *testing.T) {
		want := [][]string{nil, {"tariffs", "trade-agreements", "foreign-trade"}, {"critical-minerals"}, {"opioids"}, {"ukraine-war"},
			{"social-media", "ai-governance", "cybersecurity", "technology"}, {"taiwan-strait"}, nil}
		if len(r.Passages) != len(want) {
			t.Fatalf("%d passages, want %d", len(r.Passages), len(want))
		}
		for i, p := range r.Passages {
			if want[i] != nil && (len(p.Issues) == 0 || !slices.Contains(want[i], id(r, p.Issues[0]))) {
				t.Errorf("passage %d is about %v, want one of %v first", i, p.Issues, want[i])
			}
		}
	})
	t.Run("each side wants something", func(t *testing.T) {
		sides := map[string]int{}
		for _, c := range r.Claims {
			sides[c.Name]++
			if c.Issue < 0 {
				t.Errorf("the claim of %s at %d is on no issue", c.Name, c.Verb.Start)
			}
		}
		if len(r.Claims) < 18 || sides["China"] == 0 || sides["United States"] == 0 {
			t.Errorf("%d claims, by %v", len(r.Claims), sides)
		}
	})
	t.Run("the breadcrumb does not decide", func(t *testing.T) {
		const technology = 17
		if first := r.Topics.Issues[0]; r.Pack.Majors[r.Pack.Issues[first.Index].Major].Code == technology {
			t.Errorf("the first issue is %s", id(r, first))
		}
	})
}

func id(r *analysis.Report, c passage.Call) string { return r.Pack.Issues[c.Index].ID }
