package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundles are the scripts of dist, by name: where each starts and what it is.
var bundles = map[string]struct {
	entry  string
	format api.Format
}{
	"page.js":           {"web/page.js", api.FormatESModule},
	"article-issues.js": {"web/define.js", api.FormatESModule},
	"rubricator.js":     {"web/index.js", api.FormatESModule},
	"script.js":         {"web/define-script.js", api.FormatIIFE},
	"worker.js":         {"web/worker.js", api.FormatIIFE},
	"onefile.js":        {"web/onefile.js", api.FormatIIFE},
}

// bundle returns the minified bundles by name.
func bundle(root, goroot string) (map[string][]byte, error) {
	scripts := map[string][]byte{}
	for name, source := range bundles {
		options := api.BuildOptions{
			AbsWorkingDir:     root,
			EntryPoints:       []string{source.entry},
			Bundle:            true,
			Format:            source.format,
			Target:            api.ES2022,
			Platform:          api.PlatformBrowser,
			MinifyWhitespace:  true,
			MinifyIdentifiers: true,
			MinifySyntax:      true,
			LegalComments:     api.LegalCommentsNone, // THIRD-PARTY.txt has them
			Alias:             map[string]string{"wasm_exec": filepath.Join(goroot, "lib/wasm/wasm_exec.js")},
			TsconfigRaw:       "{}", // one above the project must not count
		}
		result := api.Build(options)
		// A warning here is a mistake: import.meta in a classic script, say.
		if problems := append(result.Errors, result.Warnings...); len(problems) > 0 {
			lines := api.FormatMessages(problems, api.FormatMessagesOptions{})
			return nil, errors.New("bundle " + name + ":\n" + strings.TrimSpace(strings.Join(lines, "")))
		}
		scripts[name] = result.OutputFiles[0].Contents
	}
	return scripts, nil
}
