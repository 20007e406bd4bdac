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
	"rubricator/internal/model"
	"rubricator/internal/pack"
	"rubricator/internal/sentence"
	"rubricator/internal/stem"
	"rubricator/internal/token"
)

// The fit is a multinomial logistic regression with the majors as classes. The
// curated weights of the phrases are its offset. It learns what the cues, stems
// and pairs of stems, add to that, pulled towards nothing by a Gaussian prior.
//
// While it learns, half of the phrases and cues of each text are left out at
// random (dropout: Srivastava et al., JMLR 15, 2014; for logistic regression
// Wager et al., NIPS 2013), so that it learns to tell a topic by each of its
// words, not by the one that its texts happen to share. Each register has biases of
// its own, which are then dropped: how often a newspaper of 1996 wrote on a
// topic says nothing of the text at hand. Of all weights only those are kept
// that matter most, and fitted once more.
const (
	temperature = 60.0 // weight in the pack of one nat
	pull        = 5.0  // precision of the prior, for a cue of any frequency
	left        = 0.5  // share of the terms that are left out
	epochs      = 12
	runs        = 6
	rate        = 0.2 // of AdaGrad (Duchi et al., JMLR 12, 2011)
	kept        = 14500

	leastTexts = 3   // texts that a cue must occur in
	frequent   = 0.4 // power of a cue's frequency by which its values matter

	quantum = 3 * pack.Step // fitted weights are multiples of it
)

// fit returns what the texts add to the curated phrases of a catalogue.
func fit(c *catalogue.Catalogue, texts []text) ([]catalogue.Cue, error) {
	curated := *c
	curated.Cues = nil
	p, err := compile(&curated)
	if err != nil {
		return nil, err
	}
	addCandidates(p, texts)
	class := map[int]int{}
	for i, m := range p.Majors {
		class[m.Code] = i
	}
	f := features{model: model.New(p)}
	w := newWeights(p)
	var examples []example
	for _, t := range texts {
		if k, ok := class[t.code]; ok {
			e := f.of(t.says)
			e.class, e.register, e.weight = k, t.register, t.weight
			examples = append(examples, e)
		}
	}
	w.average(examples)
	w.keep(kept)
	w.average(examples)
	return w.cues(), nil
}

// addCandidates makes cues that say nothing yet of the stems and pairs of stems
// of the texts.
func addCandidates(p *pack.Pack, texts []text) {
	count := map[string]int{}
	var lexicon stem.Lexicon
	for _, text := range texts {
		if text.part {
			continue
		}
		t := token.Scan(text.says, &lexicon)
		seen := map[string]bool{}
		previous := ""
		for _, tok := range t.Tokens {
			if tok.Spelling < 0 {
				continue
			}
			word := ""
			if s := &t.Spellings[tok.Spelling]; isSubject(s) {
				word = s.Stem
				seen[word] = true
				if previous != "" && tok.Joined {
					seen[previous+" "+word] = true
				}
			}
			previous = word
		}
		for key := range seen {
			count[key]++
		}
	}
	number := map[string]int32{}
	for i, word := range p.Words {
		number[word] = int32(i)
	}
	cues := p.Cues.List()
	for _, key := range slices.Sorted(maps.Keys(count)) {
		if count[key] < leastTexts {
			continue
		}
		var words []int32
		for _, word := range strings.Fields(key) {
			if _, ok := number[word]; !ok {
				number[word] = int32(len(p.Words))
				p.Words = append(p.Words, word)
			}
			words = append(words, number[word])
		}
		cues = append(cues, pack.Term{Words: words})
	}
	slices.SortFunc(cues, func(a, b pack.Term) int { return slices.Compare(a.Words, b.Words) })
	p.Cues = pack.TermsOf(cues...)
}

// An example is a text as the fit sees it.
type example struct {
	terms    []int32   // phrases and cues that it has, by number
	values   []float32 // and how much each counts
	class    int       // index in Pack.Majors
	register int
	weight   float32
}

// features finds the terms of a pack in a text.
type features struct {
	model   *model.Model
	lexicon stem.Lexicon
}

// of returns the terms of a text and how much each counts, by its repetition
// as in Model.Weigh.
func (f *features) of(text string) example {
	t := token.Scan(text, &f.lexicon)
	whole := []token.Span{{Start: 0, End: int32(len(text))}}
	var e example
	index := map[int32]int{}
	times := map[int32]int{}
	for _, o := range f.model.Match(t, sentence.Split(t, whole)) {
		if _, ok := index[o.Term]; !ok {
			index[o.Term] = len(e.terms)
			e.terms = append(e.terms, o.Term)
			e.values = append(e.values, 0)
		}
		e.values[index[o.Term]] += []float32{1, 0.5, 0.25}[min(times[o.Term], 2)]
		times[o.Term]++
	}
	return e
}

// weights are what the cues say for the classes, in nats: for each cue a row
// with a value for each class.
type weights struct {
	pack      *pack.Pack
	classes   int
	values    []float32
	allowed   []bool    // which of values may be other than 0; nil for all
	frequency []float32 // of each cue in the examples
}

func newWeights(p *pack.Pack) *weights {
	k := len(p.Majors)
	return &weights{pack: p, classes: k, values: make([]float32, p.Cues.Len()*k), frequency: make([]float32, p.Cues.Len())}
}

