package pack

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
)

// The file: magic, CRC-32 (IEEE) of all that follows it, SHA-256 of the
// payload, payload. The payload is a sequence of unsigned varints, zigzag
// varints for what may be negative, and strings with their length before them,
// in the order in which Encode writes them; words and terms have forms of their
// own, see writer.
const (
	magic      = "rbrpack2"
	headerSize = len(magic) + 4 + 32
)

// Limits that Decode holds a pack to: with them, no input makes it allocate
// more than some thirty times its own size.
const (
	maxSize   = 4 << 20 // bytes of the file
	maxWord   = 128     // bytes of a key
	maxWeight = 1 << 15
)

// Encode writes a pack and sets its SHA256. sum computes a SHA-256: it is
// handed in because the engine itself, which only reads packs, has no use for
// one.
func Encode(p *Pack, sum func([]byte) [32]byte) []byte {
	var w writer
	w.string(p.ID)
	w.string(p.Version)
	w.string(p.Language)
	w.uint(len(p.Majors))
	for _, m := range p.Majors {
		w.uint(m.Code)
		w.string(m.Label)
		w.string(m.Definition)
		w.string(m.MediaTopic)
	}
	w.uint(len(p.Issues))
	for _, issue := range p.Issues {
		w.string(issue.ID)
		w.string(issue.Label)
		w.string(issue.Definition)
		w.uint(issue.Major)
		w.uint(issue.CAP)
		w.string(issue.MediaTopic)
		general := 0
		if issue.General {
			general = 1
		}
		w.uint(general)
	}
	w.words(p.Words)
	w.terms(p.Phrases.List())
	w.terms(byMajor(p))
	w.uint(len(p.Levels))
	last := int32(0)
	for _, l := range p.Levels {
		w.uint(int(l.Word - last))
		w.uint(int(l.Level))
		last = l.Word
	}
	w.ids(p.Calibration.Strengths)
	w.ids(p.Calibration.Parts)
	w.ids(p.Calibration.Leading)
	w.ids(p.Calibration.Others)

	digest := sum(w.data)
	p.SHA256 = fmt.Sprintf("%x", digest)
	return seal(w.data, digest)
}

// seal puts the header before a payload.
func seal(payload []byte, digest [32]byte) []byte {
	file := append([]byte(magic), make([]byte, 4)...)
	file = append(file, digest[:]...)
	file = append(file, payload...)
	binary.LittleEndian.PutUint32(file[len(magic):], crc32.ChecksumIEEE(file[len(magic)+4:]))
	return file
}

type writer struct{ data []byte }

func (w *writer) uint(n int)      { w.data = binary.AppendUvarint(w.data, uint64(n)) }
func (w *writer) int(n int)       { w.data = binary.AppendVarint(w.data, int64(n)) }
func (w *writer) string(s string) { w.uint(len(s)); w.data = append(w.data, s...) }
func (w *writer) ids(list []int32) {
	w.uint(len(list))
	for _, id := range list {
		w.uint(int(id))
	}
}

// words writes how many bytes each word shares with the one before it, then
// what follows these bytes, each ended by a zero.
func (w *writer) words(words []string) {
	w.uint(len(words))
	shared := make([]int, len(words))
	for i, word := range words[min(1, len(words)):] {
		shared[i+1] = commonPrefix(words[i], word)
	}
	for _, n := range shared {
		w.uint(n)
	}
	for i, word := range words {
		w.data = append(append(w.data, word[shared[i]:]...), 0)
	}
}

