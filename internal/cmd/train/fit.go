package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"rubricator/internal/catalogue"
	"rubricator/internal/gold"
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/passage"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// The fit is a multinomial logistic regression with the majors as classes over
// the terms of the pack and over further stems and pairs of stems of the texts.
// Its weights start from the curated ones and are pulled towards them (a
// Gaussian prior with the curated weight as its mean), so that a term keeps its
// weight where the texts say nothing. Each corpus has biases of its own, which
// are then dropped: how often a newspaper of 1996 wrote on a topic says nothing
// of the text at hand. Of all weights only those are kept that matter most, and
// fitted once more.
const (
	temperature = 60.0 // weight in the pack of one nat
	pull        = 8.0  // precision of the prior, for a term of any frequency
	epochs      = 12
	rate        = 0.25 // of AdaGrad (Duchi et al., JMLR 12, 2011)
	kept        = 8000

	leastStem = 8   // texts that a stem must occur in to become a term
	leastPair = 12  // and a pair of stems
	commonest = 200 // and at most in one of so many, or it says where a text is from
	newTerm   = 0.7 // how much a weight of such a term matters beside one of a term that is there

	quantum = 2 * pack.Step // fitted weights are multiples of it
)

// A text is a part of an item with its weight in the fit. Headlines and
// summaries are also fitted alone, at less weight: users paste both.
type text struct {
	says   string
	code   int
	corpus int
	weight float32
}

func texts(corpora [][]gold.Item) []text {
	var list []text
	for corpus, items := range corpora {
		for _, item := range items {
			list = append(list, text{item.Text, item.Code, 2 * corpus, 1})
			if headline, summary, ok := strings.Cut(item.Text, ". "); ok && item.Headline {
				list = append(list, text{headline, item.Code, 2*corpus + 1, 0.5}, text{summary, item.Code, 2*corpus + 1, 0.3})
			}
		}
	}
	return list
}

// fit returns what the corpora add to the curated terms of a catalogue.
func fit(c *catalogue.Catalogue, corpora [][]gold.Item) ([]catalogue.Fitted, error) {
	curated := *c
	curated.Fitted = nil
	base, err := compile(&curated)
	if err != nil {
		return nil, err
	}
	list := texts(corpora)
	p := extend(base, list)
	class := map[int]int{}
	for i, m := range p.Majors {
		class[m.Code] = i
	}
	f := features{model: model.New(p)}
	var examples []example
	for _, t := range list {
		if k, ok := class[t.code]; ok {
			terms, values := f.of(t.says)
			examples = append(examples, example{terms, values, k, t.corpus, t.weight})
		}
	}
	w := newWeights(p, len(corpora)*2, examples)
	w.fit(examples)
	w.keep(kept)
	w.fit(examples)
	return w.fitted(), nil
}

// extend returns the pack with further terms that say nothing yet: the frequent
// stems and pairs of stems of the texts.
func extend(p *pack.Pack, list []text) *pack.Pack {
	count := map[string]int{}
	var lexicon stem.Lexicon
	for _, text := range list {
		t := token.Scan(text.says, &lexicon)
		seen := map[string]bool{}
		previous := ""
		for _, tok := range t.Tokens {
			if tok.Spelling < 0 || !isSubject(&t.Spellings[tok.Spelling]) {
				previous = ""
				continue
			}
			word := t.Spellings[tok.Spelling].Stem
			seen[word] = true
			if previous != "" && tok.Joined {
				seen[previous+" "+word] = true
			}
			previous = word
		}
		for key := range seen {
			count[key]++
		}
	}
	known := map[string]bool{}
	for i := range p.Terms {
		known[catalogue.Key(p, &p.Terms[i])] = true
	}
	extended := *p
	extended.Words, extended.Terms = slices.Clone(p.Words), slices.Clone(p.Terms)
	number := map[string]int32{}
	for i, word := range p.Words {
		number[word] = int32(i)
	}
	for _, key := range slices.Sorted(maps.Keys(count)) {
		fields := strings.Fields(key)
		least := leastStem
		if len(fields) > 1 {
			least = leastPair
		}
		if count[key] < least || count[key] > len(list)/commonest || known[key] {
			continue
		}
		var ids []int32
		for _, word := range fields {
			if _, ok := number[word]; !ok {
				number[word] = int32(len(extended.Words))
				extended.Words = append(extended.Words, word)
			}
			ids = append(ids, number[word])
		}
		extended.Terms = append(extended.Terms, pack.Term{Words: ids})
	}
	slices.SortStableFunc(extended.Terms, func(a, b pack.Term) int { return slices.Compare(a.Words, b.Words) })
	return &extended
}

// features finds the terms of a pack in a text.
type features struct {
	model   *model.Model
	lexicon stem.Lexicon
}

// of returns the terms of a text and how much each counts, by its repetition
// as in Model.Weigh.
func (f *features) of(text string) (terms []int32, values []float32) {
	t := token.Scan(text, &f.lexicon)
	whole := []token.Span{{Start: 0, End: int32(len(text))}}
	index := map[int32]int{}
	times := map[int32]int{}
	for _, e := range f.model.Match(t, sentence.Split(t, whole)) {
		if _, ok := index[e.Term]; !ok {
			index[e.Term] = len(terms)
			terms = append(terms, e.Term)
			values = append(values, 0)
		}
		values[index[e.Term]] += []float32{1, 0.5, 0.25}[min(times[e.Term], 2)]
		times[e.Term]++
	}
	return terms, values
}

