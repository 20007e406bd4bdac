package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"rubricator/internal/analysis"
	"rubricator/internal/news"
	"rubricator/internal/wire"
)

func newAnalyzer(t testing.TB) *analysis.Analyzer {
	t.Helper()
	p, err := news.Pack()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.New(p)
}

// reply is one line of the answer.
type reply struct {
	ID     json.RawMessage
	Report *struct{ Length int }
	Error  *struct{ Code, Message string }
}

func streamed(t *testing.T, input string) ([]reply, error) {
	t.Helper()
	var out bytes.Buffer
	err := stream(newAnalyzer(t), strings.NewReader(input), &out)
	var replies []reply
	for _, line := range strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n") {
		var r reply
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		replies = append(replies, r)
	}
	return replies, err
}

func TestStreamAnswersEveryLineInOrder(t *testing.T) {
	replies, err := streamed(t, `{"id": "a", "text": "Tariffs"}`+"\n\n"+`{"id": 7, "text": "🙂"}`+"\r\n"+`{"text": "", "id": {"n": 1}}`)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		id     string
		length int
	}{{`"a"`, 7}, {`7`, 2}, {`{"n": 1}`, 0}} {
		if r := replies[i]; string(r.ID) != want.id || r.Report == nil || r.Report.Length != want.length {
			t.Errorf("reply %d: id %s, report %+v; want %+v", i, r.ID, r.Report, want)
		}
	}
}

func TestStreamGoesOnAfterBadLinesAndFailsAtTheEnd(t *testing.T) {
	replies, err := streamed(t, "not json\n"+`{"id": 1}`+"\n"+`{"id": 2, "text": 3}`+"\n"+`{"id": 4, "text": "Tariffs"}`+"\n")
	if !errors.Is(err, errBadLines) {
		t.Errorf("error %v, want %v", err, errBadLines)
	}
	for i, want := range []struct{ id, code string }{{"null", "bad-line"}, {"1", "bad-line"}, {"2", "bad-line"}, {"4", ""}} {
		code := ""
		if replies[i].Error != nil {
			code = replies[i].Error.Code
		}
		if string(replies[i].ID) != want.id || code != want.code {
			t.Errorf("reply %d: id %s, code %q; want %+v", i, replies[i].ID, code, want)
		}
	}
}

func TestStreamReportsAreThoseOfSingleTexts(t *testing.T) {
	const text = "Ministers agreed on tariffs. Hospitals fear a strike."
	var out bytes.Buffer
	a := newAnalyzer(t)
	if err := stream(a, strings.NewReader(fmt.Sprintf(`{"id":1,"text":%q}`, text)), &out); err != nil {
		t.Fatal(err)
	}
	report, err := a.Analyze(text, analysis.All)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":1,"report":` + string(wire.AppendReport(nil, report)) + "}\n"; out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
}

// endless gives lines without end; it fails the test if more than limit bytes
// are read at once, which would mean that they are kept.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

func TestStreamDoesNotKeepLinesThatAreTooLong(t *testing.T) {
	var out bytes.Buffer
	err := stream(newAnalyzer(t), io.MultiReader(&endless{maxLine + 10}, strings.NewReader("\n{\"id\": 1, \"text\": \"Tariffs\"}\n")), &out)
	if !errors.Is(err, errBadLines) {
		t.Errorf("error %v, want %v", err, errBadLines)
	}
	lines := strings.Split(out.String(), "\n")
	if !strings.Contains(lines[0], `"code":"too-large"`) || !strings.HasPrefix(lines[1], `{"id":1,"report":`) {
		t.Errorf("got %.200s", out.String())
	}
}

func TestTextsThatAreNotUTF8AreReadWithReplacementCharacters(t *testing.T) {
	if got := valid([]byte("a\xffb\xc3")); got != "a\ufffdb\ufffd" {
		t.Errorf("got %q", got)
	}
}

// A stream of any bytes gives one line of JSON for each line that is not blank.
func FuzzStream(f *testing.F) {
	for _, s := range []string{"", "\n", "{}", `{"id":"\ud800","text":"\ud800"}`, "\x00\n\xff", `{"id":[[[[]]]],"text":"x"}`} {
		f.Add([]byte(s))
	}
	p, err := news.Pack()
	if err != nil {
		f.Fatal(err)
	}
	a := analysis.New(p)
	f.Fuzz(func(t *testing.T, input []byte) {
		var out bytes.Buffer
		if err := stream(a, bytes.NewReader(input), &out); err != nil && !errors.Is(err, errBadLines) {
			t.Fatal(err)
		}
		want := 0
		for _, line := range bytes.Split(input, []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		got := 0
		for _, line := range bytes.Split(bytes.TrimSuffix(out.Bytes(), []byte("\n")), []byte("\n")) {
			if len(line) > 0 {
				got++
				if !json.Valid(line) {
					t.Errorf("not JSON: %q", line)
				}
			}
		}
		if got != want {
			t.Errorf("%d lines for %d", got, want)
		}
	})
}
