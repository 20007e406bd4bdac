// Command rubricate analyses texts and prints reports.
//
//	rubricate [FILE]          one text from a file or standard input, one report
//	rubricate -ndjson [FILE]  one {"id": …, "text": …} a line, one {"id": …, "report": {…}} a line
//
// In NDJSON, lines come out in the order in which they come in, each as soon
// as it is analysed, in constant memory. A line that cannot be analysed gives
// {"id": …, "error": {"code": …, "message": …}} in its place; the run goes on
// and ends with status 1. The reports are the bytes that the WebAssembly module
// gives for the same texts.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"rubricator/internal/analysis"
	"rubricator/internal/news"
	"rubricator/internal/wire"
)

func main() {
	ndjson := flag.Bool("ndjson", false, "read and write one JSON object a line")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: rubricate [-ndjson] [FILE]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 {
		flag.Usage()
		os.Exit(2)
	}
	// What one text leaves behind is small: collecting it less often costs some
	// 30 MB and saves a tenth of the time.
	debug.SetGCPercent(300)
	if err := run(flag.Arg(0), *ndjson, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "rubricate:", err)
		os.Exit(1)
	}
}

func run(name string, ndjson bool, in io.Reader, out io.Writer) error {
	if name != "" {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	p, err := news.Pack()
	if err != nil {
		return err
	}
	a := analysis.New(p)
	if ndjson {
		return stream(a, in, out)
	}
	data, err := io.ReadAll(io.LimitReader(in, analysis.MaxLength+1))
	if err != nil {
		return fmt.Errorf("read text: %w", err)
	}
	report, err := a.Analyze(valid(data), analysis.All)
	if err != nil {
		return err
	}
	_, err = out.Write(append(wire.AppendReport(nil, report), '\n'))
	return err
}

// valid returns data as a string; each byte that is not UTF-8 becomes U+FFFD.
func valid(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var b strings.Builder
	for _, r := range string(data) {
		b.WriteRune(r)
	}
	return b.String()
}

// maxLine is the longest line of NDJSON, in bytes: a text of the greatest
// length may double by its escapes.
const maxLine = 2 * analysis.MaxLength

// errBadLines says that some lines gave errors.
var errBadLines = errors.New("some lines could not be analysed")

// stream analyses one text a line.
func stream(a *analysis.Analyzer, in io.Reader, out io.Writer) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	var result error
	var line, reply []byte
	var e wire.Encoder
	for {
		var err error
		line, err = readLine(lines, line[:0])
		switch {
		case err == io.EOF:
			return errors.Join(w.Flush(), result)
		case err != nil && !errors.As(err, new(*analysis.TooLargeError)):
			return errors.Join(w.Flush(), fmt.Errorf("read line: %w", err))
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var ok bool
		if reply, ok = answer(reply[:0], a, &e, line, err); !ok {
			result = errBadLines
		}
		if _, err := w.Write(append(reply, '\n')); err != nil {
			return err
		}
		// A program that waits for the answer gets it.
		if lines.Buffered() == 0 {
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
}

// readLine appends the next line to dst, without its end. A line over maxLine
// is read to its end and gives a *TooLargeError; io.EOF comes alone.
func readLine(r *bufio.Reader, dst []byte) ([]byte, error) {
	length := 0
	for {
		part, err := r.ReadSlice('\n')
		length += len(part)
		if length <= maxLine {
			dst = append(dst, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && length > 0, err == nil:
			if length > maxLine {
				return dst[:0], &analysis.TooLargeError{Length: length, Limit: maxLine}
			}
			return bytes.TrimSuffix(dst, []byte("\n")), nil
		default:
			return dst, err
		}
	}
}

// answer appends the answer to one line, or to the error of reading it.
func answer(dst []byte, a *analysis.Analyzer, e *wire.Encoder, line []byte, err error) (reply []byte, ok bool) {
	var request struct {
		ID   json.RawMessage `json:"id"`
		Text *string         `json:"text"`
	}
	code := "too-large"
	if err == nil {
		code = "bad-line"
		if err = json.Unmarshal(line, &request); err == nil && request.Text == nil {
			err = errors.New(`read line: no "text"`)
		}
	}
	var report *analysis.Report
	if err == nil {
		code = "too-large"
		report, err = a.Analyze(*request.Text, analysis.All)
	}
	dst = append(dst, `{"id":`...)
	if len(request.ID) == 0 {
		dst = append(dst, "null"...)
	}
	dst = append(append(dst, request.ID...), ',')
	if err != nil {
		failure := wire.AppendError(nil, code, err)
		return append(dst, failure[1:]...), false // {"error":…} without its brace
	}
	dst = append(dst, `"report":`...)
	return append(e.AppendReport(dst, report), '}'), true
}
