package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// thirdParty returns the licences of everything shipped that is not the
// project's own: Go (its runtime and library in the engine, wasm_exec.js in
// the worker) and the modules compiled into the engine.
func thirdParty(root, goroot string) ([]byte, error) {
	version, err := goCommand(root, "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	modules, err := goCommand(root, "list", "-deps", "-f",
		`{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}|{{.Dir}}{{end}}{{end}}`, "./wasm")
	if err != nil {
		return nil, err
	}
	entries := strings.FieldsFunc(modules, func(r rune) bool { return r == '\n' })
	slices.Sort(entries)
	entries = append([]string{version + "|" + goroot}, slices.Compact(entries)...)

	var text bytes.Buffer
	text.WriteString("Rubricator contains the following works of others, under these licences.\n")
	for _, entry := range entries {
		name, dir, _ := strings.Cut(entry, "|")
		licence, err := licenceIn(dir)
		if err != nil {
			return nil, fmt.Errorf("licence of %s: %w", name, err)
		}
		fmt.Fprintf(&text, "\n%s\n%s\n\n%s\n", name, strings.Repeat("=", len(name)), bytes.TrimSpace(licence))
	}
	return text.Bytes(), nil
}

// licenceIn returns the licence file of a module or Go installation. Some
// packagings of Go keep it one folder up.
func licenceIn(dir string) ([]byte, error) {
	for _, name := range []string{"LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING", "../LICENSE"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), nil
		}
	}
	return nil, fmt.Errorf("no LICENSE in %s", dir)
}
