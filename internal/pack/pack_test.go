package pack

import (
	"crypto/sha256"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func sample() *Pack {
	return &Pack{
		ID: "test", Version: "1", Language: "en",
		Majors: []Major{{18, "Foreign trade", "Trade between countries.", "20000385"}, {19, "World", "Countries.", ""}},
		Issues: []Issue{
			{"trade", "Trade", "Trade.", 0, 1800, "", true},
			{"tariffs", "Tariffs", "Duties.", 0, 1807, "20000384", false},
			{"world", "World", "Countries.", 1, 1900, "", true},
		},
		Words: []string{"!US", "=securities", "duti", "tariff", "tariffs"},
		Phrases: TermsOf(
			Term{Words: []int32{0, 2}},
			Term{Words: []int32{3}, Postings: []Posting{{1, 225}, {2, -25}}, If: []int32{0}, Unless: []int32{1, 2}},
		),
		Cues: TermsOf(
			Term{Words: []int32{2}, Postings: []Posting{{0, 35}, {2, -40}}},
			Term{Words: []int32{3, 2}, Postings: []Posting{{2, 15}}},
		),
		Levels:      []Level{{2, 7}, {4, 30}},
		Calibration: Calibration{[]int32{0, 100}, []int32{0, 500}, []int32{300, 600, 500, 950}, []int32{100, 400, 300, 900}},
	}
}

func change(terms Terms, how func([]Term)) Terms {
	list := terms.List()
	how(list)
	return TermsOf(list...)
}

func TestDecodeReturnsWhatEncodeWrote(t *testing.T) {
	want := sample()
	file := Encode(want, sha256.Sum256)
	got, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(file[headerSize:])); got.SHA256 != sum {
		t.Errorf("SHA256 = %s, the payload's is %s", got.SHA256, sum)
	}
}

func TestDecodeRefusesConditionsThatFillTheMemory(t *testing.T) {
	p := sample()
	long := make([]int32, 1000)
	terms := []Term{}
	for range 500 {
		terms = append(terms, Term{Words: []int32{3}, If: long})
	}
	p.Phrases = TermsOf(terms...)
	if _, err := Decode(Encode(p, sha256.Sum256)); err == nil || !strings.Contains(err.Error(), "length of conditions") {
		t.Errorf("a list of 1,000 words for each of 500 terms: %v", err)
	}
}

func TestDecodeNamesWhatIsWrong(t *testing.T) {
	file := Encode(sample(), sha256.Sum256)
	flipped := append([]byte(nil), file...)
	flipped[len(flipped)/2] ^= 1
	for name, test := range map[string]struct {
		file []byte
		want string
	}{
		"empty":             {nil, "not an issue pack"},
		"a web page":        {[]byte("<!doctype html><title>404</title>"), "not an issue pack"},
		"only the magic":    {file[:len(magic)], "truncated at byte 8"},
		"cut in the middle": {file[:len(file)-9], "damaged or truncated"},
		"one bit flipped":   {flipped, "damaged or truncated"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode(test.file)
			if err == nil || !strings.HasPrefix(err.Error(), "load pack: ") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestDecodeRefusesAPackInDisorder(t *testing.T) {
	for name, disturb := range map[string]func(*Pack){
		"issues of a major apart":       func(p *Pack) { p.Issues[2].Major, p.Issues[0].Major = 0, 1 },
		"no general issue":              func(p *Pack) { p.Issues[0].General = false },
		"two general issues":            func(p *Pack) { p.Issues[1].General = true },
		"phrases not sorted":            func(p *Pack) { p.Phrases = change(p.Phrases, slices.Reverse) },
		"cues not sorted":               func(p *Pack) { p.Cues = change(p.Cues, slices.Reverse) },
		"cue of three words":            func(p *Pack) { p.Cues = change(p.Cues, func(t []Term) { t[1].Words = []int32{3, 2, 2} }) },
		"cue with a condition":          func(p *Pack) { p.Cues = change(p.Cues, func(t []Term) { t[0].If = []int32{0} }) },
		"postings not sorted":           func(p *Pack) { p.Phrases = change(p.Phrases, func(t []Term) { slices.Reverse(t[1].Postings) }) },
		"issue of a major not there":    func(p *Pack) { p.Issues[2].Major = 2 },
		"posting of an issue not there": func(p *Pack) { p.Phrases = change(p.Phrases, func(t []Term) { t[1].Postings[0].Issue = 3 }) },
		"word not there":                func(p *Pack) { p.Phrases = change(p.Phrases, func(t []Term) { t[0].Words[1] = 5 }) },
		"table with a hole":             func(p *Pack) { p.Calibration.Others = p.Calibration.Others[1:] },
	} {
		p := sample()
		disturb(p)
		if _, err := Decode(Encode(p, sha256.Sum256)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// mostTaken is how much memory a payload of so many bytes may take: lists double
// as they grow, and an issue of seven bytes is a structure with strings.
func mostTaken(payload int) uint64 { return 64*uint64(payload) + 1<<16 }

// Whatever the payload, Decode gives an error or a pack whose indices are all
// in bounds, and takes no more memory than so long a payload can fill. The
// fuzzer works on the payload alone, under a true checksum: otherwise it would
// never get past the header.
func FuzzDecode(f *testing.F) {
	f.Add(Encode(sample(), sha256.Sum256)[headerSize:])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, payload []byte) {
		file := seal(payload, [32]byte{})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := Decode(file)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; taken > mostTaken(len(payload)) {
			t.Errorf("%d bytes taken for a payload of %d", taken, len(payload))
		}
		if err != nil {
			if !strings.HasPrefix(err.Error(), "load pack: ") {
				t.Errorf("error %q does not name the operation", err)
			}
			return
		}
		for _, issue := range p.Issues {
			_ = p.Majors[issue.Major]
		}
		for _, term := range append(p.Phrases.List(), p.Cues.List()...) {
			if len(term.Words) == 0 || len(term.Words) > MaxWords {
				t.Errorf("term of %d words", len(term.Words))
			}
			for _, list := range [][]int32{term.Words, term.If, term.Unless} {
				for _, w := range list {
					_ = p.Words[w]
				}
			}
			for _, posting := range term.Postings {
				_ = p.Issues[posting.Issue]
			}
		}
		for _, l := range p.Levels {
			_ = p.Words[l.Word]
		}
		p.Calibration.Confidence(1<<30, 1000, true)
		p.Calibration.Confidence(0, 0, false)
	})
}