// An example is a text as the fit sees it.
type example struct {
	terms  []int32
	values []float32
	class  int // index in Pack.Majors
	corpus int
	weight float32
}

// weights are what the terms say for the classes, in nats: for each term a row
// with a value for each class.
type weights struct {
	pack      *pack.Pack
	classes   int
	corpora   int
	curated   []float32
	added     []float32
	allowed   []bool    // which of added may be other than 0; nil for all
	frequency []float32 // of each term in the examples
}

func newWeights(p *pack.Pack, corpora int, examples []example) *weights {
	k := len(p.Majors)
	w := &weights{
		pack: p, classes: k, corpora: corpora,
		curated: make([]float32, len(p.Terms)*k), added: make([]float32, len(p.Terms)*k),
		frequency: make([]float32, len(p.Terms)),
	}
	for i := range p.Terms {
		for _, posting := range p.Terms[i].Postings {
			w.curated[i*k+p.Issues[posting.Issue].Major] += float32(posting.Weight) / temperature
		}
	}
	for _, e := range examples {
		for _, term := range e.terms {
			w.frequency[term]++
		}
	}
	return w
}

// fit learns what is added, by stochastic gradient descent with AdaGrad's
// rates.
func (w *weights) fit(examples []example) {
	k := w.classes
	clear(w.added)
	squares := make([]float32, len(w.added))
	bias, biasSquares := make([]float32, w.corpora*k), make([]float32, w.corpora*k)
	scores := make([]float32, k)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same bytes on every run
	step := func(value, squares *float32, gradient float32) {
		*squares += gradient * gradient
		*value -= rate * gradient / float32(math.Sqrt(float64(*squares)+1e-3))
	}
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, index := range order {
			e := &examples[index]
			bias, biasSquares := bias[e.corpus*k:(e.corpus+1)*k], biasSquares[e.corpus*k:(e.corpus+1)*k]
			w.gradient(e, bias, scores)
			for i, term := range e.terms {
				shrink := pull / w.frequency[term]
				for c, g := range scores {
					at := int(term)*k + c
					if w.allowed == nil || w.allowed[at] {
						step(&w.added[at], &squares[at], g*e.values[i]+shrink*w.added[at])
					}
				}
			}
			for c, g := range scores {
				step(&bias[c], &biasSquares[c], g)
			}
		}
	}
}

// gradient sets scores to the gradient of the loss by the score of each class.
func (w *weights) gradient(e *example, bias, scores []float32) {
	copy(scores, bias)
	if at := w.pack.None(); at >= 0 {
		scores[at] += passage.NoIssue / temperature
	}
	k := w.classes
	for i, term := range e.terms {
		row := int(term) * k
		curated, added := w.curated[row:row+k], w.added[row:row+k]
		for c := range scores {
			scores[c] += e.values[i] * (curated[c] + added[c])
		}
	}
	top, sum := slices.Max(scores), float32(0)
	for c, s := range scores {
		scores[c] = float32(math.Exp(float64(s - top)))
		sum += scores[c]
	}
	for c := range scores {
		scores[c] *= e.weight / sum
	}
	scores[e.class] -= e.weight
}

// keep allows only the n values that matter most: by their size and by how
// often they are used.
func (w *weights) keep(n int) {
	type candidate struct {
		at     int
		effect float64
	}
	var candidates []candidate
	for at, value := range w.added {
		term := at / w.classes
		effect := math.Abs(float64(value)) * math.Sqrt(float64(w.frequency[term]))
		if len(w.pack.Terms[term].Postings) == 0 {
			effect *= newTerm
		}
		if effect > 0 {
			candidates = append(candidates, candidate{at, effect})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.effect, a.effect), cmp.Compare(a.at, b.at)) })
	w.allowed = make([]bool, len(w.added))
	for _, c := range candidates[:min(n, len(candidates))] {
		w.allowed[c.at] = true
	}
}

// fitted returns what is added in the unit of the pack, by term.
func (w *weights) fitted() []catalogue.Fitted {
	var list []catalogue.Fitted
	for i := range w.pack.Terms {
		f := catalogue.Fitted{Key: catalogue.Key(w.pack, &w.pack.Terms[i]), Weights: map[int]int32{}}
		for c := range w.classes {
			value := float64(w.added[i*w.classes+c]) * temperature
			if weight := int32(math.Round(value/quantum)) * quantum; weight != 0 {
				f.Weights[w.pack.Majors[c].Code] = weight
			}
		}
		if len(f.Weights) > 0 {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b catalogue.Fitted) int { return cmp.Compare(a.Key, b.Key) })
	return list
}

func writeFitted(list []catalogue.Fitted) string {
	var b strings.Builder
	for _, f := range list {
		fmt.Fprintf(&b, "%s:", f.Key)
		for _, code := range slices.Sorted(maps.Keys(f.Weights)) {
			fmt.Fprintf(&b, " %d:%d", code, f.Weights[code])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
