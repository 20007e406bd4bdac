// Command size prints what each file of a dist folder weighs as it is, in gzip
// and in brotli at their strongest, and holds the sums against a budget.
//
//	size [-budget FILE] ../../dist
//
// A budget line is "NAME ENCODING BYTES", the name a row of the table, the
// encoding raw, gzip or brotli. Anything over fails.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/andybalholm/brotli"
)

func main() {
	budget := flag.String("budget", "", "file of limits")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: size [-budget FILE] DIST")
		os.Exit(2)
	}
	if err := run(os.Stdout, flag.Arg(0), *budget); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, dist, budget string) error {
	rows, err := weigh(os.DirFS(dist))
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "raw\tgzip\tbrotli\t  bytes\n")
	for _, row := range rows {
		fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", row.raw, row.gzip, row.brotli, row.name)
	}
	if err := table.Flush(); err != nil || budget == "" {
		return err
	}
	limits, err := os.ReadFile(budget)
	if err != nil {
		return err
	}
	return check(out, rows, string(limits))
}

// weight is a row of the table.
type weight struct {
	name              string
	raw, gzip, brotli int
}

// total is the row of what a first visit must load before it can analyse.
const total = "wasm + pack"

// weigh returns a row for each file in the order of their names, and the total.
func weigh(dist fs.FS) ([]weight, error) {
	var rows []weight
	sum := weight{name: total}
	err := fs.WalkDir(dist, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(dist, path)
		if err != nil {
			return err
		}
		row := weight{path, len(content), packedSize(content, gzipWriter), packedSize(content, brotliWriter)}
		rows = append(rows, row)
		if strings.HasSuffix(path, ".wasm") || strings.HasSuffix(path, ".pack") {
			sum.raw += row.raw
			sum.gzip += row.gzip
			sum.brotli += row.brotli
		}
		return nil
	})
	return append(rows, sum), err
}

func gzipWriter(w io.Writer) io.WriteCloser {
	packer, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // a level that exists
	return packer
}

func brotliWriter(w io.Writer) io.WriteCloser {
	return brotli.NewWriterLevel(w, brotli.BestCompression)
}

func packedSize(content []byte, open func(io.Writer) io.WriteCloser) int {
	var packed bytes.Buffer
	w := open(&packed)
	w.Write(content) // a buffer takes everything
	w.Close()
	return packed.Len()
}

// check reports each limit on out; its error says how many are exceeded.
func check(out io.Writer, rows []weight, limits string) error {
	over := 0
	for line := range strings.Lines(limits) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		size, limit, err := measure(rows, line)
		if err != nil {
			return fmt.Errorf("budget line %q: %w", line, err)
		}
		verdict := "within"
		if size > limit {
			verdict = "OVER"
			over++
		}
		fmt.Fprintf(out, "%s the budget: %s: %d (%+d)\n", verdict, line, size, size-limit)
	}
	if over > 0 {
		return fmt.Errorf("%d over budget", over)
	}
	return nil
}

// measure returns the size that a budget line is about, and its limit.
func measure(rows []weight, line string) (size, limit int, err error) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return 0, 0, fmt.Errorf("not NAME ENCODING BYTES")
	}
	last := len(fields) - 1
	name := strings.Join(fields[:last-1], " ")
	if limit, err = strconv.Atoi(fields[last]); err != nil {
		return 0, 0, err
	}
	for _, row := range rows {
		if row.name == name {
			sizes := map[string]int{"raw": row.raw, "gzip": row.gzip, "brotli": row.brotli}
			size, ok := sizes[fields[last-1]]
			if !ok {
				return 0, 0, fmt.Errorf("no encoding %s", fields[last-1])
			}
			return size, limit, nil
		}
	}
	return 0, 0, fmt.Errorf("no file %s", name)
}
