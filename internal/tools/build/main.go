// Command build writes the dist folder: the engine as WebAssembly, the issue
// pack, the bundled scripts, the page, the one-file page, the licences, and what
// lets others check all of it.
//
//	build -root ../.. -out ../../dist
//
// The same sources and the same Go release give the same bytes in any folder
// on any machine. The folder is written beside its place and moved there when
// it is complete: a failed build leaves the previous one as it was.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

func main() {
	root := flag.String("root", "../..", "the project's top folder")
	out := flag.String("out", "../../dist", "folder to write, replaced as a whole")
	probe := flag.Bool("probe", false, "write only an engine that tests can make fail, to the file -out")
	flag.Parse()
	if err := run(*root, *out, *probe); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(root, out string, probe bool) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	if probe {
		return writeEngine(root, out, "probe") // with what only tests call; see wasm/probe.go
	}
	return build(root, out)
}

// build writes out, both paths absolute.
func build(root, out string) error {
	next, previous := out+".new", out+".old"
	for _, leftover := range []string{next, previous} {
		if err := os.RemoveAll(leftover); err != nil {
			return err
		}
	}
	defer os.RemoveAll(next)
	if err := write(root, next); err != nil {
		return err
	}

	if err := os.Rename(out, previous); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.Rename(next, out); err != nil {
		return err
	}
	return os.RemoveAll(previous)
}

// write fills dist, which does not exist yet.
func write(root, dist string) error {
	if err := copyFiles(root, dist); err != nil {
		return err
	}
	if err := writeEngine(root, filepath.Join(dist, "web/rubricator.wasm"), ""); err != nil {
		return err
	}
	goroot, err := goCommand(root, "env", "GOROOT")
	if err != nil {
		return err
	}
	others, err := works(root, goroot)
	if err != nil {
		return err
	}
	licences := thirdParty(others)
	if err := writeFile(filepath.Join(dist, "THIRD-PARTY.txt"), licences); err != nil {
		return err
	}
	scripts, err := bundle(root, goroot)
	if err != nil {
		return err
	}
	for _, name := range []string{"page.js", "article-issues.js", "rubricator.js", "script.js", "worker.js"} {
		if err := writeFile(filepath.Join(dist, "web", name), scripts[name]); err != nil {
			return err
		}
	}
	page, err := onePage(root, dist, scripts, licences)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dist, "rubricator.html"), page); err != nil {
		return err
	}
	if err := writeServiceWorker(root, dist); err != nil {
		return err
	}
	return writeSupply(dist, others)
}

// copied are the files that dist holds as they are. All but the pack keep
// their path.
var copied = []string{
	"index.html",
	"LICENSE",
	"web/page.css",
	"web/disk.js",
	"web/icon.svg",
	"web/app.webmanifest",
	"web/package.json",
	"web/custom-elements.json",
	"web/types.d.ts",
	"web/README.md",
	"web/examples/*.html",
	"web/examples/*.js",
	"web/examples/*.css",
	packSource,
}

const packSource = "internal/news/news-en.pack"

func copyFiles(root, dist string) error {
	sources := os.DirFS(root)
	for _, pattern := range copied {
		paths, err := fs.Glob(sources, pattern)
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			return fmt.Errorf("%s is missing", pattern)
		}
		for _, from := range paths {
			content, err := fs.ReadFile(sources, from)
			if err != nil {
				return err
			}
			to := from
			if from == packSource {
				to = path.Join("web", path.Base(from))
			}
			if err := writeFile(filepath.Join(dist, to), content); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
