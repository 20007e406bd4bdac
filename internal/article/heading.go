package article

import (
	"strings"

	"rubricator/internal/sentence"
	"rubricator/internal/token"
)

// Headings lose their line break when a page is flattened carelessly: "...
// between the two. Fighting fentanyl The delegation is expected to ...". What
// gives them away is a capital in the middle of what looks like one sentence,
// on a word that is no name, with a phrase without a verb before it.
const (
	glued         = 400 // bytes; a paragraph that lost its headings is long
	headingWords  = 10  // the longest heading looked for
	restartTokens = 5   // what follows must go on for as long
)

// splitHeadings cuts the headings that are glued into a paragraph out of it.
// It returns the paragraph alone if there are none.
func (r *repair) splitHeadings(paragraph token.Span) []Block {
	whole := []Block{{Span: paragraph}}
	if paragraph.Len() < glued {
		return whole
	}
	var blocks []Block
	start := paragraph.Start
	for _, s := range sentence.Split(r.Table, []token.Span{paragraph}) {
		n := r.headingAt(s)
		if n == 0 {
			continue
		}
		if s.First > 0 && r.Tokens[s.First].Start > start {
			blocks = append(blocks, Block{Span: token.Span{Start: start, End: r.Tokens[s.First-1].End}})
		}
		last := r.Tokens[s.First+n-1]
		blocks = append(blocks, Block{Span: token.Span{Start: s.Start, End: last.End}, Role: Heading, Inline: true})
		start = r.Tokens[s.First+n].Start
	}
	if blocks == nil {
		return whole
	}
	return append(blocks, Block{Span: token.Span{Start: start, End: paragraph.End}})
}

// headingAt returns how many tokens at the start of a sentence are a heading,
// or 0.
func (r *repair) headingAt(s sentence.Sentence) int {
	if r.Tokens[s.First].Kind == token.Mark || !r.Capital(s.First) || adverbial[r.Folded(s.First)] {
		return 0
	}
	words, comma := 0, false
	for i := s.First; i < s.Last-restartTokens && words <= headingWords; i++ {
		if r.Tokens[i].Kind == token.Mark {
			switch r.At(i) {
			case "-", "’", "&":
			case ",":
				comma = true
			default:
				return 0
			}
			continue
		}
		if words >= 2 && r.restarts(i, comma) && !functional[r.Folded(i-1)] && !strings.HasSuffix(r.Folded(i-1), "'s") {
			return i - s.First
		}
		if clausal[r.Folded(i)] {
			return 0 // a sentence with a verb, or a part of one
		}
		words++
	}
	return 0
}

// restarts says whether a sentence starts at token i, in the middle of what
// looks like one. After a comma, a function word in capitals is likelier to
// start a name: "in Paris, The Hague and Vienna".
func (r *repair) restarts(i int, comma bool) bool {
	if !r.Capital(i) || r.Tokens[i].Kind != token.Word || !r.Tokens[i].Joined || r.Tokens[i-1].Kind == token.Mark {
		return false
	}
	if restarts[r.Folded(i)] && !comma {
		return true
	}
	// A word that the text also has in lower case is no name; but it may be a
	// title before one ("Premier Li"), or part of a name in capitals.
	return !r.Capital(i-1) && i+1 < len(r.Tokens) && r.Tokens[i+1].Kind == token.Word && !r.Capital(i+1) &&
		!functional[r.Folded(i-1)] && r.common(r.Folded(i))
}

// common says whether the text has a word in lower case.
func (r *repair) common(folded string) bool {
	if r.lower == nil {
		r.lower = map[string]bool{}
		for _, s := range r.Spellings {
			if s.Kind == token.Word && s.Text == s.Folded {
				r.lower[s.Folded] = true
			}
		}
	}
	return r.lower[folded]
}

var (
	// restarts are function words that start sentences.
	restarts = set(`the a an in on at after before behind beyond for from with while when as if but both each many some
		most no it he she they we this that these those there since during despite although though under his her its their
		our what who how why where yet until without among across over all another other such according even still now
		meanwhile not only one two three by last`)
	// functional words belong to what follows them: no heading ends in one.
	functional = set(`a an the and or but nor of in on at by for to from with into over under between among about against
		after before during through as than if when while is are was were be been being has have had his her its their our
		your my this that these those no not every each any some all very more most`)
	// adverbial words start what stands before a clause rather than a heading:
	// "In the end The Hague agreed".
	adverbial = set(`in on at by during since until for from with as when while if although because there then now
		meanwhile yesterday today last this that these those his her its their our all other another following`)
	// clausal words say that a phrase is no heading: pronouns, auxiliaries and
	// verbs of reporting.
	clausal = set(`he she they it we i him her them us me who which is are was were has have had will would can could may
		might must should shall do does did said says say told tells added adds asked be been being called`)
)
