package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

func TestTheRuntimeHasWhatIsCut(t *testing.T) {
	goroot, err := goCommand(t.TempDir(), "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range cuts {
		source, err := os.ReadFile(filepath.Join(goroot, "src", "runtime", name))
		if err != nil {
			t.Fatal(err)
		}
		if left, missing := c.of(string(source)); len(missing) > 0 || left == string(source) {
			t.Errorf("%s of %s does not have %q", name, runtime.Version(), missing)
		}
	}
}

func TestWhatIsNotThereIsNotCut(t *testing.T) {
	const source = "package runtime\n\nfunc printed(n int) {\n\tprint(n)\n}\n\nfunc enabled() bool {\n\treturn on\n}\n"
	left, missing := cut{quiet: []string{"printed", "traced"}, never: [][2]string{{"return on", "return false"}, {"return off", ""}}}.of(source)
	if want := "package runtime\n\nfunc printed(n int) {\n\treturn\n\tprint(n)\n}\n\nfunc enabled() bool {\n\treturn false\n}\n"; left != want {
		t.Errorf("left %q", left)
	}
	if !slices.Equal(missing, []string{"traced", "return off"}) {
		t.Errorf("missing %q", missing)
	}
}

func TestEngineHasNoTraces(t *testing.T) {
	root := writeProject(t)
	content := func(write func(root, file, tags string) error) []byte {
		file := filepath.Join(root, "engine.wasm")
		if err := write(root, file, ""); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	linked, shipped := content(compileEngine), content(writeEngine)
	for _, trace := range []string{"main.go", "main.main\x00", "internal/runtime/maps."} {
		if !bytes.Contains(linked, []byte(trace)) {
			t.Errorf("the linker does not write %q any more", trace)
		}
		if bytes.Contains(shipped, []byte(trace)) {
			t.Errorf("the module says %q", trace)
		}
	}
	if !bytes.Contains(shipped, []byte("runtime.gcBgMarkWorker")) {
		t.Error("the runtime cannot tell its own goroutines any more")
	}
}
