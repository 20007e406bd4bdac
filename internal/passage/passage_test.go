package passage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rubricator/internal/article"
	"rubricator/internal/catalogue"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/passage"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

const trade = `major 18
label Trade
definition Trade.
issue trade
label Trade
definition Trade.
cap 1800
5: trade
issue tariffs
label Tariffs
definition Duties.
cap 1807
9: tariff, customs
`

const health = `major 3
label Health
definition Health.
issue health
label Health
definition Health.
cap 300
5: patient
issue hospitals
label Hospitals
definition Hospitals.
cap 322
9: hospital, ward
`

func newModel(t *testing.T) *model.Model {
	t.Helper()
	c, err := catalogue.Parse(fstest.MapFS{"18.txt": {Data: []byte(trade)}, "03.txt": {Data: []byte(health)}}, ".")
	if err != nil {
		t.Fatal(err)
	}
	p, err := catalogue.Compile(c, "test", "1", "en")
	if err != nil {
		t.Fatal(err)
	}
	return model.New(p)
}

// segment cuts a text whose lines are blocks; a line that starts with "#" is a
// heading.
func segment(m *model.Model, text string) (passages []passage.Passage, all []model.Occurrence) {
	table := token.Scan(text, &stem.Lexicon{})
	var blocks []token.Span
	heading := map[int]bool{}
	start := int32(0)
	for _, line := range strings.SplitAfter(text, "\n") {
		heading[len(blocks)] = strings.HasPrefix(line, "#")
		blocks = append(blocks, token.Span{Start: start, End: start + int32(len(line))})
		start += int32(len(line))
	}
	sentences := sentence.Split(table, blocks)
	all = m.Match(table, sentences)
	role := func(i int) article.Role {
		if heading[sentences[i].Block] {
			return article.Heading
		}
		return article.Paragraph
	}
	return passage.NewSegmenter(m).Segment(sentences, all, role), all
}

// paragraphs is the role of the sentences of texts without headings.
func paragraphs(int) article.Role { return article.Paragraph }

const (
	tariffs   = "The tariff hits customs. "
	hospitals = "The hospital closed a ward. "
	nothing   = "It rained all day. "
)

// passages writes what each passage starts with and is about.
func described(m *model.Model, text string) []string {
	passages, _ := segment(m, text)
	var list []string
	for _, p := range passages {
		about := "none"
		if len(p.Issues) > 0 {
			about = m.Pack().Issues[p.Issues[0].Index].ID
		}
		list = append(list, fmt.Sprintf("%d-%d %s", p.First, p.Last, about))
	}
	return list
}

func TestSegment(t *testing.T) {
	m := newModel(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"no text", "", nil},
		{"one issue", strings.Repeat(tariffs, 3), []string{"0-3 tariffs"}},
		{"no issue", strings.Repeat(nothing, 3), []string{"0-3 none"}},
		{"a change of issue", strings.Repeat(tariffs, 3) + strings.Repeat(hospitals, 3), []string{"0-3 tariffs", "3-6 hospitals"}},
		{"a passing word is no change", strings.Repeat(tariffs, 3) + "A hospital. " + strings.Repeat(tariffs, 3), []string{"0-7 tariffs"}},
		{"a sentence without evidence is no change", tariffs + nothing + tariffs, []string{"0-3 tariffs"}},
		{"a long stretch without evidence is no issue", strings.Repeat(tariffs, 4) + strings.Repeat(nothing, 20), []string{"0-4 tariffs", "4-24 none"}},
		{"headings are boundaries", "# Duties\n" + tariffs + "\n# Wards\n" + hospitals, []string{"0-2 tariffs", "2-4 hospitals"}},
		{"below a heading short text stays together", "# Duties\n" + strings.Repeat(tariffs, 4) + strings.Repeat(hospitals, 3), []string{"0-8 tariffs"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := described(m, test.text); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPassagesKnowTheirHeading(t *testing.T) {
	passages, _ := segment(newModel(t), tariffs+"\n# Wards\n"+hospitals)
	if len(passages) != 2 || passages[0].Heading != -1 || passages[1].Heading != 1 {
		t.Errorf("passages %+v", passages)
	}
}

func TestArticleSharesAreSharesOfTheBody(t *testing.T) {
	m := newModel(t)
	passages, all := segment(m, strings.Repeat(tariffs, 6)+strings.Repeat(hospitals, 3))
	topics := passage.NewSegmenter(m).Article(passages, all, paragraphs)
	if len(topics.Issues) != 2 {
		t.Fatalf("issues %+v", topics.Issues)
	}
	first, second := topics.Issues[0], topics.Issues[1]
	if m.Pack().Issues[first.Index].ID != "tariffs" || first.Share <= second.Share || !first.Covered || !second.Covered {
		t.Errorf("issues %+v", topics.Issues)
	}
	if sum := first.Share + second.Share; sum > 1000 || sum < 700 {
		t.Errorf("shares sum up to %d thousandths", sum)
	}
	if topics := passage.NewSegmenter(m).Article(nil, nil, paragraphs); len(topics.Majors)+len(topics.Issues) != 0 {
		t.Errorf("a text without passages is about %+v", topics)
	}
}

func TestAPackWithoutMajorsFindsNothing(t *testing.T) {
	m := model.New(new(pack.Pack))
	passages, all := segment(m, tariffs)
	if topics := passage.NewSegmenter(m).Article(passages, all, paragraphs); len(passages) != 1 || len(topics.Majors)+len(topics.Issues) != 0 {
		t.Errorf("passages %+v, topics %+v", passages, topics)
	}
}

func TestPassingReferencesAreMentionedNotCovered(t *testing.T) {
	m := newModel(t)
	passages, all := segment(m, strings.Repeat(tariffs, 6)+"A hospital. ")
	for _, call := range passage.NewSegmenter(m).Article(passages, all, paragraphs).Issues {
		if id := m.Pack().Issues[call.Index].ID; call.Covered != (id == "tariffs") {
			t.Errorf("%s: covered is %v", id, call.Covered)
		}
	}
}