// average fits several times, each time in another order and with other terms
// left out, and takes the mean, so that less hangs on chance.
func (w *weights) average(examples []example) {
	sum := make([]float32, len(w.values))
	for run := range runs {
		w.fit(examples, uint64(run))
		for i, value := range w.values {
			sum[i] += value
		}
	}
	for i := range sum {
		w.values[i] = sum[i] / runs
	}
}

// fit learns the values, by stochastic gradient descent with AdaGrad's rates.
// The conversions to float32 keep products from being fused with sums, which
// some processors round otherwise.
func (w *weights) fit(examples []example, seed uint64) {
	k := w.classes
	clear(w.values)
	clear(w.frequency)
	registers := 0
	for _, e := range examples {
		registers = max(registers, e.register+1)
		for _, term := range e.terms {
			if cue := w.cue(term); cue >= 0 {
				w.frequency[cue]++
			}
		}
	}
	squares := make([]float32, len(w.frequency))
	bias, biasSquares := make([]float32, registers*k), make([]float32, registers*k)
	scores := make([]float32, k)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, seed)) // the same bytes on every run
	var seen example                         // what is left of an example
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, index := range order {
			e := &examples[index]
			seen = example{terms: seen.terms[:0], values: seen.values[:0], class: e.class, weight: e.weight}
			for i, term := range e.terms {
				if random.Float64() >= left {
					seen.terms = append(seen.terms, term)
					seen.values = append(seen.values, e.values[i]/(1-left))
				}
			}
			bias, biasSquares := bias[e.register*k:(e.register+1)*k], biasSquares[e.register*k:(e.register+1)*k]
			w.gradient(&seen, bias, scores)
			for i, term := range seen.terms {
				if cue := w.cue(term); cue >= 0 {
					w.step(cue, scores, seen.values[i], &squares[cue])
				}
			}
			for c, g := range scores {
				biasSquares[c] += float32(g * g)
				bias[c] -= float32(rate * g / float32(math.Sqrt(float64(biasSquares[c])+1e-3)))
			}
		}
	}
}

// step moves the values of a cue, which counts value in an example, against the
// gradient by the scores. One rate for the whole row keeps its sum at 0, as it
// is in the gradient: with one for each value, a word that speaks for one class
// would be learned as one that speaks against all others, in many values.
func (w *weights) step(cue int, gradient []float32, value float32, squares *float32) {
	from := cue * w.classes
	values := w.values[from : from+w.classes]
	shrink := pull / w.frequency[cue]
	of := func(c int) float32 {
		if w.allowed != nil && !w.allowed[from+c] {
			return 0
		}
		return float32(gradient[c]*value) + float32(shrink*values[c])
	}
	for c := range values {
		*squares += float32(of(c) * of(c))
	}
	rate := rate / float32(math.Sqrt(float64(*squares)+1e-3))
	for c := range values {
		values[c] -= float32(rate * of(c))
	}
}

// cue returns the index of a term among the cues, or a number below 0 for a
// phrase.
func (w *weights) cue(term int32) int { return int(term) - w.pack.Phrases.Len() }

// gradient sets scores to the gradient of the loss by the score of each class.
func (w *weights) gradient(e *example, bias, scores []float32) {
	copy(scores, bias)
	if at := w.pack.None(); at >= 0 {
		scores[at] += model.NoIssue / temperature
	}
	k := w.classes
	for i, term := range e.terms {
		if cue := w.cue(term); cue >= 0 {
			for c, value := range w.values[cue*k : cue*k+k] {
				scores[c] += float32(e.values[i] * value)
			}
			continue
		}
		for _, posting := range w.pack.Phrases.Postings(term) {
			scores[w.pack.Issues[posting.Issue].Major] += float32(e.values[i] * float32(posting.Weight) / temperature)
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

// keep allows only the n values that matter most: by their size and by how often
// they are used.
func (w *weights) keep(n int) {
	type candidate struct {
		at     int
		effect float64
	}
	var candidates []candidate
	for at, value := range w.values {
		effect := math.Abs(float64(value)) * math.Pow(float64(w.frequency[at/w.classes]), frequent)
		if effect > 0 {
			candidates = append(candidates, candidate{at, effect})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.effect, a.effect), cmp.Compare(a.at, b.at)) })
	w.allowed = make([]bool, len(w.values))
	for _, c := range candidates[:min(n, len(candidates))] {
		w.allowed[c.at] = true
	}
}

// cues returns the cues that say something, in the unit of the pack.
func (w *weights) cues() []catalogue.Cue {
	var list []catalogue.Cue
	for i, cue := range w.pack.Cues.List() {
		words := make([]string, len(cue.Words))
		for j, word := range cue.Words {
			words[j] = w.pack.Words[word]
		}
		c := catalogue.Cue{Words: strings.Join(words, " "), Weights: map[int]int32{}}
		for class := range w.classes {
			value := float64(w.values[i*w.classes+class]) * temperature
			if weight := int32(math.Round(value/quantum)) * quantum; weight != 0 {
				c.Weights[w.pack.Majors[class].Code] = weight
			}
		}
		if len(c.Weights) > 0 {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b catalogue.Cue) int { return cmp.Compare(a.Words, b.Words) })
	return list
}

func writeCues(list []catalogue.Cue) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s:", c.Words)
		for _, code := range slices.Sorted(maps.Keys(c.Weights)) {
			fmt.Fprintf(&b, " %d:%d", code, c.Weights[code])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
