//go:build js && wasm

// Command wasm is the bridge between JavaScript and the engine, and nothing
// else.
//
// Before it starts the program, the page's worker sets a function
// globalThis.rubricatorReady. It is called once, with an object of
// functions:
//
//	load(pack: Uint8Array): string                               the pack's majors and issues
//	catalogue(own: string): string                               the same with a reader's own issues
//	analyze(text: Uint8Array, stages, edits, own: string): string        the report on a text in UTF-8
//	explain(text: Uint8Array, at: number, edits, own: string): string    what the sentence at a UTF-16 offset says
//	rehearse(): string                                           "true" if it should be called again: something to do when nothing is asked
//
// stages, edits and own are as of analysis.ParseStage, wire.ParseEdits and
// own.Parse; all may be empty.
//
// A function globalThis.rubricatorProgress(percent), if it was set, too, is
// called while a long text is analysed; globalThis.rubricatorPart(json) with its
// report, part by part, and analyze returns "" then.
//
// Each returns JSON, {"error": {"code", "message"}} if it failed. The program
// then waits for calls until its worker ends.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"unsafe"

	"github.com/hack-pad/safejs"

	"rubricator/internal/analysis"
	"rubricator/internal/article"
	"rubricator/internal/own"
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
	progress, err := global.Get("rubricatorProgress")
	if err != nil {
		return fmt.Errorf("find rubricatorProgress: %w", err)
	}
	part, err := global.Get("rubricatorPart")
	if err != nil {
		return fmt.Errorf("find rubricatorPart: %w", err)
	}
	e := engine{progress: progress, part: part}
	// Without maps, whose code would be compiled before anything else is ready.
	class, err := safejs.Global().Get("Object")
	if err != nil {
		return fmt.Errorf("find Object: %w", err)
	}
	functions, err := class.New()
	if err != nil {
		return fmt.Errorf("make an object: %w", err)
	}
	calls := []export{{"load", e.load}, {"catalogue", e.catalogue}, {"analyze", e.analyze}, {"explain", e.explain}, {"rehearse", e.rehearse}}
	for _, c := range append(calls, probes...) {
		f, err := safejs.FuncOf(function(c.call))
		if err != nil {
			return fmt.Errorf("export %s: %w", c.name, err)
		}
		if err := functions.Set(c.name, f.Value()); err != nil {
			return fmt.Errorf("export %s: %w", c.name, err)
		}
	}
	if _, err := ready.Invoke(functions); err != nil {
		return fmt.Errorf("call rubricatorReady: %w", err)
	}
	return nil
}

// An export is what JavaScript can call by a name.
type export struct {
	name string
	call func(args []safejs.Value) ([]byte, error)
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
		return unsafe.String(unsafe.SliceData(reply), len(reply)) // JavaScript copies it before anything else runs
	}
}

// The codes of errors that JavaScript gets from here.
const (
	codeCrashed  = "crashed"
	codeLoad     = "load-failed"
	codeTooLarge = "too-large"
	codeIssues   = "bad-issues"
	codeEdits    = "bad-edits"
)

// A codedError is an error with the code that JavaScript gets.
type codedError struct {
	error
	code string
}

func code(err error) string {
	// errors.As would do, by reflection, which nothing else here needs.
	for ; err != nil; err = errors.Unwrap(err) {
		switch e := err.(type) {
		case *analysis.TooLargeError:
			return codeTooLarge
		case codedError:
			return e.code
		}
	}
	return codeLoad
}

// engine holds the pack once it is loaded, and the analyzer of the own issues
// that came last.
type engine struct {
	progress, part safejs.Value
	base           *pack.Pack // without own issues
	pack           *pack.Pack
	own            string
	analyzer       *analysis.Analyzer
	encoder        wire.Encoder
	rehearsed      int // how often
	asked          question
	reply          []byte // to what was asked last, nil if it was long; reused for the next one
}

// A question is all that a report depends on.
type question struct{ content, stage, edits, own string }

// long is from where a text is worth telling how far its analysis is, in bytes:
// a fraction of a second.
const long = 256 << 10

// huge is from where a text is worth collecting the garbage of each stage, in
// bytes: memory never shrinks.
const huge = 2 << 20

// mostKept is the largest buffer that is kept for the next report, in bytes.
const mostKept = 1 << 20

// hasty is how much the heap may grow before the garbage collector begins, in
// percent, until the first rehearsal: the page waits, and what a pack and a
// first article take is not worth collecting. From 16 MB on it begins anyway.
const hasty, usual = 400, 100

