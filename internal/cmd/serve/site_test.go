//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

var page = strings.Repeat("<p>Rubricator</p>\n", 50)

// newFolder writes a dist folder beside a file that must not be reachable.
func newFolder(t *testing.T) string {
	t.Helper()
	above := t.TempDir()
	dir := filepath.Join(above, "dist")
	for name, content := range map[string]string{
		"../secret.txt":       "secret",
		"index.html":          page,
		"rubricator.html":     page,
		"web/page.js":         strings.Repeat("export {};\n", 50),
		"web/page.css":        strings.Repeat("p { color: red }\n", 50),
		"web/icon.svg":        "<svg/>",
		"web/rubricator.wasm": "\x00asm" + strings.Repeat("\x01", 500),
		"web/news-en.pack":    "ab",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(above, "secret.txt"), filepath.Join(dir, "link.txt")); err != nil {
		t.Log("no links here:", err)
	}
	return dir
}

func get(handler http.Handler, method, path string, header map[string]string) *http.Response {
	r := httptest.NewRequest(method, "http://127.0.0.1/", nil)
	r.URL.Path = path
	for key, value := range header {
		r.Header.Set(key, value)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w.Result()
}

func TestSiteServesFilesWithTheirTypes(t *testing.T) {
	handler := newSite(newFolder(t))
	for path, kind := range map[string]string{
		"/":                    "text/html; charset=utf-8",
		"/index.html":          "text/html; charset=utf-8",
		"/web/page.js":         "text/javascript; charset=utf-8",
		"/web/page.css":        "text/css; charset=utf-8",
		"/web/icon.svg":        "image/svg+xml",
		"/web/rubricator.wasm": "application/wasm",
		"/web/news-en.pack":    "application/octet-stream",
	} {
		response := get(handler, "GET", path, nil)
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", path, response.StatusCode)
		}
		if got := response.Header.Get("Content-Type"); got != kind {
			t.Errorf("%s: type %q, want %q", path, got, kind)
		}
	}
}

func TestSiteRefuses(t *testing.T) {
	handler := newSite(newFolder(t))
	for _, test := range []struct {
		name, method, path string
		status             int
	}{
		{"missing file", "GET", "/none.js", http.StatusNotFound},
		{"folder without index", "GET", "/web/", http.StatusNotFound},
		{"folder without slash", "GET", "/web", http.StatusNotFound},
		{"path upwards", "GET", "/../secret.txt", http.StatusNotFound},
		{"path upwards from below", "GET", "/web/../../secret.txt", http.StatusNotFound},
		{"absolute path", "GET", "//etc/passwd", http.StatusNotFound},
		{"backslashes", "GET", `/..\secret.txt`, http.StatusNotFound},
		{"NUL", "GET", "/index.html\x00", http.StatusNotFound},
		{"link that leads out", "GET", "/link.txt", http.StatusNotFound},
		{"method", "POST", "/", http.StatusMethodNotAllowed},
	} {
		t.Run(test.name, func(t *testing.T) {
			response := get(handler, test.method, test.path, nil)
			if response.StatusCode != test.status {
				t.Errorf("status %d, want %d", response.StatusCode, test.status)
			}
			if body, _ := io.ReadAll(response.Body); bytes.Contains(body, []byte("secret")) {
				t.Errorf("the body is %q", body)
			}
		})
	}
}

func TestSiteSendsThePolicy(t *testing.T) {
	handler := newSite(newFolder(t))
	for _, path := range []string{"/", "/web/rubricator.wasm", "/none"} {
		header := get(handler, "GET", path, nil).Header
		for key, want := range map[string]string{
			"Content-Security-Policy":    policy,
			"X-Content-Type-Options":     "nosniff",
			"Referrer-Policy":            "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin",
		} {
			if got := header.Get(key); got != want {
				t.Errorf("%s: %s is %q, want %q", path, key, got, want)
			}
		}
	}
	if got := get(handler, "GET", "/rubricator.html", nil).Header.Get("Content-Security-Policy"); strings.Contains(got, "script-src") {
		t.Errorf("the header forbids the one-file page its own scripts: %s", got)
	}
}

func TestPolicyIsThatOfThePage(t *testing.T) {
	page, err := os.ReadFile("../../../index.html")
	if err != nil {
		t.Fatal(err)
	}
	meta := strings.TrimSuffix(policy, "; frame-ancestors 'self'")
	if !bytes.Contains(page, []byte(`content="`+meta+`"`)) {
		t.Errorf("index.html has another policy than the header: %s", meta)
	}
}

func TestSiteCompresses(t *testing.T) {
	handler := newSite(newFolder(t))
	for _, test := range []struct {
		name, path, accept string
		packed             bool
	}{
		{"asked for", "/", "gzip, deflate, br", true},
		{"with a weight", "/", "br;q=1.0, gzip;q=0.5", true},
		{"refused", "/", "gzip;q=0.0", false},
		{"not asked for", "/", "", false},
		{"wasm", "/web/rubricator.wasm", "gzip", true},
		{"too small to gain", "/web/news-en.pack", "gzip", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			plain, _ := io.ReadAll(get(handler, "GET", test.path, nil).Body)
			for _, method := range []string{"GET", "HEAD"} {
				response := get(handler, method, test.path, map[string]string{"Accept-Encoding": test.accept})
				if got := response.Header.Get("Content-Encoding") == "gzip"; got != test.packed {
					t.Fatalf("%s: compressed: %t, want %t", method, got, test.packed)
				}
				if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
					t.Errorf("%s: Vary is %q", method, got)
				}
				body, _ := io.ReadAll(response.Body)
				if method == "HEAD" {
					continue
				}
				if got := response.Header.Get("Content-Length"); got != strconv.Itoa(len(body)) {
					t.Errorf("Content-Length is %s for %d bytes", got, len(body))
				}
				if test.packed {
					unpacked, err := gzip.NewReader(bytes.NewReader(body))
					if err != nil {
						t.Fatal(err)
					}
					body, _ = io.ReadAll(unpacked)
				}
				if !bytes.Equal(body, plain) {
					t.Error("the body is another one")
				}
			}
		})
	}
}

func TestSiteRevalidates(t *testing.T) {
	dir := newFolder(t)
	handler := newSite(dir)
	seen := map[string]bool{}
	for _, accept := range []string{"gzip", "identity"} {
		tag := get(handler, "GET", "/", map[string]string{"Accept-Encoding": accept}).Header.Get("ETag")
		if seen[tag] {
			t.Errorf("both forms have the tag %s", tag)
		}
		seen[tag] = true
		again := map[string]string{"Accept-Encoding": accept, "If-None-Match": tag}
		if got := get(handler, "GET", "/", again).StatusCode; got != http.StatusNotModified {
			t.Errorf("%s: unchanged file: status %d", accept, got)
		}
	}

	changed := filepath.Join(dir, "index.html")
	if err := os.WriteFile(changed, []byte(strings.ToUpper(page)), 0o644); err != nil {
		t.Fatal(err)
	}
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(changed, later, later); err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(get(handler, "GET", "/", nil).Body); string(body) != strings.ToUpper(page) {
		t.Error("the changed file is not served")
	}
}
