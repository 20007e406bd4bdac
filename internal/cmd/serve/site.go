//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// policy is the one of the meta element in index.html, and frame-ancestors,
// which only a header can carry.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; base-uri 'none'; " +
	"form-action 'none'; require-trusted-types-for 'script'; trusted-types rubricator; " +
	"frame-ancestors 'self'"

// oneFile holds inline scripts and brings the policy that allows them, by hash.
const (
	oneFile       = "rubricator.html"
	oneFilePolicy = "frame-ancestors 'self'"
)

// types is complete for what a dist folder holds. The machine's own tables are
// not asked: they differ, and a wrong type for .wasm disables streaming.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",

	".webmanifest": "application/manifest+json",
}

// site serves the files below a folder. It keeps what it has read and packed
// until the file changes, so that a rebuild shows without a restart.
type site struct {
	dir string

	mu    sync.Mutex
	files map[string]*file
}

type file struct {
	modified time.Time
	plain    []byte
	packed   []byte // gzip; nil where that would not be smaller
	tag      string
}

func newSite(dir string) *site {
	return &site{dir: dir, files: map[string]*file{}}
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cache-Control", "no-cache")
	header.Set("Vary", "Accept-Encoding")

	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, err := s.open(name)
	if errors.Is(err, fs.ErrNotExist) {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}

	if name == oneFile {
		header.Set("Content-Security-Policy", oneFilePolicy)
	}
	kind, ok := types[path.Ext(name)]
	if !ok {
		kind = "application/octet-stream"
	}
	header.Set("Content-Type", kind)
	body, tag := f.plain, f.tag
	if f.packed != nil && acceptsGzip(r.Header.Get("Accept-Encoding")) {
		body, tag = f.packed, f.tag+"-gzip"
		header.Set("Content-Encoding", "gzip")
		// ServeContent leaves the length of encoded bodies to its caller.
		header.Set("Content-Length", strconv.Itoa(len(body)))
	}
	header.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// open returns the regular file name below the folder, fs.ErrNotExist for
// everything else: folders, names that are not clean, links that lead out.
func (s *site) open(name string) (*file, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	// Opened anew each time because a rebuild replaces the folder.
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, fs.ErrNotExist
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.files[name]; f != nil && f.modified.Equal(info.ModTime()) && int64(len(f.plain)) == info.Size() {
		return f, nil
	}
	plain, err := root.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f := &file{modified: info.ModTime(), plain: plain, packed: pack(plain)}
	f.tag = fmt.Sprintf("%x", sha256.Sum256(plain))[:32]
	s.files[name] = f
	return f, nil
}

// pack returns the gzip form of plain, nil if that is not smaller.
func pack(plain []byte) []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(plain) // neither call fails: the buffer takes everything
	w.Close()
	if packed.Len() >= len(plain) {
		return nil
	}
	return packed.Bytes()
}

// acceptsGzip reads an Accept-Encoding header. A wildcard does not count: those
// who send one get the plain file, which is always right.
func acceptsGzip(header string) bool {
	for entry := range strings.SplitSeq(header, ",") {
		coding, weight, _ := strings.Cut(entry, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			q, found := strings.CutPrefix(strings.TrimSpace(weight), "q=")
			return !found || strings.Trim(q, "0.") != ""
		}
	}
	return false
}