func (e *engine) load(args []safejs.Value) ([]byte, error) {
	debug.SetGCPercent(hasty)
	file, err := bytes(args, 0)
	if err != nil {
		return nil, fmt.Errorf("load pack: %w", err)
	}
	p, err := pack.Decode(file)
	if err != nil {
		return nil, err
	}
	e.base = p
	e.take("", p)
	return wire.AppendCatalogue(nil, e.pack), nil
}

func (e *engine) take(own string, p *pack.Pack) {
	e.own, e.pack, e.analyzer, e.reply = own, p, analysis.New(p), nil
}

// use makes the analyzer one of these own issues.
func (e *engine) use(list string) error {
	if e.base == nil {
		return errors.New("no pack is loaded")
	}
	if list == e.own {
		return nil
	}
	issues, err := own.Parse(list)
	if err != nil {
		return codedError{err, codeIssues}
	}
	e.take(list, own.Extend(e.base, issues))
	return nil
}

func (e *engine) catalogue(args []safejs.Value) ([]byte, error) {
	list, err := text(args, 0)
	if err != nil {
		return nil, fmt.Errorf("catalogue: own issues: %w", err)
	}
	if err := e.use(list); err != nil {
		return nil, err
	}
	return wire.AppendCatalogue(nil, e.pack), nil
}

func (e *engine) analyze(args []safejs.Value) ([]byte, error) {
	asked, edits, err := e.article(args)
	if err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	if asked.stage, err = text(args, 1); err != nil {
		return nil, fmt.Errorf("analyze: stages: %w", err)
	}
	stage, err := analysis.ParseStage(asked.stage)
	if err != nil {
		return nil, err
	}
	if e.reply != nil && asked == e.asked {
		return e.reply, nil
	}
	content := asked.content
	if len(content) >= long {
		debug.SetGCPercent(usual)
		e.analyzer.Progress = func(percent int) { e.reached(percent, len(content)) }
	}
	report, err := e.analyzer.Analyze(content, stage, edits...)
	e.analyzer.Progress = nil
	if err != nil {
		return nil, err
	}
	reply := e.reply[:0]
	e.reply = nil // until it is whole
	if len(content) >= long && e.part.Type() == safejs.TypeFunction {
		return nil, e.send(report)
	}
	// A report has some four times the length of its text.
	if cap(reply) < 4*len(content) {
		reply = make([]byte, 0, 5*len(content))
	}
	reply = e.encoder.AppendReport(reply, report)
	if cap(reply) <= mostKept {
		e.asked, e.reply = asked, reply
	}
	return reply, nil
}

// reached is called when a stage has ended in the analysis of a text of some bytes.
func (e *engine) reached(percent, length int) {
	if length >= huge {
		runtime.GC()
	}
	if e.progress.Type() == safejs.TypeFunction {
		_, _ = e.progress.Invoke(percent) // the report comes without, too
	}
}

// send calls rubricatorPart with the parts of a report.
func (e *engine) send(report *analysis.Report) (err error) {
	e.encoder.SendReport(report, func(part []byte) {
		if err == nil {
			_, err = e.part.Invoke(unsafe.String(unsafe.SliceData(part), len(part))) // JavaScript copies it
		}
	})
	return err
}

func (e *engine) explain(args []safejs.Value) ([]byte, error) {
	asked, edits, err := e.article(args)
	if err != nil {
		return nil, fmt.Errorf("explain: %w", err)
	}
	if len(args) < 2 {
		return nil, errors.New("explain: argument 1 is missing")
	}
	at, err := args[1].Int()
	if err != nil {
		return nil, fmt.Errorf("explain: offset: %w", err)
	}
	explanation, err := e.analyzer.Explain(asked.content, wire.ParseOffset(asked.content, at), edits...)
	if err != nil {
		return nil, err
	}
	return wire.AppendExplanation(nil, explanation), nil
}

// article reads the text, argument 0, and the edits and own issues, arguments 2
// and 3, into a question without a stage, and makes the analyzer one of these
// issues.
func (e *engine) article(args []safejs.Value) (question, []article.Edit, error) {
	var q question
	data, err := bytes(args, 0)
	if err != nil {
		return q, nil, err
	}
	q.content = unsafe.String(unsafe.SliceData(data), len(data)) // nobody else has the bytes
	if q.edits, err = text(args, 2); err != nil {
		return q, nil, fmt.Errorf("edits: %w", err)
	}
	edits, err := wire.ParseEdits(q.content, q.edits)
	if err != nil {
		return q, nil, codedError{err, codeEdits}
	}
	if q.own, err = text(args, 3); err != nil {
		return q, nil, fmt.Errorf("own issues: %w", err)
	}
	return q, edits, e.use(q.own)
}

// text returns argument i, a string; the empty one if it is not given.
func text(args []safejs.Value, i int) (string, error) {
	if i >= len(args) {
		return "", nil
	}
	return args[i].String()
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
