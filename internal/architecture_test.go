//go:build !js

// Package internal_test holds the rules of ARCHITECTURE.md about who may
// import whom.
package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers are the packages of the engine in the order of the flow: each may
// import those before it and no others.
var layers = []string{
	"scratch", "stem", "token", "language", "sentence", "figure", "article", "pack", "own", "model",
	"passage", "keyword", "actor", "claim", "quote", "phrase", "analysis", "wire",
}

// tools are the packages beside the engine, with what they may import of it.
var tools = map[string][]string{
	"catalogue": {"stem", "token", "sentence", "pack", "model"},
	"news":      {"pack"},
	"gold":      {},
}

// heavy packages stay out of the WebAssembly module: they would make it a
// tenth larger, or are no business of a page's.
var heavy = []string{"net/http", "encoding/json", "regexp", "embed", "rubricator/internal/news", "rubricator/internal/catalogue"}

type goPackage struct {
	ImportPath string
	Imports    []string
}

// list runs go list in the project's top folder, for the browser if js is set.
func list(t *testing.T, js bool, arguments ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports"}, arguments...)...)
	cmd.Dir = ".."
	if js {
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func TestImportsRunOneWay(t *testing.T) {
	const prefix = "rubricator/internal/"
	packages := list(t, false, "./internal/...")
	if len(packages) < len(layers) {
		t.Fatalf("go list found %d packages", len(packages))
	}
	// Files for the browser alone are in the second list only. Whose files are
	// all for others (-e) has none.
	for _, p := range append(packages, list(t, true, "-e", "./internal/...")...) {
		name := strings.TrimPrefix(p.ImportPath, prefix)
		layer := slices.Index(layers, name)
		allowed, isTool := tools[name]
		if layer >= 0 {
			allowed = layers[:layer]
		} else if !isTool && !strings.HasPrefix(name, "cmd/") && name != "rubricator/internal" {
			t.Errorf("package %s is in no layer", name)
		}
		for _, imported := range p.Imports {
			to, ours := strings.CutPrefix(imported, prefix)
			switch {
			case strings.HasPrefix(imported, "rubricator/wasm"), strings.HasPrefix(to, "cmd/"):
				t.Errorf("%s imports %s", name, imported)
			case ours && !strings.HasPrefix(name, "cmd/") && !slices.Contains(allowed, to):
				t.Errorf("%s imports %s, which does not come before it", name, to)
			case strings.Contains(imported, "snowball") && name != "stem":
				t.Errorf("%s imports %s: only stem may", name, imported)
			case imported == "syscall/js" || strings.Contains(imported, "safejs"):
				t.Errorf("%s imports %s: only wasm may", name, imported)
			}
		}
	}
}

func TestTheModuleForTheBrowserStaysLight(t *testing.T) {
	packages := list(t, true, "-deps", "./wasm")
	if len(packages) < len(layers) {
		t.Fatalf("go list found %d packages", len(packages))
	}
	for _, p := range packages {
		if slices.Contains(heavy, p.ImportPath) {
			t.Errorf("./wasm depends on %s", p.ImportPath)
		}
	}
}
