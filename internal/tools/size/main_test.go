package main

import (
	"io"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWeigh(t *testing.T) {
	long := []byte(strings.Repeat("rubric ", 1000))
	rows, err := weigh(fstest.MapFS{
		"web/news-en.pack":    {Data: long},
		"web/rubricator.wasm": {Data: long},
		"index.html":          {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.name)
	}
	if got := strings.Join(names, ", "); got != "index.html, web/news-en.pack, web/rubricator.wasm, wasm + pack" {
		t.Errorf("rows: %s", got)
	}
	one, sum := rows[1], rows[3]
	if one.raw != 7000 || one.gzip <= 0 || one.gzip > 100 || one.brotli <= 0 || one.brotli > one.gzip {
		t.Errorf("7,000 repetitive bytes weigh %+v", one)
	}
	if sum.raw != 2*one.raw || sum.gzip != 2*one.gzip || sum.brotli != 2*one.brotli {
		t.Errorf("two of %+v weigh %+v", one, sum)
	}
}

func TestCheck(t *testing.T) {
	rows := []weight{{"index.html", 30, 20, 10}, {total, 300, 200, 100}}
	for _, test := range []struct{ name, limits, err string }{
		{"no limits", "# none\n\n", ""},
		{"within", "index.html raw 30\nwasm + pack  brotli  100", ""},
		{"over", "index.html raw 29\nwasm + pack brotli 99\nindex.html gzip 20", "2 over budget"},
		{"unknown file", "none.html raw 1", "no file none.html"},
		{"unknown encoding", "index.html zip 1", "no encoding zip"},
		{"no number", "index.html raw much", "much"},
		{"too few fields", "index.html 1", "not NAME ENCODING BYTES"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := check(io.Discard, rows, test.limits)
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Errorf("got %v, want %q", err, test.err)
			}
		})
	}
}
