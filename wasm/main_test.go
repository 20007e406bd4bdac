//go:build js && wasm

package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
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
func api(t *testing.T) safejs.Value { return apiWith(t, map[string]func(argument safejs.Value){}) }

// apiWith is api where the object has other functions, too.
func apiWith(t *testing.T, functions map[string]func(argument safejs.Value)) safejs.Value {
	t.Helper()
	global := must(safejs.ValueOf(map[string]any{}))(t)
	var got safejs.Value
	functions["rubricatorReady"] = func(argument safejs.Value) { got = argument }
	for name, called := range functions {
		f := must(safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
			called(args[0])
			return nil
		}))(t)
		t.Cleanup(f.Release)
		if err := global.Set(name, f); err != nil {
			t.Fatal(err)
		}
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

func TestRehearsalsEndAndChangeNoReport(t *testing.T) {
	api := api(t)
	if got := call(t, api, "rehearse"); got != "false" {
		t.Errorf("without a pack rehearse gives %q", got)
	}
	call(t, api, "load", uint8Array(t, packFile(t)))
	text, other := uint8Array(t, []byte("Ministers met. They agreed on “tariffs”.")), uint8Array(t, []byte("Nurses went on strike."))
	before := call(t, api, "analyze", text)
	times := 0
	for call(t, api, "rehearse") == "true" {
		if times++; times > 1000 {
			t.Fatal("rehearsals do not end")
		}
		call(t, api, "analyze", other) // or the reply to the text would be kept
		if after := call(t, api, "analyze", text); after != before {
			t.Fatalf("after %d rehearsals %.300s, before %.300s", times, after, before)
		}
	}
	if times != rehearsals {
		t.Errorf("%d rehearsals were asked for, want %d", times, rehearsals)
	}
}

func TestLongReportsComeInParts(t *testing.T) {
	var parts []string
	api := apiWith(t, map[string]func(part safejs.Value){
		"rubricatorPart": func(part safejs.Value) { parts = append(parts, must(part.String())(t)) },
	})
	call(t, api, "load", uint8Array(t, packFile(t)))
	p := must(news.Pack())(t)
	var long strings.Builder
	for i := 0; long.Len() < 300_000; i++ {
		fmt.Fprintf(&long, "The mayor of town %d wants a tariff of %d percent on “steel”. 🙂\n\n", i, i%90)
	}
	for _, text := range []string{long.String(), "Ministers met.", long.String() + "Nurses."} {
		parts = nil
		want := string(wire.AppendReport(nil, must(analysis.New(p).Analyze(text, analysis.All))(t)))
		got := call(t, api, "analyze", uint8Array(t, []byte(text)))
		if isLong := len(text) > 300_000; isLong != (got == "") || isLong != (len(parts) > 1) {
			t.Errorf("%d bytes: %d parts, and %d bytes of JSON", len(text), len(parts), len(got))
		}
		if all := strings.Join(parts, "") + got; all != want {
			t.Errorf("%d bytes: the report is another one in parts", len(text))
		}
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
