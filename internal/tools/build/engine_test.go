package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

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