// terms writes the terms column by column, each column a run of like numbers:
// that is what lets a general compressor halve them. Words that a term shares
// with the one before it are left out, and conditions, which few terms have
// and several share, are a table of lists and one of the terms that have them.
func (w *writer) terms(terms []Term) {
	conditions := newConditions(terms)
	w.uint(len(conditions.lists))
	for _, list := range conditions.lists {
		w.ids(list)
	}
	w.uint(len(terms))
	var previous []int32
	shared := make([]int, len(terms))
	for i, t := range terms {
		for shared[i] < min(len(previous), len(t.Words)) && previous[shared[i]] == t.Words[shared[i]] {
			shared[i]++
		}
		previous = t.Words
		w.uint(len(t.Words)*(MaxWords+1) + shared[i])
	}
	first := int32(0)
	for i, t := range terms {
		for j, word := range t.Words[shared[i]:] {
			if shared[i]+j == 0 {
				w.int(int(word - first))
				first = word
			} else {
				w.uint(int(word))
			}
		}
	}
	for _, t := range terms {
		w.uint(len(t.Postings))
	}
	for _, t := range terms {
		previous := int32(0)
		for _, posting := range t.Postings {
			w.uint(int(posting.Issue - previous))
			previous = posting.Issue
		}
	}
	for _, t := range terms {
		for _, posting := range t.Postings {
			w.int(int(posting.Weight) / Step)
		}
	}
	last := 0
	w.uint(conditions.terms)
	for i, t := range terms {
		if len(t.If)+len(t.Unless) > 0 {
			w.uint(i - last)
			w.uint(conditions.number(t.If))
			w.uint(conditions.number(t.Unless))
			last = i
		}
	}
}

// byMajor returns the cues of a pack with the number of the major in the place
// of that of its general issue: small numbers, which pack well.
func byMajor(p *Pack) []Term {
	cues := p.Cues.List()
	for i := range cues {
		cues[i].Postings = slices.Clone(cues[i].Postings)
		for j := range cues[i].Postings {
			posting := &cues[i].Postings[j]
			posting.Issue = int32(p.Issues[posting.Issue].Major)
		}
	}
	return cues
}

// conditions numbers the distinct lists of words in conditions from 1, in the
// order of the terms; 0 stands for no condition.
type conditions struct {
	lists   [][]int32
	numbers map[string]int
	terms   int // how many have any
}

func newConditions(terms []Term) conditions {
	c := conditions{numbers: map[string]int{}}
	for _, t := range terms {
		if len(t.If)+len(t.Unless) > 0 {
			c.terms++
		}
		for _, list := range [][]int32{t.If, t.Unless} {
			if key := fmt.Sprint(list); len(list) > 0 && c.numbers[key] == 0 {
				c.lists = append(c.lists, list)
				c.numbers[key] = len(c.lists)
			}
		}
	}
	return c
}

func (c conditions) number(list []int32) int { return c.numbers[fmt.Sprint(list)] }

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// Decode reads a pack that Encode wrote. Whatever the bytes, it returns a
// pack in which every index is in bounds and everything in the order that Pack
// says, or an error that says what is wrong and where.
func Decode(file []byte) (*Pack, error) {
	switch {
	case len(file) < len(magic) || string(file[:len(magic)]) != magic:
		return nil, fmt.Errorf("load pack: not an issue pack of this version (%d bytes)", len(file))
	case len(file) < headerSize:
		return nil, fmt.Errorf("load pack: truncated at byte %d", len(file))
	case len(file) > maxSize:
		return nil, fmt.Errorf("load pack: %d bytes are more than the %d allowed", len(file), maxSize)
	case binary.LittleEndian.Uint32(file[len(magic):]) != crc32.ChecksumIEEE(file[len(magic)+4:]):
		return nil, fmt.Errorf("load pack: damaged or truncated (checksum differs, %d bytes)", len(file))
	}
	r := reader{data: file, at: headerSize}
	p := &Pack{SHA256: fmt.Sprintf("%x", file[len(magic)+4:headerSize])}
	p.ID = r.string()
	p.Version = r.string()
	p.Language = r.string()
	p.Majors = make([]Major, r.count(4))
	for i := range p.Majors {
		p.Majors[i] = Major{r.uint(), r.string(), r.string(), r.string()}
	}
	p.Issues = make([]Issue, r.count(7))
	for i := range p.Issues {
		p.Issues[i] = Issue{r.string(), r.string(), r.string(),
			r.below(len(p.Majors), "major"), r.uint(), r.string(), r.uint() == 1}
	}
	for i, issue := range p.Issues {
		first := i == 0 || issue.Major != p.Issues[i-1].Major
		if r.err == nil && (issue.General != first || i > 0 && issue.Major < p.Issues[i-1].Major) {
			r.fail("order of issues")
		}
	}
	p.Words = r.words()
	p.Phrases = r.terms(len(p.Words), len(p.Issues))
	p.Cues = r.cues(p)
	p.Levels = make([]Level, r.count(2))
	last := 0
	for i := range p.Levels {
		last += r.uint()
		if last >= len(p.Words) {
			r.fail("level")
			break
		}
		p.Levels[i] = Level{int32(last), uint8(r.below(MaxLevel+1, "level"))}
	}
	c := &p.Calibration
	c.Strengths = r.ids(1<<20, "strength")
	c.Parts = r.ids(1001, "part")
	c.Leading = r.ids(1001, "confidence")
	c.Others = r.ids(1001, "confidence")
	if cells := len(c.Strengths) * len(c.Parts); len(c.Leading) != cells || len(c.Others) != cells {
		r.fail("calibration table")
	}
	if r.err == nil && r.at != len(file) {
		r.fail("end of the file")
	}
	if r.err != nil {
		return nil, r.err
	}
	return p, nil
}

