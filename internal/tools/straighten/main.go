// Command straighten gives a WebAssembly module of Go's linker direct control
// flow, as that of the engine has it: the Go tests run so in a browser.
//
//	straighten in.wasm out.wasm
package main

import (
	"fmt"
	"os"

	"rubricator/internal/tools/module"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: straighten in.wasm out.wasm")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "straighten:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	linked, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	direct, err := module.Straighten(linked)
	if err != nil {
		return err
	}
	return os.WriteFile(out, direct, 0o644)
}
