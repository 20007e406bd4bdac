//go:build js && wasm

package main

import (
	"crypto/sha256"
	"encoding/json"
	"strings"
	"testing"

	"github.com/hack-pad/safejs"

	"rubricator/internal/analysis"
	"rubricator/internal/news"
	"rubricator/internal/pack"
	"rubricator/internal/wire"
)

// api serves the functions to an object in place of the global one and returns
// what rubricatorReady was called with.
func api(t *testing.T) safejs.Value {
	t.Helper()
	global := must(safejs.ValueOf(map[string]any{}))(t)
	var got safejs.Value
	ready := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		got = args[0]
		return nil
	}))(t)
	t.Cleanup(ready.Release)
	if err := global.Set("rubricatorReady", ready); err != nil {
		t.Fatal(err)
	}
	if err := serve(global); err != nil {
		t.Fatal(err)
	}
	return got
}

func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func uint8Array(t *testing.T, data []byte) safejs.Value {
	t.Helper()
	constructor := must(safejs.Global().Get("Uint8Array"))(t)
	array := must(constructor.New(len(data)))(t)
	must(safejs.CopyBytesToJS(array, data))(t)
	return array
}

func call(t *testing.T, api safejs.Value, name string, args ...any) string {
	t.Helper()
	return must(must(api.Call(name, args...))(t).String())(t)
}

func packFile(t *testing.T) []byte {
	t.Helper()
	return pack.Encode(must(news.Pack())(t), sha256.Sum256)
}

func TestLoadGivesTheCatalogueAndAnalyzeTheReport(t *testing.T) {
	api := api(t)
	p := must(news.Pack())(t)
	if got, want := call(t, api, "load", uint8Array(t, packFile(t))), string(wire.AppendCatalogue(nil, p)); got != want {
		t.Errorf("load gives %.200s, want %.200s", got, want)
	}
	const text = "Ministers met. 🙂 They agreed on “tariffs”."
	for _, stage := range []analysis.Stage{analysis.All, analysis.All, analysis.Issues, analysis.All} { // again, another one, back
		report := must(analysis.New(p).Analyze(text, stage))(t)
		if got, want := call(t, api, "analyze", uint8Array(t, []byte(text)), string(stage)), string(wire.AppendReport(nil, report)); got != want {
			t.Errorf("analyze gives %.200s, want %.200s", got, want)
		}
	}
}

func TestSettlingChangesNoReport(t *testing.T) {
	api := api(t)
	if got := call(t, api, "settle"); got != "" {
		t.Errorf("without a pack settle gives %q", got)
	}
	call(t, api, "load", uint8Array(t, packFile(t)))
	text := uint8Array(t, []byte("Ministers met. They agreed on “tariffs”."))
	before := call(t, api, "analyze", text)
	if got := call(t, api, "settle"); got != "" {
		t.Errorf("settle gives %q", got)
	}
	if after := call(t, api, "analyze", text); after != before {
		t.Errorf("after settle %.300s, before %.300s", after, before)
	}
}

func TestRehearsalHasWhatTheStagesLookFor(t *testing.T) {
	r := must(analysis.New(must(news.Pack())(t)).Analyze(rehearsal, analysis.All))(t)
	for what, n := range map[string]int{
		"removed lines": len(r.Article.Removed), "blocks": len(r.Article.Blocks), "evidence": len(r.Evidence), "passages": len(r.Passages),
		"actors": len(r.Actors), "claims": len(r.Claims), "figures": len(r.Figures), "quotes": len(r.Quotes),
		"keywords": len(r.Keywords), "phrases": len(r.Phrases),
	} {
		if n < 2 {
			t.Errorf("%d %s", n, what)
		}
	}
}

func TestOwnIssuesComeAndGo(t *testing.T) {
	api := api(t)
	call(t, api, "load", uint8Array(t, packFile(t)))
	const list = "issue\town-ferries\tFerries\tBoats.\n9\tferry\n"
	text := uint8Array(t, []byte("The ferries wait for the ferry terminal."))
	plain := call(t, api, "analyze", text)
	with := call(t, api, "analyze", text, "", "", list)
	if strings.Contains(plain, "own-ferries") || !strings.Contains(with, `"issue":"own-ferries"`) {
		t.Errorf("without %.300s, with %.300s", plain, with)
	}
	if got := call(t, api, "catalogue", list); !strings.Contains(got, `"label":"Ferries","definition":"Boats.","major":100,"cap":0,"mediatopic":null`) {
		t.Errorf("the catalogue is %.200s", got)
	}
	if got := call(t, api, "explain", text, 4, "", list); !strings.Contains(got, `"issues":[{"id":"own-ferries"`) {
		t.Errorf("the explanation is %s", got)
	}
	if got := call(t, api, "analyze", text); got != plain {
		t.Errorf("own issues stay behind: %.300s", got)
	}
	if got := call(t, api, "analyze", text, "", "", list); got != with {
		t.Errorf("own issues do not come back: %.300s", got)
	}
}

func TestErrorsAreAnsweredNotThrown(t *testing.T) {
	loaded := api(t)
	call(t, loaded, "load", uint8Array(t, packFile(t)))
	text := uint8Array(t, []byte("text"))
	for _, test := range []struct {
		name, function string
		api            safejs.Value
		args           []any
		code, message  string
	}{
		{"no pack yet", "analyze", api(t), []any{text, ""}, codeLoad, "no pack is loaded"},
		{"damaged pack", "load", loaded, []any{text}, codeLoad, "load pack: not an issue pack"},
		{"no argument", "analyze", loaded, nil, codeLoad, "argument 0 is missing"},
		{"not bytes", "analyze", loaded, []any{"text", ""}, codeLoad, "argument 0"},
		{"stage that is no string", "analyze", loaded, []any{text, 7}, codeLoad, "unknown stage"},
		{"edits that are none", "analyze", loaded, []any{text, "", "4"}, codeEdits, "parse edits"},
		{"own issues that are none", "analyze", loaded, []any{text, "", "", "issue"}, codeIssues, "own issues: line 1"},
		{"own issues of a catalogue", "catalogue", loaded, []any{"9\tferry"}, codeIssues, "own issues: line 1"},
		{"no offset", "explain", loaded, []any{text}, codeLoad, "argument 1 is missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var answer struct {
				Error struct{ Code, Message string }
			}
			got := call(t, test.api, test.function, test.args...)
			if err := json.Unmarshal([]byte(got), &answer); err != nil {
				t.Fatal(err)
			}
			if answer.Error.Code != test.code || !strings.Contains(answer.Error.Message, test.message) {
				t.Errorf("got %s, want %s with %q", got, test.code, test.message)
			}
		})
	}
}

func TestPanicsAreAnsweredAsCrashes(t *testing.T) {
	f := function(func([]safejs.Value) ([]byte, error) { panic("broken") })
	if got, want := f(safejs.Null(), nil), `{"error":{"code":"crashed","message":"engine: broken"}}`; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWithoutRubricatorReadyServeFails(t *testing.T) {
	if err := serve(must(safejs.ValueOf(map[string]any{}))(t)); err == nil {
		t.Error("no error")
	}
}