// terms reads what writer.terms wrote.
func (r *reader) terms(words, issues int) Terms {
	lists := make([][]int32, r.count(1)+1)
	for i := range lists[1:] {
		lists[i+1] = r.ids(words, "word of a condition")
	}
	n := r.count(5)
	t := newTerms(n)
	shared := make([]uint8, n)
	previous := 0 // length of the term before
	for i := range n {
		number := r.uint()
		length := number / (MaxWords + 1)
		shared[i] = uint8(number % (MaxWords + 1))
		if length < 1 || length > MaxWords || int(shared[i]) > min(length, previous) {
			r.fail("term length")
			return Terms{}
		}
		previous = length
		t.words[i+1] = t.words[i] + int32(length)
	}
	t.word = make([]int32, t.words[n])
	first := 0
	var before []int32
	for i := range n {
		term := t.Words(int32(i))
		from := copy(term, before[:shared[i]])
		if from == 0 {
			if first += r.int(); first < 0 || first >= words {
				r.fail("word")
				return Terms{}
			}
			term[0] = int32(first)
			from = 1
		}
		for j := from; j < len(term); j++ {
			term[j] = int32(r.below(words, "word"))
		}
		if i > 0 && !isSorted(before, term, int(shared[i])) {
			r.fail("order of terms")
			return Terms{}
		}
		before = term
	}
	for i := range n {
		t.postings[i+1] = t.postings[i] + int32(r.count(2))
		// Postings, of two bytes each at least, come after all counts.
		if int(t.postings[i+1]) > (len(r.data)-r.at)/2 {
			r.fail("list length")
			return Terms{}
		}
	}
	t.posting = make([]Posting, t.postings[n])
	for i := range n {
		issue := 0
		postings := t.Postings(int32(i))
		for j := range postings {
			if issue += r.uint(); issue >= issues {
				r.fail("issue")
				return Terms{}
			}
			postings[j].Issue = int32(issue)
		}
	}
	for i := range t.posting {
		weight := r.int() * Step
		if weight == 0 || weight < -maxWeight || weight > maxWeight {
			r.fail("weight")
			return Terms{}
		}
		t.posting[i].Weight = int32(weight)
	}
	at := 0 // terms below have their conditions
	next := 0
	for range r.count(3) {
		next += r.uint()
		if next >= n {
			r.fail("term of a condition")
			return Terms{}
		}
		for ; at < next; at++ {
			t.conditions[at+1] = int32(len(t.condition))
		}
		ifs := lists[r.below(len(lists), "condition")]
		t.addCondition(ifs, lists[r.below(len(lists), "condition")])
		if len(t.condition) > len(r.data) { // a list stands in the file once, and here for each term
			r.fail("length of conditions")
			return Terms{}
		}
		t.conditions[next+1] = int32(len(t.condition))
		at = next + 1
	}
	for ; at < n; at++ {
		t.conditions[at+1] = int32(len(t.condition))
	}
	return t
}

