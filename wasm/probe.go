//go:build js && wasm && probe

package main

import (
	"fmt"
	"os"

	"github.com/hack-pad/safejs"

	"rubricator/internal/stem"
	"rubricator/internal/token"
	"rubricator/internal/wire"
)

// probes are what only tests call, in a build that is never shipped:
//
//	fail(how: string): string          ends or hangs the engine, see fail
//	tokens(text: Uint8Array): string   [{start, end, text}, …], every token in UTF-16 units as Go saw it
var probes = []export{
	{"fail", func(args []safejs.Value) ([]byte, error) {
		how, err := text(args, 0)
		if err != nil {
			return nil, err
		}
		return nil, fail(how)
	}},
	{"tokens", func(args []safejs.Value) ([]byte, error) {
		content, err := bytes(args, 0)
		if err != nil {
			return nil, err
		}
		return wire.AppendTokens(nil, token.Scan(string(content), lexicon)), nil
	}},
}

var lexicon = new(stem.Lexicon)

// fail does what an engine must never do.
func fail(how string) error {
	switch how {
	case "panic":
		panic("as asked")
	case "bounds":
		_ = make([]int, 1)[len(how)]
	case "exit":
		os.Exit(3)
	case "deadlock":
		select {}
	case "memory":
		// Small pieces: one that is too large at once is only a panic.
		var all [][]byte
		for {
			all = append(all, make([]byte, 64<<20))
		}
	case "stack":
		return fmt.Errorf("depth %d", deep(1))
	case "goroutine":
		go func() { panic("as asked, where nobody recovers") }()
		select {}
	case "hang":
		for {
		}
	}
	return fmt.Errorf("unknown failure %q", how)
}

func deep(n int) int { return deep(n+1) + n }
