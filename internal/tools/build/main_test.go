package main

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// project is the smallest that can be built.
var project = map[string]string{
	"go.mod":                      "module example\n\ngo 1.26\n",
	"wasm/main.go":                "package main\n\nfunc main() {}\n",
	"LICENSE":                     "licence",
	"index.html":                  "index",
	"internal/news/news-en.pack":  "pack",
	"web/page.css":                "p {}",
	"web/disk.js":                 "disk",
	"web/icon.svg":                "<svg/>",
	"web/app.webmanifest":         "{}",
	"web/package.json":            "{}",
	"web/custom-elements.json":    "{}",
	"web/types.d.ts":              "export {};",
	"web/README.md":               "reference",
	"web/index.js":                "export { origin } from './assets.js';",
	"web/define-script.js":        "document.title = document.currentScript.src;",
	"web/service-worker.js":       "const VERSION = '__VERSION__'; const FILES = ['__FILES__'];",
	"web/examples/plain.html":     "plain",
	"web/examples/plain.js":       "plain",
	"web/examples/plain.css":      "plain",
	"web/onefile.html":            page,
	"web/page.js":                 "import './define.js';",
	"web/define.js":               "import { origin } from './assets.js'; document.title = origin;",
	"web/onefile.js":              "import { origin } from './assets-inline.js'; document.title = origin;",
	"web/assets.js":               "export const origin = import.meta.url;",
	"web/assets-inline.js":        "export const origin = 'inline';",
	"web/worker.js":               "import 'wasm_exec'; self.onmessage = () => new Go();",
	"web/test/not-shipped.js":     "test",
	"internal/news/not-shipped.h": "other",
}

func writeProject(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, content := range project {
		if err := writeFile(filepath.Join(root, name), []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func readFolder(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuildWritesTheSameBytesAnywhere(t *testing.T) {
	var built []map[string]string
	for range 2 {
		root := writeProject(t)
		out := filepath.Join(root, "dist")
		if err := build(root, out); err != nil {
			t.Fatal(err)
		}
		built = append(built, readFolder(t, out))
	}
	want := []string{
		"INTEGRITY.md", "LICENSE", "SHA256SUMS", "THIRD-PARTY.txt", "index.html", "rubricator.html", "sbom.cdx.json", "service-worker.js", "web/README.md",
		"web/app.webmanifest", "web/article-issues.js", "web/custom-elements.json", "web/disk.js",
		"web/examples/plain.css", "web/examples/plain.html", "web/examples/plain.js", "web/icon.svg", "web/news-en.pack", "web/package.json", "web/page.css", "web/page.js",
		"web/rubricator.js", "web/rubricator.wasm", "web/script.js", "web/types.d.ts", "web/worker.js",
	}
	first := built[0]
	if got := slices.Sorted(maps.Keys(first)); !slices.Equal(got, want) {
		t.Errorf("dist holds %q, want %q", got, want)
	}
	for name := range first {
		if first[name] != built[1][name] {
			t.Errorf("%s differs between two folders", name)
		}
	}
	for name, part := range map[string]string{
		"web/page.js":         "import.meta.url",
		"web/worker.js":       "globalThis.Go",
		"web/rubricator.wasm": "\x00asm",
		"THIRD-PARTY.txt":     "The Go Authors",
		"rubricator.html":     `"inline"`,
		"service-worker.js":   "'rubricator-",
		"sbom.cdx.json":       `"pkg:golang/std@`,
		"INTEGRITY.md":        fmt.Sprintf(`src="web/script.js" integrity="sha384-%s"`, sha384(first["web/script.js"])),
	} {
		if !strings.Contains(first[name], part) {
			t.Errorf("%s has no %q in it", name, part)
		}
	}
}

func sha384(text string) string {
	sum := sha512.Sum384([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func TestSumsCoverEveryOtherFile(t *testing.T) {
	root := writeProject(t)
	out := filepath.Join(root, "dist")
	if err := build(root, out); err != nil {
		t.Fatal(err)
	}
	files := readFolder(t, out)
	for line := range strings.Lines(files["SHA256SUMS"]) {
		sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if want := fmt.Sprintf("%x", sha256.Sum256([]byte(files[name]))); sum != want {
			t.Errorf("%s has the sum %s, want %s", name, sum, want)
		}
		delete(files, name)
	}
	if len(files) != 1 {
		t.Errorf("without a sum: %q", slices.Sorted(maps.Keys(files)))
	}
}

func TestLicencesOfOthersAreRecognised(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n   Version 2.0, January 2004":                                  "Apache-2.0",
		"Permission is hereby granted, free of charge,\nto any person obtaining a copy": "MIT",
		"   * Neither the name of the owner nor":                                        "BSD-3-Clause",
		"All rights reserved.":                                                          "",
	} {
		got, err := spdx([]byte(text))
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v", text, got, err)
		}
	}
}

func TestBuildThatFailsLeavesDistAlone(t *testing.T) {
	for name, broken := range map[string]string{
		"web/page.js":                "import './none.js';",
		"web/onefile.js":             "console.log(import.meta.url);",
		"web/onefile.html":           "<p>no placeholders",
		"wasm/main.go":               "package main",
		"internal/news/news-en.pack": "", // removed
	} {
		t.Run(name, func(t *testing.T) {
			root := writeProject(t)
			out := filepath.Join(root, "dist")
			if err := writeFile(filepath.Join(out, "index.html"), []byte("before")); err != nil {
				t.Fatal(err)
			}
			err := os.WriteFile(filepath.Join(root, name), []byte(broken), 0o644)
			if broken == "" {
				err = os.Remove(filepath.Join(root, name))
			}
			if err != nil {
				t.Fatal(err)
			}
			err = build(root, out)
			if err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(name, "/main.go")) {
				t.Errorf("the error does not name %s: %v", name, err)
			}
			if got := fmt.Sprint(readFolder(t, out)); got != "map[index.html:before]" {
				t.Errorf("dist is now %s", got)
			}
			if _, err := os.Stat(out + ".new"); err == nil {
				t.Error("an unfinished folder is left")
			}
		})
	}
}