// isSorted says whether the words of a term come before those of the next one, or
// are the same; that many of them are shared, at least.
func isSorted(words, next []int32, shared int) bool {
	if shared < len(words) && shared < len(next) && words[shared] != next[shared] {
		return words[shared] < next[shared]
	}
	return slices.Compare(words, next) <= 0
}

// cues reads the cues of a pack whose words and issues are there.
func (r *reader) cues(p *Pack) Terms {
	general := make([]int32, len(p.Majors)) // issue of each major, plus one
	for i, issue := range p.Issues {
		if issue.General {
			general[issue.Major] = int32(i) + 1
		}
	}
	cues := r.terms(len(p.Words), len(p.Majors))
	for i := range cues.Len() {
		if len(cues.Words(int32(i))) > MaxCueWords {
			r.fail("cue")
			return Terms{}
		}
	}
	if len(cues.condition) > 0 {
		r.fail("condition of a cue")
		return Terms{}
	}
	for i := range cues.posting {
		posting := &cues.posting[i]
		if posting.Issue = general[posting.Issue] - 1; posting.Issue < 0 {
			r.fail("major of a cue")
			return Terms{}
		}
	}
	return cues
}

// words reads what writer.words wrote.
func (r *reader) words() []string {
	shared := make([]int, r.count(2))
	for i := range shared {
		shared[i] = r.uint()
	}
	// All words are cut from one string.
	var all []byte
	starts := make([]int, len(shared)+1)
	for i, n := range shared {
		end := bytes.IndexByte(r.data[r.at:], 0)
		if previous := starts[i] - starts[max(i-1, 0)]; n > previous || end < 0 || n+end > maxWord {
			r.fail("word")
			return nil
		}
		from := starts[max(i-1, 0)]
		all = append(append(all, all[from:from+n]...), r.data[r.at:r.at+end]...)
		starts[i+1] = len(all)
		r.at += end + 1
	}
	joined := string(all)
	words := make([]string, len(shared))
	for i := range words {
		words[i] = joined[starts[i]:starts[i+1]]
	}
	return words
}

// reader reads a payload. After the first error it gives zeros and empty
// strings, so that the error need only be looked at once, at the end.
type reader struct {
	data []byte
	at   int
	err  error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("load pack: invalid %s at byte %d", what, r.at)
	}
}

// uint reads a number. Nearly all of a pack's hundreds of thousands are one byte.
func (r *reader) uint() int {
	if r.at < len(r.data) && r.data[r.at] < 0x80 && r.err == nil {
		r.at++
		return int(r.data[r.at-1])
	}
	return r.longUint()
}

func (r *reader) longUint() int {
	if r.err != nil {
		return 0
	}
	n, size := binary.Uvarint(r.data[r.at:])
	if size <= 0 || n > maxSize {
		r.fail("number")
		return 0
	}
	r.at += size
	return int(n)
}

// int reads a number that can be below 0.
func (r *reader) int() int {
	if r.at < len(r.data) && r.data[r.at] < 0x80 && r.err == nil {
		n := int(r.data[r.at])
		r.at++
		return n>>1 ^ -(n & 1)
	}
	return r.longInt()
}

func (r *reader) longInt() int {
	if r.err != nil {
		return 0
	}
	n, size := binary.Varint(r.data[r.at:])
	if size <= 0 || n < -maxSize || n > maxSize {
		r.fail("number")
		return 0
	}
	r.at += size
	return int(n)
}

// count reads the length of a list whose items take at least size bytes each.
func (r *reader) count(size int) int {
	n := r.uint()
	if n > (len(r.data)-r.at)/size {
		r.fail("list length")
		return 0
	}
	return n
}

func (r *reader) below(limit int, what string) int {
	n := r.uint()
	if n >= limit {
		r.fail(what)
		return 0
	}
	return n
}

func (r *reader) string() string {
	n := r.count(1)
	if r.err != nil {
		return ""
	}
	s := string(r.data[r.at : r.at+n])
	r.at += n
	return s
}

func (r *reader) ids(limit int, what string) []int32 {
	n := r.count(1)
	if n == 0 {
		return nil
	}
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(r.below(limit, what))
	}
	return list
}
