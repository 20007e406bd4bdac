// Package news holds the English news pack for native programs and tests. The
// WebAssembly module loads the pack from beside the page instead, and must not
// import this package.
package news

import (
	_ "embed"

	"rubricator/internal/pack"
)

//go:embed news-en.pack
var file []byte

// Pack returns the English news pack.
func Pack() (*pack.Pack, error) { return pack.Decode(file) }
