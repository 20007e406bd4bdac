package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"rubricator/internal/tools/module"
)

// engineEnv is what the environment may not decide: the target, and whatever
// would make the bytes depend on the machine.
var engineEnv = []string{
	"GOOS=js", "GOARCH=wasm", "GOWASM=", "GOEXPERIMENT=" + experiment(), "GOFLAGS=-buildvcs=false", "GOWORK=off",
}

// experiment chooses the older collector where Go has both: it is 10 KB
// smaller in brotli and, on the one thread there is, about as fast.
func experiment() string {
	if strings.HasPrefix(runtime.Version(), "go1.26") {
		return "nogreenteagc"
	}
	return ""
}

// engineFlags strip what the browser has no use for, and every path, so that
// the bytes are the same everywhere.
var engineFlags = []string{"-trimpath", "-ldflags=-s -w -buildid="}

// writeEngine writes the WebAssembly of ./wasm to file, built with tags, as it
// is shipped.
func writeEngine(root, file, tags string) error {
	if err := compileEngine(root, file, tags); err != nil {
		return err
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if content, err = module.LeaveOutTraces(content); err != nil {
		return fmt.Errorf("shrink %s: %w", filepath.Base(file), err)
	}
	if content, err = module.Straighten(content); err != nil {
		return fmt.Errorf("straighten %s: %w", filepath.Base(file), err)
	}
	if err := os.Remove(file); err != nil { // it is executable, which nothing here is
		return err
	}
	return writeFile(file, content)
}

// compileEngine writes what the linker makes of ./wasm.
func compileEngine(root, file, tags string) error {
	folder, err := os.MkdirTemp("", "rubricator-build")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	overlay, err := writeOverlay(root, folder)
	if err != nil {
		return err
	}
	arguments := append([]string{"build", "-o", file, "-overlay", overlay, "-tags", tags}, engineFlags...)
	_, err = goCommand(root, append(arguments, "./wasm")...)
	return err
}

// replacements stand in for packages of Go's library that are large and hardly
// used: what each has is all that the engine and its libraries need of it.
//
//go:embed overlay/*/*.go
var replacements embed.FS

// writeOverlay writes into a folder what replaces packages of Go's library in
// the build, and returns the path for the go command's -overlay.
func writeOverlay(root, folder string) (string, error) {
	goroot, err := goCommand(root, "env", "GOROOT")
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for _, name := range []string{"fmt", "strconv", "testing", "runtime/debug"} {
		files, err := filepath.Glob(filepath.Join(goroot, "src", name, "*.go"))
		if err != nil || len(files) == 0 {
			return "", fmt.Errorf("no package %s in %s", name, goroot)
		}
		for _, file := range files {
			replace[file] = "" // as if it were not there
		}
		last := path.Base(name)
		source, err := replacements.ReadFile("overlay/" + last + "/" + last + ".go")
		if err != nil {
			return "", err
		}
		copied := filepath.Join(folder, last+".go")
		if err := os.WriteFile(copied, source, 0o644); err != nil {
			return "", err
		}
		replace[filepath.Join(goroot, "src", name, last+".go")] = copied
	}
	if err := replaceRuntime(replace, goroot, folder); err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, "overlay.json")
	return name, os.WriteFile(name, overlay, 0o644)
}

// goCommand runs the go command in the project's top folder for the engine's
// target and returns what it prints.
func goCommand(root string, arguments ...string) (string, error) {
	command := exec.Command("go", arguments...)
	command.Dir = root
	command.Env = append(os.Environ(), engineEnv...)
	var failure bytes.Buffer
	command.Stderr = &failure
	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", arguments[0], err, strings.TrimSpace(failure.String()))
	}
	return strings.TrimSpace(string(output)), nil
}
