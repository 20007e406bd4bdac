//go:build js && wasm

// Command wasm is the bridge between JavaScript and the engine, and nothing
// else.
//
// Before it starts the program, the page's worker sets a function
// globalThis.rubricatorReady. It is called once, with an object of two
// functions:
//
//	load(pack: Uint8Array): string       the pack's majors and issues
//	analyze(text: Uint8Array, stages: string, edits: string): string   the report on a text in UTF-8
//
// Each returns JSON, {"error": {"code", "message"}} if it failed. The program
// then waits for calls until its worker ends.
package main

import (
	"errors"
	"fmt"

	"github.com/hack-pad/safejs"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/pack"
	"rubricator/internal/wire"
)

func main() {
	if err := serve(safejs.Global()); err != nil {
		// The worker sees the program end, and this line in the console.
		fmt.Println("rubricator:", err)
		return
	}
	select {}
}

// serve hands the functions to rubricatorReady in global.
func serve(global safejs.Value) error {
	ready, err := global.Get("rubricatorReady")
	if err != nil {
		return fmt.Errorf("find rubricatorReady: %w", err)
	}
	var e engine
	functions := map[string]any{}
	for name, call := range map[string]func([]safejs.Value) ([]byte, error){"load": e.load, "analyze": e.analyze} {
		f, err := safejs.FuncOf(function(call))
		if err != nil {
			return fmt.Errorf("export %s: %w", name, err)
		}
		functions[name] = f.Value()
	}
	if _, err := ready.Invoke(functions); err != nil {
		return fmt.Errorf("call rubricatorReady: %w", err)
	}
	return nil
}

// function makes a JavaScript function of a call. Whatever happens in it is
// answered as JSON: a panic that reached JavaScript would end the program.
func function(call func(args []safejs.Value) ([]byte, error)) func(safejs.Value, []safejs.Value) any {
	return func(_ safejs.Value, args []safejs.Value) (answer any) {
		defer func() {
			if cause := recover(); cause != nil {
				answer = string(wire.AppendError(nil, codeCrashed, fmt.Errorf("engine: %v", cause)))
			}
		}()
		reply, err := call(args)
		if err != nil {
			reply = wire.AppendError(nil, code(err), err)
		}
		return string(reply)
	}
}

// The codes of errors that JavaScript gets from here.
const (
	codeCrashed  = "crashed"
	codeLoad     = "load-failed"
	codeTooLarge = "too-large"
)

func code(err error) string {
	var large *analysis.TooLargeError
	if errors.As(err, &large) {
		return codeTooLarge
	}
	return codeLoad
}

// engine holds the analyzer once a pack is loaded.
type engine struct {
	analyzer *analysis.Analyzer
	reply    []byte // reused between texts
}

func (e *engine) load(args []safejs.Value) ([]byte, error) {
	file, err := bytes(args, 0)
	if err != nil {
		return nil, fmt.Errorf("load pack: %w", err)
	}
	p, err := pack.Decode(file)
	if err != nil {
		return nil, err
	}
	e.analyzer = analysis.New(p)
	return wire.AppendCatalogue(nil, p), nil
}

func (e *engine) analyze(args []safejs.Value) ([]byte, error) {
	if e.analyzer == nil {
		return nil, errors.New("analyze: no pack is loaded")
	}
	text, err := bytes(args, 0)
	if err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	stage := analysis.All
	if len(args) > 1 {
		name, err := args[1].String()
		if err != nil {
			return nil, fmt.Errorf("analyze: stages: %w", err)
		}
		if stage, err = analysis.ParseStage(name); err != nil {
			return nil, err
		}
	}
	var edits []article.Edit
	if len(args) > 2 {
		list, err := args[2].String()
		if err != nil {
			return nil, fmt.Errorf("analyze: edits: %w", err)
		}
		if edits, err = wire.ParseEdits(string(text), list); err != nil {
			return nil, err
		}
	}
	report, err := e.analyzer.Analyze(string(text), stage, edits...)
	if err != nil {
		return nil, err
	}
	e.reply = wire.AppendReport(e.reply[:0], report)
	return e.reply, nil
}

// bytes copies argument i, a Uint8Array.
func bytes(args []safejs.Value, i int) ([]byte, error) {
	if i >= len(args) {
		return nil, fmt.Errorf("argument %d is missing", i)
	}
	length, err := args[i].Length()
	if err != nil {
		return nil, fmt.Errorf("argument %d: %w", i, err)
	}
	data := make([]byte, length)
	if _, err := safejs.CopyBytesToGo(data, args[i]); err != nil {
		return nil, fmt.Errorf("argument %d: %w", i, err)
	}
	return data, nil
}
