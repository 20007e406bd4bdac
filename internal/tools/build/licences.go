package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A work is one of others that is shipped: Go, or a module of the engine.
type work struct {
	name, version string // as go list has them; Go's are "std" and its version without "go"
	title         string // for people
	licence       []byte // its text
}

// works returns everything shipped that is not the project's own, in the order
// of names: Go (its runtime and library in the engine, wasm_exec.js in the
// worker) first, then the modules compiled into the engine.
func works(root, goroot string) ([]work, error) {
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
	list := []work{{name: "std", version: strings.TrimPrefix(version, "go"), title: version}}
	dirs := []string{goroot}
	for _, entry := range slices.Compact(entries) {
		title, dir, _ := strings.Cut(entry, "|")
		name, version, _ := strings.Cut(title, " ")
		list, dirs = append(list, work{name: name, version: version, title: title}), append(dirs, dir)
	}
	for i, dir := range dirs {
		if list[i].licence, err = licenceIn(dir); err != nil {
			return nil, fmt.Errorf("licence of %s: %w", list[i].title, err)
		}
	}
	return list, nil
}

// thirdParty returns the licences of works, as a text.
func thirdParty(list []work) []byte {
	var text bytes.Buffer
	text.WriteString("Rubricator contains the following works of others, under these licences.\n")
	for _, w := range list {
		fmt.Fprintf(&text, "\n%s\n%s\n\n%s\n", w.title, strings.Repeat("=", len(w.title)), bytes.TrimSpace(w.licence))
	}
	return text.Bytes()
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

// spdx returns the SPDX identifier of a licence text, or an error for one that
// nobody has looked at yet.
func spdx(licence []byte) (string, error) {
	text := strings.Join(strings.Fields(string(licence)), " ")
	for _, known := range []struct{ part, id string }{
		{"Apache License Version 2.0", "Apache-2.0"},
		{"Permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"},
		{"Neither the name of", "BSD-3-Clause"},
	} {
		if strings.Contains(text, known.part) {
			return known.id, nil
		}
	}
	return "", fmt.Errorf("%.60q is no licence that is known", text)
}
