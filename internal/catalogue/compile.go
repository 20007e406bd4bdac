package catalogue

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rubricator/internal/pack"
	"rubricator/internal/stem"
)

// Compile makes an issue pack of the catalogue: it stems the terms with the
// engine's stemmer and numbers words, majors and issues. The error joins one
// error for each collision that nobody has reviewed: a term that stands under
// two issues, in one issue twice, or both as neutral and under an issue.
func Compile(c *Catalogue, id, version, language string) (*pack.Pack, error) {
	b := builder{words: map[string]int32{}, terms: map[string]*entry{}}
	p := &pack.Pack{ID: id, Version: version, Language: language, Calibration: c.Calibration}
	for _, m := range c.Majors {
		for i, issue := range m.Issues {
			for _, t := range issue.Terms {
				b.add(t, int32(len(p.Issues)), issue.ID)
			}
			p.Issues = append(p.Issues, pack.Issue{
				ID: issue.ID, Label: issue.Label, Definition: issue.Definition,
				Major: len(p.Majors), CAP: issue.CAP, MediaTopic: issue.MediaTopic, General: i == 0,
			})
		}
		p.Majors = append(p.Majors, pack.Major{Code: m.Code, Label: m.Label, Definition: m.Definition, MediaTopic: m.MediaTopic})
	}
	for _, t := range c.Neutral {
		b.add(t, -1, "")
	}
	if err := b.collisions(c.Shared); err != nil {
		return nil, err
	}
	for s := range c.Levels {
		b.word(s)
	}
	p.Words = b.keys()
	for s, level := range c.Levels {
		p.Levels = append(p.Levels, pack.Level{Word: b.words[s], Level: level})
	}
	terms, phrases := b.list()
	p.Phrases = pack.TermsOf(prune(p, terms, phrases)...)
	if err := addCues(p, c.Cues); err != nil {
		return nil, err
	}
	arrange(p)
	return p, nil
}

// entry is a term of the pack while it is collected, with where it came from.
type entry struct {
	words, ifs, unless []string // keys
	phrase             string   // as it is written
	postings           []pack.Posting
	issues             []string // ids, in the order of postings
	at                 []place
	neutral            bool
}

type builder struct {
	lexicon stem.Lexicon
	words   map[string]int32 // key -> number, once numbered
	terms   map[string]*entry
	order   []string // keys of terms
	errs    []error
}

// keysOf gives the keys of the words as the engine will look them up.
func (b *builder) keysOf(words []Word) []string {
	var keys []string
	for _, w := range words {
		key := pack.KeyOf(w.Kind, w.Text, b.lexicon.Stem)
		b.word(key)
		keys = append(keys, key)
	}
	return keys
}

func (b *builder) word(key string) { b.words[key] = 0 }

func (b *builder) add(t Term, issue int32, id string) {
	words, ifs, unless := b.keysOf(t.Words), b.keysOf(t.If), b.keysOf(t.Unless)
	for _, word := range words {
		if slices.Contains(unless, word) {
			b.errs = append(b.errs, fmt.Errorf("%v: %q excludes itself: a word of the condition has the stem %q", t.at, written(t.Words), word))
		}
	}
	slices.Sort(ifs)
	slices.Sort(unless)
	key := strings.Join(words, " ")
	if len(ifs) > 0 {
		key += " [if " + strings.Join(ifs, "|") + "]"
	}
	if len(unless) > 0 {
		key += " [unless " + strings.Join(unless, "|") + "]"
	}
	e := b.terms[key]
	if e == nil {
		e = &entry{words: words, ifs: ifs, unless: unless, phrase: written(t.Words)}
		b.terms[key] = e
		b.order = append(b.order, key)
	}
	e.at = append(e.at, t.at)
	if issue < 0 {
		e.neutral = true
		return
	}
	if i := slices.Index(e.issues, id); i >= 0 {
		// The same stem in another spelling: no collision, if it weighs the same.
		if e.postings[i].Weight != int32(t.Weight*pack.Scale) {
			b.errs = append(b.errs, fmt.Errorf("%v: %q stands under %s already, with another weight, at %v", t.at, key, id, e.at[0]))
		}
		return
	}
	e.issues = append(e.issues, id)
	e.postings = append(e.postings, pack.Posting{Issue: issue, Weight: int32(t.Weight * pack.Scale)})
}

// collisions reports the terms of several issues that shared does not allow.
func (b *builder) collisions(shared map[string][]string) error {
	errs := b.errs
	used := map[string]bool{}
	for _, key := range b.order {
		e := b.terms[key]
		allowed := shared[key]
		if len(e.issues) > 1 {
			used[key] = true
		}
		switch {
		case e.neutral && len(e.issues) > 0:
			errs = append(errs, fmt.Errorf("%v: %q is neutral and stands under %s (%v)", e.at[len(e.at)-1], key, e.issues[0], e.at[0]))
		case len(e.issues) > 1 && !within(e.issues, allowed):
			errs = append(errs, fmt.Errorf("%v: %q stands under %s; where that is right, add it to shared.txt",
				e.at[len(e.at)-1], key, strings.Join(e.issues, " ")))
		}
	}
	for key := range shared {
		if !used[key] {
			errs = append(errs, fmt.Errorf("shared.txt: %q is no collision", key))
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}

func within(list, of []string) bool {
	for _, s := range list {
		if !slices.Contains(of, s) {
			return false
		}
	}
	return true
}

// keys numbers the words in sorted order and returns them.
func (b *builder) keys() []string {
	keys := make([]string, 0, len(b.words))
	for key := range b.words {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for i, key := range keys {
		b.words[key] = int32(i)
	}
	return keys
}

func (b *builder) numbers(keys []string) []int32 {
	var list []int32
	for _, key := range keys {
		list = append(list, b.words[key])
	}
	return list
}

// list returns the terms sorted by their words, and each as it is written.
func (b *builder) list() (terms []pack.Term, phrases []string) {
	entries := slices.Collect(maps.Values(b.terms))
	slices.SortFunc(entries, func(x, y *entry) int {
		return cmp.Or(slices.Compare(x.words, y.words), slices.Compare(x.ifs, y.ifs), slices.Compare(x.unless, y.unless))
	})
	for _, e := range entries {
		terms = append(terms, pack.Term{
			Words: b.numbers(e.words), Postings: e.postings,
			If: b.numbers(e.ifs), Unless: b.numbers(e.unless),
		})
		phrases = append(phrases, e.phrase)
	}
	return terms, phrases
}
